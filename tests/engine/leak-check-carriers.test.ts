import { deflateSync, gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { readFile } from '../../src/leak-check';
import { readRichText } from '../../src/leak-check/files/rtf';
import { createSheets } from '../../src/leak-check/files/sheets';
import { adobeGb1Text } from '../../src/leak-check/pdf/fonts/adobe-gb1';
import { glyphText, textAtCode } from '../../src/leak-check/pdf/fonts/glyph-names';
import { isContent } from '../../src/leak-check/pdf/is-content';
import { unfold } from '../../src/leak-check/text/unfold';
import { xmlTexts } from '../../src/leak-check/xml/xml-text';
import { png, qrModules } from '../leak-corpus/generate/codes';
import { compoundFile } from '../leak-corpus/generate/compound';
import { docx } from '../leak-corpus/generate/docx-package';
import { hex, image, line, shown, withFile } from '../leak-corpus/generate/pdf-parts';
import { ADDRESS, verdict } from '../support/leak-verdict';
import { page, stream } from '../support/raw-pdf';

const utf8 = Buffer.from(ADDRESS);
const zip = Buffer.from(zipSync({ 'a.txt': new Uint8Array(utf8) }, { mtime: '2026-01-01' }));
/** As a Word file of 2003 begins, with the bit that says it is encrypted. */
const scrambled = Buffer.concat([Buffer.from('eca5c1000000000000000001', 'hex'), Buffer.alloc(600, 7)]);
const withPassword = Buffer.concat([Buffer.from('090802000000' + '2f0036000100', 'hex'), Buffer.alloc(600, 7)]);
const encryptedShow = Buffer.concat([Buffer.alloc(12), Buffer.from('dfc4d1f3', 'hex'), Buffer.alloc(600, 7)]);

describe('a file inside a PDF that nobody can read is refused', () => {
  test.each<[string, Buffer]>([
    ['an archive by bzip2', Buffer.from('BZh91AY&SY')],
    ['an archive by xz', Buffer.from('\xfd7zXZ\0', 'latin1')],
    ['a photograph in HEIF', Buffer.from('\0\0\0\x18ftypheic')],
    ['a picture in JPEG XR', Buffer.from('II\xbc\x01', 'latin1')],
    ['a program that unpacks itself', Buffer.concat([Buffer.from('MZ program'), zip])],
    ['an encrypted package of Office', compoundFile('EncryptedPackage', Buffer.alloc(600, 7))],
    ['an encrypted document of Word', compoundFile('WordDocument', scrambled)],
    ['an encrypted workbook', compoundFile('Workbook', withPassword)],
    ['an encrypted presentation', compoundFile('Current User', encryptedShow)],
    ['form data with a string that never ends', Buffer.from('%FDF-1.2\n(abc')],
  ])('%s', async (_, file) => {
    expect(await verdict('pdf', withFile(file))).toMatch(/^unreadable: /);
  });

  test('but not what only resembles it', async () => {
    const plain: Buffer[] = [
      compoundFile('WordDocument', Buffer.concat([Buffer.from('eca5c100', 'hex'), Buffer.alloc(600)])),
      compoundFile('WordDocument', Buffer.concat([Buffer.from('ffa5', 'hex'), Buffer.alloc(600, 1)])),
      compoundFile('Workbook', Buffer.concat([Buffer.from('0908020000002f01', 'hex'), Buffer.alloc(600)])),
      compoundFile('Book', Buffer.concat([Buffer.from('09080200000042', 'hex'), Buffer.alloc(600)])),
      compoundFile('Current User', Buffer.alloc(600)),
      Buffer.from('x\x9c is no compressed text', 'latin1'),
      Buffer.from('\0<\0 only the beginning', 'latin1'),
      Buffer.from('<\0a\0 and the other way', 'latin1'),
      Buffer.from('\0\0\0\0ftyp', 'latin1'),
      Buffer.concat([Buffer.from('some words \xff\xd8\xff and more', 'latin1'), Buffer.alloc(40)]),
    ];
    for (const file of plain) expect(await verdict('pdf', withFile(file))).toBe('passes');
  });
});

describe('an archive', () => {
  test('of gzip tells what stands in its extra field and comment', async () => {
    const packed = gzipSync('abc');
    const head = Buffer.from(packed.subarray(0, 10));
    head.writeUInt8(4 | 16, 3);
    const extra = Buffer.concat([Buffer.from([utf8.length, 0]), utf8]);
    const file = Buffer.concat([head, extra, Buffer.from('note\0'), packed.subarray(10)]);
    expect(await verdict('pdf', withFile(file))).toContain('名称或附注');
  });

  test('of tar ends where its sizes make no sense', async () => {
    const file = Buffer.alloc(1536);
    file.write('ustar', 257);
    file.write('nonsense', 124);
    expect(await verdict('pdf', withFile(file))).toBe('passes');
  });

  test('whose entry and directory disagree about the compression is refused', async () => {
    const file = Buffer.from(docx({}));
    file.writeUInt16LE(0, 8);
    expect(await verdict('docx', file)).toContain('the directory contradicts');
  });
});

test('at most 64 pictures are looked for inside other bytes', async () => {
  const heads = Buffer.concat([Buffer.from('x'), Buffer.from('\x89PNG\r\n\x1a\n'.repeat(70), 'latin1')]);
  const { pictures } = await readFile(withFile(heads), 'pdf');
  expect(pictures).toHaveLength(64);
});

describe('a mail', () => {
  test('may have parts without a body', async () => {
    expect(await verdict('pdf', withFile('Content-Transfer-Encoding: base64\r\n'))).toBe('passes');
  });
});

describe('RTF', () => {
  const read = (text: string) => readRichText(Buffer.from(text, 'latin1')).text;

  test('leaves out as many bytes behind a character as it says, until the group ends', () => {
    expect(read("{\\rtf1\\uc2 \\u24184\\'d0\\'d2{\\uc0 \\u31119 a}\\u-29201 abc}")).toBe('幸福a路c');
    expect(read('{\\rtf1 \\u24184}x}')).toBe('幸x');
    expect(read('{\\rtf1\\uc \\u24184 ab}')).toBe('幸b');
  });

  test('is read in its own code page, also where half a letter is written plainly', () => {
    expect(read("{\\rtf1\\ansicpg65001 \\'e5\\'b9\\'b8}")).toBe('幸');
    expect(read("{\\rtf1\\ansicpg932 \\'8d\\'4b}")).toBe('幸');
    expect(read("{\\rtf1 \\'81@}")).toBe('丂');
  });
});

describe('a text is unfolded', () => {
  test.each([
    ['numbers of characters', 'String.fromCharCode(24184, 0x798f)', '幸福'],
    ['octal bytes', '\\345\\271\\270', '幸'],
    ['quoted-printable with broken lines', '=E5=B9=\r\n=B8', '幸'],
    ['letters from right to left', '\u202e福幸', '幸福'],
  ])('from %s', (_, text, expected) => {
    expect(unfold(text).join()).toContain(expected);
  });

  test('but numbers that are no characters are left out', () => {
    expect(unfold('fromCodePoint(1114112,x,65)').join()).toContain('A');
  });
});

describe('XML', () => {
  test('in an encoding that nobody knows is refused', async () => {
    const part = { 'customXml/item1.xml': '<?xml version="1.0" encoding="ebcdic-x"?><a/>' };
    expect(await verdict('docx', docx(part))).toContain('an encoding that nobody knows');
  });

  test('of sixteen bits is told by the zeros between its letters', async () => {
    const part = { 'customXml/item1.xml': Buffer.from(`<a>${[...ADDRESS].join('<b/>')}</a>`, 'utf16le') };
    expect(await verdict('docx', docx(part))).toContain('item1');
  });

  test('shows text that is hidden by a switch that is off', () => {
    expect(xmlTexts('<w:r><w:vanish w:val="0"/><w:t>幸</w:t></w:r>')).toEqual(['幸', expect.any(String)]);
  });

  test('may hold tags that break every rule', () => {
    const broken =
      '<w:sym/><w:sym w:char="5e78"/><w:gridSpan/><w:bdo/>x</w:moveFrom></w:tbl><w:tbl><w:gridSpan w:val="2"/>y';
    expect(xmlTexts(broken)[0]).toBe('幸\nx\ny');
  });

  test('cut into characters is read with them put together, however the file is laid out', () => {
    const cut = (between: string) => `<a>${[...'幸福路88号'].map((char) => `${between}<i>${char}</i>`).join('')}</a>`;
    expect(xmlTexts(cut('')).join('|')).toContain('幸福路88号');
    expect(xmlTexts(cut('\n  ').replaceAll('i>', 'k>')).join('|')).toContain('幸福路88号');
  });

  test('of tables is read by columns, where there are some', () => {
    const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
    expect(xmlTexts(`<table>x${row('幸', 'a<b>b</b>')}${row('福', 'c')}`)).toContain('幸\n福\nab\nc');
    expect(xmlTexts(`${'<table>'.repeat(30)}${row('幸', 'a')}`)).not.toContain('幸\na\nꙮ');
  });
});

test('a workbook without common texts, without places and with texts that are missing', () => {
  const sheets = createSheets();
  sheets.add('xl/worksheets/sheet1.xml', '<row><c><v>1</v></c><c t="s"><v>7</v></c></row><row><c r="A2"/></row>');
  expect(sheets.texts()).toEqual([]);
  sheets.add('xl/sharedStrings.xml', '<sst><si><t>a</t></si></sst>');
  expect(sheets.texts()).toEqual(['1\n\n', '1\n\n']);
  const columns = createSheets();
  columns.add('xl/sharedStrings.xml', '<si><t>a</t></si>');
  columns.add(
    'xl/worksheets/a.xml',
    '<row><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row><c r="A2"><v>3</v></c></row>',
  );
  expect(columns.texts()).toEqual(['1\n2\n3', '1\n3\n2']);
});

test('glyph numbers of Adobe-GB1 stand for the characters of GB 2312', () => {
  expect([1, 7716, 3997, 4695, 837, 9000].map(adobeGb1Text)).toEqual([' ', ' ', '幸', '亍', '8', undefined]);
});

test('glyph names may be words, signs or the character itself', () => {
  expect(['hyphen', '\xe5\xb9\xb8', '\xd0\xd2', '\xe9\xe9x', '8'].map(glyphText)).toEqual([
    '-',
    '幸',
    '幸',
    undefined,
    '8',
  ]);
  expect([textAtCode(15, 'bullet'), textAtCode(15, 'g15'), textAtCode(65, 'bullet')]).toEqual([
    '',
    undefined,
    undefined,
  ]);
});

test.each([
  ['rectangles', '1 2 3 4 re '.repeat(40), true],
  ['lines', '1. l '.repeat(80), true],
  ['words that begin like operators', 'a red line '.repeat(200), false],
  ['a picture', 'BI /W 1 /H 1 ID x EI', true],
  ['letters of a picture', `BI BI${' '.repeat(500)}BI IDBI /W `, false],
  ['many letters of a picture', `${'BI '.repeat(500)}/W 1 ID x`, false],
])('%s are a content stream: %#', (_, text, expected) => {
  expect(isContent(Buffer.from(text))).toBe(expected);
});

describe('annotations', () => {
  const annotated = (annotation: string, ...objects: (string | Buffer)[]) =>
    page(shown, { pageEntries: '/Annots [7 0 R null]', objects: [annotation, ...objects] });
  const form = (entries = '/BBox [0 0 9 9]') =>
    stream(line('幸福路88号'), `/Subtype /Form ${entries} /Resources << /Font << /F1 5 0 R >> >>`);

  test.each<[string, Buffer]>([
    ['in the state they are in', annotated('<< /Rect [0 0 9 9] /AS /On /AP << /N << /On 8 0 R >> >> >>', form())],
    ['without a box', annotated('<< /AP << /N 8 0 R >> >>', form(''))],
    ['with the value of the field above', annotated('<< /Rect [0 0 9 9] /Parent 8 0 R >>', `<< /V ${hex(ADDRESS)} >>`)],
  ])('show their text %s', async (_, file) => {
    expect(await verdict('pdf', file)).toContain('含批注');
  });

  test.each<[string, Buffer]>([
    ['no state', annotated('<< /Rect [0 0 9 9] /AP << /N << /On 8 0 R >> >> >>', 'null')],
    ['a state that is not there', annotated('<< /Rect [0 0 9 9] /AS /Off /AP << /N << /On 8 0 R >> >> >>', 'null')],
    ['an appearance that is no stream', annotated('<< /AS /On /AP << /N << /On << /BBox [0 0 1 1] >> >> >> >>')],
    ['fields in a circle', annotated('<< /Parent 7 0 R >>')],
    ['a value that is a name', annotated('<< /V /Yes >>')],
  ])('may have %s', async (_, file) => {
    expect(await verdict('pdf', file)).toBe('passes');
  });

  test('in a font that says nothing are unreadable', async () => {
    const text = stream(
      'BT /F1 12 Tf <0001> Tj ET',
      '/Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 9 0 R >> >>',
    );
    const font = '<< /Type /Font /Subtype /Type0 /Encoding /Identity-H >>';
    expect(await verdict('pdf', annotated('<< /Rect [0 0 9 9] /AP << /N 8 0 R >> >>', text, font))).toMatch(
      /^unreadable: /,
    );
  });
});

describe('pictures', () => {
  test('of one shade that are large are empty sheets', async () => {
    const file = page(shown, {
      objects: [image(Buffer.from([9]), '/BitsPerComponent 8 /ColorSpace /DeviceRGB', 1001)],
    });
    expect(await verdict('pdf', file)).toBe('passes');
  });

  test('that are PDF files are read as such', async () => {
    const inner = page(line(ADDRESS));
    const file = page(shown, { objects: [image(inner, '/BitsPerComponent 8 /ColorSpace /DeviceGray', 4)] });
    expect(await verdict('pdf', file)).toContain('图片内的PDF 页面文字');
  });

  test('in a picture are looked at by themselves', async () => {
    const text = Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), deflateSync(utf8)]);
    const file = Buffer.concat([png(qrModules('a')), png(qrModules('b'), [['zTXt', text]])]);
    expect(await verdict('docx', docx({ 'word/media/a.png': file }))).toContain('部件');
  });
});

describe('fonts', () => {
  const shownIn = async (codes: string, font: string, ...more: (string | Buffer)[]) => {
    const { texts } = await readFile(
      page(`BT /F9 12 Tf 72 700 Td <${codes}> Tj ET`, {
        pageEntries: '/Resources << /Font << /F9 7 0 R >> >>',
        objects: [font, ...more],
      }),
      'pdf',
    );
    return texts.find(({ carrier }) => carrier === 'PDF 页面文字')?.text;
  };

  test('in UTF-8 have codes of one to four bytes', async () => {
    const codes = Buffer.from('8é幸𠮷').toString('hex');
    expect(await shownIn(codes, '<< /Type /Font /Subtype /Type0 /Encoding /UniGB-UTF8-H >>')).toBe('8é幸𠮷');
  });

  test('of Japan and Korea are read in their encodings', async () => {
    expect(await shownIn('8d4bb138', '<< /Type /Font /Subtype /Type0 /Encoding /90ms-RKSJ-H >>')).toBe('幸ｱ8');
    expect(await shownIn('faef38', '<< /Type /Font /Subtype /Type0 /Encoding /KSC-EUC-H >>')).toBe('俠8');
  });

  test('with numbers that are none leave them out', async () => {
    const map = stream('begincmap 2 begincidchar <01> 5 /a 7 endcidchar 1 begincidrange <02> <03> /a endcidrange');
    const font = '<< /Type /Font /Subtype /Type0 /Encoding 8 0 R /ToUnicode /Nothing >>';
    expect(await shownIn('0102', font, map)).toBe('\ufffd\ufffd');
  });
});

test('gaps that hold no numbers and no strings are left out', async () => {
  const { texts } = await readFile(page('BT /F1 12 Tf [<5e78> /x <798f>] TJ ET'), 'pdf');
  expect(texts.map(({ text }) => text)).toContain('幸福');
});
