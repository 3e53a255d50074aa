import { AppError } from '../errors';
import { findFacts, type ProtectedFact } from '../match';
import { unfold } from './unfold';
import { unreadable } from './unreadable';

/** Text that a tool can read in a file, and where. `carrier` is shown to people: Chinese, never taken from the file. */
export type CarrierText = { carrier: string; text: string };

/** Far more than any instrument; keeps the search within a second. */
const MAX_CHARACTERS = 4_000_000;

/** A letter that no document uses: a match cannot reach across it, although it ignores white space and punctuation. */
const BARRIER = '\nꙮ\n';

const MAX_NAMED = 20;

/**
 * Searches what was read for protected facts, however they are spelt.
 * @param allowed names that may stand in the text although a fact is part of them
 * @throws AppError LEAK_DETECTED that names carriers and labels of facts, never a value
 */
export function assertNoLeak(texts: CarrierText[], facts: ProtectedFact[], allowed: string[]): void {
  if (facts.length === 0) return;
  const { joined, carrierAt } = join(texts);
  const places = new Set(
    findFacts(joined, facts, allowed).map(({ fact, start }) => `${carrierAt(start)}：${fact.label}`),
  );
  if (places.size === 0) return;
  const named = [...places].slice(0, MAX_NAMED).join('；');
  throw new AppError('LEAK_DETECTED', `protected facts found: ${named}`, {
    detail: `文书中检出依法不得载明的信息（${named}）`,
  });
}

/** One search over everything is much cheaper than one per carrier: the spellings are prepared once. */
function join(texts: CarrierText[]): { joined: string; carrierAt(offset: number): string } {
  const pieces = new Map<string, string>();
  for (const { carrier, text } of texts) {
    for (const view of unfold(text)) if (!pieces.has(view)) pieces.set(view, carrier);
  }
  const ends: { end: number; carrier: string }[] = [];
  let length = 0;
  for (const [view, carrier] of pieces) {
    length += view.length + BARRIER.length;
    ends.push({ end: length, carrier });
  }
  if (length > MAX_CHARACTERS) throw unreadable('the file holds more text than a document can need');
  const carrierAt = (offset: number) => ends.find(({ end }) => offset < end)?.carrier ?? '';
  return { joined: [...pieces.keys()].join(BARRIER), carrierAt };
}
