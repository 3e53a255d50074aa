import type { Table } from 'docx';
import { Paragraph } from 'docx';
import type { Block } from '../../model';
import { inlineRuns, textRun } from './inline';
import { handSignatureParagraphs, signatureParagraphs } from './signature';
import { STYLE } from './style-sheet';
import { tableOf } from './table';

type ParagraphBlock = Extract<Block, { kind: 'paragraph' }>;
type Flow = (Paragraph | Table)[];

/** The body of the document, in order. */
export function bodyOf(blocks: Block[]): Flow {
  const flow = blocks.flatMap((block, index) => blockFlow(block, blocks[index + 1]));
  // A body needs at least one paragraph to be valid.
  return flow.length === 0 ? [new Paragraph({})] : flow;
}

function blockFlow(block: Block, next: Block | undefined): Flow {
  // 落款 never stands alone on a page: the block before it goes along (7.3.5.5: no 此页无正文).
  const keepNext = next?.kind === 'signature' || next?.kind === 'hand-signature';
  switch (block.kind) {
    case 'issuer':
      return [styled(STYLE.issuer, block.text)];
    case 'title':
      return [titleParagraph(block.text, next)];
    case 'number':
      return [styled(block.align === 'right' ? STYLE.numberRight : STYLE.numberCenter, block.text)];
    case 'addressee':
      return [styled(STYLE.addressee, block.text)];
    case 'heading':
      return [styled(block.level === 1 ? STYLE.heading1 : STYLE.heading2, block.text)];
    case 'paragraph':
      return [textParagraph(block, keepNext)];
    case 'table':
      return [tableOf(block, keepNext), ...seamAfterTable(next, keepNext)];
    case 'signature':
      return signatureParagraphs(block);
    case 'hand-signature':
      return handSignatureParagraphs(block, keepNext);
    case 'cut-line':
      return [styled(STYLE.cutLine, block.text)];
    case 'note':
      return [new Paragraph({ style: STYLE.note, keepNext, children: [textRun(block.text)] })];
    case 'page-break':
      // A break run would leave an empty line at the top of the new page.
      return [new Paragraph({ style: STYLE.seam, pageBreakBefore: true, keepNext: next !== undefined })];
  }
}

/**
 * Word joins two tables that no paragraph parts, and refuses a body that ends in one. Where nothing follows on the
 * page the paragraph has next to no height, or a full page would be followed by an empty one.
 */
function seamAfterTable(next: Block | undefined, keepNext: boolean): Paragraph[] {
  if (next?.kind === 'page-break') return [];
  return [new Paragraph({ style: next === undefined ? STYLE.seam : STYLE.afterTable, keepNext })];
}

/** A centred number belongs to the title above it, and so does a second line of the title. */
function titleParagraph(text: string, next: Block | undefined): Paragraph {
  const isContinued = next?.kind === 'title' || (next?.kind === 'number' && next.align === 'center');
  return new Paragraph({
    style: STYLE.title,
    children: [textRun(text)],
    ...(isContinued ? { spacing: { after: 0 } } : {}),
  });
}

function textParagraph({ content, indent, align }: ParagraphBlock, keepNext: boolean): Paragraph {
  const isIndented = indent !== 0 && (align === undefined || align === 'left');
  return new Paragraph({
    style: isIndented ? STYLE.paragraph : STYLE.normal,
    keepNext,
    children: inlineRuns(content),
    ...(align === undefined ? {} : { alignment: align }),
  });
}

function styled(style: string, text: string): Paragraph {
  return new Paragraph({ style, children: [textRun(text)] });
}
