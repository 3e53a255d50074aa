import type { Allowed, FactHit, ProtectedFact } from './facts';
import { createMatcher, type Matcher } from './matcher';

/** The same facts are looked for in hundreds of texts: they are prepared once. */
const prepared = new WeakMap<
  readonly ProtectedFact[],
  { key: string; allowed: readonly Allowed[]; matcher: Matcher }
>();

/**
 * Finds every protected fact in a text, however it is written.
 * @param allowed names and addresses that may stand; see `createMatcher`
 */
export function findFacts(text: string, facts: readonly ProtectedFact[], allowed: readonly Allowed[] = []): FactHit[] {
  const key = `${facts.length}:${allowed.length}`;
  const before = prepared.get(facts);
  if (before !== undefined && before.key === key && isSame(before.allowed, allowed)) return before.matcher.find(text);
  const matcher = createMatcher(facts, allowed);
  prepared.set(facts, { key, allowed: [...allowed], matcher });
  return matcher.find(text);
}

const isSame = (one: readonly Allowed[], other: readonly Allowed[]) =>
  one.length === other.length && one.every((name, index) => name === other[index]);
