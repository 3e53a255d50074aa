import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { linesOf } from '../../scripts/compare-pages/lines';
import { SHOWN } from '../../scripts/gallery/list-pages';
import { fullGrid, NAMES, namesPage } from '../../scripts/gallery/models';
import { drawPage, sideBySide } from '../../scripts/gallery/pages';
import { toPng } from '../../scripts/gallery/png';
import { refusalsOfPrivateUse } from '../../scripts/gallery/refusal';
import { rulerSheet } from '../../scripts/gallery/ruler';
import { openLayout } from '../../src/layout';
import type { DocumentModel } from '../../src/model';
import { ROOT } from '../support/root';

const FOLDER = path.join(ROOT, 'docs/gallery');
const LARGEST = 150 * 1024;

async function pdfOf(model: DocumentModel): Promise<Buffer> {
  const { writers } = await openLayout({ fontsDir: path.join(ROOT, 'fonts') });
  return writers.pdf.write(model, { issuedAt: new Date('2026-11-21T02:00:00Z') });
}

describe('the gallery', () => {
  test('has the pages that its list names, each in the README and small enough for git, and no others', () => {
    const text = readFileSync(path.join(FOLDER, 'README.md'), 'utf8');
    const pictures = SHOWN.map(({ file }) => `${file}.png`);
    expect(pictures.length).toBeGreaterThanOrEqual(10);
    expect(readdirSync(FOLDER).sort()).toEqual([...pictures, 'README.md'].sort());
    for (const picture of pictures) {
      expect(text).toContain(`(${picture})`);
      expect(statSync(path.join(FOLDER, picture)).size).toBeLessThan(LARGEST);
    }
    expect(existsSync(path.join(ROOT, 'docs/page-comparison.md'))).toBe(true);
  });

  test('shows the names that few fonts have, and the PDF holds their characters as text', async () => {
    const lines = (await linesOf(await pdfOf(namesPage))).flat().map((line) => line.text);
    const text = lines.join('');
    // In the paragraph and in the table at least; elsewhere a name may stand on two lines.
    for (const name of NAMES) expect(text.split(name).length - 1).toBeGreaterThanOrEqual(2);
  });

  test('shows a full page whose characters stand in 28 columns and 22 rows of the standard, to 0.1 mm', async () => {
    const [lines = []] = await linesOf(await pdfOf(fullGrid));
    const rows = lines.filter(({ text }) => text.startsWith('安得'));
    expect(rows.length).toBe(22);
    rows.forEach((row, index) => {
      expect([...row.text].length).toBe(28);
      expect(Math.abs(row.x - 28)).toBeLessThan(0.1);
      expect(Math.abs(row.y - (rows[0]?.y ?? 0) - (index * 225) / 22)).toBeLessThan(0.1);
      expect(row.y).toBeGreaterThan(37 + (225 / 22) * index);
      expect(row.y).toBeLessThan(37 + (225 / 22) * (index + 1));
    });
  });

  test('quotes what the service answers to a private-use character, which names field and character', async () => {
    const [inName = '', inNarrative = ''] = await refusalsOfPrivateUse(ROOT);
    expect(inName).toContain('/respondents/0/name');
    expect(inNarrative).toContain('GLYPH_MISSING');
    expect(inNarrative).toContain('U+E000');
    const text = readFileSync(path.join(FOLDER, 'README.md'), 'utf8');
    for (const answer of [inName, inNarrative]) expect(text).toContain(answer);
  });

  test('lays rulers under a page where the standard has its margins, and leaves the page as it is', async () => {
    const dpi = 254;
    const pdf = await pdfOf(fullGrid);
    const [page, ruled] = [
      await drawPage(pdf, { page: 1, dpi }),
      await drawPage(pdf, { page: 1, dpi, under: rulerSheet() }),
    ];
    const redOf = ({ width, pixels }: typeof page, x: number, y: number) => pixels[(y * width + x) * 3] ?? 0;
    // At 254 dpi a tenth of a millimetre is a pixel: the corners of the type area are drawn blue, the paper is white.
    for (const [x, y] of [[280, 1495] as const, [1840, 1495] as const, [900, 370] as const, [900, 2620] as const]) {
      expect(redOf(page, x, y)).toBe(255);
      const near = [-2, -1, 0, 1, 2].flatMap((step) => [redOf(ruled, x + step, y), redOf(ruled, x, y + step)]);
      expect(Math.min(...near)).toBeLessThan(200);
    }
    // Every black stroke of the page is still black.
    let changed = 0;
    page.pixels.forEach((value, at) => {
      if (value < 40 && (ruled.pixels[at] ?? 255) > 60) changed += 1;
    });
    expect(changed).toBe(0);
  }, 60_000);

  test('writes a picture of sixteen colours that keeps black, white and size', () => {
    const [width, height] = [5, 2];
    const pixels = Uint8Array.from({ length: width * height * 3 }, (_, at) => (Math.floor(at / 3) % 2 === 0 ? 0 : 254));
    const pair = sideBySide([
      { width, height, pixels },
      { width, height, pixels },
    ]);
    expect([pair.width, pair.height]).toEqual([34, 18]);
    const png = toPng({ width, height, pixels });
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([width, height]);
    const data = png.indexOf('IDAT');
    const rows = inflateSync(png.subarray(data + 4, data + 4 + png.readUInt32BE(data - 4)));
    // A filter byte, then five pixels in three bytes: colour 0 is black, 8 white.
    expect([...rows]).toEqual([0, 0x08, 0x08, 0x00, 0, 0x80, 0x80, 0x80]);
  });
});
