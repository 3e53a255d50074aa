import { attached, hex, shown } from '../leak-corpus/generate/pdf-parts';
import { ADDRESS, FACTS, verdict } from '../support/leak-verdict';
import { page, stream, ucs2 } from '../support/raw-pdf';

const FOUND = /^protected facts found/;
const LETTERS = [...ADDRESS];

/** A font whose codes tell nothing by themselves, and the codes of the address in it as a string of bytes. */
const CODES = LETTERS.map((_, index) => (0x8185 + index * 0x101).toString(16));
const CMAP = `begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange ${CODES.length} beginbfchar ${CODES.map((code, index) => `<${code}> <${ucs2(LETTERS[index] ?? '')}>`).join(' ')} endbfchar endcmap`;
const FONT =
  '<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /ToUnicode 8 0 R /DescendantFonts [<< /Type /Font >>] >>';
const TEXT = Buffer.from(
  `BT /F9 12 Tf 60 700 Td (${Buffer.from(CODES.join(''), 'hex').toString('latin1')}) Tj ET`,
  'latin1',
);

const file = (content: Buffer | string, ...objects: (string | Buffer)[]) =>
  page('', {
    pageEntries: '/Resources << /Font << /F9 7 0 R /F3 11 0 R >> /XObject << /X10 10 0 R >> >>',
    objects: [FONT, stream(CMAP), stream(content), ...objects],
  })
    .toString('latin1')
    .replace('/Contents 4 0 R', '/Contents 9 0 R');
const judge = (content: Buffer | string, ...objects: (string | Buffer)[]) =>
  verdict('pdf', Buffer.from(file(content, ...objects), 'latin1'));
const between = (before: string, after: string) =>
  Buffer.concat([Buffer.from(before, 'latin1'), TEXT, Buffer.from(after, 'latin1')]);

const END = ' BI /W 1 /H 1 /BPC 8 /CS /G ID x EI ';

describe('text is not taken for the pixels of a picture in the content stream', () => {
  const short = TEXT.subarray(TEXT.indexOf('('));
  const bare = (head: string) =>
    Buffer.concat([Buffer.from(`BT /F9 12 Tf 60 700 Td ${head}`, 'latin1'), short, Buffer.from(END)]);

  test.each([
    ['behind one pixel', bare('BI /W 1 /H 1 /BPC 8 /CS /G ID x EI ')],
    ['behind one in three colours', bare('BI /W 1 /H 1 /BPC 8 /CS /RGB ID xyz EI ')],
    ['behind one of a table of colours', bare('BI /W 1 /H 1 /BPC 8 /CS [/I /RGB 0 (xyz)] ID x EI ')],
    ['behind a mask', bare('BI /W 8 /H 1 /IM true ID x EI ')],
    ['behind pixels that touch the end', between('BI /W 1 /H 1 /BPC 8 /CS /G ID xEI\n', END)],
  ])('%s', async (_, content) => {
    expect(await judge(content)).toMatch(FOUND);
  });

  test.each([
    ['is packed', bare('BI /W 1 /H 1 /BPC 8 /CS /G /F /AHx ID 00> EI ')],
    ['is packed, by the long name', bare('BI /W 1 /H 1 /BPC 8 /CS /G /Filter /AHx ID 00> EI ')],
    ['has colours that the page defines', bare('BI /W 1 /H 1 /BPC 8 /CS /Own ID x EI ')],
    ['has no colours', bare('BI /W 1 /H 1 ID x EI ')],
    ['says it is larger than it is', bare('BI /W 999 /H 999 /CS /G ID x EI ')],
  ])('and a picture that %s and seems to end twice is refused', async (_, content) => {
    expect(await judge(content)).toMatch(/^unreadable: a PDF inline image whose end is not certain/);
  });
});

const letterAt = (index: number) => String.fromCharCode(65 + index);

describe('what a page draws is read', () => {
  const form = (entries: string) => stream(TEXT, `/Type /XObject /Subtype /Form /BBox [0 0 600 900] ${entries}`);

  test('although a form has the sides of a picture', async () => {
    expect(await judge('/X10 Do', form('/Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray'))).toMatch(
      FOUND,
    );
  });

  test.each(['0 0 m 0 0 0 0 0 0 c n ', 'BI /W 1 /H 1 /CS /G /BPC 8 ID x EI '])(
    'although the glyph that shows it draws something else too: %s',
    async (other) => {
      const glyphs = CODES.map((_, index) => `/${letterAt(index)} ${12 + ((index * 5) % CODES.length)} 0 R`);
      const drawn = CODES.map((_, index) => CODES[(index * 5) % CODES.length]);
      const font = `<< /Type /Font /Subtype /Type3 /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 65 /Widths [${CODES.map(() => 1000).join(' ')}] /Encoding << /Differences [65 ${CODES.map((_, index) => `/${letterAt(index)}`).join(' ')}] >> /CharProcs << ${glyphs.join(' ')} >> >>`;
      const streams = drawn.map((code) => stream(`1000 0 d0 ${other} BT /F9 1000 Tf <${code}> Tj ET`));
      const text = CODES.map((_, index) => letterAt(index)).join('');
      expect(await judge(`BT /F3 12 Tf 60 700 Td (${text}) Tj ET`, 'null', font, ...streams)).toMatch(FOUND);
    },
  );
});

const ESCAPED = LETTERS.map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
const BY_NUMBERS = [...Buffer.from(ADDRESS)].map((byte) => `#${byte.toString(16)}`).join('');
const PHONE = { pointer: '/phone', label: '电话', spellings: ['13812345678'], kind: 'phone' as const };
const map = (head: string, body = '') =>
  `/CIDInit begincmap ${head} 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfchar <0001> <7532> endbfchar ${body} endcmap end`;

describe('streams with a syntax of their own are searched for what is none of it', () => {
  test.each([
    ['a table that is a text', stream(ESCAPED, '/Type /XRef /W [1 1 1]')],
    ['a table that is a telephone number', stream('138 1234 5678', '/Type /XRef /W [1 1 1]')],
    ['objects that nobody counts', stream(hex(ADDRESS), '/Type /ObjStm /First 0')],
    ['a map of codes that is none', stream(`begincmap ${ESCAPED}`)],
    ['the name of a map', stream(map(`/CMapName /${BY_NUMBERS} def`))],
    ['what a map belongs to', stream(map(`/CIDSystemInfo << /Registry ${hex(ADDRESS)} >> def`))],
    ['a remark among codes', stream(map('', `% ${ESCAPED}\n`))],
    ['a remark behind the codes', stream(`${map('')}\n% ${ESCAPED}`)],
    ['a text of many characters for one code', stream(map('', `1 beginbfchar <0002> <${ucs2(ADDRESS)}> endbfchar`))],
    ['an operator that is none', stream(`(x) Tj ${ESCAPED} `)],
    ['a name that nothing has', stream(`(x) Tj /${BY_NUMBERS} gs`)],
  ])('%s', async (_, object) => {
    expect(await verdict('pdf', page(shown, { objects: [object] }), [...FACTS, PHONE])).toMatch(FOUND);
  });

  test('a map with a string that never ends is refused', async () => {
    expect(await verdict('pdf', page(shown, { objects: [stream(map('(abc'))] }))).toMatch(/^unreadable: /);
  });

  test('and plain ones pass', async () => {
    const objects = [stream(map('/CMapName /Adobe-Identity-UCS def', '1 beginbfchar <0003> <00660066> endbfchar'))];
    expect(await verdict('pdf', page(shown, { objects }))).toBe('passes');
  });
});

test('sound without a signature is refused', async () => {
  const sound = stream(Buffer.alloc(900, 7), '/Type /Sound /R 8000 /B 8');
  expect(await verdict('pdf', page(shown, { objects: [sound] }))).toMatch(/^unreadable: sound/);
});

test('an attachment keeps what it holds although it says it is a form', async () => {
  const objects = attached(ADDRESS, '/Subtype /Form');
  expect(await verdict('pdf', page(shown, { objects }))).toMatch(FOUND);
});
