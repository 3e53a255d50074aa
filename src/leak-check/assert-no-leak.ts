import { AppError } from '../errors';
import { findFacts, type ProtectedFact } from '../match';
import { unfold } from './unfold';
import { unreadable } from './unreadable';

/** Text that a tool can read in a file, and where. `carrier` is shown to people: Chinese, never taken from the file. */
export type CarrierText = { carrier: string; text: string };

/** Far more than any instrument; keeps the search within about a second. */
const MAX_CHARACTERS = 1_000_000;

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
  const pieces = unfoldAll(texts);
  const places = new Set<string>();
  let piece = 0;
  for (const { fact, start } of findFacts(pieces.map(({ text }) => text).join(BARRIER), facts, allowed)) {
    while (start >= (pieces[piece]?.end ?? Number.POSITIVE_INFINITY)) piece += 1;
    places.add(`${pieces[piece]?.carrier}：${fact.label}`);
  }
  if (places.size === 0) return;
  const named = [...places].slice(0, MAX_NAMED).join('；');
  throw new AppError('LEAK_DETECTED', `protected facts found: ${named}`, {
    detail: `文书中检出依法不得载明的信息（${named}）`,
  });
}

/** Every view of every text once, with the offset where it ends among the others. */
function unfoldAll(texts: CarrierText[]): (CarrierText & { end: number })[] {
  const carriers = new Map<string, string>();
  for (const { carrier, text } of texts) {
    for (const view of unfold(text)) if (!carriers.has(view)) carriers.set(view, carrier);
  }
  let end = 0;
  const pieces = [...carriers].map(([text, carrier]) => {
    end += text.length + BARRIER.length;
    return { carrier, text, end };
  });
  // One search over everything is much cheaper than one per carrier, so all of it has to fit.
  if (end > MAX_CHARACTERS) throw unreadable('the file holds more text than a document can need');
  return pieces;
}
