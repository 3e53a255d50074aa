import { readFile } from '../../src/leak-check';
import { createBudget } from '../../src/leak-check/budget';
import { codeAt, readCMap } from '../../src/leak-check/pdf/fonts/cmap';
import { readCompactFont } from '../../src/leak-check/pdf/fonts/compact-font';
import { glyphText } from '../../src/leak-check/pdf/fonts/glyph-names';
import { readTrueType } from '../../src/leak-check/pdf/fonts/true-type';
import {
  byteMap,
  characterMap,
  compactFont,
  fontFile,
  groupMap,
  nameTable,
  segmentMap,
  trimmedMap,
  u16,
} from '../support/font-programs';
import { rawPdf, stream } from '../support/raw-pdf';

const cp = (char: string) => char.codePointAt(0) ?? 0;
const trueType = (tables: Record<string, Buffer>) => readTrueType(fontFile(tables), createBudget());
const unicode = (table: Buffer) => ({ cmap: characterMap([{ platform: 3, encoding: 1, table }]) });
const texts = (font: ReturnType<typeof trueType>, glyphs: number[]) => glyphs.map((glyph) => font?.textOf(glyph));

describe('a TrueType program tells characters by its map', () => {
  test.each([
    ['format 0', byteMap({ 65: 1, 56: 2 }), ['A', '8']],
    [
      'format 4, by difference',
      segmentMap([{ start: cp('幸'), end: cp('幸'), delta: 1 - cp('幸') + 65536 }]),
      ['幸', undefined],
    ],
    ['format 4, by list', segmentMap([{ start: cp('A'), end: cp('B'), glyphs: [2, 1] }]), ['B', 'A']],
    [
      'format 4 with a segment that ends before it begins',
      segmentMap([
        { start: 9, end: 3 },
        { start: 65, end: 65, delta: 65472 },
      ]),
      ['A', undefined],
    ],
    ['format 6', trimmedMap(cp('路'), [2, 1]), [String.fromCodePoint(cp('路') + 1), '路']],
    [
      'format 12',
      groupMap([
        [5, 2, 0],
        [0x20bb7, 0x20bb7, 1],
      ]),
      ['𠮷', undefined],
    ],
  ])('%s', (_, table, expected) => {
    expect(texts(trueType(unicode(table)), [1, 2])).toEqual(expected);
  });

  test('and is nothing when no format is known', () => {
    expect(trueType(unicode(u16(14, 0)))).toBeUndefined();
    expect(trueType({})).toBeUndefined();
  });

  test('and by the names of its glyphs', () => {
    const font = trueType({ post: nameTable(['uni5E78', undefined, 'eight', 'A', 'ornament']) });
    expect(texts(font, [0, 1, 2, 3, 4])).toEqual(['幸', undefined, '8', 'A', undefined]);
    expect(trueType({ post: nameTable(['uni5E78'], 0x30000) })).toBeUndefined();
  });

  test('and by its own codes, as simple fonts use them', () => {
    const maps = [
      { platform: 1, encoding: 0, table: byteMap({ 1: 7 }) },
      { platform: 3, encoding: 0, table: groupMap([[0xf002, 0xf002, 8]]) },
    ];
    const font = trueType({ cmap: characterMap(maps), post: nameTable(['A']) });
    expect([font?.glyphOf(1), font?.glyphOf(2), font?.glyphOf(99)]).toEqual([7, 8, undefined]);
  });
});

describe('a CFF program tells characters by its names', () => {
  const read = (font: Parameters<typeof compactFont>[0]) => {
    const program = readCompactFont(compactFont(font), createBudget());
    return Array.from({ length: font.glyphs }, (_, glyph) => program?.textOf(glyph));
  };
  const strings = ['uni5E78', 'uni798F'];

  test.each([
    ['a list', Buffer.concat([Buffer.from([0]), u16(391, 17, 392)]), [undefined, '幸', '0', '福']],
    [
      'short ranges',
      Buffer.concat([Buffer.from([1]), u16(34), Buffer.from([1]), u16(66), Buffer.from([9])]),
      [undefined, 'A', 'B', 'a'],
    ],
    ['long ranges', Buffer.concat([Buffer.from([2]), u16(391), u16(1), u16(17), u16(3)]), [undefined, '幸', '福', '0']],
    [
      'no more than it holds',
      Buffer.concat([Buffer.from([0]), u16(999, 999, 999)]),
      [undefined, undefined, undefined, undefined],
    ],
  ])('in %s', (_, charset, expected) => {
    expect(read({ strings, charset, glyphs: 4 })).toEqual(expected);
  });

  test('in the predefined set', () => {
    expect(read({ strings: [], charset: 0, glyphs: 36 }).slice(17, 36)).toEqual([
      ...'0123456789',
      ...Array(7).fill(undefined),
      'A',
      'B',
    ]);
  });

  test('behind every kind of number', () => {
    // A real number, a short one, two of one and two bytes; then a key of two bytes.
    const more = Buffer.from([30, 0x1a, 0x5f, 28, 1, 2, 139, 247, 9, 12, 7, 30, 0x12]);
    const charset = Buffer.concat([Buffer.from([0]), u16(391)]);
    expect(read({ strings, charset, glyphs: 2, more: more.subarray(0, 11) })).toEqual([undefined, '幸']);
  });

  test('and has none when its glyphs are numbered', () => {
    const more = Buffer.from([139, 139, 139, 12, 30]);
    expect(readCompactFont(compactFont({ strings, charset: 0, glyphs: 1, more }), createBudget())).toBeUndefined();
  });

  test('and ends soon when it is broken', () => {
    const font = compactFont({ strings, charset: Buffer.from([1]), glyphs: 9 });
    expect(readCompactFont(font, createBudget())?.textOf(5)).toBeUndefined();
    for (let length = 0; length < font.length; length += 1) {
      readCompactFont(font.subarray(0, length), createBudget())?.textOf(1);
    }
    expect(readCompactFont(Buffer.from([1, 0, 4, 2, 0, 0, 0, 0]), createBudget())?.textOf(3)).toBeUndefined();
    expect(
      readCompactFont(Buffer.from([1, 0, 4, 2, 0, 0, 0, 1, 1, 1, 2, 30]), createBudget())?.textOf(3),
    ).toBeUndefined();
  });
});

test('glyph names stand for letters, digits and code points, and for nothing else', () => {
  const names = ['a', 'nine', 'two.oldstyle', 'uni5E78', 'uni5E78798F', 'u20BB7', 'uFFFFFF', 'ornament', ''];
  expect(names.map(glyphText)).toEqual(['a', '9', '2', '幸', '幸福', '𠮷', undefined, undefined, undefined]);
});

test('names of digits in other shapes and of several characters stand for what they show', () => {
  const names = [
    'oneoldstyle',
    'eightsuperior',
    'twocircle',
    'zerohackarabic',
    'fiveparen.alt',
    'one_three_eight',
    'f_i',
  ];
  expect(names.map(glyphText)).toEqual(['1', '8', '2', '0', '5', '138', 'fi']);
  expect(['oneeighth', 'seventh', 'one_', 'f_star', '_'].map(glyphText)).toEqual([
    ...Array.from({ length: 5 }, () => undefined),
  ]);
});

describe('a map of codes', () => {
  const read = (text: string) => readCMap(Buffer.from(text), createBudget());

  test('leaves out what it cannot say', () => {
    const map = read(`3 beginbfchar <01> /word <02> <5e78> <03> endbfchar
      4 beginbfrange <10> <0f> <0041> <20> /word <0041> /word <30> <0041> <40> <41> 7 endbfrange
      1 beginbfrange <50> <52> [<5e78> /word] endbfrange 1 beginbfrange <60> <61> <dbffdfff> endbfrange
      1 beginbfrange <70> <70> <> endbfrange 2 begincodespacerange <00> /word <> <> endcodespacerange`);
    expect([1, 2, 3, 0x10, 0x20, 0x40].map((code) => map.textOf(code, 1))).toEqual([
      ...[undefined, '幸', undefined, undefined, undefined, undefined],
    ]);
    expect([0x50, 0x51, 0x52].map((code) => map.textOf(code, 1))).toEqual(['幸', undefined, undefined]);
    expect([map.textOf(0x60, 1), map.textOf(0x61, 1)]).toEqual([String.fromCodePoint(0x10ffff), undefined]);
    expect(map.lengthAt(Buffer.from([1]), 0)).toBe(0);
  });

  test('tells the length of codes by their bytes', () => {
    const map = read('2 begincodespacerange <8000> <ffff> <00> <7f> endcodespacerange');
    expect([[1], [0x81, 2], [0x81]].map((bytes) => map.lengthAt(Buffer.from(bytes), 0))).toEqual([1, 2, 0]);
    expect(codeAt(Buffer.from([1]), 0, 2)).toBe(-1);
  });
});

describe('fonts in a file', () => {
  const read = async (font: string, codes: string, program: Buffer, more: (string | Buffer)[] = []) => {
    const file = rawPdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] >>',
      '<< /Type /Page /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
      stream(`BT /F1 12 Tf <${codes}> Tj ET`),
      font,
      stream(program),
      ...more,
    ]);
    const { texts: found, unread } = await readFile(file, 'pdf');
    const of = (name: string) => found.find(({ carrier }) => carrier === name)?.text;
    return { page: of('PDF 页面文字'), shapes: of('PDF 页面字形'), unread };
  };
  const descriptor = (key: string) => `/FontDescriptor << /${key} 6 0 R >>`;

  test.each([
    [
      'a CFF program',
      'FontFile3',
      compactFont({ strings: ['uni5E78'], charset: Buffer.concat([Buffer.from([0]), u16(391)]), glyphs: 2 }),
    ],
    [
      'an OpenType program with CFF',
      'FontFile3',
      fontFile(
        {
          'CFF ': compactFont({
            strings: ['uni5E78'],
            charset: Buffer.concat([Buffer.from([0]), u16(391)]),
            glyphs: 2,
          }),
        },
        0x4f54544f,
      ),
    ],
    ['an OpenType program with a map', 'FontFile3', fontFile(unicode(groupMap([[cp('幸'), cp('幸'), 1]])))],
    ['a TrueType program', 'FontFile2', fontFile(unicode(groupMap([[cp('幸'), cp('幸'), 1]])))],
  ])('of Chinese are read by %s', async (_, key, program) => {
    const font = `<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 ${descriptor(key)} >>] >>`;
    expect(await read(font, '0001', program)).toMatchObject({ page: '幸', unread: [] });
  });

  test('with a table from codes to glyphs are read through it', async () => {
    const program = fontFile(unicode(groupMap([[cp('幸'), cp('幸'), 3]])));
    const font = `<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /DescendantFonts << /Subtype /CIDFontType2 /CIDToGIDMap 7 0 R ${descriptor('FontFile2')} >> >>`;
    expect(await read(font, '0001', program, [stream(u16(0, 3))])).toMatchObject({ page: '幸' });
    expect((await read(font, '0009', program, [stream(u16(0, 3))])).unread).not.toEqual([]);
  });

  test.each([
    [
      'Type 1 program with names',
      'FontFile',
      Buffer.from('/Encoding 256 array dup 1 /uni5E78 put dup 2 /g2 put readonly def'),
      '幸\ufffd',
    ],
    ['Type 1 program without names', 'FontFile', Buffer.from('StandardEncoding def'), '\ufffd\ufffd'],
    ['OpenType program without anything', 'FontFile3', fontFile({}), '\ufffd\ufffd'],
    [
      'TrueType program with codes',
      'FontFile2',
      fontFile({
        cmap: characterMap([{ platform: 1, encoding: 0, table: byteMap({ 1: 1 }) }]),
        post: nameTable([undefined, 'uni5E78']),
      }),
      '幸\ufffd',
    ],
  ])('of letters are read by a %s', async (_, key, program, expected) => {
    const font = `<< /Type /Font /Subtype /TrueType /Encoding << /Differences [3 /uni5E78 /g4] >> /FirstChar 1 /Widths [500 500] ${descriptor(key)} >>`;
    expect(await read(font, '0102', program)).toMatchObject({ page: expected });
  });

  test('may give widths one by one and by ranges', async () => {
    const font =
      '<< /Type /Font /Subtype /Type0 /Encoding /UniGB-UCS2-H /DescendantFonts [<< /DW 900 /W [1 [500 word] 3 5 700 9] >>] >>';
    expect(await read(font, '0001000200040011', Buffer.alloc(0))).toMatchObject({ page: '\x01\x02\x04\x11' });
  });
});
