import { leadsToDoor } from './address/address-line';
import { createAddressSearch } from './address/address-search';
import type { AddressParts, Allowed, FactHit, ProtectedFact, Work } from './facts';
import { createNumberSearch, isNumberFact } from './identities/number-search';
import { createPersonSearch } from './identities/person-names';
import { createSpellingSearch } from './identities/spelling-search';
import { withNumberWords } from './letters/number-words';
import { withoutTones } from './letters/tone-digits';
import { balance } from './text/brackets';
import { createSafeSpans, type SafeSpans } from './text/safe-spans';
import { toUnits, type Units } from './text/units';
import { CERTAIN } from './weights';

export type Matcher = {
  facts: readonly ProtectedFact[];
  allowed: readonly Allowed[];
  /** Every protected fact that a text states, in order. The time it takes grows linearly with the text. */
  find(text: string, work?: Work): FactHit[];
};

/**
 * Prepares to look for facts in many texts.
 * @param allowed what may stand in the texts: a name, and whatever lies inside an occurrence of it; an address, and
 * whatever fits it at least as well as a protected one
 */
export function createMatcher(facts: readonly ProtectedFact[], allowed: readonly Allowed[] = []): Matcher {
  // 江滨路街道 of an address that may stand is a name, too, and does not hold 江滨路.
  const names = allowed.flatMap((one) => (typeof one === 'string' ? one : (one.street ?? [])));
  const addresses = facts.flatMap((fact, index) => addressesOf(fact).map((address) => ({ address, index })));
  const searchAddresses = createAddressSearch(
    addresses.map(({ address }) => address),
    // A name that may stand is also an address when it leads to a door.
    allowed.flatMap((one) => (typeof one !== 'string' ? [one] : leadsToDoor(one) ? [{ line: one }] : [])),
  );
  const searchNumbers = createNumberSearch(facts);
  const searchPersons = createPersonSearch(facts);
  const spellings = createSpellingSearch(
    facts.map((fact) => ({ ...fact, spellings: fact.spellings.filter((spelling) => !isNumberFact(fact, spelling)) })),
    names,
  );
  const hasNames = addresses.length > 0 || facts.some(({ kind }) => kind === 'name');
  const findOnce = (text: string, work: Work): FactHit[] => {
    const units = toUnits(text);
    const isSafe = createSafeSpans(spellings.safeSpans(units));
    const found = new Map<string, FactHit>();
    const add = (index: number, hit: Omit<FactHit, 'fact'>) => {
      const fact = facts[index];
      const key = `${index}:${hit.start}:${hit.end}`;
      const before = found.get(key);
      if (fact === undefined || (before !== undefined && before.confidence >= hit.confidence)) return;
      found.set(key, { fact, ...hit });
    };
    spellings.search({ units, isSafe, work }, ({ index, ...span }) =>
      add(index, { ...balance(text, span), confidence: CERTAIN }),
    );
    for (const { index, ...hit } of searchNumbers(units, work)) add(index, { ...hit, ...balance(text, hit) });
    const addNames = (read: Units, isSafe: SafeSpans): boolean => {
      for (const { index, ...hit } of searchPersons(read, work)) add(index, hit);
      const { finds, hasLatin } = searchAddresses({ units: read, isSafe, work });
      for (const { index, ...hit } of finds) add(addresses[index]?.index ?? -1, hit);
      return hasLatin;
    };
    const addNamesRead = (read: Units) => addNames(read, createSafeSpans(spellings.safeSpans(read)));
    const toneless = hasNames ? withoutTones(units) : undefined;
    const hasLatin = [addNames(units, isSafe), toneless !== undefined && addNamesRead(toneless)].includes(true);
    const spoken = hasLatin ? withNumberWords(toneless ?? units) : undefined;
    if (spoken !== undefined) addNamesRead(spoken);
    work.steps += text.length + found.size;
    return [...found.values()].sort((one, other) => one.start - other.start || other.end - one.end);
  };
  return {
    facts,
    allowed,
    find(text, work = { steps: 0 }) {
      let hits = findOnce(text, work);
      // What stands beside a find is read anew without it: else it would only be found once the find is taken out.
      let fresh = hits;
      for (let round = 1; fresh.length > 0 && round < MOST_ROUNDS; round += 1) {
        const covered = cover(text, hits);
        const stretches = stretchesAround(text, fresh);
        const again = findOnce(stretches.map(({ start, end }) => covered.slice(start, end)).join(''), work);
        fresh = placeBack(again, stretches);
        hits = [...hits, ...fresh].sort((one, other) => one.start - other.start || other.end - one.end);
      }
      return dropInner(hits);
    },
  };
}

/** Two rounds are usual: the first finds, the second finds nothing more. */
const MOST_ROUNDS = 4;
/** A letter that no address and no name holds: nothing is found across it. Texts searched together are parted by it. */
const COVER = 'ꙮ';

/** A text of the same length in which finds are made unreadable. */
function cover(text: string, hits: readonly FactHit[]): string {
  const parts: string[] = [];
  let position = 0;
  for (const { start, end } of hits) {
    if (end <= position) continue;
    parts.push(text.slice(position, Math.max(start, position)), COVER.repeat(end - Math.max(start, position)));
    position = end;
  }
  return parts.join('') + text.slice(position);
}

type Stretch = { start: number; end: number };

/** The parts of a text, from one letter that nothing is found across to the next, in which something was found. */
function stretchesAround(text: string, hits: readonly FactHit[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { start, end } of hits) {
    if (end <= (stretches.at(-1)?.end ?? -1)) continue;
    const next = text.indexOf(COVER, end);
    stretches.push({ start: Math.max(0, text.lastIndexOf(COVER, start)), end: next < 0 ? text.length : next + 1 });
  }
  return stretches;
}

/** Finds in stretches that were joined, where they stand in the whole text. */
function placeBack(hits: readonly FactHit[], stretches: readonly Stretch[]): FactHit[] {
  let [index, before] = [0, 0];
  return hits.map((hit) => {
    const sizeAt = (at: number) => (stretches[at]?.end ?? 0) - (stretches[at]?.start ?? 0);
    while (hit.start >= before + sizeAt(index) && index + 1 < stretches.length) {
      before += sizeAt(index);
      index += 1;
    }
    const shift = (stretches[index]?.start ?? 0) - before;
    return { ...hit, start: hit.start + shift, end: hit.end + shift };
  });
}

/** A find inside a longer one of the same fact says nothing new. */
function dropInner(sorted: FactHit[]): FactHit[] {
  const ends = new Map<ProtectedFact, number>();
  return sorted.filter(({ fact, end }) => {
    if (end <= (ends.get(fact) ?? 0)) return false;
    ends.set(fact, end);
    return true;
  });
}

function addressesOf({ kind, address, spellings }: ProtectedFact): AddressParts[] {
  if (address !== undefined) return [address];
  return kind === 'address' ? spellings.map((line) => ({ line })) : [];
}
