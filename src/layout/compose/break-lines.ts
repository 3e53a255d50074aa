import type { Atom } from './atoms';

/** A line of a paragraph: `atoms.slice(start, end)`, and whether its last mark hangs in the right margin. */
export type BrokenLine = { start: number; end: number; hangs: boolean };

export type LineMeasure = {
  /** Width of line `index` in pt: the first may be shorter by its indent. */
  width(index: number): number;
  /** Whether a pausing mark may stand outside the right edge. */
  mayHang: boolean;
};

/**
 * Part of a mark's width that squeezing may take: half of its blank half. With more, readers of the PDF take the mark
 * and its neighbour for two lines that overlap.
 */
export const SQUEEZE = 0.25;
const TOLERANCE = 0.01;

/**
 * Breaks a paragraph greedily. Where a mark that may not start a line does not fit, it hangs, or marks of the line are
 * squeezed, or else the character before it moves down with it. A piece wider than a line is broken by the ordinary
 * rules, a word wider than a line anywhere: nothing ever runs out of the line.
 */
export function breakLines(atoms: Atom[], measure: LineMeasure): BrokenLine[] {
  const tooWide = findTooWide(atoms, measure.width(1));
  const lines: BrokenLine[] = [];
  let start = 0;
  while (start < atoms.length) {
    const room = { width: measure.width(lines.length) + TOLERANCE, mayHang: measure.mayHang };
    const line = breakOne(atoms, start, room, tooWide);
    lines.push(line);
    start = line.end;
  }
  return lines;
}

type Room = { width: number; mayHang: boolean };

function breakOne(atoms: Atom[], start: number, room: Room, tooWide: Set<number>): BrokenLine {
  let total = 0;
  let natural = 0;
  let squeezable = 0;
  let beforeMarks = 0;
  let anywhere = start + 1;
  let end: number | undefined;
  let endHangs = false;
  for (let index = start; index < atoms.length; index += 1) {
    const atom = atoms[index];
    if (atom === undefined) break;
    total += atom.width;
    // Spaces at the end of a line take no room.
    if (!atom.space) natural = total;
    if (natural - atom.width - squeezable > room.width) break;
    if (atom.squeeze !== 'right' && !atom.space) beforeMarks = natural;
    if (atom.squeeze !== undefined) squeezable += atom.advance * SQUEEZE;
    const fits = natural <= room.width;
    if (fits) anywhere = index + 1;
    if (atom.breakAfter !== 'free' && !(atom.breakAfter === 'in-piece' && tooWide.has(atom.piece))) continue;
    const hangs = !fits && room.mayHang && atom.hangs && natural - atom.width <= room.width;
    // Only closing marks are worth squeezing for: any other character simply starts the next line.
    const squeezed = beforeMarks <= room.width && natural - squeezable <= room.width;
    if (!fits && !hangs && !squeezed) continue;
    end = index + 1;
    endHangs = hangs;
  }
  return { start, end: end ?? anywhere, hangs: endHangs };
}

/** Numbers of the pieces that no line can hold. */
function findTooWide(atoms: Atom[], width: number): Set<number> {
  const widths = new Map<number, number>();
  for (const atom of atoms) {
    if (atom.piece !== 0) widths.set(atom.piece, (widths.get(atom.piece) ?? 0) + atom.width);
  }
  return new Set([...widths].filter(([, total]) => total > width).map(([piece]) => piece));
}
