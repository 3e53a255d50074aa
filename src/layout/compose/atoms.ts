import type { Inline } from '../../model';
import { isAddressMark, isConnector, isHalfOfDoubleMark, isPlain, splitClusters } from './characters';
import type { FontMetrics } from './font-metrics';
import { type Drawn, type Glyph, type GlyphOf, glyphReader } from './glyphs';
import type { TextStyle } from './styles';
import { markUnbreakable } from './unbreakable';

type BreakKind = 'free' | 'in-piece' | 'in-word' | 'never';

/** The smallest thing a line is made of: a character as it will be drawn, or one cell of a blank. */
export type Atom = Drawn & {
  /** Whether a line may end after this atom: freely, only when its piece is wider than a line, only in need, or never. */
  breakAfter: BreakKind;
  /** Number of the unbreakable piece it belongs to, 0 for none. */
  piece: number;
  /** White between it and the next atom on its line, in pt; and how much of it a full line keeps. */
  gap: number;
  leastGap: number;
};

/**
 * Between Chinese characters and letters or digits, in em: a quarter, as Word and WPS set it by themselves. A full line
 * may keep less, so that it holds what LibreOffice's line holds: a fifth, and on the body's grid a little more, because
 * there LibreOffice leaves the tracking out before a gap.
 */
const SCRIPT_GAP = 0.25;
const LEAST_GAP = { onGrid: 0.22, offGrid: 0.2 } as const;

type Gaps = { gap: number; leastGap: number };
const NO_GAP: Gaps = { gap: 0, leastGap: 0 };

/** A blank up to this many cells stays on one line, e.g. the fields of ＿年＿月＿日. */
const SHORT_BLANK_CELLS = 8;

/** A line of text on its way: characters, and the pieces they belong to. */
type Draft = { glyphs: Glyph[]; pieces: number[] };

/**
 * Cuts inline content into atoms.
 * @returns one list per paragraph line: a line feed in the text forces a new line
 */
export function buildAtoms(content: Inline[], style: TextStyle, metrics: FontMetrics): Atom[][] {
  const drafts: Draft[] = [{ glyphs: [], pieces: [] }];
  const pieces = markUnbreakable(content.map((inline) => (inline.kind === 'blank' ? '\n' : inline.text)).join(''));
  let offset = 0;
  let blanks = 0;
  for (const inline of content) {
    if (inline.kind === 'blank') {
      blanks += 1;
      addBlank(drafts, { cells: inline.cells, number: blanks, style });
      offset += 1;
    } else {
      const { text } = inline;
      addText(drafts, { text, pieces: pieces.subarray(offset), glyphOf: glyphReader(inline, style, metrics) });
      offset += text.length;
    }
  }
  const least = style.tracking === 0 ? LEAST_GAP.offGrid : LEAST_GAP.onGrid;
  const gaps = { gap: SCRIPT_GAP * style.size, leastGap: least * style.size };
  return drafts.map((draft) => finish(draft, gaps));
}

type Text = { text: string; pieces: Uint16Array; glyphOf: GlyphOf };

/** Ordinary text goes by codes: making a string of each character takes longer than looking it up. */
function addText(drafts: Draft[], { text, pieces, glyphOf }: Text): void {
  const add = (glyph: Glyph | undefined, at: number) => {
    const draft = drafts.at(-1);
    if (glyph === undefined || draft === undefined) return;
    draft.glyphs.push(glyph);
    draft.pieces.push(pieces[at] ?? 0);
  };
  if (isPlain(text)) {
    for (let at = 0; at < text.length; at += 1) add(glyphOf(text.charCodeAt(at)), at);
    return;
  }
  let at = 0;
  for (const cluster of splitClusters(text)) {
    if (cluster.startsWith('\n')) drafts.push({ glyphs: [], pieces: [] });
    else add(glyphOf(cluster), at);
    at += cluster.length;
  }
}

function addBlank(
  drafts: Draft[],
  { cells, number, style }: { cells: number; number: number; style: TextStyle },
): void {
  const glyph: Glyph = {
    text: '',
    face: style.face,
    advance: style.size,
    width: style.size + style.tracking,
    ruled: true,
    space: false,
    western: false,
    hangs: false,
    squeeze: undefined,
    half: false,
    startsNoLine: false,
    endsNoLine: false,
    gapSide: undefined,
  };
  for (let cell = 0; cell < cells; cell += 1) {
    drafts.at(-1)?.glyphs.push(glyph);
    drafts.at(-1)?.pieces.push(cells <= SHORT_BLANK_CELLS ? -number : 0);
  }
}

/**
 * Atoms are written out: copying an object by its unknown keys takes longer than breaking the line. They are new objects
 * each: shared ones lie all over the memory, and reading them takes longer than making new ones one after the other.
 */
function finish({ glyphs, pieces }: Draft, gaps: Gaps): Atom[] {
  return glyphs.map((glyph, index) => {
    const { text, face, advance, width, ruled, space, western, hangs, squeeze, half } = glyph;
    const piece = pieces[index] ?? 0;
    const next = glyphs[index + 1];
    const isOnePiece = piece !== 0 && piece === pieces[index + 1];
    const isJoined = next !== undefined && isConnector(glyph.text, next.text, glyphs[index + 2]?.text);
    const breakAfter = next === undefined ? 'free' : isJoined ? 'never' : breakBetween(glyph, next, isOnePiece);
    const { gap, leastGap } = next !== undefined && isScriptChange(glyph, next) ? gaps : NO_GAP;
    return {
      text,
      face,
      advance,
      width,
      ruled,
      space,
      western,
      hangs,
      squeeze,
      half,
      breakAfter,
      piece,
      gap,
      leastGap,
    };
  });
}

function isScriptChange(first: Glyph, second: Glyph): boolean {
  return first.gapSide !== second.gapSide && first.gapSide !== undefined && second.gapSide !== undefined;
}

function breakBetween(first: Glyph, second: Glyph, isOnePiece: boolean): BreakKind {
  if (second.space || isHalfOfDoubleMark(first.text, second.text)) return 'never';
  if (first.western && second.western && !first.space) {
    const isBehindMarks = isAddressMark(first.text) && !isAddressMark(second.text);
    return isOnePiece && isBehindMarks ? 'in-piece' : 'in-word';
  }
  if (second.startsNoLine || first.endsNoLine) return 'never';
  if (!isOnePiece) return 'free';
  // A number keeps its unit also where the whole piece is too wide: 2026年10月13日, and 15时 below it.
  return first.western && second.gapSide === 'han' ? 'in-word' : 'in-piece';
}
