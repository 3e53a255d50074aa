import { createBudget } from '../../src/leak-check/budget';
import { readCodes } from '../../src/leak-check/pictures/codes';
import { codesInText } from '../../src/leak-check/pictures/text-codes';
import { qrModules, toPixels } from '../leak-corpus/generate/codes';
import { fontPage, image, shown } from '../leak-corpus/generate/pdf-parts';
import { ADDRESS, verdict } from '../support/leak-verdict';
import { page, stream } from '../support/raw-pdf';

const modules = qrModules(ADDRESS);
const FOUND = /^protected facts found: .*(?:图形码|图片)/;
const QUIET = 4;

/** A picture of the code, each of its modules so many pixels wide and high. */
function stretched(wide: number, high: number): [data: Buffer, width: number, height: number] {
  const [width, height] = [(modules.length + 2 * QUIET) * wide, (modules.length + 2 * QUIET) * high];
  const at = (row: number, column: number) =>
    modules[Math.floor(row / high) - QUIET]?.[Math.floor(column / wide) - QUIET];
  const rows = Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => (at(row, column) ? 0 : 255)),
  );
  return [Buffer.from(rows.flat()), width, height];
}

const drawn = (matrix: string, [data, width, height]: ReturnType<typeof stretched>) =>
  page(`${shown} q ${matrix} cm /X7 Do Q`, {
    objects: [
      stream(
        data,
        `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 8 /ColorSpace /DeviceGray`,
      ),
    ],
  });

describe('a code in a picture is read as the page shows it', () => {
  test.each([
    ['wider than its pixels are', '200 0 0 200 60 300', stretched(1, 8)],
    ['higher than its pixels are', '200 0 0 200 60 300', stretched(8, 1)],
  ])('%s', async (_, matrix, pixels) => {
    expect(await verdict('pdf', drawn(matrix, pixels))).toMatch(FOUND);
  });

  test('and a slanted picture without one passes', async () => {
    const file = page(`${shown} q 200 0 150 200 60 300 cm /X7 Do Q`, {
      objects: [image(Buffer.alloc(64, 200), '/BitsPerComponent 8 /ColorSpace /DeviceGray', 8)],
    });
    expect(await verdict('pdf', file)).toBe('passes');
  });
});

describe('a code in colours of one lightness is read, whatever is around it', () => {
  const { size, pixels } = toPixels(modules);
  const paint = (colour: (isDark: boolean, isMargin: boolean) => number[]) => {
    const margin = QUIET * 4;
    const isMargin = (index: number) => {
      const [row, column] = [Math.floor(index / size), index % size];
      return Math.min(row, column) < margin || Math.max(row, column) >= size - margin;
    };
    return Buffer.from([...pixels].flatMap((value, index) => colour(value === 0, isMargin(index))));
  };
  const redOrGreen = paint((isDark, isMargin) => (isMargin ? [255, 255, 255] : isDark ? [255, 0, 0] : [0, 130, 0]));
  const inks = paint((isDark, isMargin) => (isMargin ? [0, 0, 0, 0] : isDark ? [255, 0, 0, 0] : [0, 255, 0, 0]));
  const numbers = paint((isDark) => [isDark ? 1 : 0]);

  test.each([
    ['red and green', redOrGreen, '/ColorSpace /DeviceRGB'],
    ['two inks', inks, '/ColorSpace /DeviceCMYK'],
    [
      'two numbers of one colour, one of which is left out',
      numbers,
      '/ColorSpace [/Indexed /DeviceRGB 1 <ffffffffffff>] /Mask [1 1]',
    ],
  ])('%s', async (_, data, space) => {
    const objects = [image(data, `/BitsPerComponent 8 ${space}`, size)];
    expect(await verdict('pdf', page(shown, { objects }))).toMatch(FOUND);
  });

  test('while photographs are looked at once', async () => {
    const photo = Buffer.from(Array.from({ length: 3 * 64 * 64 }, (_, index) => (index * 7919) % 256));
    const objects = [image(photo, '/BitsPerComponent 8 /ColorSpace /DeviceRGB', 64)];
    expect(await verdict('pdf', page(shown, { objects }))).toBe('passes');
  });
});

describe('shades that may be a drawing are refused', () => {
  const table = (sides: string) => stream(Buffer.alloc(441, 9), `/FunctionType 0 /Size [${sides}] /BitsPerSample 8`);

  test.each([
    ['a table of shades for two directions', table('21 21')],
    ['a net of many triangles', stream(Buffer.alloc(1200, 3), '/ShadingType 4')],
  ])('%s', async (_, object) => {
    expect(await verdict('pdf', page(shown, { objects: [object] }))).toMatch(/^unreadable: a drawing made of shades/);
  });

  test.each([
    ['a table for one direction', table('441')],
    ['a small table', table('2 2')],
    ['a list of sides that is no table', stream(Buffer.alloc(441, 9), '/Size [21 21]')],
    ['a net of a few triangles', stream(Buffer.alloc(90, 3), '/ShadingType 4')],
    ['an even run of shades', stream(Buffer.alloc(1200, 3), '/ShadingType 2')],
  ])('but %s passes', async (_, object) => {
    expect(await verdict('pdf', page(shown, { objects: [object] }))).toBe('passes');
  });
});

test('a code of the squares that every viewer has among its signs is read', async () => {
  const rows = modules.map((row) => `(${row.map((isDark) => (isDark ? 'n' : ' ')).join('')}) Tj T*`);
  const file = fontPage(
    `BT /F1 5 Tf 5 TL 60 700 Td ${rows.join(' ')} ET`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>',
  );
  expect(await verdict('pdf', file)).toMatch(FOUND);
});

test('a code of square signs, one for each module, is read', async () => {
  const text = modules.map((row) => row.map((isDark) => (isDark ? '⬛' : '⬜')).join('')).join('\n');
  const budget = createBudget();
  const codes = await Promise.all(
    codesInText(text, budget).map((pixels) => readCodes({ carrier: '甲', ...pixels }, budget)),
  );
  expect(codes.flat()).toContain(ADDRESS);
});
