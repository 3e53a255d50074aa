import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { page, stream, ucs2 } from '../../support/raw-pdf';
import { bmp, png, qrModules } from './codes';
import { compoundFile } from './compound';
import { CLEAN_SHAPES, HIDDEN_IN_WORD } from './docx-hidden';
import { documentXml, docx, run } from './docx-package';
import { ADDRESS, type CorpusFile } from './kinds';
import type { MadeElsewhere } from './made-elsewhere';

const body = (xml: string) => docx({ 'word/document.xml': documentXml(xml) });
const code = qrModules(ADDRESS);
const utf8 = Buffer.from(ADDRESS);
const inner = page(`BT /F1 12 Tf 72 700 Td <${ucs2(ADDRESS)}> Tj ET`);
const plain = qrModules('https://anshu.example.cn/v/AS-2026-088301');
const unicode = (text: string) => [...text].map((char) => `\\u${char.charCodeAt(0)}?`).join('');

/** An enhanced metafile with one record of text. */
function metafile(text: string): Buffer {
  const header = Buffer.alloc(108);
  header.writeUInt32LE(1, 0);
  header.writeUInt32LE(108, 4);
  header.write(' EMF', 40, 'latin1');
  const words = Buffer.from(text, 'utf16le');
  const record = Buffer.alloc(76);
  record.writeUInt32LE(84, 0);
  record.writeUInt32LE(76 + words.length, 4);
  record.writeUInt32LE(text.length, 44);
  record.writeUInt32LE(76, 48);
  return Buffer.concat([header, record, words]);
}

const HIDDEN: [about: string, carrier: string, bytes: Buffer][] = [
  ['页眉', 'header1', docx({ 'word/header1.xml': documentXml(run(ADDRESS)) })],
  ['页脚', 'footer2', docx({ 'word/footer2.xml': documentXml(run(ADDRESS)) })],
  ['批注', 'comments', docx({ 'word/comments.xml': documentXml(run(ADDRESS)) })],
  ['脚注', 'footnotes', docx({ 'word/footnotes.xml': documentXml(run(ADDRESS)) })],
  ['已删除的修订', 'document.xml', body(`<w:del><w:r><w:delText>${ADDRESS}</w:delText></w:r></w:del>`)],
  ['隐藏文字', 'document.xml', body(`<w:r><w:rPr><w:vanish/></w:rPr><w:t>${ADDRESS}</w:t></w:r>`)],
  [
    '一字一段，中间夹着删除的修订',
    'document.xml',
    body([...ADDRESS].map((char) => `${run(char)}<w:del><w:r><w:delText>某</w:delText></w:r></w:del>`).join('')),
  ],
  [
    '自定义属性',
    'custom',
    docx({
      'docProps/custom.xml': `<Properties><property name="住址"><lpwstr>${ADDRESS}</lpwstr></property></Properties>`,
    }),
  ],
  [
    '文档变量，字符实体',
    'settings',
    docx({
      'word/settings.xml': `<w:settings><w:docVar w:name="a" w:val="${[...ADDRESS].map((char) => `&#${char.charCodeAt(0)};`).join('')}"/></w:settings>`,
    }),
  ],
  [
    '图片的替代文字',
    'document.xml',
    body(`<w:r><w:drawing><wp:docPr id="1" name="p" descr="${ADDRESS}"/></w:drawing></w:r>`),
  ],
  [
    '自定义 XML，分在几个属性',
    'item1',
    docx({ 'customXml/item1.xml': '<case road="幸福路" number="88号" building="2幢" room="301室"/>' }),
  ],
  [
    '关系的目标',
    'document.xml.rels',
    docx({
      'word/_rels/document.xml.rels': `<Relationships><Relationship Id="r9" Target="https://map.example/?q=${encodeURIComponent(ADDRESS)}" TargetMode="External"/></Relationships>`,
    }),
  ],
  ['PNG 图片里的二维码', '图形码', docx({ 'word/media/image1.png': png(code) })],
  ['BMP 图片里的二维码', '图形码', docx({ 'word/media/image1.bmp': bmp(code) })],
  [
    'PNG 的压缩文字块',
    '部件',
    docx({
      'word/media/image1.png': png(plain, [
        ['zTXt', Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), deflateSync(utf8)])],
      ]),
    }),
  ],
  [
    'PNG 的国际文字块',
    '部件',
    docx({
      'word/media/image1.png': png(plain, [
        ['iTXt', Buffer.concat([Buffer.from('XML:com.adobe.xmp\0\x01\0zh\0\0', 'latin1'), deflateSync(utf8)])],
      ]),
    }),
  ],
  [
    'SVG 图片里的文字',
    '部件',
    docx({
      'word/media/image1.svg': `<svg xmlns="http://www.w3.org/2000/svg"><text><tspan>幸福路88号</tspan><tspan>2幢301室</tspan></text></svg>`,
    }),
  ],
  [
    'SVG 里的 Base64 图片',
    '图形码',
    docx({
      'word/media/image1.svg': `<svg xmlns="http://www.w3.org/2000/svg"><image href="data:image/png;base64,${png(code).toString('base64')}"/></svg>`,
    }),
  ],
  ['EMF 图片里的文字', '部件', docx({ 'word/media/image1.emf': metafile(ADDRESS) })],
  ['嵌入的 OLE 对象', 'OLE', docx({ 'word/embeddings/oleObject1.bin': compoundFile('CONTENTS', utf8) })],
  [
    '嵌入 OLE 里的 PDF',
    '页面文字',
    docx({
      'word/embeddings/oleObject1.bin': compoundFile(
        '\u0001Ole10Native',
        Buffer.concat([Buffer.from('a.pdf\0c:\\a.pdf\0', 'latin1'), inner]),
      ),
    }),
  ],
  [
    '嵌入的电子表格',
    '压缩包部件',
    docx({
      'word/embeddings/a.xlsx': zipSync(
        { 'xl/sharedStrings.xml': strToU8(`<sst><si><t>${ADDRESS}</t></si></sst>`) },
        { mtime: '2026-01-01' },
      ),
    }),
  ],
  ['嵌入的 PDF', '页面文字', docx({ 'word/embeddings/a.pdf': inner })],
  ['RTF 片段', '部件', docx({ 'word/chunk.rtf': `{\\rtf1\\ansi ${unicode(ADDRESS)}\\par}` })],
  ['部件的名称', '名称或附注', docx({ [`word/media/${ADDRESS}.txt`]: 'a' })],
  ['压缩包条目的注释', '名称或附注', docx({}, { comment: ADDRESS })],
  ['词汇表文档', '部件', docx({ 'word/glossary/document.xml': documentXml(run(ADDRESS)) })],
];

const CLEAN: [about: string, bytes: Buffer][] = [
  ['188 号，分在两个文本块', body(`${run('幸福路1')}${run('88号2幢301室')}`)],
  ['页眉里的法院地址', docx({ 'word/header1.xml': documentXml(run('重庆市渝中区嘉陵桥西村10号')) })],
  ['另一条路', body(run('和平路88号2幢301室'))],
  ['核验网址的二维码', docx({ 'word/media/image1.png': png(plain) })],
  [
    '附一份无关的 PDF',
    docx({ 'word/embeddings/a.pdf': page('BT /F1 12 Tf 72 700 Td <4f60597d> Tj ET', { objects: [stream('remark')] }) }),
  ],
];

export function docxFiles({ jpeg, doc }: MadeElsewhere): CorpusFile[] {
  const hidden: typeof HIDDEN = [
    ...HIDDEN,
    ['JPEG 图片里的二维码', '图形码', docx({ 'word/media/image1.jpeg': jpeg })],
    ['嵌入的旧版 Word', 'OLE', docx({ 'word/embeddings/a.doc': doc })],
    ...HIDDEN_IN_WORD,
  ];
  return [
    ...hidden.map(([about, carrier, bytes], index) => ({ name: `docx-${number(index)}.docx`, about, bytes, carrier })),
    ...[...CLEAN, ...CLEAN_SHAPES].map(([about, bytes], index) => ({
      name: `clean-docx-${number(index)}.docx`,
      about,
      bytes,
    })),
  ];
}

const number = (index: number) => String(index + 1).padStart(2, '0');
