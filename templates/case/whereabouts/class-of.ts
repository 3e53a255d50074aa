import type { LeafFact } from '../../../src/authoring';
import { isHiddenHome } from '../privacy/known';
import { refineClass } from '../privacy/refine';
import type { Case } from '../schema';

/** The field of a victim that a leaf belongs to: an address as a whole, or the leaf itself. */
const FIELD = /^\/victims\/\d\/(?:residence\/shared|[^/]+)/;
/** Classes of places that are shown to some, unless they turn out to be the hidden home. */
const PLACES = new Set(['victim-location', 'minor-school', 'shared-home']);

/**
 * The class of a fact in its surroundings. A registered address, a workplace, a school or the former home of one victim that
 * is the very home which nobody may read is that home, whatever its field is called (法发〔2022〕10号第四条).
 */
export function classOf(fact: LeafFact): string {
  if (fact.privacy === 'service-place' && isOwnNumber(fact)) return 'victim-contact';
  const refined = refineClass(fact);
  return PLACES.has(refined) && isOwnHome(fact) ? 'current-residence' : refined;
}

/** Every part of an address is asked about, and a valid case never changes: its homes are compared once. */
const compared = new WeakMap<object, boolean>();

function isOwnHome({ pointer, owners }: LeafFact): boolean {
  const field = FIELD.exec(pointer)?.[0];
  if (field === undefined) return false;
  const root = owners[0] as Case;
  const address = pointer === field ? undefined : owners.at(-1);
  const known = address === undefined ? undefined : compared.get(address);
  if (known !== undefined) return known;
  const isHome = isHiddenHome(root, field);
  if (address !== undefined) compared.set(address, isHome);
  return isHome;
}

/** The number or the electronic address at which a victim was told is hers, wherever she lives. */
function isOwnNumber({ pointer, owners }: LeafFact): boolean {
  const { recipient } = owners[1] as { recipient?: { kind?: string } };
  return recipient?.kind === 'victim' && !pointer.endsWith('/place');
}
