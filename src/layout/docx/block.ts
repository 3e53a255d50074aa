import type { Table } from 'docx';
import { Paragraph } from 'docx';
import type { Block, Inline } from '../../model';
import { officeLines } from '../office-lines';
import { componentXml } from './component-xml';
import { handSignatureParagraphs } from './hand-signature';
import { inlineRuns, splitAtBreaks } from './inline';
import { findLists, type ListItem, type ListKind, withoutMarker } from './lists';
import { type Setting, settingOf } from './setting';
import { signatureParagraphs } from './signature';
import { STYLE } from './style-sheet';
import { tableOf } from './table';

type Flow = (Paragraph | Table)[];
type ParagraphBlock = Extract<Block, { kind: 'paragraph' }>;

/** XML of the body of the document, in order, with its lists; its lines are `line` twips apart. */
export function bodyOf(blocks: Block[], line: number): { xml: string; lists: ListKind[] } {
  const printed = withoutEmptyPages(blocks);
  const { kinds, items } = findLists(printed);
  const flow = printed.flatMap((block, index) => {
    const setting = settingOf(printed, index, line);
    return blockFlow(block, { setting, next: printed[index + 1], item: items.get(block) });
  });
  // A body without a paragraph is not valid.
  const xml = (flow.length === 0 ? [new Paragraph({})] : flow).map(componentXml).join('');
  return {
    xml: xml.replace(LIST_PLACE, (_, element: string, list: string) => `${element}${Number(list) + 1}"`),
    lists: kinds,
  };
}

/** docx leaves a place for the number of a list, which its Packer would count. */
const LIST_REFERENCE = 'list';
const LIST_PLACE = /(<w:numId w:val=")\{list-(\d+)\}"/g;

type Place = { setting: Setting; next: Block | undefined; item: ListItem | undefined };

function blockFlow(block: Block, { setting, next, item }: Place): Flow {
  switch (block.kind) {
    case 'issuer':
      return textParagraphs(STYLE.issuer, officeLines(block.text).join('\n'), setting);
    case 'title':
      return textParagraphs(STYLE.title, block.text, setting);
    case 'number':
      return textParagraphs(block.align === 'right' ? STYLE.numberRight : STYLE.numberCenter, block.text, setting);
    case 'addressee':
      return textParagraphs(STYLE.addressee, block.text, setting);
    case 'heading':
      return textParagraphs(block.level === 1 ? STYLE.heading1 : STYLE.heading2, block.text, setting, item);
    case 'paragraph':
      return runningText(block, setting, item);
    case 'table':
      return [tableOf(block, setting), ...seamAfterTable(next, setting.keepNext)];
    case 'signature':
      return signatureParagraphs(block, setting);
    case 'hand-signature':
      return handSignatureParagraphs(block.fields, setting);
    case 'cut-line':
      return textParagraphs(STYLE.cutLine, block.text, setting);
    case 'note':
      return textParagraphs(STYLE.note, block.text, setting);
    case 'page-break':
      // A break run would leave an empty line at the top of the new page.
      return [new Paragraph({ style: STYLE.seam, pageBreakBefore: true, keepNext: true })];
  }
}

/** Breaks at the ends, or one after another, would print empty sheets. */
function withoutEmptyPages(blocks: Block[]): Block[] {
  return blocks.filter((block, index) => {
    if (block.kind !== 'page-break') return true;
    const isLast = blocks.slice(index).every(({ kind }) => kind === 'page-break');
    return index > 0 && !isLast && blocks[index - 1]?.kind !== 'page-break';
  });
}

/**
 * Word joins two tables that no paragraph parts, and refuses a body that ends in one. Where nothing follows on the
 * page the paragraph has next to no height, or a full page would be followed by an empty one.
 */
function seamAfterTable(next: Block | undefined, keepNext: boolean): Paragraph[] {
  if (next?.kind === 'page-break') return [];
  return [new Paragraph({ style: next === undefined ? STYLE.seam : STYLE.afterTable, keepNext })];
}

type Styled = { style: string; content: Inline[]; align?: 'center' | 'right'; item?: ListItem | undefined };

function textParagraphs(style: string, text: string, setting: Setting, item?: ListItem): Paragraph[] {
  return paragraphsOf({ style, content: [{ kind: 'text', text }], item }, setting);
}

function runningText(
  { content, indent, align = 'left' }: ParagraphBlock,
  setting: Setting,
  item?: ListItem,
): Paragraph[] {
  const style = (indent ?? (align === 'left' ? 2 : 0)) === 0 ? STYLE.normal : STYLE.paragraph;
  return paragraphsOf({ style, content, item, ...(align === 'left' ? {} : { align }) }, setting);
}

/** One paragraph for each line of the content; only what differs from the style is written. */
function paragraphsOf({ style, content, align, item }: Styled, setting: Setting): Paragraph[] {
  const { before, after, keepNext, twoLinesStay } = setting;
  const lines = splitAtBreaks(item === undefined ? content : withoutMarker(content, item.marker));
  return lines.map((line, index) => {
    const above = index === 0 ? before : 0;
    const below = index === lines.length - 1 ? after : 0;
    const list = index === 0 ? item?.list : undefined;
    return new Paragraph({
      style,
      children: inlineRuns(line),
      ...(keepNext ? { keepNext } : {}),
      ...(twoLinesStay ? { widowControl: true } : {}),
      ...(list === undefined ? {} : { numbering: { reference: LIST_REFERENCE, level: 0, instance: list } }),
      ...(align === undefined ? {} : { alignment: align }),
      ...(above > 0 || below > 0
        ? { spacing: { ...(above > 0 ? { before: above } : {}), ...(below > 0 ? { after: below } : {}) } }
        : {}),
    });
  });
}
