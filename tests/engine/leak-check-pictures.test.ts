import { readFile } from '../../src/leak-check';
import { IDENTITY } from '../../src/leak-check/drawing/matrix';
import { createPainter, type Shape } from '../../src/leak-check/drawing/painter';
import { rasterize } from '../../src/leak-check/drawing/raster';
import type { PdfValue } from '../../src/leak-check/pdf/syntax/values';
import { asBars, asRectangles, code128, qrModules, toPixels } from '../leak-corpus/generate/codes';
import { docx } from '../leak-corpus/generate/docx-package';
import { ADDRESS, FACTS, verdict } from '../support/leak-verdict';
import { page, stream } from '../support/raw-pdf';

const modules = qrModules(ADDRESS);
const { size, pixels } = toPixels(modules, { scale: 3 });
const image = (data: Buffer, entries: string, more: (string | Buffer)[] = []) =>
  page('', {
    objects: [stream(data, `/Subtype /Image /Width ${size} /Height ${size} /BitsPerComponent 8 ${entries}`), ...more],
  });
/** Data that are in their filter already. */
const filtered = (filter: string) =>
  page('', {
    objects: [
      Buffer.concat([
        Buffer.from(`<< /Subtype /Image /Filter /${filter} /Length ${pixels.length} >>\nstream\n`),
        pixels,
        Buffer.from('\nendstream'),
      ]),
    ],
  });
const each = (make: (grey: number) => number[]) => Buffer.from([...pixels].flatMap(make));
const inline = (keys: string, data: Buffer, more = '') =>
  page(Buffer.concat([Buffer.from(`BI ${keys} ID `), data, Buffer.from(`\nEI ${more}`)]).toString('latin1'), {
    pageEntries: '/Resources << /ColorSpace << /C1 [/ICCBased 7 0 R] /C2 /C2 >> >>',
    objects: [stream('', '/N 1')],
  });
const inlineSize = `/W ${size} /H ${size} /BPC 8`;
const packedBits = (bits: number) => {
  const perByte = 8 / bits;
  const stride = Math.ceil(size / perByte);
  const data = Buffer.alloc(stride * size);
  for (const [index, grey] of [...pixels].entries()) {
    const [row, column] = [Math.floor(index / size), index % size];
    const at = row * stride + Math.floor(column / perByte);
    const value = grey === 0 ? 0 : (1 << bits) - 1;
    data[at] = (data[at] ?? 0) | (value << (8 - bits * ((column % perByte) + 1)));
  }
  return data;
};

describe('a QR code is read in a picture', () => {
  test.each<[string, Buffer]>([
    ['in grey', image(pixels, '/ColorSpace /DeviceGray')],
    [
      'in red, green and blue',
      image(
        each((grey) => [grey, grey, grey]),
        '/ColorSpace [/CalRGB << >>]',
      ),
    ],
    [
      'in lightness and hues',
      image(
        each((grey) => [grey, 128, 128]),
        '/ColorSpace [/Lab << >>]',
      ),
    ],
    [
      'in inks',
      image(
        each((grey) => [0, 0, 0, 255 - grey]),
        '/ColorSpace /DeviceCMYK',
      ),
    ],
    ['by a profile of one component', image(pixels, '/ColorSpace [/ICCBased 8 0 R]', [stream('', '/N 1')])],
    [
      'by a profile that says nothing',
      image(
        each((grey) => [grey, grey, grey]),
        '/ColorSpace [/ICCBased 8 0 R]',
        [stream('')],
      ),
    ],
    [
      'by a profile of a strange number',
      image(
        each((grey) => [grey, grey, grey]),
        '/ColorSpace [/ICCBased 8 0 R]',
        [stream('', '/N 9')],
      ),
    ],
    ['of four bits', image(packedBits(4), '/ColorSpace /DeviceGray /BitsPerComponent 4')],
    ['of two bits', image(packedBits(2), '/ColorSpace /DeviceGray /BitsPerComponent 2')],
    [
      'of sixteen bits',
      image(
        each((grey) => [grey, grey]),
        '/ColorSpace /DeviceGray /BitsPerComponent 16',
      ),
    ],
    [
      'with a table of colours in a stream',
      image(
        each((grey) => [grey === 0 ? 0 : 1]),
        '/ColorSpace [/Indexed /DeviceGray 1 8 0 R]',
        [stream(Buffer.from([0, 255]))],
      ),
    ],
    ['inside the content', inline(`${inlineSize} /CS /G /Interpolate true`, pixels)],
    ['inside the content, in a named colour space', inline(`${inlineSize} /CS /C1`, pixels)],
  ])('%s', async (_, file) => {
    expect(await verdict('pdf', file)).toContain('图形码');
  });
});

describe('a picture that cannot be read is refused', () => {
  test.each<[string, Buffer]>([
    ['in an unknown colour space', image(pixels, '/ColorSpace /Secret')],
    ['in a colour space that names itself', inline(`${inlineSize} /CS /C2`, pixels)],
    ['in JPEG 2000', filtered('JPXDecode')],
    ['in fax compression', filtered('CCITTFaxDecode')],
    ['in broken JPEG', filtered('DCTDecode')],
    ['without a size', page('', { objects: [stream('', '/Subtype /Image /ColorSpace /DeviceGray')] })],
    [
      'that is larger than any sheet',
      page('', { objects: [stream('', '/Subtype /Image /Width 99999 /Height 99999 /ColorSpace /G')] }),
    ],
    ['inside the content without an end', page('BI /W 1 ID abc')],
  ])('%s', async (_, file) => {
    expect(await verdict('pdf', file)).toMatch(/^unreadable: /);
  });

  test('in a Word file', async () => {
    const broken = docx({ 'word/media/image1.png': Buffer.from('\x89PNG\r\n\x1a\nbroken', 'latin1') });
    expect(await verdict('docx', broken)).toMatch(/^unreadable: a picture in an unusual format/);
  });

  test('but one with a table of colours that the file does not hold is read by the numbers of its colours', async () => {
    expect(await verdict('pdf', image(pixels, '/ColorSpace [/Indexed /DeviceGray 1 99 0 R]'))).toMatch(/图形码/);
  });

  test('and more pictures than a document can need', async () => {
    const objects = Array.from({ length: 502 }, () =>
      stream(Buffer.from([0]), '/Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray'),
    );
    const { pictures, unread } = await readFile(page('', { objects }), 'pdf');
    expect([pictures.length, unread.length]).toEqual([502, 2]);
  });
});

test('an inline picture ends where readable operators follow, not at letters among its pixels', async () => {
  const data = Buffer.concat([pixels.subarray(0, 90), Buffer.from('\nEI \x01\x02\x03 xEI '), pixels.subarray(102)]);
  const file = inline(`${inlineSize} /CS /G 7 /Odd`, data, 'Q');
  const { pictures, unread } = await readFile(file, 'pdf');
  expect([pictures.length, unread]).toEqual([1, []]);
});

describe('a code drawn with shapes', () => {
  const drawing = { x: 100, y: 600, side: 2 };
  const spread = asRectangles(modules, { x: 0, y: 0, side: 40 });

  test.each([
    [
      'next to another one',
      asRectangles(modules, drawing) +
        asRectangles(qrModules('https://a.example'), { ...drawing, x: 100 + 2 * (modules.length + 6) }),
    ],
    ['with the even-odd rule', asRectangles(modules, drawing).replace(/f\n$/, 'f*\n')],
    ['filled and stroked', `0 w ${asRectangles(modules, drawing).replace(/f\n$/, 'B\n')}`],
    ['in inks', asRectangles(modules, drawing).replace('0 g', '0 0 0 1 k')],
    [
      'in dark red on a background',
      `1 1 0.9 rg 0 0 595 842 re f 0.4 0 0 rg ${asRectangles(modules, drawing).replace('0 g\n', '')}`,
    ],
    ['in a pattern', `/Pattern cs /P1 scn ${asRectangles(modules, drawing).replace('0 g\n', '')}`],
    ['of round dots', roundDots()],
    [
      'after a path that is thrown away',
      `h 0 0 m 5 5 l h h n 0.5 G 1 1 m f 3 3 m 3 3 l S ${asRectangles(modules, drawing)}`,
    ],
  ])('is read %s', async (_, content) => {
    expect(await verdict('pdf', page(content))).toContain('绘制的图形码');
  });

  test('is not looked for in tables, and not in drawings as wide as a room', async () => {
    const table = Array.from({ length: 30 }, (_, row) => `50 ${700 - row * 20} m 500 ${700 - row * 20} l S`).join('\n');
    const { pictures } = await readFile(page(table + spread), 'pdf');
    expect(pictures).toEqual([]);
  });

  test('is not looked for in the rules of a table with many small cells', async () => {
    expect((await readFile(page(tableRules(500)), 'pdf')).pictures).toEqual([]);
  });

  const digits = code128('013812345678');
  const phone = { pointer: '/p', label: '电话', spellings: ['13812345678'], kind: 'phone' as const };

  test.each([
    ['a QR code', asRectangles(modules, { x: 53, y: 797, side: 1 })],
    ['a bar code as high as the cell', asBars(digits, { x: 54, y: 760, side: 0.4 })],
    ['the same code many times over', asRectangles(modules, { x: 53, y: 797, side: 1 }).repeat(20)],
  ])('is read in a cell of a table: %s', async (_, code) => {
    expect(await verdict('pdf', page(tableRules(60) + code), [...FACTS, phone])).toContain('绘制的图形码');
  });

  test('as bars is read when it stands alone in a form that nothing draws', async () => {
    const bars = asBars(digits, { x: 10, y: 10, side: 1 });
    const file = page('', { objects: [stream(bars, '/Subtype /Form')] });
    expect(await verdict('pdf', file, [phone])).toContain('绘制的图形码');
  });
});

/** Cells of 60 × 40 pt from the top of a page, each side a rule of its own. */
function tableRules(cells: number): string {
  const rules = Array.from({ length: cells }, (_, cell) => {
    const [x, y] = [50 + (cell % 8) * 60, 760 - Math.floor(cell / 8) * 40];
    return `${x} ${y} m ${x + 60} ${y} l S ${x} ${y} m ${x} ${y + 40} l S`;
  });
  return `0.5 w ${rules.join('\n')}\n`;
}

function roundDots(): string {
  const dots = modules.flatMap((row, line) =>
    row.flatMap((dark, column) => {
      if (!dark) return [];
      const [x, y] = [100 + column * 4, 600 - line * 4];
      return [
        `${x} ${y + 2} m ${x} ${y + 4} ${x} ${y + 4} ${x + 2} ${y + 4} c ${x + 4} ${y + 4} ${x + 4} ${y + 2} v ${x + 4} ${y} ${x + 2} ${y} y ${x} ${y} l h`,
      ];
    }),
  );
  return `${dots.join('\n')} f\n`;
}

const toNumber = (value: number): PdfValue => ({ kind: 'number', value });

describe('painting', () => {
  const paint = (operators: [string, ...number[]][]): Shape[] => {
    const shapes: Shape[] = [];
    const painter = createPainter(shapes);
    for (const [operator, ...operands] of operators) painter.operate(operator, operands.map(toNumber), IDENTITY);
    return shapes;
  };
  const area = { left: 0, bottom: 0, right: 4, top: 4 };
  const rows = (shapes: Shape[]) => {
    const { grey, width } = rasterize(shapes, area, 1);
    return Array.from({ length: 4 }, (_, row) =>
      [...grey.subarray(row * width, (row + 1) * width)].map((value) => (value < 128 ? '#' : '.')).join(''),
    );
  };

  test('leaves holes by the rule that was asked for', () => {
    const square: [string, ...number[]][] = [
      ['re', 0, 0, 4, 4],
      ['re', 1, 1, 2, 2],
    ];
    expect(rows(paint([...square, ['f*']]))).toEqual(['####', '#..#', '#..#', '####']);
    expect(rows(paint([...square, ['f']]))).toEqual(['####', '####', '####', '####']);
  });

  test('keeps to the area, and to the colours in force', () => {
    expect(rows(paint([['g', 1], ['re', 0, 0, 4, 4], ['f'], ['g', 0], ['re', 9, 9, 4, 4], ['f']]))).toEqual(
      Array(4).fill('....'),
    );
    expect(rows(paint([['w', 2], ['K', 0, 0, 0, 1], ['m', -3, 1], ['l', 9, 1], ['S']]))).toEqual([
      '....',
      '....',
      '####',
      '####',
    ]);
  });

  test('forgets colours with the state', () => {
    const shapes: Shape[] = [];
    const painter = createPainter(shapes);
    const operate = (operator: string, ...operands: number[]) =>
      painter.operate(operator, operands.map(toNumber), IDENTITY);
    painter.save();
    operate('rg', 1, 1, 1);
    painter.restore();
    painter.restore();
    operate('re', 0, 0, 1, 1);
    operate('f');
    expect(shapes[0]?.grey).toBe(0);
  });

  test('is given up when there is too much of it', () => {
    expect(() => paint(Array.from({ length: 500_001 }, () => ['re', 0, 0, 1, 1]))).toThrow('more PDF drawing');
  });
});
