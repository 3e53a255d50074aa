import type { FactHit } from './facts';
import { balance } from './text/brackets';

/** Replaced spans with nothing but this between them become one, so that their number does not show. */
const JOINING = /^[\s\p{P}\p{S}的与和及或至、]{0,4}$/u;
/** A sentence, a line and a clause end the reach of a replacement: what comes after them is told apart. */
const PARTING = /[。！？；;!?\n\r]/u;

type Hit = Pick<FactHit, 'fact' | 'start' | 'end'>;
type Gap = { start: number; end: number; stand: string };

/**
 * Replaces every hit by what its fact may be shown as, or else by `replacement`: 住在×× becomes 住在（依法不载明）.
 * Hits that overlap become one, and so do neighbours with at most punctuation or a particle between them, so that
 * neither number nor length shows. What was replaced before stays as it is.
 */
export function redact(text: string, hits: readonly Hit[], replacement: string): string {
  const merged = joinNeighbours(mergeHits(hits, replacement), { text, replacement });
  const gaps = merged
    .filter((gap) => !isReplaced(gap, { text, replacement }))
    // Neighbours that became one may have an opening bracket between them.
    .map((gap) => withBrackets({ ...gap, ...balance(text, gap) }, { text, replacement }));
  const parts: string[] = [];
  let position = 0;
  for (const { start, end, stand } of gaps) {
    const before = text.slice(position, start);
    position = end;
    // One that stands beside it from an earlier round already covers this one.
    const isCovered = (before === '' ? parts.at(-1) : before)?.endsWith(replacement) === true;
    parts.push(before);
    if (stand !== replacement || !isCovered) parts.push(stand);
    if (stand === replacement && text.startsWith(replacement, position)) position += replacement.length;
  }
  return parts.join('') + text.slice(position);
}

/** Overlapping hits in one gap. What stands there is a fact's own form only when the gap is exactly that fact. */
function mergeHits(hits: readonly Hit[], replacement: string): Gap[] {
  const gaps: Gap[] = [];
  for (const { fact, start, end } of [...hits].sort((one, other) => one.start - other.start || other.end - one.end)) {
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

type Place = { text: string; replacement: string };

function joinNeighbours(gaps: readonly Gap[], { text, replacement }: Place): Gap[] {
  const joined: Gap[] = [];
  for (const gap of gaps) {
    const last = joined.at(-1);
    const between = last === undefined ? '' : text.slice(last.end, gap.start);
    const isBoth = last?.stand === replacement && gap.stand === replacement;
    if (last !== undefined && isBoth && JOINING.test(between) && !PARTING.test(between)) last.end = gap.end;
    else joined.push({ ...gap });
  }
  return joined;
}

/** Whether a gap lies inside a replacement that the text already holds: a fact may be spelt with its words. */
function isReplaced({ start, end }: Gap, { text, replacement }: Place): boolean {
  for (let from = Math.max(0, end - replacement.length); from <= start; from += 1) {
    if (text.startsWith(replacement, from)) return true;
  }
  return false;
}

/** （××） becomes （依法不载明）, not （（依法不载明））: a replacement with brackets of its own takes those around it. */
function withBrackets(gap: Gap, { text, replacement }: Place): Gap {
  const [first, last] = [replacement.charAt(0), replacement.charAt(replacement.length - 1)];
  const isEnclosed = /\p{Ps}/u.test(first) && text[gap.start - 1] === first && text[gap.end] === last;
  return isEnclosed && gap.stand === replacement ? { ...gap, start: gap.start - 1, end: gap.end + 1 } : gap;
}
