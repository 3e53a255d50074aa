import { strToU8, zipSync } from 'fflate';
import { png, qrModules } from './codes';
import { compoundFile } from './compound';
import { documentXml, docx, run } from './docx-package';
import { ADDRESS } from './kinds';
import type { Carrier } from './pdf-parts';

const chars = [...ADDRESS];
const backwards = chars.toReversed().join('');
const body = (content: string) => docx({ 'word/document.xml': documentXml(content) });
const hiddenRun = (text: string) => `<w:r><w:rPr><w:vanish/></w:rPr><w:t>${text}</w:t></w:r>`;
const ruby = (char: string) =>
  `<w:r><w:ruby><w:rt><w:r><w:t>pinyin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>${char}</w:t></w:r></w:rubyBase></w:ruby></w:r>`;
const box = (text: string) => `<w:txbxContent><w:p>${run(text)}</w:p></w:txbxContent>`;
const boxTwice = (text: string) =>
  `<w:r><mc:AlternateContent><mc:Choice>${box(text)}</mc:Choice><mc:Fallback>${box(text)}</mc:Fallback></mc:AlternateContent></w:r>`;
const cell = (text: string, entries = '') => `<w:tc>${entries}<w:p>${run(text)}</w:p></w:tc>`;
const utf16 = (xml: string) => Buffer.from(xml, 'utf16le').swap16();

const WORKBOOK = zipSync(
  {
    'xl/sharedStrings.xml': strToU8(
      '<sst><si><t>号</t></si><si><t>幸福路</t></si><si><t>幢</t></si><si><t>室</t></si></sst>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(
      '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1"><v>88</v></c><c t="s"><v>0</v></c><c><v>2</v></c><c t="s"><v>2</v></c><c><v>301</v></c><c t="s"><v>3</v></c><c t="s"><v>99</v></c></row></sheetData></worksheet>',
    ),
  },
  { mtime: '2026-01-01' },
);

export const HIDDEN_IN_WORD: Carrier[] = [
  [
    '中间夹着移走的修订',
    'document.xml',
    body(`${run('幸福')}<w:moveFrom w:id="1">${run('这是移走的文字')}</w:moveFrom>${run('路88号2幢301室')}`),
  ],
  ['中间夹着隐藏文字', 'document.xml', body(chars.map((char) => run(char) + hiddenRun('假')).join(''))],
  ['隐藏文字夹在正文里', 'document.xml', body(chars.map((char) => hiddenRun(char) + run('真')).join(''))],
  [
    '文本框插在地址中间',
    'document.xml',
    body(`${run('幸福')}${boxTwice('旁边的框里是别的话')}${run('路88号2幢301室')}`),
  ],
  ['一字一个文本框，各有后备', 'document.xml', body(chars.map(boxTwice).join(''))],
  ['拼音指南', 'document.xml', body(chars.map(ruby).join(''))],
  [
    '符号字符',
    'document.xml',
    body(
      chars
        .map(
          (char) =>
            `<w:r><w:sym w:font="SimSun" w:char="${(char < '\x7f' ? 0xf000 + char.charCodeAt(0) : char.charCodeAt(0)).toString(16).padStart(4, '0')}"/></w:r>`,
        )
        .join(''),
    ),
  ],
  [
    '表格的一列',
    'document.xml',
    body(
      `<w:tbl>${['幸福路', '88号', '2幢', '301室'].map((part) => `<w:tr>${cell('甲乙丙', '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>')}${cell(part)}${cell('备注说明')}</w:tr>`).join('')}</w:tbl>`,
    ),
  ],
  ['从右向左的文字', 'document.xml', body(`<w:bdo w:val="rtl">${run(backwards)}</w:bdo>`)],
  [
    '下拉列表，分在几项',
    'document.xml',
    body(
      `<w:sdt><w:sdtPr><w:dropDownList>${['幸福路', '88号', '2幢', '301室'].map((part) => `<w:listItem w:displayText="${part}"/>`).join('')}</w:dropDownList></w:sdtPr></w:sdt>`,
    ),
  ],
  [
    '自定义 XML，一字一个元素的属性',
    'item1',
    docx({ 'customXml/item1.xml': `<a>${chars.map((char, index) => `<i n='${index}' v="${char}"/>`).join('')}</a>` }),
  ],
  [
    '自定义 XML，一字一个元素',
    'item1',
    docx({ 'customXml/item1.xml': `<a>\n${chars.map((char) => `<i>${char}</i>`).join('\n')}</a>` }),
  ],
  [
    '自定义 XML 里的 Base64 文件',
    '压缩包部件',
    docx({ 'customXml/item1.xml': `<b>${body(run(ADDRESS)).toString('base64').replaceAll(/.{76}/g, '$&\n')}</b>` }),
  ],
  [
    'UTF-16 的部件，没有标记，字符实体',
    'document.xml',
    docx({ 'word/document.xml': utf16(documentXml(chars.map((char) => run(`&#${char.charCodeAt(0)};`)).join(''))) }),
  ],
  [
    'Big5 的部件',
    'document.xml',
    docx({
      'word/document.xml': Buffer.from(
        '<?xml version="1.0" encoding="Big5"?><t>\xa9\xaf\xba\xd6\xb8\xf488\xb8\xb9301\xab\xc7</t>',
        'latin1',
      ),
    }),
  ],
  ['嵌入的电子表格，数字与文字分开', '电子表格', docx({ 'word/embeddings/a.xlsx': WORKBOOK })],
  [
    '嵌入 OLE 里的图片',
    '图形码',
    docx({
      'word/embeddings/o.bin': compoundFile(
        '\u0001Ole10Native',
        Buffer.concat([Buffer.from('\x10\0\0\0a.png\0', 'latin1'), png(qrModules(ADDRESS))]),
      ),
    }),
  ],
  [
    '网页存档，quoted-printable',
    '部件',
    docx({
      'word/chunk.mht': `MIME-Version: 1.0\r\n\r\n${[...Buffer.from(ADDRESS)].map((byte) => `=${byte.toString(16).toUpperCase()}`).join('')}`,
    }),
  ],
  [
    '关系的目标，百分号编码两次',
    'document.xml.rels',
    docx({
      'word/_rels/document.xml.rels': `<Relationships><Relationship Target="file:///c:/${encodeURIComponent(encodeURIComponent(ADDRESS))}.doc"/></Relationships>`,
    }),
  ],
];

/** The same shapes without the address. */
export const CLEAN_SHAPES: [about: string, bytes: Buffer][] = [
  [
    '表格里的数字各成一格',
    body(
      `<w:tbl>${['和平路', '8', '8', '号'].map((part) => `<w:tr>${cell(part)}${cell('2')}${cell('301')}</w:tr>`).join('')}</w:tbl>`,
    ),
  ],
  ['隐藏文字夹在别的地址里', body(`${run('幸福')}${hiddenRun('假')}${run('路188号')}`)],
];
