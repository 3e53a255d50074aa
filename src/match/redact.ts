import type { FactHit } from './facts';

/**
 * Replaces every hit by what its fact may be shown as, or else by `replacement`. Hits that overlap become one, and
 * neighbouring replacements too, so that neither number nor length shows.
 */
export function redact(text: string, hits: FactHit[], replacement: string): string {
  let result = '';
  let position = 0;
  for (const { start, end, stand } of mergeHits(hits, replacement)) {
    result += text.slice(position, start);
    if (stand !== replacement || !result.endsWith(replacement)) result += stand;
    position = end;
  }
  return result + text.slice(position);
}

type Gap = { start: number; end: number; stand: string };

/** Overlapping hits in one gap. What stands there is a fact's own form only when the gap is exactly that fact. */
function mergeHits(hits: FactHit[], replacement: string): Gap[] {
  const gaps: Gap[] = [];
  for (const { fact, start, end } of hits) {
    const last = gaps.at(-1);
    if (last === undefined || start >= last.end) {
      gaps.push({ start, end, stand: fact.shownAs ?? replacement });
    } else if (start === last.start && end === last.end) {
      if (last.stand === replacement) last.stand = fact.shownAs ?? replacement;
    } else if (end > last.end) {
      last.end = end;
      last.stand = replacement;
    }
  }
  return gaps;
}
