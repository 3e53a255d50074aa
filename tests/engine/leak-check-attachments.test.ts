import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { fromMarked } from '../../src/leak-check/bytes/encodings';
import { cellNumbers } from '../../src/leak-check/files/cell-numbers';
import { unfold } from '../../src/leak-check/text/unfold';
import { xmlTexts } from '../../src/leak-check/xml/xml-text';
import { png, qrModules } from '../leak-corpus/generate/codes';
import { compoundFile } from '../leak-corpus/generate/compound';
import { docx } from '../leak-corpus/generate/docx-package';
import { withFile } from '../leak-corpus/generate/pdf-parts';
import { ADDRESS, verdict } from '../support/leak-verdict';

const bytes = (letters: string) => Buffer.from(letters.padEnd(80), 'latin1');
const UNREAD = /^unreadable: a (?:packed file|picture in an unusual format)/;
const FOUND = /^protected facts found/;

describe('an attachment that nobody here can look into is refused:', () => {
  test.each<[string, string]>([
    ['LZMA', ']\0\0\x80\0'],
    ['LHA', '\x20\x00-lh5-'],
    ['rich text of Outlook', '\0\0\0\0\0\0\0\0LZFu'],
    ['a packed Flash film', 'CWS\x09'],
    ['an AutoCAD drawing', 'AC1027\0'],
    ['a model in three dimensions', 'U3D\0'],
    ['sound in WAVE', 'RIFF\0\0\0\0WAVEfmt '],
    ['sound in MP3', 'ID3\x03'],
    ['a film in MP4', '\0\0\0\x18ftypmp42'],
    ['a metafile without a placeable header', '\x01\0\x09\0\0\x03'],
    ['a bitmap without a file header', '(\0\0\0\x84\0\0\0\x84\0\0\0\x01\0\x01\0'],
    ['a picture of Netpbm', 'P5\n# by hand\n132 132\n255\n'],
    ['a picture of PCX', '\n\x05\x01\x08'],
    ['a picture of X', '#define qr_width 132'],
    ['a picture of GIMP', 'gimp xcf v011'],
    ['an archive of ar', '!<arch>\na.tar.xz/'],
    ['a database of SQLite', 'SQLite format 3\0'],
    ['a database of Access', '\0\x01\0\0Standard Jet DB\0'],
    ['a workbook of Excel 2', '\x09\0\x04\0\x02\0\x10\0'],
    ['a workbook of Excel 4', '\x09\x04\x06\0\0\0\x10\0'],
  ])('%s', async (_, beginning) => {
    expect(await verdict('pdf', withFile(bytes(beginning)))).toMatch(UNREAD);
  });

  test('but what stands in its plain bytes is named', async () => {
    expect(await verdict('pdf', withFile('SQLite format 3\0\0家住幸福路88号2幢301室\0'))).toMatch(FOUND);
  });

  test('a PostScript program, whatever it says', async () => {
    expect(await verdict('pdf', withFile('%!PS\n(a) show'))).toMatch(/^unreadable: a PostScript program/);
  });

  test('but not a text that only begins with such letters', async () => {
    for (const text of ['P1 is the first', 'RIFF raff', 'ID3 cards', 'ACME 10', 'Image types: two']) {
      expect(await verdict('pdf', withFile(text))).toBe('passes');
    }
  });
});

test('a workbook in binary records is refused', async () => {
  const workbook = docx({ 'xl/worksheets/sheet1.bin': bytes('\x81\x01\0\x93\x01') });
  expect(await verdict('docx', docx({ 'word/embeddings/a.xlsb': workbook }))).toMatch(
    /^unreadable: a workbook in binary/,
  );
});

test('fields of Word that show characters by their numbers are read', async () => {
  const fields = [...'幸福路88号2幢301室'].map(
    (letter) => `<w:p><w:r><w:instrText> SYMBOL ${letter.charCodeAt(0)} \\u \\f 宋体 </w:instrText></w:r></w:p>`,
  );
  const inHex = [...'幸福路88号2幢301室'].map((letter) => `QUOTE 0x${letter.charCodeAt(0).toString(16)} and`);
  expect(await verdict('docx', docx({ 'word/document.xml': `<w:body>${fields.join('')}</w:body>` }))).toMatch(FOUND);
  expect(await verdict('docx', docx({ 'word/a.txt': inHex.join('\n') }))).toMatch(FOUND);
});

describe('the pictures of a Word file', () => {
  const withPicture = (data: Buffer) => verdict('docx', docx({ 'word/media/image1.xyz': data }));

  test('are refused in a format that cannot be told', async () => {
    expect(await withPicture(bytes('TRUEVISION'))).toMatch(UNREAD);
  });

  test('pass where they can be looked at, and where there are none', async () => {
    expect(await withPicture(png(qrModules('https://court.example')))).toBe('passes');
    expect(await withPicture(Buffer.alloc(0))).toBe('passes');
  });
});

describe('an RTF file', () => {
  const picture = png(qrModules(ADDRESS));
  const inUnicode = (text: string) => [...text].map((char) => `\\u${char.charCodeAt(0)}?`).join('');
  const rtf = (...parts: (string | Buffer)[]) =>
    verdict('docx', docx({ 'word/a.rtf': Buffer.concat(parts.map((part) => Buffer.from(part))) }));

  test('is searched for codes in the pictures that it holds as they are', async () => {
    const found = await rtf(`{\\rtf1{\\pict\\pngblip\\bin${picture.length} `, picture, '}\\bin0 }');
    expect(found).toContain('图形码');
  });

  test('is not led astray by what looks like a mark inside such data', async () => {
    const data = Buffer.from('\\bin99 x');
    expect(await rtf(`{\\rtf1 \\bin${data.length} `, data, `${inUnicode(ADDRESS)}}`)).toContain('现住所');
  });

  test('with more such data than a document can need is refused', async () => {
    expect(await rtf(`{\\rtf1 ${'\\bin1 x'.repeat(65)}}`)).toMatch(/^unreadable: more data in an RTF file/);
  });

  test.each(['wmetafile8', 'emfblip', 'dibitmap0'])('with a picture in \\%s is refused', async (kind) => {
    expect(await rtf(`{\\rtf1{\\pict\\${kind} 0102}}`)).toMatch(UNREAD);
  });
});

describe('what stands beside the parts of a package is read:', () => {
  const NAME = Buffer.from(ADDRESS);
  const entry = (extra: Uint8Array) => ({ 'word/a.xml': [Buffer.from('<a/>'), { extra: { 28789: extra } }] as const });

  test('a name in Unicode behind its checksum', async () => {
    const file = zipSync({ ...entry(Buffer.concat([Buffer.from([1, 0xde, 0xad, 0xbe, 0xef]), NAME])) } as never);
    expect(await verdict('docx', Buffer.from(file))).toContain('名称或附注');
  });

  test('a packed comment', async () => {
    const file = Buffer.from(zipSync({ 'word/a.xml': Buffer.from('<a/>') }));
    const comment = gzipSync(NAME);
    file.writeUInt16LE(comment.length, file.length - 2);
    expect(await verdict('docx', Buffer.concat([file, comment]))).toContain('压缩包注释');
  });
});

describe('the numbers of an old workbook', () => {
  const record = (kind: number, data: Buffer) => {
    const head = Buffer.alloc(4);
    head.writeUInt16LE(kind, 0);
    head.writeUInt16LE(data.length, 2);
    return Buffer.concat([head, data]);
  };
  const cell = Buffer.alloc(6);
  const double = (value: number) => {
    const data = Buffer.alloc(8);
    data.writeDoubleLE(value);
    return data;
  };
  const short = (value: number) => {
    const data = Buffer.alloc(4);
    data.writeUInt32LE(value);
    return data;
  };
  const rows = [short((88 << 2) | 2), short(((1200 << 2) | 3) >>> 0)].map((one) =>
    Buffer.concat([Buffer.alloc(2), one]),
  );

  test('are read from every kind of record', () => {
    const records = [
      record(0x203, Buffer.concat([cell, double(13812345678)])),
      record(0x06, Buffer.concat([cell, double(7), Buffer.alloc(4)])),
      record(0x27e, Buffer.concat([cell, double(5).subarray(4)])),
      record(0xbd, Buffer.concat([Buffer.alloc(4), ...rows, Buffer.alloc(2)])),
    ];
    expect(cellNumbers(Buffer.concat(records))).toBe('13812345678\n7\n5\n88\n12');
  });

  test('are left out where they are no whole numbers, or cut short', () => {
    const records = [
      record(0x203, Buffer.concat([cell, double(1.5)])),
      record(0x203, Buffer.concat([cell, double(-5)])),
      record(0x203, cell),
      record(0x27e, cell),
      record(0xbd, Buffer.alloc(0)),
      record(0x55, cell),
    ];
    expect(cellNumbers(Buffer.concat([...records, Buffer.from([3, 2])]))).toBe('');
  });

  test('are searched', async () => {
    const stream = Buffer.concat([
      record(0x203, Buffer.concat([cell, double(13812345678)])),
      record(0x0a, Buffer.alloc(600)),
    ]);
    const phone = { pointer: '/p', label: '电话', spellings: ['13812345678'], kind: 'phone' as const };
    expect(await verdict('pdf', withFile(compoundFile('Workbook', stream)), [phone])).toContain('OLE 数据流');
  });
});

describe('a text is read', () => {
  const page = (label: string, body: Buffer) =>
    docx({ 'word/a.htm': Buffer.concat([Buffer.from(`<html><meta charset=${label}><p>`), body]) });

  test('in the encoding that a web page states', async () => {
    const taiwan = Buffer.from('a9afbad6b8f43838b8b932bc6c333031abc7', 'hex');
    expect(await verdict('docx', page('big5', taiwan))).toContain('现住所');
    expect(await verdict('docx', page('"nobody-knows"', taiwan))).toMatch(/^unreadable: XML/);
  });

  test.each([
    ['from the highest byte on', '0000feff' + '00005e78' + '0000798f' + 'ffffffff'],
    ['from the lowest byte on', 'fffe0000' + '785e0000' + '8f790000' + 'ffffffff'],
  ])('in four bytes a character, %s', (_, hex) => {
    expect(fromMarked(Buffer.from(hex, 'hex'))).toBe('幸福\ufffd');
  });

  test.each([
    ['by names of eight digits', '\\U00005e78\\U0000798f', '幸福'],
    ['as style sheets spell it', '\\5e78 \\798f', '幸福'],
    ['in the letters of a symbol font', '\uf031\uf033\uf038', '138'],
    ['in old style figures', '\uf731\uf733\uf738', '138'],
    ['in tags that nobody sees', '\u{e0031}\u{e0033}\u{e0038}', '138'],
    [
      'as mail headers cut it up',
      '=?gb2312?B?0NK4ow==?=\r\n =?UTF-8?q?=E8=B7=AF_8?= =?zz?b?eA==?=',
      '幸福路 8=?zz?b?eA==?=',
    ],
    ['as Base64 of two bytes a character', Buffer.from(ADDRESS, 'utf16le').swap16().toString('base64'), ADDRESS],
  ])('%s', (_, text, expected) => {
    expect(unfold(text)).toContain(expected);
  });

  test('however long its words and lines of Base64 are', () => {
    const word = 'A'.repeat(8_000_000);
    expect(unfold(word)).toEqual([word]);
    const coded = Buffer.from(`${'住址：'.repeat(20)}${ADDRESS}`).toString('base64');
    const lines = coded.match(/.{1,20}/g) ?? [];
    expect(unfold(lines.join('\r\n')).join()).toContain(ADDRESS);
    expect(unfold(`${lines.join('\n')}\r\n\n`).join()).toContain(ADDRESS);
  });
});

describe('a part of Word', () => {
  const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const table = (prefix: string, xmlns: string) => {
    const row = (...cells: string[]) =>
      `<${prefix}tr>${cells.map((text) => `<${prefix}tc><${prefix}t>${text}</${prefix}t></${prefix}tc>`).join('')}</${prefix}tr>`;
    return `<${prefix}document ${xmlns}="${main}"><${prefix}tbl>${row('幸福', '甲')}${row('路', '乙')}</${prefix}tbl></${prefix}document>`;
  };

  test.each([
    ['w', table('w:', 'xmlns:w')],
    ['another prefix', table('ns0.x:', 'xmlns:ns0.x')],
    ['no prefix', table('', 'xmlns')],
  ])('is read by its columns with %s', (_, xml) => {
    expect(xmlTexts(xml)).toContain('幸福\n路\n甲\n乙');
  });

  test('that only mentions Word is read as it is', () => {
    expect(xmlTexts('<a>wordprocessingml</a>').join()).toContain('wordprocessingml');
  });

  test('shows digits in circles by the fonts of signs that Word brings', () => {
    const sign = (font: string, char: string) => `<w:sym w:font="${font}" w:char="${char}"/>`;
    const xml = `<w:r>${sign('Wingdings', 'F081')}${sign('Wingdings', 'F08E')}${sign('Wingdings 2', 'F071')}${sign('Wingdings', 'F041')}<w:sym w:char="F038"/></w:r>`;
    expect(xmlTexts(xml).join()).toContain('138A8');
  });

  test('takes a font for unknown that is called like something of our own language', () => {
    expect(xmlTexts('<w:r><w:sym w:font="constructor" w:char="F041"/></w:r>').join()).toContain('A');
  });
});
