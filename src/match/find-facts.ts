import type { Allowed, FactHit, ProtectedFact } from './facts';
import { createMatcher } from './matcher';

/**
 * Finds every protected fact in a text, however it is written. To look for the same facts in several texts, prepare them
 * once with `createMatcher`.
 * @param allowed names and addresses that may stand; see `createMatcher`
 */
export function findFacts(text: string, facts: readonly ProtectedFact[], allowed: readonly Allowed[] = []): FactHit[] {
  return createMatcher(facts, allowed).find(text);
}
