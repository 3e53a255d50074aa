import { looseText } from '../../src/leak-check/bytes/loose-text';
import { isContent } from '../../src/leak-check/pdf/is-content';
import { createLexer } from '../../src/leak-check/pdf/syntax/tokens';
import { wordAt } from '../../src/leak-check/pdf/syntax/words';
import { xmlTexts } from '../../src/leak-check/xml/xml-text';

const ADDRESS = '幸福路88号';
const gbk = Buffer.from('d0d2b8a3c2b73838bac5', 'hex');
const noise = (length: number) => Buffer.from(Array.from({ length }, (_, index) => (index % 2 === 0 ? 1 : 0xfe)));

/** Only every second, sixth or tenth byte is looked at, so where a text begins must not matter. */
describe('text in the data of fonts and pictures is found at every offset', () => {
  const offsets = Array.from({ length: 24 }, (_, offset) => offset);
  const readAt = (offset: number, text: Buffer, behind: number) =>
    looseText(Buffer.concat([noise(offset), text, noise(behind)]), { isOpaque: true });

  test.each([
    ['UTF-8', Buffer.from(ADDRESS), ADDRESS],
    ['GBK', gbk, ADDRESS],
    ['UTF-16, low byte first', Buffer.from(ADDRESS, 'utf16le'), ADDRESS],
    ['UTF-16, high byte first', Buffer.from(ADDRESS, 'utf16le').swap16(), ADDRESS],
    ['a telephone number', Buffer.from('13812345678'), '13812345678'],
    ['a road in letters', Buffer.from('xingfulu88'), 'xingfulu88'],
  ])('%s', (_, bytes, text) => {
    for (const offset of offsets) {
      expect(readAt(offset, bytes, 24)).toContain(text);
      // The end of the data ends a word too.
      expect(readAt(offset, bytes, 0)).toContain(text);
    }
  });
});

test('GBK text is found behind a byte that its first half would pair with', () => {
  const misleading = Buffer.from('a1d0d238b8a3c2b700', 'hex');
  expect(looseText(misleading, { isOpaque: true })).toBe('幸8福路');
});

test('plain letters are no Chinese text in any encoding', () => {
  expect(looseText(Buffer.from('NQNQNQNQNQNQ ABCD'), { chineseOnly: true })).toBe('');
  expect(looseText(Buffer.from('\0\0\x01NQNQNQNQNQNQNQ'), { chineseOnly: true })).toBe('');
  expect(looseText(Buffer.from('all of it'))).toBe('all of it');
});

test('signs and scattered digits in the data of fonts are no words', () => {
  for (const chance of ['(-@-)(-)(-)-', '12.34.56.78.90']) {
    expect(looseText(Buffer.from(`\0${chance}\0`), { isOpaque: true })).toBe('');
  }
});

describe('a content stream is told', () => {
  test.each([
    ['by a string that is shown', '(a) Tj', true],
    ['by an array that is shown', '[(a)]\n TJ', true],
    ['by a line that is shown in some font', "/F1 9 Tf (a) '", true],
    ['by forty rectangles', '0 0 1 1 re '.repeat(40), true],
    ['not by fewer', '0 0 1 1 re '.repeat(39), false],
    ['not by letters of a longer word', '(a) Tjx (a) TJa Tj', false],
    ['not by a quotation mark alone', "(a) '", false],
    ['not by a font alone', '/F1 9 Tf', false],
  ])('%s', (_, text, expected) => {
    expect(isContent(Buffer.from(text))).toBe(expected);
  });
});

describe('words of a PDF', () => {
  const word = (text: string) => wordAt(Buffer.from(`(${text})`, 'latin1'), 1, text.length + 1);

  test.each([['Type'], ['endstream'], ['Tj'], ['Typo'], [''], ['A'.repeat(40)], ['\xe9t\xe9']])(
    '%j as it is',
    (text) => {
      expect(word(text)).toBe(text);
    },
  );

  test.each([
    ['-31.586', -31.586],
    ['+7', 7],
    ['.5', 0.5],
    ['-.5', -0.5],
    ['-0', 0],
    ['5.', 5],
    ['1234567890123456', 1234567890123456],
  ])('%s as a number', (text, value) => {
    expect(createLexer(Buffer.from(text)).next()).toEqual({ kind: 'number', value });
  });

  test.each([['1.2.3'], ['-'], ['12ab']])('%s as no number', (text) => {
    expect(createLexer(Buffer.from(text)).next()).toEqual({ kind: 'keyword', value: text });
  });
});

describe('the tags of a page', () => {
  test('that are repeated are searched once and mean the same every time', () => {
    const row = '<p x="xingfulu">1</p>';
    expect(xmlTexts(`<a>${row}${row}</a>`)).toEqual(['\n1\n1', '<a>ꙮ<p x>ꙮxingfuluꙮ</p>ꙮ</a>']);
  });

  test('may hold empty character data and values without quotation marks', () => {
    expect(xmlTexts('<a b=1 c="><![CDATA[]]>x</a>')).toEqual(['\nx', '<a b=1 c=">ꙮ</a>']);
  });
});

test('the lines of a picture that shades off evenly are read once', () => {
  const line = Buffer.from(Array.from({ length: 2480 }, (_, x) => Math.floor((x * 255) / 2480)));
  const lengthOf = (lines: number) => looseText(Buffer.concat(Array(lines).fill(line)), { isOpaque: true }).length;
  expect(lengthOf(300)).toBeLessThan(2 * lengthOf(3));
});
