import { deflateSync, gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { page, stream, ucs2 } from '../../support/raw-pdf';
import { png, qrModules } from './codes';
import { compoundFile } from './compound';
import { documentXml, docx, run } from './docx-package';
import { ADDRESS } from './kinds';
import type { MadeElsewhere } from './made-elsewhere';
import { type Carrier, hex, image, line, raw, shown, withFile } from './pdf-parts';

const chars = [...ADDRESS];
const utf8 = Buffer.from(ADDRESS);
const word = docx({ 'word/document.xml': documentXml(run(ADDRESS)) });
const zip = Buffer.from(zipSync({ 'a.txt': new Uint8Array(Buffer.from(ADDRESS.repeat(9))) }, { mtime: '2026-01-01' }));
const code = png(qrModules(ADDRESS));
const inner = page(line(ADDRESS));
const quoted = [...utf8].map((byte) => `=${byte.toString(16).toUpperCase()}`).join('');
const octal = (bytes: Buffer) => [...bytes].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
const inLines = (text: string, width: number) => text.replaceAll(new RegExp(`.{${width}}`, 'g'), '$&\r\n');
const mail = (head: string, body: string) => `From: a@b.example\r\n${head}\r\n\r\n${body}\r\n`;

/** A tar file with one entry. */
function tar(data: Buffer): Buffer {
  const header = Buffer.alloc(512);
  header.write('a.docx');
  header.write(`${data.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write('ustar', 257);
  return Buffer.concat([header, data, Buffer.alloc(1024 - (data.length % 512))]);
}

/** A gzip file with a name in its header. */
function namedGzip(name: string): Buffer {
  const plain = gzipSync('abc');
  const head = Buffer.from(plain.subarray(0, 10));
  head.writeUInt8(8, 3);
  return Buffer.concat([head, Buffer.from(`${name}\0`), plain.subarray(10)]);
}

const RTF_UNITS =
  "\\u24184\\'d0\\'d2\\u31119\\'b8\\'a3\\u-29201\\'c2\\'b788\\u21495\\'ba\\'c52\\u24162\\'b4\\'b1301\\u23460\\'ca\\'d2";

export function attachedCarriers({ jpeg }: MadeElsewhere): Carrier[] {
  const objects = (...list: (string | Buffer)[]) => page(shown, { objects: list });
  return [
    [
      '附件：邮件，quoted-printable',
      '数据流',
      withFile(mail('Content-Transfer-Encoding: quoted-printable', inLines(quoted, 60).replaceAll('\r\n', '=\r\n'))),
    ],
    ['附件：邮件标题', '数据流', withFile(mail(`Subject: =?UTF-8?Q?${quoted}?=`, 'a'))],
    [
      '附件：邮件里的网页，Base64',
      '数据流',
      withFile(
        mail('Content-Transfer-Encoding: base64', inLines(Buffer.from(`<p>“${ADDRESS}”—é</p>`).toString('base64'), 40)),
      ),
    ],
    ['附件：邮件里的 DOCX', '压缩包部件', withFile(mail('MIME-Version: 1.0', inLines(word.toString('base64'), 76)))],
    ['附件：JSON 里的 PDF', '页面文字', withFile(JSON.stringify({ file: inner.toString('base64') }))],
    [
      '附件：表单数据（FDF），八进制',
      '数据流',
      withFile(`%FDF-1.2\n1 0 obj\n<< /V (\\376\\377${octal(Buffer.from(ucs2(ADDRESS), 'hex'))}) >>\nendobj`),
    ],
    ['附件：脚本，八进制', '数据流', withFile(`print("${octal(utf8)}")`)],
    ['附件：PDF，前面有空行', '页面文字', withFile(Buffer.concat([Buffer.from('\n\n'), inner]))],
    ['附件：tar 里的 DOCX', '压缩包部件', withFile(tar(word))],
    ['附件：gzip 头里的文件名', '名称或附注', withFile(namedGzip(`${ADDRESS}.txt`))],
    ['附件：gzip 之后的字节', '压缩内容之后', withFile(Buffer.concat([gzipSync('abc'), Buffer.from(`\0${ADDRESS}`)]))],
    ['附件：没有文件头的 zlib 数据', '数据流', withFile(deflateSync(`住址：${ADDRESS.repeat(3)}`))],
    [
      '附件：旧版 Word，段落很短',
      'OLE',
      withFile(
        compoundFile(
          'WordDocument',
          Buffer.concat([Buffer.alloc(512), Buffer.from('幸福路\r88号\r2幢\r301室\r', 'utf16le'), Buffer.alloc(4096)]),
        ),
      ),
    ],
    [
      '附件：旧版 Word 里的二维码',
      '图形码',
      withFile(compoundFile('Data', Buffer.concat([Buffer.alloc(68, 1), code]))),
    ],
    ['附件：UTF-16 表格，没有标记', '数据流', withFile(Buffer.from('幸福路\t88号\t2幢\t301室\r\n', 'utf16le'))],
    ['附件：RTF，后附 GBK', '数据流', withFile(`{\\rtf1\\ansi\\ansicpg936\\uc2 ${RTF_UNITS}\\par}`)],
    [
      '附件：RTF，Big5',
      '数据流',
      withFile("{\\rtf1\\ansicpg950 \\'a9\\'af\\'ba\\'d6\\'b8\\'f488\\'b8\\'b9301\\'ab\\'c7}"),
    ],
    ['附件：RTF 里的图片', '图形码', withFile(`{\\rtf1{\\pict\\pngblip ${inLines(code.toString('hex'), 128)}}}`)],
    [
      '附件：RTF 里的对象',
      '压缩包部件',
      withFile(
        `  {\\rtf1{\\object{\\*\\objdata 0105000002000000${Buffer.from('Package\0').toString('hex')}${word.toString('hex')}}}}`,
      ),
    ],
    ['附件：图片后面接着 ZIP', '压缩包部件', withFile(Buffer.concat([png(qrModules('a')), zip]))],
    ['附件：照片里的小图', '图形码', withFile(Buffer.concat([png(qrModules('a')), Buffer.from('Exif\0'), jpeg]))],
    [
      '附件：SVG，一字一个元素',
      '数据流',
      withFile(
        `<svg xmlns="http://www.w3.org/2000/svg">\n${chars.map((char, index) => `<text x="${index}">${char}</text>`).join('\n')}</svg>`,
      ),
    ],
    ['图片数据其实是 DOCX', '压缩包部件', objects(image(word, '/BitsPerComponent 8 /ColorSpace /DeviceGray', 10))],
    [
      '图片像素之后的 PDF',
      '页面文字',
      objects(image(Buffer.concat([Buffer.alloc(100), inner]), '/BitsPerComponent 8 /ColorSpace /DeviceGray', 10)),
    ],
    [
      'XMP，UTF-16，没有标记，字符实体',
      '数据流',
      objects(
        stream(
          Buffer.from(
            `<x:xmpmeta><rdf:li>${chars.map((char) => `&#${char.charCodeAt(0)};`).join('')}</rdf:li></x:xmpmeta>`,
            'utf16le',
          ).swap16(),
          '/Type /Metadata',
        ),
      ),
    ],
    [
      'XMP 里的缩略图',
      '图形码',
      objects(
        stream(
          `<x:xmpmeta><xmpGImg:image>${jpeg.toString('base64').replaceAll(/.{76}/g, '$&&#xA;')}</xmpGImg:image></x:xmpmeta>`,
          '/Type /Metadata',
        ),
      ),
    ],
    [
      'XFA 表单，一个元素分在两个数据流',
      '表单数据',
      page(shown, {
        catalogEntries: '/AcroForm << /XFA [(a) 7 0 R (b) 8 0 R] >>',
        objects: [stream(Buffer.from('<d>幸')), stream(Buffer.from('福路88号2幢301室</d>'))],
      }),
    ],
    ['加密滤镜什么也不做', '数据流', objects(raw(utf8, '/Filter /Crypt'))],
    [
      '签名证书里的文字',
      '字符串',
      objects(`<< /Contents <3082010a0201003081ff0603${utf8.toString('hex')}a082ff8130> >>`),
    ],
    [
      'JavaScript，字符编号',
      '字符串',
      objects(
        `<< /S /JavaScript /JS (String.fromCharCode\\(${chars.map((char) => char.charCodeAt(0)).join(',')}\\)) >>`,
      ),
    ],
    [
      'JavaScript，%u 转义',
      '字符串',
      objects(`<< /S /JavaScript /JS (unescape\\("${chars.map((char) => `%u${ucs2(char)}`).join('')}"\\)) >>`),
    ],
    [
      '链接，百分号编码两次',
      '字符串',
      objects(`<< /URI (https://map.example/?u=${encodeURIComponent(encodeURIComponent(ADDRESS))}) >>`),
    ],
    ['从右向左的字符串', '字符串', objects(`<< /V ${hex(`\u202e${chars.toReversed().join('')}\u202c`)} >>`)],
    ['电话写成数字', '数字', objects('<< /Tel 13812345678 >>')],
    ['对象流里的数字', '数字', objects(stream('9 0 << /Tel 13812345678 >>', '/Type /ObjStm /N 1 /First 4'))],
    ['文件开头之前', '对象之外', Buffer.concat([Buffer.from(`${ADDRESS}\n`), page(shown)])],
    ['文件末尾之后的 DOCX', '压缩包部件', Buffer.concat([page(shown), word])],
    ['文件末尾之后的图片', '图形码', Buffer.concat([page(shown), code])],
  ];
}
