import type { Span } from './facts';

/** Tells whether a span lies inside a longer one of those that may stand. */
export type SafeSpans = (span: Span) => boolean;

/** @param spans in the order in which they begin */
export function createSafeSpans(spans: readonly Span[]): SafeSpans {
  if (spans.length === 0) return () => false;
  // How far a span reaches that is this one or an earlier one.
  const reaches: number[] = [];
  for (const { to } of spans) reaches.push(Math.max(to, reaches.at(-1) ?? 0));
  const reachUpTo = (from: number): number => {
    let [low, high] = [0, spans.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((spans[middle]?.from ?? 0) <= from) low = middle + 1;
      else high = middle;
    }
    return reaches[low - 1] ?? 0;
  };
  return ({ from, to }) => reachUpTo(from) > to || (from > 0 && reachUpTo(from - 1) >= to);
}
