import type { Block } from '../../model';
import { ptToTwip } from './measures';
import { CUT_LINE_PT, TABLE_GAP_PT } from './style-sheet';

/** What a block's neighbours decide. */
export type Setting = {
  /** Room above and below, in twips, in addition to the style's. */
  before: number;
  after: number;
  /** The next block must share the page of this block's end. */
  keepNext: boolean;
  /** Two lines at least go with the signature where a page ends within the block; Word moves no more than those. */
  twoLinesStay: boolean;
  /** The block belongs to a slip to be cut off and is not divided at all. */
  inSlip: boolean;
};

const HEAD: ReadonlySet<Block['kind']> = new Set(['issuer', 'title', 'number']);

/**
 * The head stands in the second line of the type area; an empty line parts it from the text, a small gap from a form.
 * @param line pitch of the body in twips
 */
export function settingOf(blocks: Block[], index: number, line: number): Setting {
  const block = blocks[index];
  const previous = blocks[index - 1];
  const next = blocks[index + 1];
  const startsPage = previous === undefined || previous.kind === 'page-break';
  const endsHead = isHead(block) && next !== undefined && !isHead(next);
  const afterHead = endsHead ? line : 0;
  const inSlip = isInSlip(blocks, index);
  const isLastOfSheet = next === undefined || next.kind === 'page-break';
  return {
    before: startsPage ? roomAtTop(block, line) : 0,
    after: next?.kind === 'table' ? ptToTwip(TABLE_GAP_PT) : afterHead,
    // 落款 never stands alone on a page: what is before it goes along (GB/T 9704-2012 7.3.5.5, no 此页无正文); nor does
    // the small print under a form.
    keepNext: next?.kind === 'signature' || next?.kind === 'note' || (inSlip && !isLastOfSheet),
    twoLinesStay: next?.kind === 'signature',
    inSlip,
  };
}

/** An empty line above the head; no half line above a cut line that no text stands before. */
function roomAtTop(block: Block | undefined, line: number): number {
  if (block?.kind === 'issuer') return line;
  return block?.kind === 'cut-line' ? ptToTwip(CUT_LINE_PT.above) : 0;
}

function isHead(block: Block | undefined): boolean {
  return block !== undefined && HEAD.has(block.kind);
}

/** What is cut off comes off one sheet: everything from the cut line to the next sheet holds together. */
function isInSlip(blocks: Block[], index: number): boolean {
  const start = blocks.slice(0, index + 1).findLastIndex(({ kind }) => kind === 'cut-line' || kind === 'page-break');
  return blocks[start]?.kind === 'cut-line';
}
