import type { Atom } from './atoms';
import type { BrokenLine, FoundLine, LineMeasure, Room } from './broken-line';
import { evenOut } from './even-lines';
import { SQUEEZE } from './squeeze';

const TOLERANCE = 0.01;

/**
 * Breaks a paragraph greedily. Where a mark that may not start a line does not fit, it hangs, or marks of the line are
 * squeezed, two at its end into one cell, or else the character before it moves down with it. A piece wider than a line is
 * broken by the ordinary rules, a word wider than a line anywhere, its last letter going along with a mark behind it:
 * nothing ever runs out of the line.
 */
export function breakLines(atoms: Atom[], measure: LineMeasure): BrokenLine[] {
  const tooWide = findTooWide(atoms, measure.width(1));
  const find = (start: number, room: Room) => findLine(atoms, start, room, tooWide);
  const lines: FoundLine[] = [];
  let start = 0;
  while (start < atoms.length) {
    const line = find(start, { width: measure.width(lines.length), mayHang: measure.mayHang });
    lines.push(line);
    if (measure.evens === true && line.end < atoms.length) evenOut(lines, { atoms, measure, find });
    start = lines.at(-1)?.end ?? atoms.length;
  }
  return lines;
}

function findLine(atoms: Atom[], start: number, room: Room, tooWide: Set<number>): FoundLine {
  const width = room.width + TOLERANCE;
  let total = 0;
  let gap = 0;
  let natural = 0;
  let squeezable = 0;
  let beforeLast = 0;
  let wasClosing = false;
  let beforeMarks = 0;
  let anywhere = start + 1;
  let anywhereNatural = 0;
  let anywhereMayEnd = false;
  let end: number | undefined;
  let endNatural = 0;
  let endHangs = false;
  for (let index = start; index < atoms.length; index += 1) {
    const atom = atoms[index];
    if (atom === undefined) break;
    total += gap + atom.advance;
    gap = room.squeezes === 'marks and gaps' ? 0 : atom.leastGap;
    // Spaces at the end of a line take no room.
    if (!atom.space) natural = total;
    if (natural - atom.advance - squeezable > width) break;
    if (atom.squeeze !== 'right' && !atom.space) beforeMarks = natural;
    const isClosing = atom.squeeze === 'right';
    const own = atom.squeeze === undefined ? 0 : atom.advance * SQUEEZE;
    // At its end two closing marks may share a cell.
    const atEnd = isClosing && wasClosing ? beforeLast + atom.advance : squeezable + own;
    beforeLast = squeezable;
    squeezable += own;
    wasClosing = isClosing;
    const fits = natural <= width;
    if (fits && (atom.breakAfter !== 'never' || !anywhereMayEnd)) {
      anywhere = index + 1;
      anywhereNatural = natural;
      anywhereMayEnd = atom.breakAfter !== 'never';
    }
    if (atom.breakAfter !== 'free' && !(atom.breakAfter === 'in-piece' && tooWide.has(atom.piece))) continue;
    const hangs = !fits && room.mayHang && atom.hangs && natural - atom.advance <= width;
    // Only closing marks are worth squeezing for: any other character simply starts the next line.
    const squeezed = (room.squeezes !== undefined || beforeMarks <= width) && natural - atEnd <= width;
    if (!fits && !hangs && !squeezed) continue;
    end = index + 1;
    endNatural = natural;
    endHangs = hangs;
    if (room.beyond !== undefined && end > room.beyond) break;
  }
  if (end === undefined) return { start, end: anywhere, hangs: false, natural: anywhereNatural };
  return { start, end, hangs: endHangs, natural: endNatural };
}

/** Numbers of the pieces that no line can hold. */
function findTooWide(atoms: Atom[], width: number): Set<number> {
  const widths = new Map<number, number>();
  atoms.forEach(({ piece, advance, leastGap }, index) => {
    if (piece === 0) return;
    const inside = atoms[index + 1]?.piece === piece ? leastGap : 0;
    widths.set(piece, (widths.get(piece) ?? 0) + advance + inside);
  });
  return new Set([...widths].filter(([, total]) => total > width).map(([piece]) => piece));
}
