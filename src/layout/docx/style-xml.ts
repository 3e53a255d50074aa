/** Style definitions as data, and their XML with every child in the order the schema (ECMA-376 17.7, 17.3) demands. */
import type { FaceName, Faces } from './faces';

type Border = { side: 'top' | 'bottom'; style: 'dashed'; eighths: number; space: number };

/** Lengths in twips; `firstLineChars` in 1/100 characters, which Word prefers to `firstLine`. */
type ParagraphFormat = {
  keepNext?: boolean;
  keepLines?: boolean;
  border?: Border;
  /** Sets line breaking and grid as a whole document needs them; other styles inherit it. */
  chineseTypography?: boolean;
  /** Small and large type leaves the grid of lines, which LibreOffice else doubles for it. */
  offGrid?: boolean;
  line?: { exactly: number } | 'single';
  before?: number;
  after?: number;
  left?: number;
  right?: number;
  firstLine?: { twips: number; hundredths: number };
  align?: 'left' | 'center' | 'right' | 'both';
  outlineLevel?: number;
};

/** `size` in half points, `tracking` in twips. */
export type RunFormat = { face?: FaceName; size?: number; tracking?: number; underline?: boolean };

export type StyleDefinition = {
  type: 'paragraph' | 'character';
  id: string;
  name: string;
  /** The Chinese name of a style whose `name` must be Word's own English one to be recognised. */
  alias?: string;
  basedOn?: string;
  next?: string;
  isDefault?: boolean;
  paragraph?: ParagraphFormat;
  run?: RunFormat;
};

/** One `w:style` element. */
export function styleXml(style: StyleDefinition, faces: Faces): string {
  const isDefault = style.isDefault === true ? ' w:default="1"' : '';
  const custom = style.alias === undefined ? ' w:customStyle="1"' : '';
  return [
    `<w:style w:type="${style.type}"${isDefault}${custom} w:styleId="${style.id}">`,
    `<w:name w:val="${style.name}"/>`,
    style.alias === undefined ? '' : `<w:aliases w:val="${style.alias}"/>`,
    style.basedOn === undefined ? '' : `<w:basedOn w:val="${style.basedOn}"/>`,
    style.next === undefined ? '' : `<w:next w:val="${style.next}"/>`,
    '<w:qFormat/>',
    style.paragraph === undefined ? '' : `<w:pPr>${paragraphXml(style.paragraph)}</w:pPr>`,
    style.run === undefined ? '' : `<w:rPr>${runXml(style.run, faces)}</w:rPr>`,
    '</w:style>',
  ].join('');
}

/** Children of `w:rPr`. */
export function runXml({ face, size, tracking, underline }: RunFormat, faces: Faces): string {
  return [
    face === undefined ? '' : fontsXml(faces[face]),
    tracking === undefined ? '' : `<w:spacing w:val="${tracking}"/>`,
    size === undefined ? '' : `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
    underline === true ? '<w:u w:val="single"/>' : '',
  ].join('');
}

/** All four channels: a channel left out falls back to whatever the reader's Word prefers. */
function fontsXml({ eastAsian, latin }: Faces[FaceName]): string {
  return `<w:rFonts w:ascii="${latin}" w:hAnsi="${latin}" w:eastAsia="${eastAsian}" w:cs="${latin}"/>`;
}

/** Children of `w:pPr`. */
function paragraphXml(format: ParagraphFormat): string {
  return [
    onOff('keepNext', format.keepNext),
    onOff('keepLines', format.keepLines),
    format.chineseTypography === true ? '<w:widowControl w:val="0"/>' : '',
    borderXml(format.border),
    format.chineseTypography === true ? CHINESE_TYPOGRAPHY : '',
    format.offGrid === true ? '<w:snapToGrid w:val="0"/>' : '',
    spacingXml(format),
    indentXml(format),
    format.align === undefined ? '' : `<w:jc w:val="${format.align}"/>`,
    format.outlineLevel === undefined ? '' : `<w:outlineLvl w:val="${format.outlineLevel}"/>`,
  ].join('');
}

/**
 * Chinese line breaking; no widow control, which would break the 22-line page; the gap between Chinese and digits that the
 * composer sets too, because LibreOffice 7.4 cannot be told to leave it out. Hanging punctuation (overflowPunct) is on when it is not named, and
 * LibreOffice 7.4 reads the named one upside down.
 */
const CHINESE_TYPOGRAPHY = '<w:kinsoku/><w:wordWrap/><w:autoSpaceDE/><w:autoSpaceDN/>';

function onOff(name: string, value: boolean | undefined): string {
  if (value === undefined) return '';
  return value ? `<w:${name}/>` : `<w:${name} w:val="0"/>`;
}

function borderXml(border: Border | undefined): string {
  if (border === undefined) return '';
  const { side, style, eighths, space } = border;
  return `<w:pBdr><w:${side} w:val="${style}" w:sz="${eighths}" w:space="${space}" w:color="auto"/></w:pBdr>`;
}

function spacingXml({ before, after, line }: ParagraphFormat): string {
  const attributes = [
    before === undefined ? '' : ` w:before="${before}"`,
    after === undefined ? '' : ` w:after="${after}"`,
    line === undefined ? '' : lineAttributes(line),
  ].join('');
  return attributes === '' ? '' : `<w:spacing${attributes}/>`;
}

function lineAttributes(line: { exactly: number } | 'single'): string {
  return line === 'single' ? ' w:line="240" w:lineRule="auto"' : ` w:line="${line.exactly}" w:lineRule="exact"`;
}

function indentXml({ left, right, firstLine }: ParagraphFormat): string {
  const attributes = [
    left === undefined ? '' : ` w:left="${left}"`,
    right === undefined ? '' : ` w:right="${right}"`,
    firstLine === undefined ? '' : ` w:firstLineChars="${firstLine.hundredths}" w:firstLine="${firstLine.twips}"`,
  ].join('');
  return attributes === '' ? '' : `<w:ind${attributes}/>`;
}
