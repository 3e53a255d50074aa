import type { TextSpan } from './brackets';

/** The place of the first span that begins at an offset or behind it, among spans in the order in which they begin. */
export function firstFrom(sorted: readonly TextSpan[], offset: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The spans that share something with a stretch of the text; in time that does not grow with their number. */
export function createOverlaps<T extends TextSpan>(spans: readonly T[]): (stretch: TextSpan) => T[] {
  const sorted = [...spans].sort((one, other) => one.start - other.start);
  const longest = sorted.reduce((size, { start, end }) => Math.max(size, end - start), 0);
  return ({ start, end }) =>
    sorted.slice(firstFrom(sorted, start - longest), firstFrom(sorted, end)).filter((one) => one.end > start);
}
