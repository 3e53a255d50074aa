/**
 * Every style of a document: the one place where type, size and distance are decided. Names that Chinese Word shows for
 * its own styles (正文, 标题, 日期, 页码) are avoided: it would rename ours.
 */
import { mmToPt, TYPE_SIZE } from '../page';
import { BODY_HALF_POINTS, BODY_TRACKING, CELL, LINE, ptToTwip } from './measures';
import type { StyleDefinition } from './style-xml';
import { runXml, styleXml } from './style-xml';

/** Ids by which blocks name their style. */
export const STYLE = {
  normal: 'Normal',
  issuer: 'AnshuIssuer',
  title: 'Heading1',
  heading1: 'Heading2',
  heading2: 'Heading3',
  numberRight: 'AnshuNumber',
  numberCenter: 'AnshuNumberCentred',
  addressee: 'AnshuAddressee',
  paragraph: 'AnshuParagraph',
  signature: 'AnshuSignature',
  date: 'AnshuDate',
  handSignature: 'AnshuHandSignature',
  tableText: 'AnshuTableText',
  tableLabel: 'AnshuTableLabel',
  afterTable: 'AnshuAfterTable',
  seam: 'AnshuSeam',
  note: 'AnshuNote',
  cutLine: 'AnshuCutLine',
  header: 'Header',
  pageNumberOdd: 'AnshuPageNumberOdd',
  pageNumberEven: 'AnshuPageNumberEven',
  qrCaption: 'AnshuQrCaption',
  filled: 'AnshuFilled',
  blank: 'AnshuBlank',
  kai: 'AnshuKai',
  hei: 'AnshuHei',
  table: 'AnshuTable',
} as const;

const halfPoints = (pt: number): number => Math.round(pt * 2);
const exactly = (pt: number): { exactly: number } => ({ exactly: ptToTwip(pt) });

/** Line pitch of small text: table cells, notes, captions. */
export const TABLE_LINE_PT = 18;
const NOTE_LINE_PT = 16;
const CAPTION_LINE_PT = 13;
/** Room between a table and what follows it. */
const AFTER_TABLE_PT = 8;
/** A paragraph that only carries a break: low enough to leave room for 22 lines. */
const SEAM_PT = 0.5;
const CELL_PADDING_MM = 1.5;

const HALF_LINE = Math.round(LINE / 2);
const twoCells = { twips: 2 * CELL, hundredths: 200 };

const based = (id: string, name: string): StyleDefinition => ({
  type: 'paragraph',
  id,
  name,
  basedOn: STYLE.normal,
});

const PARAGRAPH_STYLES: StyleDefinition[] = [
  {
    type: 'paragraph',
    id: STYLE.normal,
    name: 'Normal',
    alias: '文书正文',
    isDefault: true,
    paragraph: { chineseTypography: true, before: 0, after: 0, line: { exactly: LINE }, align: 'both' },
  },
  {
    ...based(STYLE.issuer, '发文机关'),
    next: STYLE.title,
    paragraph: { keepNext: true, offGrid: true, align: 'center' },
    run: { face: 'title', size: halfPoints(TYPE_SIZE.er), tracking: 0 },
  },
  {
    ...based(STYLE.title, 'heading 1'),
    alias: '文书标题',
    next: STYLE.paragraph,
    paragraph: { keepNext: true, offGrid: true, after: LINE, align: 'center', outlineLevel: 0 },
    run: { face: 'title', size: halfPoints(TYPE_SIZE.er), tracking: 0 },
  },
  {
    ...based(STYLE.heading1, 'heading 2'),
    alias: '一级标题',
    next: STYLE.paragraph,
    paragraph: { keepNext: true, firstLine: twoCells, outlineLevel: 1 },
    run: { face: 'hei' },
  },
  {
    ...based(STYLE.heading2, 'heading 3'),
    alias: '二级标题',
    next: STYLE.paragraph,
    paragraph: { keepNext: true, firstLine: twoCells, outlineLevel: 2 },
    run: { face: 'kai' },
  },
  {
    ...based(STYLE.numberRight, '案号'),
    next: STYLE.paragraph,
    paragraph: { keepNext: true, after: LINE, right: 2 * CELL, align: 'right' },
  },
  {
    ...based(STYLE.numberCenter, '案号居中'),
    next: STYLE.paragraph,
    paragraph: { keepNext: true, after: HALF_LINE, align: 'center' },
  },
  { ...based(STYLE.addressee, '主送'), next: STYLE.paragraph, paragraph: { keepNext: true } },
  { ...based(STYLE.paragraph, '正文段落'), paragraph: { firstLine: twoCells } },
  { ...based(STYLE.signature, '落款'), paragraph: { keepNext: true, keepLines: true, align: 'left' } },
  { ...based(STYLE.date, '成文日期'), basedOn: STYLE.signature, paragraph: { align: 'right' } },
  { ...based(STYLE.handSignature, '手签栏'), paragraph: { keepLines: true, left: 2 * CELL, align: 'left' } },
  {
    ...based(STYLE.tableText, '表格'),
    paragraph: { offGrid: true, line: exactly(TABLE_LINE_PT), align: 'left' },
    run: { size: halfPoints(TYPE_SIZE.xiaoSi), tracking: 0 },
  },
  {
    ...based(STYLE.tableLabel, '表格标签'),
    basedOn: STYLE.tableText,
    paragraph: { align: 'center' },
    run: { face: 'hei' },
  },
  { ...based(STYLE.afterTable, '表后'), paragraph: { offGrid: true, line: exactly(AFTER_TABLE_PT) } },
  { ...based(STYLE.seam, '接缝'), paragraph: { offGrid: true, line: exactly(SEAM_PT) } },
  {
    ...based(STYLE.note, '注'),
    paragraph: { offGrid: true, line: exactly(NOTE_LINE_PT) },
    run: { size: halfPoints(TYPE_SIZE.wu), tracking: 0 },
  },
  {
    ...based(STYLE.cutLine, '裁切线'),
    paragraph: {
      keepNext: true,
      offGrid: true,
      border: { side: 'top', style: 'dashed', eighths: 6, space: 4 },
      line: exactly(NOTE_LINE_PT),
      before: LINE,
      after: HALF_LINE,
      align: 'center',
    },
    run: { size: halfPoints(TYPE_SIZE.wu), tracking: 0 },
  },
  { ...based(STYLE.header, 'header'), alias: '文书页眉', paragraph: { offGrid: true, line: 'single' } },
  {
    ...based(STYLE.pageNumberOdd, '页码单页'),
    paragraph: { offGrid: true, line: exactly(TYPE_SIZE.si), right: ptToTwip(TYPE_SIZE.si), align: 'right' },
    run: { face: 'song', size: halfPoints(TYPE_SIZE.si), tracking: 0 },
  },
  {
    ...based(STYLE.pageNumberEven, '页码双页'),
    basedOn: STYLE.pageNumberOdd,
    paragraph: { left: ptToTwip(TYPE_SIZE.si), right: 0, align: 'left' },
  },
  {
    ...based(STYLE.qrCaption, '验证说明'),
    paragraph: { offGrid: true, line: exactly(CAPTION_LINE_PT), align: 'left' },
    run: { face: 'song', size: halfPoints(TYPE_SIZE.xiaoWu), tracking: 0 },
  },
];

const CHARACTER_STYLES: StyleDefinition[] = [
  { type: 'character', id: STYLE.filled, name: '填写', run: { underline: true } },
  { type: 'character', id: STYLE.blank, name: '留空', run: { underline: true } },
  { type: 'character', id: STYLE.kai, name: '楷体字', run: { face: 'kai' } },
  { type: 'character', id: STYLE.hei, name: '黑体字', run: { face: 'hei' } },
];

/** Half-point rules on every side; labels and values share one frame. */
function tableStyleXml(): string {
  const border = (side: string): string => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`;
  const padding = ptToTwip(mmToPt(CELL_PADDING_MM));
  return [
    `<w:style w:type="table" w:customStyle="1" w:styleId="${STYLE.table}"><w:name w:val="文书表格"/><w:qFormat/><w:tblPr>`,
    `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('')}</w:tblBorders>`,
    `<w:tblCellMar><w:left w:w="${padding}" w:type="dxa"/><w:right w:w="${padding}" w:type="dxa"/></w:tblCellMar>`,
    '</w:tblPr></w:style>',
  ].join('');
}

/** Defaults of the whole document, for a reader that knows nothing of styles. */
function defaultsXml(): string {
  const run = runXml({ face: 'body', size: BODY_HALF_POINTS, tracking: BODY_TRACKING });
  const language = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>';
  return `<w:docDefaults><w:rPrDefault><w:rPr>${run}${language}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`;
}

/** The part `word/styles.xml`. */
export function stylesPart(): string {
  const styles = [...PARAGRAPH_STYLES, ...CHARACTER_STYLES].map(styleXml).join('');
  return `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${defaultsXml()}${styles}${tableStyleXml()}</w:styles>`;
}
