import type { Span } from './facts';

/** Tells whether a span lies inside a longer one of those that may stand. */
export type SafeSpans = (span: Span) => boolean;

/** @param length how many units the text has */
export function createSafeSpans(spans: readonly Span[], length: number): SafeSpans {
  if (spans.length === 0) return () => false;
  // For every unit, how far a span that begins there or before it reaches.
  const reach = new Int32Array(length + 1);
  for (const { from, to } of spans) reach[from] = Math.max(reach[from] ?? 0, to);
  for (let unit = 1; unit <= length; unit += 1) reach[unit] = Math.max(reach[unit] ?? 0, reach[unit - 1] ?? 0);
  return ({ from, to }) => (reach[from] ?? 0) > to || (from > 0 && (reach[from - 1] ?? 0) >= to);
}
