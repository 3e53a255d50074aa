import type { Span } from '../facts';

/** Tells whether a span lies inside a longer one of those that may stand. */
export type SafeSpans = (span: Span) => boolean;

/** @param spans in the order in which they begin */
export function createSafeSpans(spans: readonly Span[]): SafeSpans {
  if (spans.length === 0) return () => false;
  const reachAt = createReach(spans);
  return ({ from, to }) => reachAt(from) > to || (from > 0 && reachAt(from - 1) >= to);
}

/**
 * How far the spans reach that begin at a unit or before it; 0 when none does.
 * @param spans in the order in which they begin
 */
export function createReach(spans: readonly Span[]): (unit: number) => number {
  const reaches: number[] = [];
  for (const { to } of spans) reaches.push(Math.max(to, reaches.at(-1) ?? 0));
  return (unit) => {
    let [low, high] = [0, spans.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((spans[middle]?.from ?? 0) <= unit) low = middle + 1;
      else high = middle;
    }
    return reaches[low - 1] ?? 0;
  };
}
