import { createBudget } from '../../src/leak-check/budget';
import { readCMap } from '../../src/leak-check/pdf/fonts/cmap';
import { readCompactFont } from '../../src/leak-check/pdf/fonts/compact-font';
import { isWord } from '../../src/leak-check/pdf/fonts/glyph-names';
import { fontPage } from '../leak-corpus/generate/pdf-parts';
import { byteMap, characterMap, compactFont, fontFile, nameTable, u16 } from '../support/font-programs';
import { ADDRESS, verdict } from '../support/leak-verdict';
import { stream, ucs2 } from '../support/raw-pdf';

const BUDGET = createBudget();
const LETTERS = [...ADDRESS];
const FIRST = 65;
const shown = LETTERS.map((_, index) => String.fromCharCode(FIRST + index)).join('');
const UNREADABLE = /^unreadable: a PDF glyph without text/;
const FOUND = /^protected facts found/;

const uni = (letter: string) => `uni${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
const differences = (names: string[]) =>
  `/Encoding << /Differences [${FIRST} ${names.map((name) => `/${name}`).join(' ')}] >>`;

type Program = { key?: string; bytes?: Buffer; entries?: string; flags?: number; text?: string };

/** A page in a simple font that the file brings. */
const simple = ({ key = 'FontFile2', bytes = trueType({}), entries = '', flags = 4, text = shown }: Program) =>
  fontPage(
    `BT /F1 12 Tf 60 700 Td (${text}) Tj ET`,
    `<< /Type /Font /Subtype /TrueType /BaseFont /AAAAAA+Own /FontDescriptor 6 0 R ${entries} >>`,
    `<< /Type /FontDescriptor /Flags ${flags} /${key} 7 0 R >>`,
    stream(bytes),
    stream(''),
  );

const glyphs = Object.fromEntries(LETTERS.map((_, index) => [FIRST + index, index + 1]));
const trueType = (tables: Record<string, Buffer>) =>
  fontFile({ cmap: characterMap([{ platform: 1, encoding: 0, table: byteMap(glyphs) }]), ...tables });

const integer = (value: number) => Buffer.concat([Buffer.from([29]), u16(value >>> 16, value & 0xffff)]);
/** With a table of codes behind everything else. */
const compact = (strings: string[], codes: number[]) => {
  const font = (at: number) =>
    compactFont({
      ...{ strings, glyphs: strings.length + 1, more: Buffer.concat([integer(at), Buffer.from([16])]) },
      charset: Buffer.concat([Buffer.from([0]), u16(...strings.map((_, index) => 391 + index))]),
    });
  return Buffer.concat([font(font(0).length), Buffer.from(codes)]);
};
const type1 = (nameOf: (letter: string, index: number) => string) =>
  Buffer.from(
    `%!PS-AdobeFont-1.0\n${LETTERS.map((letter, index) => `dup ${FIRST + index} /${nameOf(letter, index)} put\n`).join('')}\x80`,
    'latin1',
  );

describe('codes of a font that the file brings, and that nothing tells the letters of, are no letters', () => {
  test.each<[string, Program]>([
    ['TrueType with codes alone', {}],
    [
      'TrueType with counted names',
      { bytes: trueType({ post: nameTable(['x0', ...LETTERS.map((_, index) => `x${index}`)]) }) },
    ],
    ['whose names are counted', { entries: differences(LETTERS.map((_, index) => `x${index}`)), flags: 32 }],
    [
      'a compact font with counted names',
      {
        key: 'FontFile3',
        bytes: compact(
          LETTERS.map((_, index) => `x${index}`),
          [0, 0],
        ),
      },
    ],
    ['Type 1 with counted names', { key: 'FontFile', bytes: type1((_, index) => `c${index}`) }],
  ])('%s', async (_, program) => {
    expect(await verdict('pdf', simple(program))).toMatch(UNREADABLE);
  });

  test('of Type 3 likewise', async () => {
    const file = fontPage(
      `BT /F1 12 Tf 60 700 Td (${shown}) Tj ET`,
      `<< /Type /Font /Subtype /Type3 /FontMatrix [0.001 0 0 0.001 0 0] ${differences(LETTERS.map((_, index) => `q${index}`))} /CharProcs << >> >>`,
      ...Array(3).fill('null'),
    );
    expect(await verdict('pdf', file)).toMatch(UNREADABLE);
  });

  test.each<[string, Program]>([
    ['where the font says that they are', { flags: 32 }],
    ['where its glyphs have the names of every Macintosh font', { bytes: trueType({ post: standardNames() }) }],
    ['where they are words', { key: 'FontFile', bytes: type1(() => 'asteriskmath') }],
    ['where they are blanks, and a few bullets', { text: 'A B C D E    ' }],
  ])('but %s they pass', async (_, program) => {
    expect(await verdict('pdf', simple(program))).toBe('passes');
  });
});

/** Every glyph with one of the names that are not stored. */
function standardNames(): Buffer {
  const names = nameTable([undefined, ...LETTERS.map(() => undefined)]);
  for (let glyph = 1; glyph <= LETTERS.length; glyph += 1) names.writeUInt16BE(36 + glyph, 34 + 2 * glyph);
  return names;
}

describe('the codes of a simple compact font', () => {
  test.each([
    ['one by one', [0, LETTERS.length, ...LETTERS.map((_, index) => FIRST + index)]],
    ['in ranges', [1, 1, FIRST, LETTERS.length - 1]],
  ])('%s lead to the names of its glyphs', async (_, codes) => {
    const bytes = compact(LETTERS.map(uni), codes);
    expect(await verdict('pdf', simple({ key: 'FontFile3', bytes }))).toMatch(FOUND);
  });

  test('know which glyphs are named', () => {
    const bytes = compact(['uni5E78', 'asteriskmath', 'x1'], [0, 1, FIRST]);
    const font = readCompactFont(bytes, BUDGET);
    expect([0, 1, 2, 3].map((glyph) => font?.isNamed(glyph))).toEqual([false, true, true, false]);
  });

  test('are those of plain letters where it says nothing else, and none in the encoding of experts', () => {
    const charset = Buffer.concat([Buffer.from([0]), u16(34, 391)]);
    const expert = Buffer.concat([integer(1), Buffer.from([16])]);
    const font = (more: Buffer) => readCompactFont(compactFont({ strings: ['x1'], glyphs: 3, charset, more }), BUDGET);
    expect([65, 66].map((code) => font(Buffer.alloc(0))?.glyphOf(code))).toEqual([1, undefined]);
    expect(font(expert)?.glyphOf(65)).toBeUndefined();
  });
});

describe('a map from codes to text', () => {
  const composite = (targets: string[]) => {
    const codes = targets.map((target, index) => `<${(0x8100 + index).toString(16)}> ${target}`);
    const cmap = `begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange ${codes.length} beginbfchar ${codes.join(' ')} endbfchar endcmap`;
    return fontPage(
      `BT /F1 12 Tf 60 700 Td <${targets.map((_, index) => (0x8100 + index).toString(16)).join('')}> Tj ET`,
      '<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /ToUnicode 6 0 R /DescendantFonts [7 0 R] >>',
      stream(cmap),
      '<< /Type /Font /Subtype /CIDFontType2 >>',
      'null',
    );
  };

  test.each([
    ['to signs of the font itself', (index: number) => `<${(0xe100 + index).toString(16)}>`],
    ['to nothing', () => '<>'],
    ['to characters that nobody sees', () => '<0001>'],
    ['to zeros', () => '<0000>'],
  ])('%s is none', async (_, target) => {
    expect(await verdict('pdf', composite(LETTERS.map((_letter, index) => target(index))))).toMatch(UNREADABLE);
  });

  test('says nothing of what is no code', () => {
    const cmap = readCMap(Buffer.from('1 beginbfchar 7 <7532> endbfchar'), BUDGET);
    expect(cmap.textOf(7, 1)).toBeUndefined();
  });

  test('may name the glyphs', async () => {
    expect(await verdict('pdf', composite(LETTERS.map((letter) => `/${uni(letter)}`)))).toMatch(FOUND);
  });

  test('may name a glyph that nobody knows, or nothing', async () => {
    expect(await verdict('pdf', composite(['/asteriskmath']))).toMatch(UNREADABLE);
    expect(await verdict('pdf', composite([`<${ucs2('甲')}>`, '7']))).toMatch(UNREADABLE);
  });

  test('may have a few bullets of a symbol font', async () => {
    expect(await verdict('pdf', composite(['<f0b7>', '<f0a7>', '<f0fc>', `<${ucs2('甲')}>`]))).toBe('passes');
  });
});

test('names that are words, and names that only count', () => {
  for (const name of ['asteriskmath', 'alpha', 'afii10017', 'Adieresis', 'f_i'])
    expect([name, isWord(name)]).toEqual([name, name !== 'f_i']);
  for (const name of ['g12', 'x7', 'cid45', 'glyph123', '.notdef', 'A', '12'])
    expect([name, isWord(name)]).toEqual([name, false]);
});
