import { randomBytes } from 'node:crypto';
import { domainToASCII } from 'node:url';
import { deflateSync } from 'node:zlib';
import { writtenFiles } from '../../src/leak-check/files/written-files';
import { decodeEntities } from '../../src/leak-check/text/entities';
import { unfold } from '../../src/leak-check/text/unfold';
import { xmlTexts } from '../../src/leak-check/xml/xml-text';
import { png, qrModules } from '../leak-corpus/generate/codes';
import { documentXml, docx } from '../leak-corpus/generate/docx-package';
import { withFile } from '../leak-corpus/generate/pdf-parts';
import { ADDRESS, FACTS, verdict } from '../support/leak-verdict';
import { page } from '../support/raw-pdf';

const PHONE = '13812345678';
const TRADITIONAL = '幸福路88號2幢301室';
const byUnit = (write: (unit: string) => string, text = ADDRESS) =>
  [...text].map((char) => write(char.charCodeAt(0).toString(16))).join('');

const asUtf7 = (text: string, [mark, slash]: [string, string]) =>
  text.replace(/[^\x20-\x7e]+/g, (run) => {
    const base64 = Buffer.from(run, 'utf16le').swap16().toString('base64').replace(/=+$/, '');
    return `${mark}${base64.replaceAll('/', slash)}-`;
  });

/** GB 2312 without its high bits, between marks. */
const inSevenBits = (before: string, after: string) => {
  const codes: Record<string, string> = { 幸: 'PR', 福: '8#', 路: 'B7', 号: ':E', 幢: '41', 室: 'JR' };
  return ADDRESS.replace(/[^\d]+/g, (run) => `${before}${[...run].map((char) => codes[char]).join('')}${after}`);
};

describe('an address is found in text that is written', () => {
  const twice = (text: string) => Buffer.from(text).toString('base64');
  const links = [...Array(3)].reduce<string>((text) => encodeURIComponent(text), ADDRESS);
  test.each<[string, string]>([
    ['in UTF-7', asUtf7(ADDRESS, ['+', '/'])],
    ['in UTF-7 for mailboxes', asUtf7(ADDRESS, ['&', ','])],
    ['in HZ', inSevenBits('~{', '~}')],
    ['in ISO-2022-CN', inSevenBits('\x1b$)A\x0e', '\x0f')],
    ['in ISO-2022-CN, shifted with escapes', inSevenBits('\x1b$A', '\x1b(B')],
    ['with named blanks and signs of web pages', '幸福路&ensp;88&NoBreak;号&middot;2幢&mdash;301室'],
    ['with numbers of characters that nothing ends', '幸福路&#56&#56&#x53f7;2幢301室'],
    ['in links inside links inside links', links],
    ['in quoted-printable of small letters', '=e5=b9=b8=e7=a6=8f=e8=b7=af88=e5=8f=b72=e5=b9=a2301=e5=ae=a4'],
    ['in a domain', `http://${domainToASCII(`${ADDRESS}.cn`)}/`],
    ['in a drawing of AutoCAD', ADDRESS.replace(/[^\d]/g, (char) => `\\U+${char.charCodeAt(0).toString(16)}`)],
    ['in a spreadsheet', byUnit((hex) => `_x${hex.padStart(4, '0')}_`)],
    ['in Perl', byUnit((hex) => `\\x{${hex}}`)],
    [
      'by the numbers of Unicode',
      ADDRESS.replace(/[^\d]/g, (char) => `U+${char.charCodeAt(0).toString(16).toUpperCase()} `),
    ],
    ['in Base64 of Base64', twice(twice(ADDRESS))],
    ['in Base64 of escapes', twice(JSON.stringify({ a: byUnit((hex) => `\\u${hex.padStart(4, '0')}`) }))],
    ['in Base64 whose lines are indented', `${twice(ADDRESS).slice(0, 20)}\n ${twice(ADDRESS).slice(20)}`],
    [
      'in JSON, part by part',
      '{"roadName":"幸福路","houseNumber":88,"buildingNumber":2,"roomNumber":301,"isOwn":true}',
    ],
    ['in JSON, as numbers of characters', `[${[...ADDRESS].map((char) => char.charCodeAt(0))}]`],
    ['in a script, as an array', `k=[${[...ADDRESS].map((char) => char.charCodeAt(0))}];s=String.fromCharCode(k[0])`],
    [
      'in a script, as an array of hexadecimal numbers',
      `k=[${byUnit((hex) => `0x${hex},`)}0x0];s=String.fromCharCode(k[0])`,
    ],
    ['in a script, by calls', [...ADDRESS].map((char) => `String.fromCharCode(${char.charCodeAt(0)})`).join('+')],
    ['in a script, by one call', `String.fromCharCode.apply(null,[${byUnit((hex) => `0x${hex},`).slice(0, -1)}])`],
    ['in a macro', [...ADDRESS].map((char) => `ChrW(${char.charCodeAt(0)})`).join(' & ')],
    ['in a formula', `=${[...ADDRESS].map((char) => `UNICHAR( ${char.charCodeAt(0)} )`).join('&')}`],
    ['in a query', byUnit((hex) => `NCHAR(0x${hex})+`)],
    ['in a script that turns it round', `"${[...ADDRESS].reverse().join('')}".split("").reverse().join("")`],
    [
      'in a page that shows it turned round',
      `<p style="unicode-bidi:bidi-override">${[...ADDRESS].reverse().join('')}</p>`,
    ],
  ])('%s', async (_, text) => {
    expect(await verdict('pdf', withFile(text))).toContain('现住所');
  });

  test.each<[string, string]>([
    ['in a link of UTF-7', `http://a.example/?q=${asUtf7(ADDRESS, ['+', '/'])}`],
    ['turned round in a script', `"${[...ADDRESS].reverse().join('')}".split("").reverse().join("")`],
  ])('also in the strings of a PDF: %s', async (_, text) => {
    const hex = `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
    expect(await verdict('pdf', page('', { objects: [`<< /URI ${hex} >>`] }))).toContain('现住所');
  });

  test('in attributes with long names', async () => {
    const tag = '<rdf:D post:street="幸福路" post:houseNumber="88号" post:b="2幢" post:roomNumber=\'301室\'/>';
    expect(await verdict('docx', docx({ 'customXml/item1.xml': `<a>${tag}</a>` }))).toContain('现住所');
  });

  test.each<[string, BufferEncoding | string]>([
    ['Big5', 'big5'],
    ['UTF-32, low byte first', 'utf-32le'],
    ['UTF-32, high byte first', 'utf-32be'],
  ])('in %s, though nothing says so', async (_, encoding) => {
    const wide = Buffer.alloc(4 * ADDRESS.length);
    for (const [index, char] of [...ADDRESS].entries()) {
      const at = index * 4;
      if (encoding === 'utf-32be') wide.writeUInt32BE(char.charCodeAt(0), at);
      else wide.writeUInt32LE(char.charCodeAt(0), at);
    }
    const big5 = Buffer.from('a9afbad6b8f43838b8b932bc6c333031abc7', 'hex');
    expect(new TextDecoder('big5').decode(big5)).toBe(TRADITIONAL);
    expect(await verdict('pdf', withFile(encoding === 'big5' ? big5 : wide))).toContain('现住所');
    // The last character of a record may be cut.
    expect(await verdict('pdf', withFile(Buffer.concat([big5, Buffer.from([0xa9])])))).toContain('现住所');
  });

  test('a telephone number in Base64', async () => {
    const facts = [{ pointer: '/p', label: '电话', spellings: [PHONE], kind: 'phone' as const }];
    const text = `t=${Buffer.from(`tel=${PHONE}`).toString('base64')}`;
    expect(await verdict('pdf', withFile(text), facts)).toContain('电话');
  });

  test('plain numbers, signs and broken JSON stay what they are', async () => {
    for (const text of [
      '[30000, 25000',
      '[30000, 5, 25000]',
      'a+bc&de-f~{ ~} \x0e\x0f',
      '&unknown; &#99999999',
      'xn--99999999999',
    ]) {
      expect(unfold(text)[0]).toBe(text);
      expect(await verdict('pdf', withFile(text))).toBe('passes');
    }
    expect(decodeEntities('&toString;')).toBe('&toString;');
    expect(unfold(`${'x'.repeat(70_000)}%2525`)).toHaveLength(3);
    expect(xmlTexts('<a b="甲"/>')).toEqual(['<a b="甲"/>']);
  });
});

describe('an attachment holds files as text:', () => {
  const uuencoded = (data: Buffer) => {
    const lines: string[] = [];
    for (let at = 0; at < data.length; at += 45) {
      const part = data.subarray(at, at + 45);
      let line = String.fromCharCode(32 + part.length);
      for (let byte = 0; byte < part.length; byte += 3) {
        const bits = ((part[byte] ?? 0) << 16) | ((part[byte + 1] ?? 0) << 8) | (part[byte + 2] ?? 0);
        for (const shift of [18, 12, 6, 0]) line += String.fromCharCode(32 + ((bits >> shift) & 63));
      }
      lines.push(line);
    }
    return `begin 644 a.txt\n${lines.join('\n')}\n\`\nend\n`;
  };

  test.each<[string, string]>([
    ['uuencoded', uuencoded(Buffer.from(`家住${ADDRESS}，`.repeat(3)))],
    [
      'a certificate',
      `-----BEGIN CERTIFICATE-----\n${Buffer.from(`0\x81\0${ADDRESS}`).toString('base64')}\n-----END CERTIFICATE-----`,
    ],
    ['packed', deflateSync(ADDRESS).toString('base64')],
  ])('%s', async (_, text) => {
    expect(await verdict('pdf', withFile(text))).toContain('现住所');
  });

  test('two files in a text, one of which never ends', () => {
    const first = `begin 644 a\nbegin 644 b\n${uuencoded(Buffer.from('abc')).split('\n')[1]}\nend\n`;
    const files = writtenFiles(`${first}begin 644 c\n#86)C\n`);
    expect(files.map((file) => file.toString('latin1')).join()).toContain('abc');
    expect(files).toHaveLength(1);
  });

  test('a picture that nobody can look into is refused', async () => {
    const tiff = Buffer.from('II*\0'.padEnd(60, '\0'), 'latin1').toString('base64');
    const bitmap = Buffer.concat([Buffer.from('BM\x80\0\0\0\0\0\0\0', 'latin1'), Buffer.alloc(60)]).toString('base64');
    for (const picture of [tiff, bitmap]) {
      expect(await verdict('docx', docx({ 'word/a.xml': `<a><b>${picture}</b></a>` }))).toMatch(
        /^unreadable: a picture/,
      );
    }
    expect(await verdict('docx', docx({ 'word/a.xml': '<a><b>SUkqA short</b></a>' }))).toBe('passes');
  });

  test.each([
    ['Base64', (data: Buffer) => data.toString('base64')],
    ['Base64 in lines', (data: Buffer) => (data.toString('base64').match(/.{1,76}/g) ?? []).join('\r\n')],
    ['Base64 with escaped slashes', (data: Buffer) => data.toString('base64').replaceAll('/', '\\/')],
    ['hexadecimal digits', (data: Buffer) => data.toString('hex')],
  ])(
    'data in %s that look packed or encrypted are refused, in parts where programs keep what they like too',
    async (_, write) => {
      const packed = randomBytes(2000);
      packed[0] = 1;
      const text = `<a><b>${write(packed)}</b></a>`;
      const refused = /^unreadable: data that look packed/;
      expect(await verdict('pdf', withFile(`{"data":"${write(packed).replaceAll('\r\n', '\\r\\n')}"}`))).toMatch(
        refused,
      );
      expect(await verdict('docx', docx({ 'customXml/item1.xml': text }))).toMatch(refused);
      expect(await verdict('docx', docx({ 'word/settings.xml': text }))).toMatch(refused);
    },
  );

  test('but neither long words, nor text, nor pictures that all may see', async () => {
    const text = Buffer.from('与本案无关的文字。'.repeat(200)).toString('base64');
    const words = ['lorem_ipsum-dolor/'.repeat(99), 'ACGT'.repeat(500), '3141592653'.repeat(99), text];
    for (const word of [...words, png(qrModules('https://court.example')).toString('base64')]) {
      expect(await verdict('pdf', withFile(word))).toBe('passes');
    }
  });

  test('data of unknown kind that look packed or encrypted are refused', async () => {
    const packed = randomBytes(2000);
    packed[0] = 1;
    expect(await verdict('pdf', withFile(packed))).toMatch(/^unreadable: data that look packed or encrypted/);
    expect(await verdict('docx', docx({ 'word/a.bin': packed }))).toMatch(/^unreadable: data that look packed/);
  });

  test('but not tables of numbers, text in UTF-16 and what holds a picture', async () => {
    const table = Buffer.from(Array.from({ length: 2000 }, (_, index) => (index % 7) * (index % 5)));
    const wide = Buffer.from('本院经审查认为，申请符合法律规定。'.repeat(40), 'utf16le');
    for (const data of [table, wide]) expect(await verdict('pdf', withFile(data))).toBe('passes');
    expect(await verdict('docx', docx({ 'word/document.xml': documentXml('') }), FACTS)).toBe('passes');
  });
});
