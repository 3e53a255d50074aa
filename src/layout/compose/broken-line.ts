import type { Atom } from './atoms';

/** A line of a paragraph: `atoms.slice(start, end)`, and whether its last mark hangs in the right margin. */
export type BrokenLine = { start: number; end: number; hangs: boolean };

/** A line as it was found: `natural` is the width of all that is drawn of it, as narrow as nobody notices, in pt. */
export type FoundLine = BrokenLine & { natural: number };

/** What a line has to fit into. */
export type Room = {
  /** In pt. */
  width: number;
  /** Whether a pausing mark may stand outside the right edge. */
  mayHang: boolean;
  /**
   * What is squeezed: marks for closing marks only (when left out), marks for whatever comes next, or marks and all of the
   * gaps before and after digits.
   */
  squeezes?: 'marks' | 'marks and gaps';
  /** The first end behind this atom is far enough: no more is squeezed in than has to be. */
  beyond?: number;
};

export type LineMeasure = {
  /** Width of line `index` in pt: the first may be shorter by its indent. */
  width(index: number): number;
  /** Whether a pausing mark may stand outside the right edge. */
  mayHang: boolean;
  /** Whether lines will be justified: then the white that a long piece leaves is shared with the lines before it. */
  evens?: boolean;
};

/** A paragraph while it is broken; `find` gives the longest line that begins at an atom and fits. */
export type Paragraph = {
  atoms: readonly Atom[];
  measure: LineMeasure;
  find: (start: number, room: Room) => FoundLine;
};
