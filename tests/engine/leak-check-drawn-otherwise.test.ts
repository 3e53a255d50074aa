import { readFile } from '../../src/leak-check';
import { charactersByName } from '../../src/leak-check/pdf/fonts/numbered-names';
import { asBars, code128, type Modules, qrModules } from '../leak-corpus/generate/codes';
import { fontPage, line, show } from '../leak-corpus/generate/pdf-parts';
import { ADDRESS, verdict } from '../support/leak-verdict';
import { page, stream } from '../support/raw-pdf';

const code = qrModules(ADDRESS);
const SIDE = 3;

/** Something for each dark module, by its place on the page. */
const forDark = (modules: Modules, write: (x: number, y: number) => string) =>
  modules
    .flatMap((row, down) =>
      row.flatMap((dark, across) => (dark ? [write(100 + across * SIDE, 600 - down * SIDE)] : [])),
    )
    .join('\n');

/** A font of Type 3 with one glyph, at code A, and an empty one at B. */
const typeThree = (glyph: string, entries = '/FontMatrix [.001 0 0 .001 0 0]') => [
  `<< /Type /Font /Subtype /Type3 ${entries} /FirstChar 65 /LastChar 66 /Widths [1000 1000] /CharProcs << /m 6 0 R /s 7 0 R >> ` +
    '/Encoding << /Differences [65 /m /s /none] >> /Resources << /Font << /F2 8 0 R >> >> >>',
  stream(glyph),
  stream('1000 0 d0'),
  '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [9 0 R] >>',
  '<< /Type /Font /Subtype /CIDFontType0 /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>',
];

const MODULE = '1000 0 0 0 1000 1000 d1 0 0 1000 1000 re f';
const rowsOf = (modules: Modules) => modules.map((row) => row.map((dark) => (dark ? 'A' : 'B')).join(''));

describe('a code is found that is drawn', () => {
  const rows = rowsOf(code);
  test.each<[string, string]>([
    ['with the glyphs of a font, line by line', rows.map((row) => `(${row}) Tj T*`).join(' ')],
    [
      'with the glyphs of a font and moves between them',
      rows.map((row) => `[(${row.slice(0, 5)}) 0 (${row.slice(5)}) /x] TJ T*`).join(' '),
    ],
  ])('%s', async (_, text) => {
    expect(await verdict('pdf', fontPage(`BT /F1 3 Tf 3 TL 100 600 Td ${text} ET`, ...typeThree(MODULE)))).toContain(
      '图形码',
    );
  });

  test('as one glyph, in a font that counts in its own units', async () => {
    const glyph = `99 0 d0 ${forDark(code, (x, y) => `${x - 100} ${y - 600} 3 3 re`)} f`;
    const font = typeThree(glyph, '/FontMatrix [1 0 0 1 0 0]');
    expect(await verdict('pdf', fontPage('BT /F1 1 Tf 100 600 Td (A) Tj ET', ...font))).toContain('图形码');
  });

  test('with dots that do not touch each other', async () => {
    const dots = forDark(code, (x, y) => `${x} ${y} 2.4 2.4 re`);
    expect(await verdict('pdf', page(`${dots} f`))).toContain('图形码');
  });

  test('with an image of one pixel for each module, with gaps between them', async () => {
    const images = forDark(code, (x, y) => `q 2.5 0 0 2.5 ${x} ${y} cm BI /W 1 /H 1 /IM true /BPC 1 ID \0 EI Q`);
    expect(await verdict('pdf', page(images))).toContain('图形码');
  });

  test('in white, as the mask of a dark area', async () => {
    const white = `1 g ${forDark(code, (x, y) => `${x} ${y} 3 3 re`)} f`;
    expect(
      await verdict('pdf', page('', { objects: [stream(white, '/Subtype /Form /BBox [0 0 595 842]')] })),
    ).toContain('图形码');
  });
});

test('images of one pixel in an unknown colour space are refused', async () => {
  expect(await verdict('pdf', page('BI /W 1 /H 1 /CS /Secret ID a EI'))).toMatch(
    /^unreadable: a PDF picture in an unusual colour space/,
  );
});

test('text that glyphs of a font write is read in its place', async () => {
  const codes = Array.from(ADDRESS, (_, index) => `/c${index} ${10 + index} 0 R`).join(' ');
  const names = Array.from(ADDRESS, (_, index) => `/c${index}`).join(' ');
  const [, , , ...rest] = typeThree('');
  const font =
    `<< /Type /Font /Subtype /Type3 /FirstChar 65 /Widths [${'1000 '.repeat(ADDRESS.length)}] /CharProcs << ${codes} >> ` +
    `/Encoding << /Differences [65 ${names}] >> /Resources << /Font << /F2 8 0 R >> >> >>`;
  const glyphs = [...ADDRESS].map((char) => stream(`1000 0 d0 BT /F2 1000 Tf ${show(char)} ET`));
  const letters = Array.from(ADDRESS, (_, index) => String.fromCharCode(65 + index)).join('');
  const file = fontPage(`BT /F1 12 Tf 100 600 Td (${letters}) Tj ET`, font, stream(''), stream(''), ...rest, ...glyphs);
  expect(await verdict('pdf', file)).toContain('PDF 页面文字');
});

test('letters of a Type 3 font, drawn with curves or as pictures, are letters', async () => {
  for (const glyph of ['1000 0 d0 0 0 m 1 2 3 4 5 6 c f', '1000 0 d0 BI /W 1 /H 1 /IM true ID \0 EI']) {
    expect(
      await verdict('pdf', fontPage('BT /F1 12 Tf 100 600 Td (AAAAAAAAAAAAAAAAAAAABCD) Tj ET', ...typeThree(glyph))),
    ).toBe('passes');
  }
});

describe('annotations that only a viewer draws', () => {
  const dark = (write: (x: number, y: number) => string) =>
    page('', { pageEntries: `/Annots [${forDark(code, write)}]` });
  const quads = (x: number, y: number) => `${x} ${y + 3} ${x + 3} ${y + 3} ${x} ${y} ${x + 3} ${y}`;
  const one = (entries: string) => page('', { pageEntries: `/Annots [<< ${entries} >>]` });
  const UNREAD = /^unreadable: annotations that only a viewer draws/;

  test.each<[string, Buffer]>([
    ['squares', dark((x, y) => `<< /Subtype /Square /IC [0] /Rect [${x} ${y} ${x + 3} ${y + 3}] >>`)],
    [
      'fields with a colour',
      dark((x, y) => `<< /Subtype /Widget /MK << /BG [0] >> /Rect [${x} ${y} ${x + 3} ${y + 3}] >>`),
    ],
    ['marked pieces of text', one(`/Subtype /Highlight /QuadPoints [${forDark(code, quads)}]`)],
    ['strokes of ink', one(`/Subtype /Ink /InkList [${forDark(code, (x, y) => `[${x} ${y} ${x + 3} ${y}]`)}]`)],
  ])('are refused where so many could be a code: %s', async (_, file) => {
    expect(await verdict('pdf', file)).toMatch(UNREAD);
  });

  test('pass where somebody marked a page, and where they are links or fields', async () => {
    expect(await verdict('pdf', one('/Subtype /Highlight /QuadPoints [1 2 3 4 5 6 7 8]'))).toBe('passes');
    for (const kind of ['Link', 'Widget', 'toString']) {
      expect(
        await verdict(
          'pdf',
          dark((x, y) => `<< /Subtype /${kind} /Rect [${x} ${y} ${x + 3} ${y + 3}] >>`),
        ),
      ).toBe('passes');
    }
  });
});

describe('a picture that is cut into pieces in JPEG', () => {
  const jpeg = (side: number) =>
    Buffer.concat([
      Buffer.from(
        `<< /Subtype /Image /Width ${side} /Height ${side} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode /Length 4 >>\nstream\n`,
      ),
      Buffer.from([0xff, 0xd8, 0xff, 0xd9]),
      Buffer.from('\nendstream'),
    ]);
  const tiles = (side: number, step: number) =>
    page(`q 99 0 0 99 100 400 cm /X7 Do Q q 99 0 0 99 ${100 + step} 400 cm /X7 Do Q`, { objects: [jpeg(side)] });

  test('is refused', async () => {
    expect(await verdict('pdf', tiles(100, 99))).toMatch(/cut into small ones|unusual format/);
    const reasons = async (file: Buffer) => (await readFile(file, 'pdf')).unread.map(({ reason }) => reason).join();
    expect(await reasons(tiles(100, 99))).toContain('cut into small ones in JPEG');
    expect(await reasons(tiles(100, 200))).not.toContain('cut into');
    expect(await reasons(tiles(1200, 99))).not.toContain('cut into');
    expect(await reasons(tiles(1, 200))).not.toContain('cut into');
  });
});

describe('names of glyphs that are numbers', () => {
  const digits = [...'0123456789'];
  const font = (nameOf: (digit: string) => string) =>
    fontPage(
      `BT /F1 12 Tf 100 600 Td (${[...'13812345678'].map((digit) => String.fromCharCode(97 + Number(digit))).join('')}) Tj ET`,
      `<< /Type /Font /Subtype /Type1 /BaseFont /X /Encoding << /Differences [97 ${digits.map((digit) => `/${nameOf(digit)}`).join(' ')}] >> >>`,
    );
  const facts = [{ pointer: '/p', label: '电话', spellings: ['13812345678'], kind: 'phone' as const }];

  test.each<[string, (digit: string) => string]>([
    ['a49', (digit) => `a${digit.charCodeAt(0)}`],
    ['C0049', (digit) => `C00${digit.charCodeAt(0)}`],
    ['G31', (digit) => `G${digit.charCodeAt(0).toString(16)}`],
    ['char31', (digit) => `char${digit.charCodeAt(0).toString(16)}`],
  ])('are read as the characters that they count: %s', async (_, nameOf) => {
    expect(await verdict('pdf', font(nameOf), facts)).toContain('电话');
  });

  test('are left alone among words, and where they count no character', () => {
    expect(
      charactersByName(
        new Map([
          [65, 'alpha'],
          [66, 'a49'],
        ]),
      ).size,
    ).toBe(0);
    expect([
      ...charactersByName(
        new Map([
          [65, 'g10'],
          [66, 'g41'],
        ]),
      ),
    ]).toEqual([[66, 'A']]);
  });
});

test('a gap between glyphs stays one in what their names say', async () => {
  const names = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
  const map = '1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <61> <6a> <4e00> endbfrange';
  const file = fontPage(
    'BT /F1 12 Tf 100 600 Td [(bdi) -300 (bcde) -300 (fghi)] TJ ET',
    `<< /Type /Font /Subtype /Type1 /BaseFont /X /ToUnicode 6 0 R /Encoding << /Differences [97 ${names.map((name) => `/${name}`).join(' ')}] >> >>`,
    stream(`begincmap ${map} endcmap`),
  );
  const facts = [{ pointer: '/p', label: '电话', spellings: ['13812345678'], kind: 'phone' as const }];
  expect(await verdict('pdf', file, facts)).toContain('PDF 页面字形');
});

test('a bar code that stands at a slant is read', async () => {
  const bars = asBars(code128('013812345678'), { x: 0, y: 0, side: 1.5 });
  const facts = [{ pointer: '/p', label: '电话', spellings: ['13812345678'], kind: 'phone' as const }];
  expect(await verdict('pdf', page(`q 0.906 0.423 -0.423 0.906 200 100 cm ${bars} f Q`), facts)).toContain('图形码');
});

test('an upright drawing of slanted shapes is painted', async () => {
  const slanted = forDark(code, (x, y) => `q 0.9 0.43 -0.43 0.9 200 100 cm ${x} ${y} 3 3 re f Q`);
  expect(await verdict('pdf', page(slanted + line('')))).toContain('图形码');
});
