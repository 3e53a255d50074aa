import { type AddressParts, type Allowed, createMatcher, toNormalForm } from '../match';
import type { GuardedFact } from './protected-facts';

/** Hardly a name has one, and to bring a name into its form takes time. */
const NUMERAL = /[\p{N}一二三四五六七八九十百两]/u;

/**
 * What may stand, without what states a protected home down to its door: a committee bears the name of the estate, and a
 * shop may stand beside it; a name with estate, house and room is an address that somebody wrote into the field for a name.
 */
export function namesAlone(allowed: readonly Allowed[], facts: readonly GuardedFact[]): Allowed[] {
  const homes = facts.flatMap((fact) =>
    addressesOf(fact).flatMap((address) => {
      const door = lastDoor(address);
      return door === undefined ? [] : [{ ...fact, spellings: [], address, door }];
    }),
  );
  const hasDoor = (name: string) => {
    if (!NUMERAL.test(name)) return false;
    // The form has 五 as 5, and no marks: 203-18-602 is one number in it.
    const forms = [toNormalForm(name), name.normalize('NFKC')];
    return homes.some(({ door }) => forms.some((form) => door.test(form)));
  };
  // Hardly a name has such a number in it: to prepare a search for all of them would cost more than all the rest here.
  const doubtful = allowed.filter((one) => typeof one === 'string' && hasDoor(one));
  if (doubtful.length === 0) return [...allowed];
  const matcher = createMatcher(homes);
  const stated = new Set(doubtful.filter((one) => matcher.find(String(one)).length > 0));
  return allowed.filter((one) => !stated.has(one));
}

function addressesOf({ kind, address, spellings }: GuardedFact): AddressParts[] {
  if (address !== undefined) return [address];
  return kind === 'address' ? spellings.map((line) => ({ line })) : [];
}

/** The number by which a home is told from its neighbours; undefined for one that has none. */
function lastDoor({ room, building, number, line }: AddressParts): RegExp | undefined {
  const door = /\d+(?=\D*$)/.exec(toNormalForm(room ?? building ?? number ?? line ?? ''))?.[0];
  return door === undefined ? undefined : new RegExp(`(?<!\\d)${door}(?!\\d)`);
}
