import type { Inline } from '../../model';
import {
  blankSide,
  isForbiddenAtEnd,
  isForbiddenAtStart,
  isHalfOfDoubleMark,
  isSpace,
  isWestern,
  mayHang,
  printedPart,
  splitClusters,
} from './characters';
import type { Face, FontMetrics } from './font-metrics';
import type { TextStyle } from './styles';
import { markUnbreakable } from './unbreakable';

type BreakKind = 'free' | 'in-piece' | 'in-word' | 'never';

/** The smallest thing a line is made of: a character as it will be drawn, or one cell of a blank. Widths in pt. */
export type Atom = {
  /** What is drawn; empty for a cell of a blank. */
  text: string;
  face: Face;
  /** Advance without tracking. */
  advance: number;
  /** Advance with tracking. */
  width: number;
  ruled: boolean;
  space: boolean;
  western: boolean;
  hangs: boolean;
  squeeze?: 'left' | 'right';
  /** Whether a line may end after this atom: freely, only when its piece is wider than a line, only in need, or never. */
  breakAfter: BreakKind;
  /** Number of the unbreakable piece it belongs to, 0 for none. */
  piece: number;
};

/** A blank up to this many cells stays on one line, e.g. the fields of ＿年＿月＿日. */
const SHORT_BLANK_CELLS = 8;
/** 楷体 and 黑体 keep their own digits; these faces take the Song ones. */
const SONG_DIGITS: ReadonlySet<Face> = new Set(['fang', 'kai']);

type Draft = Omit<Atom, 'breakAfter'>;

/**
 * Cuts inline content into atoms.
 * @returns one list per paragraph line: a line feed in the text forces a new line
 */
export function buildAtoms(content: Inline[], style: TextStyle, metrics: FontMetrics): Atom[][] {
  const drafts: Draft[][] = [[]];
  const pieces = markUnbreakable(content.map((inline) => (inline.kind === 'blank' ? '\n' : inline.text)).join(''));
  let offset = 0;
  let blanks = 0;
  for (const inline of content) {
    if (inline.kind === 'blank') {
      blanks += 1;
      drafts.at(-1)?.push(...blankCells(inline.cells, style, blanks));
      offset += 1;
      continue;
    }
    for (const cluster of splitClusters(inline.text)) {
      if (cluster.startsWith('\n')) drafts.push([]);
      else drafts.at(-1)?.push(...characterDraft(cluster, inline, { style, metrics, piece: pieces[offset] ?? 0 }));
      offset += cluster.length;
    }
  }
  return drafts.map((line) => line.map((draft, index) => finish(draft, line[index + 1])));
}

function blankCells(cells: number, style: TextStyle, number: number): Draft[] {
  const advance = style.size;
  const piece = cells <= SHORT_BLANK_CELLS ? -number : 0;
  const cell = { text: '', face: style.face, advance, width: advance + style.tracking, ruled: true };
  return Array.from({ length: cells }, () => ({ ...cell, space: false, western: false, hangs: false, piece }));
}

type Setting = { style: TextStyle; metrics: FontMetrics; piece: number };

function characterDraft(
  cluster: string,
  inline: Exclude<Inline, { kind: 'blank' }>,
  { style, metrics, piece }: Setting,
): Draft[] {
  const text = printedPart(cluster);
  if (text === '') return [];
  const roleFace = (inline.kind === 'text' ? inline.face : undefined) ?? style.face;
  const western = isWestern(text);
  const { face, em } = metrics.draw(text, western && SONG_DIGITS.has(roleFace) ? 'song' : roleFace);
  const advance = em * style.size;
  const side = em === 1 ? blankSide(text) : undefined;
  return [
    {
      text,
      face,
      advance,
      width: advance === 0 ? 0 : advance + style.tracking,
      ruled: inline.kind === 'filled',
      // A blank that carries a rule is seen: it is not dropped at a line's end.
      space: isSpace(text) && inline.kind !== 'filled',
      western: western && !(isSpace(text) && inline.kind === 'filled'),
      hangs: mayHang(text),
      piece,
      ...(side === undefined ? {} : { squeeze: side }),
    },
  ];
}

function finish(draft: Draft, next: Draft | undefined): Atom {
  return { ...draft, breakAfter: next === undefined ? 'free' : breakBetween(draft, next) };
}

function breakBetween(first: Draft, second: Draft): BreakKind {
  if (second.space || isHalfOfDoubleMark(first.text, second.text)) return 'never';
  if (first.western && second.western && !first.space) return 'in-word';
  if (isForbiddenAtStart(second.text) || isForbiddenAtEnd(first.text)) return 'never';
  return first.piece !== 0 && first.piece === second.piece ? 'in-piece' : 'free';
}
