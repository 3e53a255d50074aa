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

/**
 * What is the same wherever a character stands in one setting, looked up once: laws repeat their characters. Atoms that
 * belong to no piece are the same, too, but for the break after them; most of a text are such atoms.
 */
type Glyph = { atoms: Record<BreakKind, Atom>; startsNoLine: boolean; endsNoLine: boolean };

/** A line of text on its way: characters, and the pieces they belong to. */
type Draft = { glyphs: Glyph[]; pieces: number[] };

/**
 * Cuts inline content into atoms.
 * @returns one list per paragraph line: a line feed in the text forces a new line
 */
export function buildAtoms(content: Inline[], style: TextStyle, metrics: FontMetrics): Atom[][] {
  let draft: Draft = { glyphs: [], pieces: [] };
  const drafts = [draft];
  const pieces = markUnbreakable(content.map((inline) => (inline.kind === 'blank' ? '\n' : inline.text)).join(''));
  let offset = 0;
  let blanks = 0;
  for (const inline of content) {
    if (inline.kind === 'blank') {
      blanks += 1;
      addBlank(draft, { cells: inline.cells, number: blanks, style });
      offset += 1;
      continue;
    }
    const read = glyphReader(inline, style, metrics);
    for (const cluster of splitClusters(inline.text)) {
      if (cluster.startsWith('\n')) {
        draft = { glyphs: [], pieces: [] };
        drafts.push(draft);
      } else {
        const glyph = read(cluster);
        if (glyph !== undefined) {
          draft.glyphs.push(glyph);
          draft.pieces.push(pieces[offset] ?? 0);
        }
      }
      offset += cluster.length;
    }
  }
  return drafts.map(finish);
}

function addBlank(draft: Draft, { cells, number, style }: { cells: number; number: number; style: TextStyle }): void {
  const glyph = glyphOf({
    text: '',
    face: style.face,
    advance: style.size,
    width: style.size + style.tracking,
    ruled: true,
    space: false,
    western: false,
    hangs: false,
    squeeze: undefined,
  });
  for (let cell = 0; cell < cells; cell += 1) {
    draft.glyphs.push(glyph);
    draft.pieces.push(cells <= SHORT_BLANK_CELLS ? -number : 0);
  }
}

function glyphOf(atom: Omit<Atom, 'breakAfter' | 'piece'>): Glyph {
  const { text } = atom;
  return {
    atoms: {
      free: { ...atom, breakAfter: 'free', piece: 0 },
      'in-piece': { ...atom, breakAfter: 'in-piece', piece: 0 },
      'in-word': { ...atom, breakAfter: 'in-word', piece: 0 },
      never: { ...atom, breakAfter: 'never', piece: 0 },
    },
    startsNoLine: text !== '' && isForbiddenAtStart(text),
    endsNoLine: text !== '' && isForbiddenAtEnd(text),
  };
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
  return glyphOf({
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
  });
}

function finish({ glyphs, pieces }: Draft): Atom[] {
  return glyphs.map((glyph, index) => {
    const piece = pieces[index] ?? 0;
    const next = glyphs[index + 1];
    const atom =
      glyph.atoms[next === undefined ? 'free' : breakBetween(glyph, next, piece !== 0 && piece === pieces[index + 1])];
    return piece === 0 ? atom : { ...atom, piece };
  });
}

function breakBetween(glyph: Glyph, nextGlyph: Glyph, isOnePiece: boolean): BreakKind {
  const first = glyph.atoms.free;
  const second = nextGlyph.atoms.free;
  if (second.space || isHalfOfDoubleMark(first.text, second.text)) return 'never';
  if (first.western && second.western && !first.space) return 'in-word';
  if (nextGlyph.startsNoLine || glyph.endsNoLine) return 'never';
  return isOnePiece ? 'in-piece' : 'free';
}
