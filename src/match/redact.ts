import type { FactHit } from './find-facts';

/**
 * Replaces every hit by `replacement`; hits that touch or overlap become one, so that neither number nor length shows.
 */
export function redact(text: string, hits: FactHit[], replacement: string): string {
  let result = '';
  let position = 0;
  for (const { start, end } of hits) {
    if (end <= position) continue;
    if (start > position || position === 0) result += text.slice(position, start);
    if (!result.endsWith(replacement)) result += replacement;
    position = end;
  }
  return result + text.slice(position);
}
