/**
 * Every style of a document: the one place where type, size and distance are decided. Names that Chinese Word shows for
 * its own styles (正文, 标题, 日期, 页码) are avoided: it would rename ours.
 */
import { LINE_PITCH_PT, TYPE_SIZE } from '../page';
import type { Faces } from './faces';
import { BODY_HALF_POINTS, BODY_TRACKING, CELL, mmToTwip, ptToTwip } from './measures';
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
const NOTE_LINE_PT = 13;
/** 24 pt in all: room above the dashes, between dashes and text, and the text. */
export const CUT_LINE_PT = { above: 6, gap: 4, text: 14 } as const;
export const CAPTION_LINE_PT = 13;
/** A paragraph that only carries a break: low enough to leave room for 22 lines. */
const SEAM_PT = 0.5;
export const CELL_PADDING_MM = { x: 1.8, y: 1 } as const;
/** In eighths of a point: police and court forms frame a table more strongly than its cells. */
const TABLE_BORDER = { outer: 10, inner: 4 } as const;
/** Room between a table and what stands above and below it; its frame, half of which counts as room, lies within it. */
export const TABLE_GAP_PT = 6 - TABLE_BORDER.outer / 8 / 2;
/** A rule adds its thickness to the row; half of it is taken from the padding on either side. */
const HALF_RULE = ptToTwip(TABLE_BORDER.inner / 8 / 2);

const twoCells = { twips: 2 * CELL, hundredths: 200 };

const based = (id: string, name: string): StyleDefinition => ({
  type: 'paragraph',
  id,
  name,
  basedOn: STYLE.normal,
});

/** The style that all others are made from; `line` in twips. */
const normalStyle = (line: number): StyleDefinition => ({
  type: 'paragraph',
  id: STYLE.normal,
  name: 'Normal',
  alias: '文书正文',
  isDefault: true,
  paragraph: { chineseTypography: true, before: 0, after: 0, line: { exactly: line }, align: 'both' },
});

const PARAGRAPH_STYLES: StyleDefinition[] = [
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
    paragraph: { keepNext: true, offGrid: true, align: 'center', outlineLevel: 0 },
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
    paragraph: { keepNext: true, right: 2 * CELL, align: 'right' },
  },
  {
    ...based(STYLE.numberCenter, '案号居中'),
    next: STYLE.paragraph,
    paragraph: { keepNext: true, align: 'center' },
  },
  { ...based(STYLE.addressee, '主送'), next: STYLE.paragraph, paragraph: { keepNext: true } },
  { ...based(STYLE.paragraph, '正文段落'), paragraph: { firstLine: twoCells } },
  { ...based(STYLE.signature, '落款'), paragraph: { keepNext: true, keepLines: true, align: 'left' } },
  { ...based(STYLE.date, '成文日期'), basedOn: STYLE.signature, paragraph: { align: 'right' } },
  { ...based(STYLE.handSignature, '手签栏'), paragraph: { keepLines: true, left: 2 * CELL, align: 'left' } },
  {
    ...based(STYLE.tableText, '表格'),
    paragraph: { offGrid: true, line: exactly(TABLE_LINE_PT), align: 'both' },
    run: { size: halfPoints(TYPE_SIZE.xiaoSi), tracking: 0 },
  },
  {
    ...based(STYLE.tableLabel, '表格标签'),
    basedOn: STYLE.tableText,
    paragraph: { align: 'center' },
    run: { face: 'hei' },
  },
  { ...based(STYLE.afterTable, '表后'), paragraph: { offGrid: true, line: exactly(TABLE_GAP_PT) } },
  { ...based(STYLE.seam, '接缝'), paragraph: { offGrid: true, line: exactly(SEAM_PT) } },
  {
    ...based(STYLE.note, '注'),
    paragraph: { offGrid: true, line: exactly(NOTE_LINE_PT) },
    run: { size: halfPoints(TYPE_SIZE.xiaoWu), tracking: 0 },
  },
  {
    ...based(STYLE.cutLine, '裁切线'),
    paragraph: {
      keepNext: true,
      offGrid: true,
      border: { side: 'top', style: 'dashed', eighths: 6, space: CUT_LINE_PT.gap },
      line: exactly(CUT_LINE_PT.text),
      before: ptToTwip(LINE_PITCH_PT / 2 + CUT_LINE_PT.above),
      align: 'center',
    },
    run: { size: halfPoints(TYPE_SIZE.wu), tracking: 0 },
  },
  { ...based(STYLE.header, 'header'), alias: '文书页眉', paragraph: { offGrid: true, line: 'single' } },
  {
    ...based(STYLE.pageNumberOdd, '页码单页'),
    paragraph: { offGrid: true, line: exactly(TYPE_SIZE.si), right: CELL, align: 'right' },
    run: { face: 'song', size: halfPoints(TYPE_SIZE.si), tracking: 0 },
  },
  {
    ...based(STYLE.pageNumberEven, '页码双页'),
    basedOn: STYLE.pageNumberOdd,
    paragraph: { left: CELL, right: 0, align: 'left' },
  },
  {
    ...based(STYLE.qrCaption, '验证说明'),
    paragraph: { offGrid: true, line: exactly(CAPTION_LINE_PT), align: 'left' },
    run: { size: halfPoints(TYPE_SIZE.xiaoWu), tracking: 0 },
  },
];

const CHARACTER_STYLES: StyleDefinition[] = [
  { type: 'character', id: STYLE.filled, name: '填写', run: { underline: true } },
  { type: 'character', id: STYLE.blank, name: '留空', run: { underline: true } },
  { type: 'character', id: STYLE.kai, name: '楷体字', run: { face: 'kai' } },
  { type: 'character', id: STYLE.hei, name: '黑体字', run: { face: 'hei' } },
];

/** Rules, padding; a row's least height includes the padding. */
function tableStyleXml(): string {
  const border = (side: string, eighths: number): string =>
    `<w:${side} w:val="single" w:sz="${eighths}" w:space="0" w:color="auto"/>`;
  const padding = (side: string, twips: number): string => `<w:${side} w:w="${twips}" w:type="dxa"/>`;
  const outer = ['top', 'left', 'bottom', 'right'].map((side) => border(side, TABLE_BORDER.outer));
  const inner = ['insideH', 'insideV'].map((side) => border(side, TABLE_BORDER.inner));
  const x = mmToTwip(CELL_PADDING_MM.x);
  const y = mmToTwip(CELL_PADDING_MM.y) - HALF_RULE;
  return [
    `<w:style w:type="table" w:customStyle="1" w:styleId="${STYLE.table}"><w:name w:val="文书表格"/><w:qFormat/><w:tblPr>`,
    `<w:tblBorders>${[...outer, ...inner].join('')}</w:tblBorders>`,
    `<w:tblCellMar>${padding('top', y)}${padding('left', x)}${padding('bottom', y)}${padding('right', x)}</w:tblCellMar>`,
    '</w:tblPr></w:style>',
  ].join('');
}

/** Defaults of the whole document, for a reader that knows nothing of styles. */
function defaultsXml(faces: Faces): string {
  const run = runXml({ face: 'body', size: BODY_HALF_POINTS, tracking: BODY_TRACKING }, faces);
  const language = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>';
  return `<w:docDefaults><w:rPrDefault><w:rPr>${run}${language}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`;
}

const known = new WeakMap<Faces, Map<number, string>>();

/** The part `word/styles.xml`; the body's lines are `line` twips apart. Made once for each of the few pitches. */
export function stylesPart(line: number, faces: Faces): string {
  const parts = known.get(faces) ?? new Map<number, string>();
  known.set(faces, parts);
  const part = parts.get(line) ?? writeStyles(line, faces);
  parts.set(line, part);
  return part;
}

function writeStyles(line: number, faces: Faces): string {
  const styles = [normalStyle(line), ...PARAGRAPH_STYLES, ...CHARACTER_STYLES]
    .map((style) => styleXml(style, faces))
    .join('');
  return `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${defaultsXml(faces)}${styles}${tableStyleXml()}</w:styles>`;
}
