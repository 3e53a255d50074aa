import { createLetterMemory } from '../letters/letter-memory';
import { createPatternSearch, type PatternSearch } from '../text/pattern-search';
import { codesOf, type Units } from '../text/units';
import type { Address } from './address-fact';
import { latinPatterns, type NamePattern } from './name-patterns';
import { alikePatterns, codesIn } from './sound-alikes';

/** A spelling of a name, and which of the known addresses it belongs to. */
export type NameAt = { address: number; pattern: NamePattern };

export function createNames(
  known: readonly Address[],
  patternsOf: (address: Address) => NamePattern[],
): PatternSearch<NameAt> {
  return createPatternSearch(
    known.flatMap((names, address) =>
      patternsOf(names).map((pattern) => ({ codes: pattern.codes, payload: { address, pattern } })),
    ),
  );
}

/**
 * Names with a character of the same sound or shape in the place of another: only beside a number of the same address do
 * they say anything, so that nearly no text has to be searched for them.
 * @param count how many of the known addresses are looked for; the others may stand
 */
export function createAlikeNames(known: readonly Address[], count: number) {
  return (units: Units, isNear: (index: number) => boolean): PatternSearch<NameAt> | undefined => {
    const near = known.flatMap((address, index) => (isNear(index) ? [{ address, index }] : []));
    if (!near.some(({ index }) => index < count)) return undefined;
    const has = codesIn(units);
    const patterns = near.flatMap(({ address, index }) =>
      alikePatterns(address, has).map((pattern) => ({ codes: pattern.codes, payload: { address: index, pattern } })),
    );
    return patterns.length === 0 ? undefined : createPatternSearch(patterns);
  };
}

/**
 * The names in Latin letters that a text can hold, spelt when they are first needed: to spell all of them takes longer
 * than the rest of the preparation, and few texts have the letters for any.
 */
export function createLatinNames(known: readonly Address[]): (units: Units) => PatternSearch<NameAt> | undefined {
  const memory = createLetterMemory(new Set(known.flatMap(({ names }) => names.flatMap(({ text }) => codesOf(text)))));
  let names: PatternSearch<NameAt> | undefined;
  return (units) => {
    const { hasPair, hasNew } = memory.note(units);
    if (hasNew) names = createNames(known, (address) => latinPatterns(address, memory.letters));
    return hasPair ? names : undefined;
  };
}
