import { deflateSync, gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { page, stream } from '../../support/raw-pdf';
import { asBars, asInverse, asRectangles, asStrokes, code128, qrModules, toPixels } from './codes';
import { compoundFile } from './compound';
import { documentXml, docx } from './docx-package';
import { ADDRESS, type CorpusFile, PHONE } from './kinds';
import { lyingFont } from './lying-font';
import type { MadeElsewhere } from './made-elsewhere';
import { ascii85, lzw, packBits, runLength } from './packing';
import { attachedCarriers } from './pdf-attached';
import { CUT_UP, namesAgainstMap, STATED_TWICE } from './pdf-contradictions';
import { FONT_CARRIERS } from './pdf-fonts';
import { LAYOUT_CARRIERS } from './pdf-layout';
import { attached, type Carrier, hex, image, line, raw, show, shown } from './pdf-parts';

const utf8 = Buffer.from(ADDRESS);
const FIXED = { mtime: '2026-01-01' };
const GBK = Buffer.from('d0d2b8a3c2b73838bac532b4b1333031cad2', 'hex');
const code = qrModules(ADDRESS);

const { size, pixels } = toPixels(code);
const bits = packBits(pixels, size);
const inlineBits = `q 100 0 0 100 72 600 cm BI /W ${size} /H ${size} /BPC 1 /CS /G ID `;
const inner = page(line(ADDRESS));

/** Every carrier with the part of its name that is to be reported. */
const HIDDEN: Carrier[] = [
  [
    'XMP 元数据',
    '数据流',
    page(shown, {
      objects: [
        stream(
          Buffer.from(`<x:xmpmeta><dc:description>${ADDRESS}</dc:description></x:xmpmeta>`),
          '/Type /Metadata /Subtype /XML',
        ),
      ],
    }),
  ],
  [
    '书签',
    '字符串',
    page(shown, {
      catalogEntries: '/Outlines 7 0 R',
      objects: ['<< /Type /Outlines /First 8 0 R /Last 8 0 R >>', `<< /Title ${hex(ADDRESS)} /Parent 7 0 R >>`],
    }),
  ],
  ['页码标签', '字符串', page(shown, { catalogEntries: `/PageLabels << /Nums [0 << /S /D /P ${hex(ADDRESS)} >>] >>` })],
  [
    '图层名称',
    '字符串',
    page(shown, {
      catalogEntries: '/OCProperties << /OCGs [7 0 R] /D << /OFF [7 0 R] >> >>',
      objects: [`<< /Type /OCG /Name ${hex(ADDRESS)} >>`],
    }),
  ],
  [
    'JavaScript 动作',
    '字符串',
    page(shown, {
      catalogEntries: '/OpenAction 7 0 R',
      objects: [
        `<< /S /JavaScript /JS (app.alert\\("${[...ADDRESS].map((char) => `\\\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"\\)) >>`,
      ],
    }),
  ],
  [
    '批注内容',
    '字符串',
    page(shown, {
      pageEntries: '/Annots [7 0 R]',
      objects: [`<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents ${hex(ADDRESS)} >>`],
    }),
  ],
  [
    '批注的富文本',
    '字符串',
    page(shown, {
      pageEntries: '/Annots [7 0 R]',
      objects: [
        `<< /Type /Annot /Subtype /FreeText /Rect [0 0 9 9] /RC ${hex('<body><p>幸福<b>路88号</b>2幢</p><p>301室</p></body>')} >>`,
      ],
    }),
  ],
  [
    '批注的外观',
    '未显示的内容流',
    page(shown, {
      pageEntries: '/Annots [7 0 R]',
      objects: [
        '<< /Type /Annot /Subtype /Stamp /Rect [0 0 9 9] /AP << /N 8 0 R >> >>',
        stream(line(ADDRESS), '/Type /XObject /Subtype /Form /Resources << /Font << /F1 5 0 R >> >>'),
      ],
    }),
  ],
  [
    'XFA 表单数据',
    '数据流',
    page(shown, {
      catalogEntries: '/AcroForm << /XFA 7 0 R >>',
      objects: [
        stream(Buffer.from(`<xfa:data><road>幸福路</road><number>88号</number><room>2幢301室</room></xfa:data>`)),
      ],
    }),
  ],
  [
    '链接，百分号编码',
    '字符串',
    page(shown, {
      pageEntries: '/Annots [7 0 R]',
      objects: [
        `<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://map.example/?q=${encodeURIComponent(ADDRESS)}) >> >>`,
      ],
    }),
  ],
  ['页面之外的文字', '页面文字', page(shown + line(ADDRESS, -9000, -9000))],
  ['极小的文字', '页面文字', page(`${shown}BT /F1 0.01 Tf 72 600 Td ${show(ADDRESS)} ET`)],
  ['不可见文字（渲染模式 3）', '页面文字', page(`${shown}BT 3 Tr /F1 12 Tf 72 600 Td ${show(ADDRESS)} ET`)],
  [
    '一字一个操作符，倒序绘制',
    '页面文字',
    page(
      [...ADDRESS]
        .map((char, index) => line(char, 72 + 12 * index))
        .reverse()
        .join(''),
    ),
  ],
  [
    '表格一列，逐行绘制',
    '按列',
    page(
      ['幸福路', '88', '号2幢', '301室']
        .map((part, row) => line('地址', 72, 700 - 20 * row) + line(part, 200, 700 - 20 * row))
        .join(''),
    ),
  ],
  ['全角数字与中文数字', '页面文字', page(line('现住幸福路捌拾捌號貳幢三〇一室'))],
  ['字形名与 ToUnicode 不符', '页面字形', namesAgainstMap()],
  ['字体程序与 ToUnicode 不符', '页面字形', lyingFont({ withMap: true })],
  ['没有 ToUnicode，只有字体程序知道', '页面文字', lyingFont({ withMap: false })],
  ['矢量二维码，矩形', '绘制的图形码', page(shown + asRectangles(code, { x: 72, y: 600, side: 3 }))],
  ['矢量二维码，粗线段', '绘制的图形码', page(shown + asStrokes(code, { x: 72, y: 600, side: 3 }))],
  ['矢量二维码，黑底白码', '绘制的图形码', page(shown + asInverse(code, { x: 90, y: 600, side: 3 }))],
  ['矢量条形码（电话）', '绘制的图形码', page(shown + asBars(code128(`0${PHONE}`), { x: 72, y: 600, side: 1.2 }))],
  [
    '内嵌图片里的二维码',
    '内嵌图片',
    page(Buffer.concat([Buffer.from(shown + inlineBits), bits, Buffer.from('\nEI Q\n')]).toString('latin1')),
  ],
  [
    '1 位调色板图片里的二维码',
    '图片里的图形码',
    page(shown, {
      objects: [image(bits, '/BitsPerComponent 1 /ColorSpace [/Indexed /DeviceRGB 1 <000000ffffff>]', size)],
    }),
  ],
  [
    '图像蒙版里的二维码',
    '图片里的图形码',
    page(shown, { objects: [image(bits, '/ImageMask true /BitsPerComponent 1', size)] }),
  ],
  [
    '透明度通道里的二维码',
    '图片里的图形码',
    page(shown, {
      objects: [
        image(Buffer.alloc(size * size * 3), '/BitsPerComponent 8 /ColorSpace /DeviceRGB /SMask 8 0 R', size),
        image(pixels, '/BitsPerComponent 8 /ColorSpace /DeviceGray', size),
      ],
    }),
  ],
  [
    'CMYK 图片里的二维码',
    '图片里的图形码',
    page(shown, {
      objects: [
        image(
          Buffer.from([...pixels].flatMap((grey) => [0, 0, 0, 255 - grey])),
          '/BitsPerComponent 8 /ColorSpace /DeviceCMYK',
          size,
        ),
      ],
    }),
  ],
  [
    '缩略图里的二维码',
    '图片里的图形码',
    page(shown, {
      pageEntries: '/Thumb 7 0 R',
      objects: [
        stream(pixels, `/Subtype /Image /Width ${size} /Height ${size} /BitsPerComponent 8 /ColorSpace /DeviceGray`),
      ],
    }),
  ],
  ['附件：PDF', '页面文字', page(shown, { objects: attached(inner) })],
  [
    '附件：DOCX',
    '压缩包部件',
    page(shown, {
      objects: attached(docx({ 'word/document.xml': documentXml(`<w:r><w:t>${ADDRESS}</w:t></w:r>`) })),
    }),
  ],
  [
    '附件：ZIP 里的 ZIP',
    '压缩包',
    page(shown, {
      objects: attached(Buffer.from(zipSync({ 'a.zip': zipSync({ 'b.txt': new Uint8Array(utf8) }, FIXED) }, FIXED))),
    }),
  ],
  ['附件：gzip', '压缩内容', page(shown, { objects: attached(gzipSync(`name,address\n李某,${ADDRESS}\n`)) })],
  [
    '附件：旧版 Word（OLE）',
    'OLE',
    page(shown, { objects: attached(compoundFile('WordDocument', Buffer.from(ADDRESS, 'utf16le'))) }),
  ],
  [
    '附件：GBK 文本',
    '数据流',
    page(shown, { objects: attached(Buffer.concat([Buffer.from('name,address\r\n'), GBK])) }),
  ],
  [
    '附件的文件名',
    '字符串',
    page(shown, { objects: [`<< /Type /Filespec /F (a.bin) /UF ${hex(`${ADDRESS}.txt`)} >>`] }),
  ],
  ['LZW 压缩的数据流', '数据流', page(shown, { objects: [raw(lzw(utf8), '/Filter /LZWDecode')] })],
  [
    'RunLength、ASCII85、Flate 连用',
    '数据流',
    page(shown, {
      objects: [
        raw(
          Buffer.from(ascii85(runLength(deflateSync(utf8)))),
          '/Filter [/ASCII85Decode /RunLengthDecode /FlateDecode]',
        ),
      ],
    }),
  ],
  [
    '私有数据，十六进制',
    '字符串',
    page(shown, { catalogEntries: `/PieceInfo << /App << /Private (${utf8.toString('hex')}) >> >>` }),
  ],
  [
    '私有数据，Base64',
    '字符串',
    page(shown, { catalogEntries: `/PieceInfo << /App << /Private (${utf8.toString('base64')}) >> >>` }),
  ],
  ['无人引用的对象', '字符串', page(shown, { objects: [`<< /Draft ${hex(ADDRESS)} >>`] })],
  ['文件末尾之后', '对象之外', Buffer.concat([page(shown), Buffer.from(`\n${ADDRESS}\n`)])],
  [
    '旧版本的元数据',
    '字符串',
    Buffer.concat([
      page(shown, { objects: [`<< /Title ${hex(ADDRESS)} >>`] }),
      Buffer.from(
        '7 0 obj\n<< /Title (clean) >>\nendobj\ntrailer\n<< /Root 1 0 R /Info 7 0 R >>\nstartxref\n0\n%%EOF\n',
      ),
    ]),
  ],
];

/** Papers that look alike and say nothing. */
const CLEAN: [about: string, bytes: Buffer][] = [
  ['同一条路的 188 号', page(line('证人住址：幸福路188号2幢301室'))],
  ['188 号，一字一个操作符', page([...'幸福路188号'].map((char, index) => line(char, 72 + 12 * index)).join(''))],
  ['另一条路的 88 号 2 幢 301 室', page(line('共同住所：和平路88号2幢301室'))],
  ['另一个城市的幸福里小区', page(line('住址：幸福里小区12栋402室'))],
  ['法院地址', page(line('重庆市渝中区嘉陵桥西村10号，重庆市渝中区人民法院'))],
  ['法条、日期和案号', page(line('依照第88条、第301条，2026年2月8日，（2026）渝0103民保令88号'))],
  ['身份证号码和金额', page(line('500103198911021234，人民币88301.00元'))],
  ['只写省、市、区', page(line('重庆市渝中区'))],
  [
    '核验网址的二维码',
    page(shown + asRectangles(qrModules('https://anshu.example.cn/v/AS-2026-088301'), { x: 72, y: 600, side: 3 })),
  ],
];

export function pdfFiles(made: MadeElsewhere): CorpusFile[] {
  const { jpeg, jpegSize, doc } = made;
  const dct = `/Subtype /Image /Width ${jpegSize} /Height ${jpegSize} /BitsPerComponent 8 /ColorSpace /DeviceRGB`;
  const hidden: Carrier[] = [
    ...HIDDEN,
    ['JPEG 图片里的二维码', '图片里的图形码', page(shown, { objects: [raw(jpeg, `${dct} /Filter /DCTDecode`)] })],
    ['附件：LibreOffice 写的旧版 Word', 'OLE', page(shown, { objects: attached(doc) })],
    ...STATED_TWICE,
    ...CUT_UP,
    ...FONT_CARRIERS,
    ...LAYOUT_CARRIERS,
    ...attachedCarriers(made),
  ];
  return [
    ...hidden.map(([about, carrier, bytes], index) => ({ name: `pdf-${number(index)}.pdf`, about, bytes, carrier })),
    ...CLEAN.map(([about, bytes], index) => ({ name: `clean-pdf-${number(index)}.pdf`, about, bytes })),
  ];
}

const number = (index: number) => String(index + 1).padStart(2, '0');
