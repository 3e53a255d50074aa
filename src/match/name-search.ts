import type { Address } from './address-fact';
import { latinPatterns, type NamePattern } from './name-patterns';
import { createPatternSearch, type PatternSearch } from './pattern-search';
import { type LetterPairs, PAIR_COUNT, pairIndex } from './pinyin';
import { alikePatterns, codesIn } from './sound-alikes';
import type { Units } from './units';

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

export const isLetter = (unit: number | undefined) => unit !== undefined && unit >= 97 && unit <= 122;

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
  const pairs: LetterPairs = new Uint8Array(PAIR_COUNT);
  let names: PatternSearch<NameAt> | undefined;
  return ({ codes, length }) => {
    let [hasPair, hasNew] = [false, false];
    for (let index = 1; index < length; index += 1) {
      const [first, second] = [codes[index - 1] ?? 0, codes[index] ?? 0];
      if (!isLetter(second) || !isLetter(first)) continue;
      hasPair = true;
      if (pairs[pairIndex(first, second)] === 1) continue;
      pairs[pairIndex(first, second)] = 1;
      hasNew = true;
    }
    if (hasNew) names = createNames(known, (address) => latinPatterns(address, pairs));
    return hasPair ? names : undefined;
  };
}
