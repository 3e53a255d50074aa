import { type Address, readAddress } from './address-fact';
import { collectGroups, type DoorPart, isOwn, type NameToken, type Token } from './address-groups';
import type { AddressParts } from './address-line';
import { scoreGroup } from './address-score';
import { spanOf } from './address-span';
import { findDoors } from './doors-in-text';
import type { Work } from './facts';
import { readLead } from './fillers';
import { hanPatterns, latinPatterns, type NamePattern } from './name-patterns';
import { createPatternSearch, type PatternSearch } from './pattern-search';
import { type LetterPairs, PAIR_COUNT, pairIndex } from './pinyin';
import type { SafeSpans } from './safe-spans';
import { alikePatterns, codesIn } from './sound-alikes';
import type { Units } from './units';
import { HIT_THRESHOLD } from './weights';

export type AddressFind = { index: number; start: number; end: number; confidence: number };
type Found = { units: Units; isSafe: SafeSpans; work: Work };
type Pattern = { address: number; pattern: NamePattern };

/** Finds addresses however they are written. */
export type AddressSearch = (found: Found) => AddressFind[];

/**
 * @param addresses what is looked for
 * @param allowed addresses that may stand: where one of them fits as well as a protected one, nothing is found
 */
export function createAddressSearch(
  addresses: readonly AddressParts[],
  allowed: readonly AddressParts[],
): AddressSearch {
  if (addresses.length === 0) return () => [];
  const known = [...addresses, ...allowed].map(readAddress);
  const wanted = new Set(known.flatMap(({ doors }) => doors.map(({ value }) => value)));
  const han = createNames(known, hanPatterns);
  const findLatin = createLatinNames(known);
  const findAlikes = createAlikeNames(known, addresses.length);
  return ({ units, isSafe, work }) => {
    const names = known.map((): NameToken[] => []);
    const collect = (search: PatternSearch<Pattern>) =>
      search.search(units.codes, units.length, ({ address, pattern }, from, to) => {
        work.steps += 1;
        const token = { from, to, name: pattern.name, script: pattern.script };
        // A name inside a longer name that may stand (the police station of the road) is none.
        const stands = address < addresses.length && isSafe(token);
        if (!stands && isWholeWord(units, token)) names[address]?.push(token);
      });
    collect(han);
    const latin = findLatin(units);
    if (latin !== undefined) collect(latin);
    work.steps += units.length;
    const doors = findDoors(units, wanted).map((door) => ({ from: door.from, to: door.to, door }));
    const alike = findAlikes(units, doors);
    if (alike !== undefined) collect(alike);
    const findsOf = (index: number) => {
      const address = known[index];
      return address === undefined ? [] : findAddress(address, { names: names[index] ?? [], doors, units, work });
    };
    const finds: (Find & { index: number })[] = [];
    for (let index = 0; index < addresses.length; index += 1) {
      for (const find of findsOf(index)) if (find.confidence >= HIT_THRESHOLD) finds.push({ ...find, index });
    }
    // Nearly every text states no protected address: then nobody asks where the others stand.
    if (finds.length === 0) return [];
    const isRivalled = createRivals(allowed.flatMap((_, place) => findsOf(addresses.length + place)));
    return finds
      .filter((find) => !isRivalled(find))
      .map(({ index, start, end, confidence }) => ({ index, start, end, confidence }));
  };
}

type Find = Omit<AddressFind, 'index'> & { matched: ReadonlySet<Token> };

function findAddress(address: Address, found: Parameters<typeof collectGroups>[1]): Find[] {
  return collectGroups(address, found).flatMap((group) => {
    const first = group[0];
    if (first === undefined) return [];
    const lead = readLead(found.units, first.from);
    const { confidence, matched, isHalf } = scoreGroup(address, { group, lead, units: found.units });
    return confidence === 0
      ? []
      : [{ ...spanOf(group, { units: found.units, matched, lead, isHalf }), confidence, matched }];
  });
}

/** Tells whether an address that may stand fits a span at least as well, or holds everything that was found there. */
function createRivals(rivals: readonly Find[]): (find: Find) => boolean {
  const sorted = [...rivals].sort((one, other) => one.start - other.start);
  const longest = Math.max(0, ...sorted.map(({ start, end }) => end - start));
  return (find) => {
    const { start, end, confidence } = find;
    for (let index = firstFrom(sorted, start - longest); index < sorted.length; index += 1) {
      const rival = sorted[index];
      if (rival === undefined || rival.start >= end) return false;
      if (rival.end > start && (rival.confidence >= confidence || holds(rival, find))) return true;
    }
    return false;
  };
}

function holds(rival: Find, find: Find): boolean {
  const places = new Set([...rival.matched].map(({ from }) => from));
  return [...find.matched].every(({ from, name }) => places.has(from) || name?.name.kind === 'region');
}

function firstFrom(sorted: readonly Find[], start: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function createNames(
  known: readonly Address[],
  patternsOf: (address: Address) => NamePattern[],
): PatternSearch<Pattern> {
  return createPatternSearch(
    known.flatMap((names, address) =>
      patternsOf(names).map((pattern) => ({ codes: pattern.codes, payload: { address, pattern } })),
    ),
  );
}

const isLetter = (unit: number | undefined) => unit !== undefined && unit >= 97 && unit <= 122;

/**
 * Names with a character of the same sound or shape in the place of another: only beside a number of the same address do
 * they say anything, so that nearly no text has to be searched for them.
 * @param count how many of the known addresses are looked for; the others may stand
 */
function createAlikeNames(known: readonly Address[], count: number) {
  return (units: Units, doors: readonly DoorPart[]): PatternSearch<Pattern> | undefined => {
    const isNear = known.map((address) => doors.some(({ door }) => isOwn(address, door)));
    if (!isNear.slice(0, count).includes(true)) return undefined;
    const has = codesIn(units);
    const patterns = known.flatMap((address, index) =>
      isNear[index] === true
        ? alikePatterns(address, has).map(({ codes, name }) => ({
            codes,
            payload: { address: index, pattern: { codes, name, script: 'han' as const } },
          }))
        : [],
    );
    return patterns.length === 0 ? undefined : createPatternSearch(patterns);
  };
}

/**
 * The names in Latin letters that a text can hold, spelt when they are first needed: to spell all of them takes longer
 * than the rest of the preparation, and few texts have the letters for any.
 */
function createLatinNames(known: readonly Address[]): (units: Units) => PatternSearch<Pattern> | undefined {
  const pairs: LetterPairs = new Uint8Array(PAIR_COUNT);
  let names: PatternSearch<Pattern> | undefined;
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

/** A long row of letters is the name wherever it stands; a short one only as a word of its own. */
const LONG_WORD = 8;
/** 新幸福路 and 大石路 are other roads than 幸福路 and 石路. */
const OTHER_ROAD = new Set([...'新老小大'].map((char) => char.charCodeAt(0)));

function isWholeWord({ codes, gaps, length }: Units, { from, to, name, script }: NameToken): boolean {
  if (script === 'han') return name.kind !== 'road' || gaps[from] !== 0 || !OTHER_ROAD.has(codes[from - 1] ?? 0);
  if (script === 'latin' && to - from >= LONG_WORD) return true;
  const goesOnLeft = from > 0 && gaps[from] === 0 && isLetter(codes[from - 1]);
  const goesOnRight = to < length && gaps[to] === 0 && isLetter(codes[to]);
  return !goesOnLeft && !(goesOnRight && isLetter(codes[to - 1]));
}
