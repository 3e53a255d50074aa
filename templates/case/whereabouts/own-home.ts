import type { LeafFact } from '../../../src/authoring';
import { isHiddenHome } from '../privacy/known';
import { refineClass } from '../privacy/refine';
import type { Case } from '../schema';

/** The field of a victim that a leaf belongs to: an address as a whole, or the leaf itself. */
const FIELD = /^\/victims\/\d\/[^/]+/;

/**
 * The class of a fact in its surroundings. A registered address, a workplace or a school that is the very home which
 * nobody may read is that home, whatever its field is called (法发〔2022〕10号第四条).
 */
export function classOf(fact: LeafFact): string {
  const refined = refineClass(fact);
  if (refined !== 'victim-location' && refined !== 'minor-school') return refined;
  const field = FIELD.exec(fact.pointer)?.[0];
  return field !== undefined && isHiddenHome(fact.owners[0] as Case, field) ? 'current-residence' : refined;
}
