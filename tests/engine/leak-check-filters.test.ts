import { deflateSync } from 'node:zlib';
import { createBudget } from '../../src/leak-check/budget';
import { inflate } from '../../src/leak-check/bytes/inflate';
import { decodeStream } from '../../src/leak-check/pdf/images/filters';
import { decodeLzw } from '../../src/leak-check/pdf/images/lzw';
import { createLexer } from '../../src/leak-check/pdf/syntax/tokens';
import { type Dictionary, type PdfValue, readValue } from '../../src/leak-check/pdf/syntax/values';

const dictionaryOf = (text: string) => readValue(createLexer(Buffer.from(text))) as Dictionary;
const resolve = (value: PdfValue | undefined) => (value?.kind === 'reference' ? undefined : value);
const decode = (data: Buffer | string, entries: string) =>
  decodeStream(Buffer.from(data), {
    dictionary: dictionaryOf(`<< ${entries} >>`),
    objects: { resolve },
    budget: createBudget(),
  });
const text = (data: Buffer | string, entries: string) => decode(data, entries).data.toString('latin1');

/** LZW as encoders write it: codes grow from nine to twelve bits, then the table is cleared. */
function encodeLzw(data: Buffer, early = 1): Buffer {
  let bits = '';
  let width = 9;
  let next = 258;
  let table = new Map<string, number>();
  const put = (code: number) => {
    bits += code.toString(2).padStart(width, '0');
  };
  put(256);
  let word = '';
  for (const letter of data.toString('latin1')) {
    const longer = word + letter;
    if (longer.length === 1 || table.has(longer)) {
      word = longer;
      continue;
    }
    put(word.length === 1 ? word.charCodeAt(0) : (table.get(word) ?? 0));
    table.set(longer, next);
    next += 1;
    if (next + early > 1 << width) width = Math.min(12, width + 1);
    if (next === 4094) {
      put(256);
      table = new Map();
      [width, next] = [9, 258];
    }
    word = letter;
  }
  put(word.length === 1 ? word.charCodeAt(0) : (table.get(word) ?? 0));
  next += 1;
  if (next + early > 1 << width) width = Math.min(12, width + 1);
  put(257);
  return Buffer.from((bits.match(/.{1,8}/g) ?? []).map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2)));
}

describe('LZW', () => {
  const long = Buffer.from(Array.from({ length: 30_000 }, (_, index) => (index * 7919 + (index >> 3)) % 251));

  test.each([1, 0])('is undone whatever the width of its codes (early change %s)', (early) => {
    const packed = encodeLzw(long, early);
    expect(decodeLzw(packed, { early, maxLength: 1e6 }).data.equals(long)).toBe(true);
    expect(decode(packed, `/Filter /LZWDecode /DecodeParms << /EarlyChange ${early} >>`).data.equals(long)).toBe(true);
  });

  test('of a repeated letter uses codes that are only just being defined', () => {
    expect(decodeLzw(encodeLzw(Buffer.from('a'.repeat(50))), { early: 1, maxLength: 99 }).data.toString()).toBe(
      'a'.repeat(50),
    );
  });

  test('without an end is read as far as it goes', () => {
    expect(decodeLzw(encodeLzw(Buffer.from('abc')).subarray(0, 3), { early: 1, maxLength: 9 }).data.toString()).toBe(
      'a',
    );
  });

  test.each([
    ['a first code that nothing defines', '1'.padStart(9, '1')],
    ['a code that lies in the future', `${(97).toString(2).padStart(9, '0')}${(400).toString(2).padStart(9, '0')}`],
  ])('with %s is refused', (_, bits) => {
    const bytes = Buffer.from((bits.match(/.{1,8}/g) ?? []).map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2)));
    expect(() => decodeLzw(bytes, { early: 1, maxLength: 99 })).toThrow('unreadable: a PDF stream in LZW');
  });

  test('that grows too long is refused', () => {
    expect(() => decodeLzw(encodeLzw(Buffer.alloc(5000)), { early: 1, maxLength: 100 })).toThrow('too long');
  });
});

describe('other filters', () => {
  test.each([
    ['run lengths', Buffer.from([2, 97, 98, 99, 254, 120, 128, 10]), '/Filter /RunLengthDecode', 'abcxxx'],
    ['hexadecimal with an end', '61 62 6> ', '/Filter /ASCIIHexDecode', 'ab`'],
    ['hexadecimal without an end', '6162', '/Filter [/AHx]', 'ab'],
    ['ASCII85 with marks, blanks and a run of zeros', '<~z@:E^\n ~>', '/Filter /A85', '\0\0\0\0abc'],
    ['no filter, written as null', 'abc', '/Filter null /DecodeParms null', 'abc'],
    ['parameters that are null', deflateSync(Buffer.from('abc')), '/Filter /Fl /DecodeParms [null]', 'abc'],
    ['an empty compressed stream', ' \n', '/Filter /FlateDecode', ''],
    ['ASCII85 that ends with half a mark', '@:E^~', '/Filter /A85', 'abc'],
    ['a crypt filter that does nothing', 'abc', '/Filter /Crypt', 'abc'],
    ['the same by name', '6162', '/Filter [/Crypt /AHx] /DecodeParms [<< /Name /Identity >> null]', 'ab'],
  ])('%s', (_, data, entries, expected) => {
    expect(text(data, entries)).toBe(expected);
  });

  test.each([
    ['an unknown name', 'abc', '/Filter /Secret', 'an unusual filter'],
    ['a crypt filter of its own', 'abc', '/Filter /Crypt /DecodeParms << /Name /Mine >>', 'an unusual filter'],
    ['bytes behind hexadecimal', '6162>c', '/Filter /ASCIIHexDecode', 'behind the end'],
    ['bytes behind ASCII85', '@:E^~>c', '/Filter /ASCII85Decode', 'behind the end'],
    ['bytes behind run lengths', Buffer.from([0, 97, 128, 98]), '/Filter /RunLengthDecode', 'behind the end'],
    [
      'bytes behind LZW',
      Buffer.from([0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01, 0x41]),
      '/Filter /LZWDecode',
      'behind the end',
    ],
    ['letters that ASCII85 does not have', 'ab\x7fc', '/Filter /ASCII85Decode', 'ASCII85'],
    ['parameters of another kind', 'abc', '/Filter /ASCIIHexDecode /DecodeParms [7]', 'parameters'],
    ['parameters that are a word', 'abc', '/Filter /ASCIIHexDecode /DecodeParms [word]', 'parameters'],
  ])('%s are refused', (_, data, entries, reason) => {
    expect(() => decode(data, entries)).toThrow(reason);
  });

  test('of pictures are left to those who read pictures', () => {
    const packed = deflateSync(Buffer.from('jpeg'));
    expect(decode(packed, '/Filter [/Fl /DCT]')).toEqual({ data: Buffer.from('jpeg'), picture: 'DCTDecode' });
  });

  test('a stream longer than it may be is refused', () => {
    expect(() => inflate(deflateSync(Buffer.alloc(100)), { container: 'zlib', maxLength: 10 })).toThrow('inflated');
  });
});

describe('predictors', () => {
  const predicted = (rows: number[][], parameters: string) => [
    ...decode(deflateSync(Buffer.from(rows.flat())), `/Filter /FlateDecode /DecodeParms << ${parameters} >>`).data,
  ];

  test('of PNG are undone row by row', () => {
    const rows = [
      [0, 10, 20, 30],
      [1, 10, 10, 10],
      [2, 1, 1, 1],
      [3, 5, 5, 5],
      [4, 1, 2, 3],
    ];
    expect(predicted(rows, '/Predictor 15 /Columns 3')).toEqual([
      ...[10, 20, 30, 10, 20, 30, 11, 21, 31],
      ...[10, 20, 30, 11, 22, 33],
    ]);
  });

  test('by Paeth choose the nearest neighbour', () => {
    const rows = [
      [0, 200, 10, 90],
      [4, 0, 0, 0],
      [4, 60, 90, 250],
    ];
    expect(predicted(rows, '/Predictor 14 /Columns 3')).toEqual([200, 10, 90, 200, 10, 90, 4, 94, 88]);
    expect(
      predicted(
        [
          [0, 30, 50],
          [4, 236, 7],
        ],
        '/Predictor 14 /Columns 2',
      ),
    ).toEqual([30, 50, 10, 37]);
  });

  test('of TIFF are undone for whole bytes', () => {
    expect(predicted([[1, 2, 3]], '/Predictor 2 /Columns 3')).toEqual([1, 3, 6]);
  });

  test('of nothing are nothing', () => {
    expect(predicted([], '/Predictor 12 /Columns 3')).toEqual([]);
  });

  test.each([
    ['a row filter that PNG does not have', [[9, 1]], '/Predictor 15 /Columns 1'],
    ['bits of TIFF', [[1, 2]], '/Predictor 2 /Columns 2 /BitsPerComponent 4'],
    ['a number that means nothing', [[1, 2]], '/Predictor 7 /Columns 2'],
    ['rows longer than the data', [[1, 2]], '/Predictor 12 /Columns 99'],
    ['rows without a width', [[1, 2]], '/Predictor 12 /Columns 0'],
  ])('%s are refused', (_, rows, parameters) => {
    expect(() => predicted(rows, parameters)).toThrow('unusual predictor');
  });
});
