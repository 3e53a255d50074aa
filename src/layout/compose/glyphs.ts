import type { Inline } from '../../model';
import {
  blankSide,
  gapSide,
  isForbiddenAtEnd,
  isForbiddenAtStart,
  isSpace,
  isWestern,
  mayHang,
  printedPart,
} from './characters';
import type { Face, FontMetrics } from './font-metrics';
import type { TextStyle } from './styles';

/** 楷体 and 黑体 keep their own digits; these faces take the Song ones. */
const SONG_DIGITS: ReadonlySet<Face> = new Set(['fang', 'kai']);

/** How a character or a cell of a blank is drawn. Widths in pt. */
export type Drawn = {
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
  /** Set in half a cell, beside the mark it shares the cell with. */
  half: boolean;
};

/** What is the same wherever a character stands in one setting; looked up once, as laws repeat their characters. */
export type Glyph = Drawn & {
  startsNoLine: boolean;
  endsNoLine: boolean;
  /** On which side of a gap between Chinese and digits it may stand. */
  gapSide: 'han' | 'western' | undefined;
};

type Printed = Exclude<Inline, { kind: 'blank' }>;
/** By cluster, or by the code of a character that is one UTF-16 unit and set by itself. */
type Glyphs = Map<string | number, Glyph | undefined>;
/** Undefined for what is not drawn: selectors and format characters that stand alone. */
export type GlyphOf = (key: string | number) => Glyph | undefined;

const known = new WeakMap<FontMetrics, Map<string, Glyphs>>();

/** Looks characters up in one setting: a role, a style and the kind of inline they stand in. */
export function glyphReader(inline: Printed, style: TextStyle, metrics: FontMetrics): GlyphOf {
  const roleFace = (inline.kind === 'text' ? inline.face : undefined) ?? style.face;
  const settings = known.get(metrics) ?? new Map<string, Glyphs>();
  known.set(metrics, settings);
  const key = `${inline.kind} ${roleFace} ${style.size} ${style.tracking}`;
  const glyphs: Glyphs = settings.get(key) ?? new Map();
  settings.set(key, glyphs);
  return (key) => {
    const found = glyphs.get(key);
    if (found !== undefined || glyphs.has(key)) return found;
    const cluster = typeof key === 'number' ? String.fromCharCode(key) : key;
    const glyph = createGlyph(printedPart(cluster), { inline, roleFace, style, metrics });
    glyphs.set(key, glyph);
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
    half: false,
    startsNoLine: isForbiddenAtStart(text),
    endsNoLine: isForbiddenAtEnd(text),
    gapSide: gapSide(text),
  };
}
