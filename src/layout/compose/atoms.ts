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
  squeeze: 'left' | 'right' | undefined;
  /** Whether a line may end after this atom: freely, only when its piece is wider than a line, only in need, or never. */
  breakAfter: BreakKind;
  /** Number of the unbreakable piece it belongs to, 0 for none. */
  piece: number;
};

/** A blank up to this many cells stays on one line, e.g. the fields of ＿年＿月＿日. */
const SHORT_BLANK_CELLS = 8;
/** 楷体 and 黑体 keep their own digits; these faces take the Song ones. */
const SONG_DIGITS: ReadonlySet<Face> = new Set(['fang', 'kai']);

/** What is the same wherever a character stands in one setting; looked up once, as laws repeat their characters. */
type Glyph = Omit<Atom, 'breakAfter' | 'piece'> & { startsNoLine: boolean; endsNoLine: boolean };

type Draft = { glyph: Glyph; piece: number };

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
    const glyphOf = glyphReader(inline, style, metrics);
    for (const cluster of splitClusters(inline.text)) {
      if (cluster.startsWith('\n')) drafts.push([]);
      else {
        const glyph = glyphOf(cluster);
        if (glyph !== undefined) drafts.at(-1)?.push({ glyph, piece: pieces[offset] ?? 0 });
      }
      offset += cluster.length;
    }
  }
  return drafts.map((line) => line.map((draft, index) => finish(draft, line[index + 1])));
}

function blankCells(cells: number, style: TextStyle, number: number): Draft[] {
  const piece = cells <= SHORT_BLANK_CELLS ? -number : 0;
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
    startsNoLine: false,
    endsNoLine: false,
  };
  return Array.from({ length: cells }, () => ({ glyph, piece }));
}

type Printed = Exclude<Inline, { kind: 'blank' }>;
type Glyphs = Map<string, Glyph | undefined>;

const known = new WeakMap<FontMetrics, Map<string, Glyphs>>();

function glyphReader(inline: Printed, style: TextStyle, metrics: FontMetrics): (cluster: string) => Glyph | undefined {
  const roleFace = (inline.kind === 'text' ? inline.face : undefined) ?? style.face;
  const settings = known.get(metrics) ?? new Map<string, Glyphs>();
  known.set(metrics, settings);
  const key = `${inline.kind} ${roleFace} ${style.size} ${style.tracking}`;
  const glyphs: Glyphs = settings.get(key) ?? new Map();
  settings.set(key, glyphs);
  return (cluster) => {
    const found = glyphs.get(cluster);
    if (found !== undefined || glyphs.has(cluster)) return found;
    const glyph = createGlyph(printedPart(cluster), { inline, roleFace, style, metrics });
    glyphs.set(cluster, glyph);
    return glyph;
  };
}

type Setting = { inline: Printed; roleFace: Face; style: TextStyle; metrics: FontMetrics };

function createGlyph(text: string, { inline, roleFace, style, metrics }: Setting): Glyph | undefined {
  if (text === '') return undefined;
  const western = isWestern(text);
  const { face, em } = metrics.draw(text, western && SONG_DIGITS.has(roleFace) ? 'song' : roleFace);
  const advance = em * style.size;
  return {
    text,
    face,
    advance,
    width: advance === 0 ? 0 : advance + style.tracking,
    ruled: inline.kind === 'filled',
    // A blank that carries a rule is seen: it is not dropped at a line's end.
    space: isSpace(text) && inline.kind !== 'filled',
    western: western && !(isSpace(text) && inline.kind === 'filled'),
    hangs: mayHang(text),
    squeeze: em === 1 ? blankSide(text) : undefined,
    startsNoLine: isForbiddenAtStart(text),
    endsNoLine: isForbiddenAtEnd(text),
  };
}

/** Written out: copying an object by its unknown keys takes longer than breaking the line. */
function finish({ glyph, piece }: Draft, next: Draft | undefined): Atom {
  const { text, face, advance, width, ruled, space, western, hangs, squeeze } = glyph;
  const breakAfter = next === undefined ? 'free' : breakBetween({ glyph, piece }, next);
  return { text, face, advance, width, ruled, space, western, hangs, squeeze, breakAfter, piece };
}

function breakBetween({ glyph: first, piece }: Draft, { glyph: second, piece: nextPiece }: Draft): BreakKind {
  if (second.space || isHalfOfDoubleMark(first.text, second.text)) return 'never';
  if (first.western && second.western && !first.space) return 'in-word';
  if (second.startsNoLine || first.endsNoLine) return 'never';
  return piece !== 0 && piece === nextPiece ? 'in-piece' : 'free';
}
