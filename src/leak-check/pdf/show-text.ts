import { type Matrix, type Point, transform, translate } from '../drawing/matrix';
import type { Glyph, PdfFont } from './fonts/fonts';

/**
 * Text shown by one operator, where it starts and ends in points from the page's lower left corner, and the size of its
 * letters; a watermark is slanted. `other` is what the font's program says, where that differs, in the order of the page;
 * `copied` what programs copy, which take replacement text instead of what is drawn.
 */
export type Chunk = {
  text: string;
  other: string;
  copied: string;
  start: Point;
  end: Point;
  size: number;
  isSlanted: boolean;
  /** How it is drawn, beside its size: whatever may hide it. Empty for plain black text. */
  look: string;
};

/** Letters this close, in em, belong together. Neighbours of a font that nobody gave widths for stay apart. */
const TOUCH = 0.15;

/** Whether one text begins where another ends. */
export function touches(one: Pick<Chunk, 'end' | 'size'>, { start, size }: Pick<Chunk, 'start' | 'size'>): boolean {
  const reach = TOUCH * Math.max(one.size, size);
  return Math.abs(start.x - one.end.x) <= reach && Math.abs(start.y - one.end.y) <= reach;
}

/** The ways to read a chunk. */
export type ChunkReading = 'text' | 'other' | 'copied';

/** The part of the graphics state that places text: lengths in text space units (ISO 32000-1, 9.3). */
export type State = {
  ctm: Matrix;
  font: PdfFont | undefined;
  size: number;
  leading: number;
  charSpace: number;
  wordSpace: number;
  scale: number;
  rise: number;
  /** Rendering mode, and the named graphics state. */
  mode: number;
  named: string;
};

export function initialState(ctm: Matrix, font: PdfFont | undefined): State {
  return { ctm, font, size: 1, leading: 0, charSpace: 0, wordSpace: 0, scale: 1, rise: 0, mode: 0, named: '' };
}

/** A gap in a TJ array of more than 0.2 em is a space: what follows is not the rest of the same number. */
const WORD_GAP = 200;

/**
 * What one operator shows.
 * @param items strings, and gaps in thousandths of an em that move back
 * @param matrix the text matrix before; the one behind the text is returned
 */
export function showText(
  items: readonly (Glyph[] | number)[],
  state: State,
  matrix: Matrix,
): { chunk: Chunk; matrix: Matrix } {
  const { ctm, size, scale } = state;
  let text = '';
  // Only kept where a font says something else: hardly any does.
  let differing: string | undefined;
  let width = 0;
  let furthest = 0;
  let goesBack = false;
  for (const item of items) {
    if (typeof item === 'number') {
      width -= (item / 1000) * size * scale;
      if (item < -WORD_GAP) {
        text += ' ';
        if (differing !== undefined) differing += ' ';
      }
      continue;
    }
    for (const glyph of item) {
      if (width < furthest) goesBack = true;
      furthest = width;
      if (glyph.other !== glyph.text) differing ??= text;
      if (differing !== undefined) differing += glyph.other;
      text += glyph.text;
      width += advance(glyph, state);
    }
  }
  // Gaps may put the glyphs of one string in another order on the page; hardly any text has such gaps.
  const other = goesBack ? inOrder(items, state) : (differing ?? text);
  const origin = { x: 0, y: state.rise };
  const behind = translate(matrix, width, 0);
  const a = matrix[0] * ctm[0] + matrix[1] * ctm[2];
  const b = matrix[0] * ctm[1] + matrix[1] * ctm[3];
  const chunk = {
    text,
    other,
    copied: text,
    start: transform(transform(origin, matrix), ctm),
    end: transform(transform(origin, behind), ctm),
    size: Math.abs(size) * Math.hypot(a, b),
    isSlanted: Math.abs(b) > 0.01,
    look: '',
  };
  return { chunk, matrix: behind };
}

/** How far one glyph moves what follows, in text space units (9.4.4). */
export function advance({ width, isSpace }: Glyph, { size, charSpace, wordSpace, scale }: State): number {
  return ((width / 1000) * size + charSpace + (isSpace ? wordSpace : 0)) * scale;
}

/** As the glyphs stand on the line. */
function inOrder(items: readonly (Glyph[] | number)[], state: State): string {
  const pieces: { at: number; text: string }[] = [];
  let at = 0;
  for (const item of items) {
    if (typeof item === 'number') at -= (item / 1000) * state.size * state.scale;
    else {
      for (const glyph of item) {
        pieces.push({ at, text: glyph.other });
        at += advance(glyph, state);
      }
    }
  }
  return pieces
    .toSorted((one, next) => one.at - next.at)
    .map(({ text }) => text)
    .join('');
}
