import type { FactHit, Matcher, ProtectedFact } from '../match';
import { isCutFromName, isOfScatteredNumbers } from './cut-names';
import { type CarrierText, type Mark, type Place, type Reading, toPlace, toUnread, type Unread } from './reading';
import { unfold } from './text/unfold';
import { asRefusal, unreadable } from './unreadable';

/** A protected fact in a file: where, which one, and how sure the match is (0 to 1). Never the value. */
export type Leak = Place & { fact: ProtectedFact; confidence: number };

/** Far more than any instrument; keeps the search within about a second. */
const MAX_CHARACTERS = 1_000_000;

/** A letter that no document uses: a match cannot reach across it, although it ignores white space and punctuation. */
const BARRIER = '\nꙮ\n';

type Piece = { place: Place; marks: readonly Mark[]; isRearranged: boolean; start: number; end: number };

/**
 * Searches what was read for protected facts, however they are written.
 * @returns each fact once per place, and what could not be read or searched
 */
export function findLeaks(
  { texts, unread }: Pick<Reading, 'texts' | 'unread'>,
  matcher: Matcher,
): { leaks: Leak[]; unread: Unread[] } {
  const refused = [...unread];
  const { text, pieces } = joinAll(texts, refused);
  const leaks = new Map<string, Leak>();
  const hits = matcher.find(text);
  let next = 0;
  for (const piece of pieces) {
    for (let hit = hits[next]; hit !== undefined && hit.start < piece.end; hit = hits[next]) {
      next += 1;
      if (piece.isRearranged && isByChance(text, hit, matcher)) continue;
      const { fact, start, confidence } = hit;
      const place = placeAt(piece, start);
      const key = [place.carrier, place.page, place.object, matcher.facts.indexOf(fact)].join();
      const before = leaks.get(key);
      if (before === undefined || before.confidence < confidence) leaks.set(key, { ...place, fact, confidence });
    }
  }
  return { leaks: [...leaks.values()], unread: refused };
}

/** Whether a find exists only because lines stand in another order than they are drawn in. */
function isByChance(text: string, hit: FactHit, { allowed }: Matcher): boolean {
  return isCutFromName(text, hit, allowed) || isOfScatteredNumbers(text, hit, allowed);
}

function placeAt({ place, marks, start }: Piece, position: number): Place {
  const mark = marks.findLast(({ at }) => at <= position - start);
  if (mark === undefined) return place;
  const { at: _, ...where } = mark;
  return { ...place, ...where };
}

/** Every view of every text once. One search over everything is much cheaper than one per carrier. */
function joinAll(texts: readonly CarrierText[], refused: Unread[]): { text: string; pieces: Piece[] } {
  const known = new Set<string>();
  const parts: string[] = [];
  const pieces: Piece[] = [];
  let end = 0;
  for (const found of texts) {
    const { text, marks = [], isPlain, isRearranged = false } = found;
    const place = toPlace(found);
    for (const view of isPlain ? [text] : viewsOf(text, place, refused)) {
      if (known.has(view)) continue;
      known.add(view);
      if (end + view.length > MAX_CHARACTERS) {
        refused.push(toUnread(place, unreadable('more text than a document can need', 'excessive')));
        continue;
      }
      const start = end;
      end += view.length + BARRIER.length;
      parts.push(view);
      pieces.push({ place, marks: view === text ? marks : [], isRearranged, start, end });
    }
  }
  return { text: parts.join(BARRIER), pieces };
}

function viewsOf(text: string, place: Place, refused: Unread[]): string[] {
  try {
    return unfold(text);
  } catch (error) {
    refused.push(toUnread(place, asRefusal(error)));
    return [text];
  }
}
