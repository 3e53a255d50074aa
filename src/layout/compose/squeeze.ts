/** How a line that is too full gets its room: from gaps, from the last cell, from the blank halves of marks. */
import type { Atom } from './atoms';

/**
 * Part of a mark's width that squeezing may take where it stands alone: half of its blank half. With more, readers of the
 * PDF take the mark and its neighbour for two lines that overlap.
 */
export const SQUEEZE = 0.25;

/** What tracking and the gaps before and after digits can give before anybody notices, in pt for each atom of a line. */
export function unnoticed(line: Atom[]): number[] {
  const last = line.length - 1;
  return line.map(
    ({ advance, width, gap, leastGap }, index) => width - advance + (index === last ? 0 : gap - leastGap),
  );
}

/** Whether two closing marks end a line: those may share a cell. */
export function endsInPair(line: Atom[]): boolean {
  return line.at(-1)?.squeeze === 'right' && line.at(-2)?.squeeze === 'right';
}

/** The line with its last two marks in one cell; elsewhere marks keep their own, and lines end where those of Word do. */
export function shareLastCell(line: Atom[]): Atom[] {
  return line.map((atom, index) => (index < line.length - 2 ? atom : halve(atom)));
}

/** Marks in half a cell have no room left to give. */
function halve(mark: Atom): Atom {
  return { ...mark, advance: mark.advance / 2, width: mark.width / 2, squeeze: undefined, half: true };
}

/**
 * Takes the excess from tracking and the gaps before and after digits first, as far as nobody notices, then from the blank
 * halves of marks, at last from what is left of the gaps; evenly each time. An opening mark gives up the room before it.
 */
export function squeeze(line: Atom[], advances: number[], excess: number): number[] {
  const last = line.length - 1;
  const sources = [
    unnoticed(line),
    line.map(({ squeeze, advance }) => (squeeze === undefined ? 0 : advance * SQUEEZE)),
    line.map(({ leastGap }, index) => (index === last ? 0 : leastGap)),
  ];
  let left = excess;
  return sources.reduce((set, source) => {
    const available = sumOf(source);
    const part = available === 0 ? 0 : Math.min(1, left / available);
    left = Math.max(0, left - available);
    return part === 0 ? set : set.map((advance, index) => advance - (source[index] ?? 0) * part);
  }, advances);
}

export function sumOf(widths: number[]): number {
  return widths.reduce((sum, width) => sum + width, 0);
}
