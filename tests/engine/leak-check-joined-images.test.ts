import { readFile } from '../../src/leak-check';
import { qrModules, toPixels } from '../leak-corpus/generate/codes';
import { ADDRESS, verdict } from '../support/leak-verdict';
import { page, stream } from '../support/raw-pdf';

const { size, pixels } = toPixels(qrModules(ADDRESS), { scale: 2 });
const half = size / 2;
/** The left and the right half, a byte per pixel. */
const halves = [0, half].map((left) =>
  Buffer.concat(Array.from({ length: size }, (_, row) => pixels.subarray(row * size + left, row * size + left + half))),
);
const entries = `/Subtype /Image /Width ${half} /Height ${size} /BitsPerComponent 8 /ColorSpace /DeviceGray`;
const images = halves.map((data) => stream(data, entries));
const resources = '/Resources << /XObject << /I0 7 0 R /I1 8 0 R >> >>';
const drawn = (content: string, objects: (string | Buffer)[] = images) =>
  page(content, { pageEntries: resources, objects });
const place = (name: string, matrix: number[]) => `q ${matrix.join(' ')} cm /${name} Do Q\n`;
const sideBySide = place('I0', [half, 0, 0, size, 72, 400]) + place('I1', [half, 0, 0, size, 72 + half, 400]);

async function pictureCount(file: Buffer): Promise<number> {
  return (await readFile(file, 'pdf')).pictures.filter(({ carrier }) => carrier === 'PDF 拼成的图片').length;
}

describe('a code that is cut into several images', () => {
  test('is read where they lie side by side', async () => {
    expect(await verdict('pdf', drawn(sideBySide))).toBe(
      'protected facts found: PDF 拼成的图片里的图形码（第 1 页）：现住所',
    );
  });

  test('is read where the page turns them', async () => {
    const [cos, sin] = [Math.cos(0.5), Math.sin(0.5)];
    const turned = `q ${cos} ${sin} ${-sin} ${cos} 200 100 cm ${sideBySide} Q`;
    expect(await verdict('pdf', drawn(turned))).toContain('PDF 拼成的图片里的图形码');
  });

  test('is read where they stand in the content stream', async () => {
    const inline = halves.map((data, index) =>
      Buffer.concat([
        Buffer.from(`q ${half} 0 0 ${size} ${72 + index * half} 400 cm BI /W ${half} /H ${size} /BPC 8 /CS /G ID `),
        data,
        Buffer.from('\nEI Q\n'),
      ]),
    );
    const file = page(Buffer.concat(inline).toString('latin1'));
    expect(await verdict('pdf', file)).toContain('PDF 拼成的图片里的图形码');
  });

  test('is looked for only where images touch and have an area', async () => {
    const apart = place('I0', [half, 0, 0, size, 72, 400]) + place('I1', [half, 0, 0, size, 300, 400]);
    const above = place('I0', [half, 0, 0, size, 72, 100]) + place('I1', [half, 0, 0, size, 72, 500]);
    const flat = place('I0', [half, 0, 0, size, 72, 400]) + place('I1', [half, 0, 0, 0, 72, 400]);
    for (const content of [apart, above, flat]) expect(await pictureCount(drawn(content))).toBe(0);
    expect(await pictureCount(drawn(sideBySide))).toBe(1);
  });

  test('leaves out what another reader has to open, and what is damaged stays unreadable', async () => {
    const jpeg = '<< /Subtype /Image /Filter /DCTDecode /Length 3 >>\nstream\nabc\nendstream';
    expect(await pictureCount(drawn(sideBySide, [images[0] ?? '', jpeg]))).toBe(0);
    const broken = `<< ${entries} /Filter /FlateDecode /Length 3 >>\nstream\nabc\nendstream`;
    expect(await verdict('pdf', drawn(sideBySide, [images[0] ?? '', broken]))).toContain('inflated');
  });
});
