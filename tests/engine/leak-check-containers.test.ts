import { deflateSync, gzipSync } from 'node:zlib';
import { strToU8, Zip, ZipDeflate, zipSync } from 'fflate';
import { AppError } from '../../src/errors';
import { assertNoLeak, formatOf, readFile } from '../../src/leak-check';
import { createBudget } from '../../src/leak-check/budget';
import { looseText } from '../../src/leak-check/bytes/loose-text';
import { readRichText } from '../../src/leak-check/files/rtf';
import { pngTexts } from '../../src/leak-check/pictures/png';
import { decodeEntities } from '../../src/leak-check/text/entities';
import { unfold } from '../../src/leak-check/text/unfold';
import { asRefusal } from '../../src/leak-check/unreadable';
import { xmlTexts } from '../../src/leak-check/xml/xml-text';
import { createMatcher } from '../../src/match';
import { png, qrModules } from '../leak-corpus/generate/codes';
import { compoundFile } from '../leak-corpus/generate/compound';
import { docx } from '../leak-corpus/generate/docx-package';
import { ADDRESS, judge, verdict } from '../support/leak-verdict';
import { page, stream } from '../support/raw-pdf';

const gbk = Buffer.from('d0d2b8a3c2b73838bac532b4b1333031cad2', 'hex');
const part = (name: string, data: string | Uint8Array) => docx({ [name]: data });

describe('an archive', () => {
  test('written as a stream, with sizes behind the data, is read', async () => {
    const chunks: Uint8Array[] = [];
    const zip = new Zip((error, chunk) => {
      expect(error).toBeNull();
      chunks.push(chunk);
    });
    const entry = new ZipDeflate('word/document.xml');
    zip.add(entry);
    entry.push(strToU8(`<w:t>${ADDRESS}</w:t>`), true);
    zip.end();
    const file = Buffer.concat(chunks);
    expect(await verdict('docx', file)).toContain('protected facts found');
    // The signature in front of the sizes may be left out (APPNOTE 4.3.9.3).
    const signature = file.indexOf('PK\x07\x08', 0, 'latin1');
    const short = Buffer.concat([file.subarray(0, signature), file.subarray(signature + 4)]);
    short.writeUInt32LE(short.readUInt32LE(short.length - 6) - 4, short.length - 6);
    expect(await verdict('docx', short)).toContain('protected facts found');
  });

  test('whose entry alone says that its sizes follow, or that it is encrypted, is read as the entry says', async () => {
    const file = Buffer.from(zipSync({ 'word/document.xml': strToU8(`<w:t>${ADDRESS}</w:t>`) }));
    const [directory, end] = [file.indexOf('PK\x01\x02', 0, 'latin1'), file.length - 22];
    const sizes = Buffer.concat([Buffer.from('PK\x07\x08', 'latin1'), Buffer.alloc(12)]);
    const followed = Buffer.concat([file.subarray(0, directory), sizes, file.subarray(directory)]);
    followed.writeUInt16LE(8, 6);
    followed.writeUInt32LE(directory + sizes.length, end + sizes.length + 16);
    expect(await verdict('docx', followed)).toContain('protected facts found');
    const encrypted = Buffer.from(file);
    encrypted.writeUInt16LE(1, 6);
    expect(await verdict('docx', encrypted)).toBe('unreadable: encrypted ZIP entry (DOCX 文件)');
  });

  const stored = Buffer.from(zipSync({ 'a.txt': [strToU8(ADDRESS), { level: 0 }] }));

  test('without compression is read', async () => {
    expect(await verdict('docx', stored)).toContain('protected facts found');
  });

  test('whose entry is shorter than it says is refused', async () => {
    const copy = Buffer.from(stored);
    copy.writeUInt32LE(3, copy.indexOf('PK\x01\x02', 0, 'latin1') + 24);
    expect(await verdict('docx', copy)).toMatch(/^unreadable: ZIP/);
  });

  const directoryAt = stored.indexOf('PK\x01\x02', 0, 'latin1');
  const endAt = stored.length - 22;

  test.each<[string, (copy: Buffer) => void]>([
    ['a directory that begins elsewhere', (copy) => copy.writeUInt8(0, directoryAt)],
    ['more entries than its directory has', (copy) => copy.writeUInt16LE(2, endAt + 10)],
    ['an entry that is none', (copy) => copy.writeUInt8(0, 0)],
    ['an entry that ends behind the file', (copy) => copy.writeUInt32LE(99_999, directoryAt + 20)],
  ])('with %s is refused', async (_, change) => {
    const copy = Buffer.from(stored);
    change(copy);
    expect(await verdict('docx', copy)).toMatch(/^unreadable: ZIP/);
  });

  test('with bytes between the last entry and the directory is refused', async () => {
    const directory = stored.indexOf('PK\x01\x02', 0, 'latin1');
    const copy = Buffer.concat([stored.subarray(0, directory), Buffer.from('gap'), stored.subarray(directory)]);
    copy.writeUInt32LE(directory + 3, copy.length - 6);
    expect(await verdict('docx', copy)).toMatch(/^unreadable: ZIP bytes/);
  });
});

describe('a compound file', () => {
  const ole = compoundFile('CONTENTS', Buffer.from(ADDRESS));
  const changed = (change: (copy: Buffer) => void) => {
    const copy = Buffer.from(ole);
    change(copy);
    return verdict('docx', part('word/embeddings/a.bin', copy));
  };
  const DIRECTORY = 1024;

  test.each<[string, (copy: Buffer) => void]>([
    ['that begins a chain outside of the file', (copy) => copy.writeUInt32LE(999, 48)],
    ['without a root', (copy) => copy.writeUInt8(2, DIRECTORY + 66)],
    [
      'with macros',
      (copy) => {
        copy.write('VBA\0', DIRECTORY + 128, 'utf16le');
        copy.writeUInt16LE(8, DIRECTORY + 128 + 64);
        copy.fill(0x20, 1536);
      },
    ],
    ['whose list of tables leads outside', (copy) => copy.writeUInt32LE(999, 68)],
  ])('%s is refused', async (_, change) => {
    expect(await changed(change)).toMatch(/^unreadable: /);
  });

  test('with a list of tables in a sector of its own is read', async () => {
    // The sector lists no further table, and leads to itself.
    const list = Buffer.alloc(512, 0xff);
    list.writeUInt32LE(10, 508);
    const copy = Buffer.concat([ole, list]);
    copy.writeUInt32LE(10, 68);
    expect(copy.length).toBe(512 * 12);
    expect(await verdict('docx', part('word/embeddings/a.bin', copy))).toContain('OLE');
  });

  test('whose chain leaves its table ends there', async () => {
    const copy = Buffer.concat([ole, Buffer.alloc(512 * 140)]);
    copy.writeUInt32LE(135, 512 + 9 * 4);
    expect(await verdict('docx', part('word/embeddings/a.bin', copy))).toContain('protected facts found');
  });

  test('cut short is refused', async () => {
    const file = part('word/embeddings/a.bin', ole.subarray(0, 300));
    expect(await verdict('docx', file)).toMatch(/^unreadable: an OLE file/);
  });
});

describe('files inside files', () => {
  const nested = (depth: number): Uint8Array =>
    depth === 0 ? strToU8(ADDRESS) : new Uint8Array(gzipSync(nested(depth - 1)));

  test('are read to a depth of four, and refused beyond', async () => {
    expect(await verdict('docx', part('a.bin', nested(4)))).toContain('压缩内容');
    expect(await verdict('docx', part('a.bin', nested(5)))).toMatch(/^unreadable: files nested too deeply/);
  });

  test('that are broken are refused', async () => {
    expect(await verdict('docx', part('a.gz', new Uint8Array([0x1f, 0x8b, 8, 0, 1])))).toMatch(/^unreadable: /);
  });
});

describe('texts of pictures', () => {
  const texts = (chunks: [string, Buffer][]) => pngTexts(png(qrModules('a'), chunks), createBudget());

  test('are unpacked in every encoding, and plain ones are left alone', () => {
    const compressed = Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), deflateSync(gbk)]);
    const plain = Buffer.from(`XML\0\0\0\0\0${ADDRESS}`);
    expect(
      texts([
        ['zTXt', compressed],
        ['iTXt', plain],
      ]).join(''),
    ).toContain(ADDRESS);
    expect(texts([['iTXt', plain]])).toEqual([]);
  });
});

test('RTF is read in every spelling of its letters', () => {
  const quoted = [...gbk].map((byte) => `\\'${byte.toString(16)}`).join('');
  expect(
    readRichText(Buffer.from(`{\\rtf1\\ansi {\\v hidden} \\u24184?\\u-31118 ?${quoted}\\par\\cell\\~ end}`)).text,
  ).toBe(`hidden 幸虲${ADDRESS}\n\n end`);
});

describe('a text is looked at as programs read it', () => {
  const views = (text: string) => unfold(text).join('\n');

  test.each([
    ['percent-encoded GBK', [...gbk].map((byte) => `%${byte.toString(16)}`).join('')],
    ['escapes of JavaScript', [...ADDRESS].map((char) => `\\u{${char.charCodeAt(0).toString(16)}}`).join('')],
    ['bytes of JavaScript', [...Buffer.from(ADDRESS)].map((byte) => `\\x${byte.toString(16)}`).join('')],
    ['hexadecimal UTF-16', Buffer.from(ADDRESS, 'utf16le').toString('hex')],
    ['Base64 over two lines', Buffer.from(`住址：${ADDRESS}`).toString('base64').replace(/.{24}/, '$&\r\n')],
  ])('%s', (_, text) => {
    expect(views(text)).toContain(ADDRESS);
  });

  test('with entities that are none left as they are', () => {
    expect(decodeEntities('&amp;&foo;&#x110000;&#24184;')).toBe('&&foo;&#x110000;幸');
  });

  test('and the words of a tag only once', () => {
    const seen = new Set<string>();
    expect(xmlTexts("<a b='xingfulu' c=\"88\" d=''>x</a>", seen)).toEqual(['\nx', '<a b c d>ꙮxingfuluꙮ</a>']);
    expect(xmlTexts("<a b='xingfulu' c=\"88\" d=''>x</a>", seen)).toEqual(['\nx']);
  });
});

describe('bytes of unknown kind', () => {
  const noise = Buffer.from([0, 0xff, 1, 0xfe, 0x80, 0]);
  const hidden = (bytes: Buffer) => looseText(Buffer.concat([noise, bytes, noise]), { isOpaque: true });

  test.each([
    ['UTF-8', Buffer.from(ADDRESS)],
    ['GBK', gbk],
    ['UTF-16', Buffer.from(ADDRESS, 'utf16le')],
    ['UTF-16, high byte first', Buffer.from(ADDRESS, 'utf16le').swap16()],
  ])('are searched for %s', (_, bytes) => {
    expect(hidden(bytes)).toContain('幸福路');
    expect(looseText(Buffer.concat([noise, bytes, noise]))).toContain('幸福路');
  });

  test('are searched for telephones, mailboxes and roads in letters, not for the noise of outlines', () => {
    expect(hidden(Buffer.from('x\x01138-1234-5678\x02'))).toBe('138-1234-5678');
    expect(hidden(Buffer.from('\x01a@b.example1\x02xingfulu88\x03'))).toBe('a@b.example1\nxingfulu88');
    expect(hidden(Buffer.from('\x0167667676667672\x02(-)(-)(-)(-)\x03'))).toBe('');
  });

  test('are taken as they say when they begin with a mark', () => {
    expect(looseText(Buffer.from(`\ufeff${ADDRESS}`, 'utf16le'))).toBe(ADDRESS);
  });

  test('do not break at sequences cut short', () => {
    expect(looseText(Buffer.from([0xe5, 0xb9, 0xb8, 0xe7, 0xa6, 0x8f, 0xe8, 0xb7]), { chineseOnly: true })).toBe(
      '幸福',
    );
    expect(looseText(Buffer.concat([Buffer.from('\0幸é𠮷')]))).toContain('幸é𠮷');
  });
});

describe('what was read', () => {
  test('is searched whatever it holds, and refused where it cannot be decoded', () => {
    const entity = { carrier: '甲', text: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' };
    expect(judge({ texts: [entity] })).toBe('unreadable: XML that declares entities (甲)');
    expect(judge({ texts: [entity, { carrier: '乙', page: 2, object: 7, text: ADDRESS }] })).toBe(
      'protected facts found: 乙（第 2 页，对象 7）：现住所',
    );
  });

  test('keeps the most certain hit of each place', () => {
    const texts = [{ carrier: '甲', text: `${ADDRESS}。幸福路。${ADDRESS}` }];
    expect(judge({ texts })).toBe('protected facts found: 甲：现住所');
  });

  test('is of no account when nothing is protected', () => {
    expect(() => assertNoLeak({ texts: [{ carrier: '甲', text: ADDRESS }] }, createMatcher([]))).not.toThrow();
  });

  test('of an encrypted Word file is nothing, and says so', async () => {
    const encrypted = compoundFile('EncryptedPackage', Buffer.from('secret'));
    expect(formatOf(encrypted)).toBe('docx');
    expect(await verdict('docx', encrypted)).toBe('unreadable: an encrypted Word file (DOCX 文件)');
  });

  test('never hides a mistake of ours', () => {
    expect(asRefusal(new AppError('LEAK_DETECTED', 'x')).code).toBe('LEAK_DETECTED');
    expect(() => asRefusal(new TypeError('ours'))).toThrow('ours');
    expect(() => asRefusal(new RangeError('ours'))).toThrow('ours');
  });

  test('that is too long for a regular expression is refused', () => {
    const tooLong = (): unknown => {
      try {
        return /(?:a|b)+$/.exec('ab'.repeat(20_000_000));
      } catch (error) {
        return error;
      }
    };
    expect(asRefusal(tooLong()).message).toBe('unreadable: more text than can be searched');
  });

  test('is limited in time and memory', async () => {
    const { unread } = await readFile(page('', { objects: [stream(Buffer.alloc(70_000_000))] }), 'pdf');
    expect(unread.map(({ detail }) => detail)).toEqual(['数据损坏或者不完整']);
  });
});
