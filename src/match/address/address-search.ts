import { findDoors } from '../doors/doors-in-text';
import type { AddressParts, Span, Work } from '../facts';
import { isLetter } from '../letters/letter-memory';
import { GAP } from '../text/fold';
import { isArabicDigit, isChineseNumeral } from '../text/numerals';
import type { PatternSearch } from '../text/pattern-search';
import type { SafeSpans } from '../text/safe-spans';
import { createOverlaps } from '../text/sorted-spans';
import { gapsBetween, type Units, unitsText } from '../text/units';
import { HIT_THRESHOLD } from '../weights';
import { type Address, readAddress } from './address-fact';
import { collectGroups, type NameToken, ownDoors, type Token } from './address-groups';
import { scoreGroup } from './address-score';
import { spanOf } from './address-span';
import { type Lead, readLead } from './fillers';
import { hanPatterns } from './name-patterns';
import { readRest } from './name-rests';
import { createAlikeNames, createLatinNames, createNames, type NameAt } from './name-search';
import { findNearDoors } from './near-doors';
import { findSlips } from './slips';

export type AddressFind = { index: number; start: number; end: number; confidence: number };
type Found = { units: Units; isSafe: SafeSpans; work: Work };

/** Finds addresses however they are written. */
export type AddressSearch = (found: Found) => {
  finds: AddressFind[];
  /** Whether a name of an address stands there in Latin letters: then its number may be in words. */
  hasLatin: boolean;
};

/**
 * @param addresses what is looked for
 * @param allowed addresses that may stand: where one of them fits as well as a protected one, nothing is found
 */
export function createAddressSearch(
  addresses: readonly AddressParts[],
  allowed: readonly AddressParts[],
): AddressSearch {
  if (addresses.length === 0) return () => ({ finds: [], hasLatin: false });
  const known = [...addresses, ...allowed].map(readAddress);
  const wanted = new Set(known.flatMap(({ doors }) => doors.map(({ value }) => value)));
  const han = createNames(known, hanPatterns);
  const findLatin = createLatinNames(known);
  const findAlikes = createAlikeNames(known, addresses.length);
  return ({ units, isSafe, work }) => {
    const names = known.map((): NameToken[] => []);
    const collect = (search: PatternSearch<NameAt>) =>
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
    const ownOf = ownDoors(doors);
    const own = known.map(ownOf);
    const alike = findAlikes(units, (index) => (own[index]?.size ?? 0) > 0);
    if (alike !== undefined) collect(alike);
    for (const [index, address] of known.entries()) {
      const named = names[index] ?? [];
      const slips = findSlips(address, { units, own: own[index] ?? NONE, names: named });
      named.push(...slips.filter((token) => isWholeWord(units, token)));
    }
    const findsOf = (index: number) => {
      const [address, found] = [
        known[index],
        { names: names[index] ?? [], own: own[index] ?? NONE, doors, units, work },
      ];
      return address === undefined ? [] : findAddress(address, found);
    };
    const finds: (Find & { index: number })[] = [];
    for (let index = 0; index < addresses.length; index += 1) {
      for (const find of findsOf(index)) if (find.confidence >= HIT_THRESHOLD) finds.push({ ...find, index });
    }
    // Nearly every text states no protected address: then nobody asks where the others stand.
    const hasLatin = latin !== undefined && names.some((tokens) => tokens.some(({ script }) => script === 'latin'));
    if (finds.length === 0) return { finds, hasLatin };
    const isRivalled = createRivals(allowed.flatMap((_, place) => findsOf(addresses.length + place)));
    const left = finds.filter((find) => !isRivalled(find));
    return { finds: left.map(({ index, start, end, confidence }) => ({ index, start, end, confidence })), hasLatin };
  };
}

const NONE: ReadonlySet<Token> = new Set();

type Find = Omit<AddressFind, 'index'> & { matched: ReadonlySet<Token> };

function findAddress(address: Address, found: Parameters<typeof collectGroups>[1]): Find[] {
  const finds = collectGroups(address, found).flatMap((group) => {
    const first = group[0];
    if (first === undefined) return [];
    const lead = leadTo(first, { address, units: found.units });
    const { confidence, matched, isHalf } = scoreGroup(address, { group, lead, units: found.units });
    return matched.size === 0
      ? []
      : [{ ...spanOf(group, { address, units: found.units, matched, lead, isHalf }), confidence, matched }];
  });
  const near = finds.length === 0 ? [] : findNearDoors(address, { finds, found });
  return [...finds, ...near].filter(({ confidence }) => confidence > 0);
}

/** What stands before the first part of a group: also a rest of the address's own name. */
function leadTo({ from, name }: Token, { address, units }: { address: Address; units: Units }): Lead {
  const before = readLead(units, from);
  if (before.kind === 'hidden') return before;
  // 兵团第八师143团: behind a region of the address, no other name leads to its numbers.
  return readRest(address, units, from) ?? (name?.name.kind === 'region' ? { kind: 'open' } : before);
}

/** Tells whether an address that may stand fits a span at least as well, or holds everything that was found there. */
function createRivals(rivals: readonly Find[]): (find: Find) => boolean {
  const overlapping = createOverlaps(rivals);
  return (find) => overlapping(find).some((rival) => rival.confidence >= find.confidence || holds(rival, find));
}

function holds(rival: Find, find: Find): boolean {
  const places = new Set([...rival.matched].map(({ from }) => from));
  return [...find.matched].every(({ from, name }) => places.has(from) || name?.name.kind === 'region');
}

/** A long row of letters is the name wherever it stands; a short one only as a word of its own. */
const LONG_WORD = 8;
/** 新幸福路 and 大石路 are other roads than 幸福路 and 石路; 新新涌大道 is 新涌大道 mistyped. */
const OTHER_ROAD = new Set([...'新老小大'].map((char) => char.charCodeAt(0)));
/** 现代村庄, 清代村落: behind a name of two characters the word goes on. */
const GOES_ON = new Set([...'庄落镇容级'].map((char) => char.charCodeAt(0)));

function isWholeWord(units: Units, { from, to, name, script }: NameToken): boolean {
  const { codes, gaps, length } = units;
  if (script === 'han') {
    const before = codes[from - 1] ?? 0;
    // Trai of 12 Nguyen Trai Street is not in ulTrailSpace.
    if (to - from < LONG_WORD && isInsideWord(units, { from, to })) return false;
    // 381路 is no 81路.
    if (gaps[from] === 0 && isArabicDigit(before) && isArabicDigit(codes[from] ?? 0)) return false;
    if (name.kind === 'place' && isTorn(units, { from, to })) return false;
    if (name.kind === 'place' && to - from === 2 && gaps[to] === 0 && GOES_ON.has(codes[to] ?? 0)) return false;
    return name.kind !== 'road' || gaps[from] !== 0 || before === codes[from] || !OTHER_ROAD.has(before);
  }
  if (script === 'latin' && to - from >= LONG_WORD) return true;
  const goesOnLeft = from > 0 && gaps[from] === 0 && isLetter(codes[from - 1]);
  const goesOnRight = to < length && gaps[to] === 0 && isLetter(codes[to]);
  return !goesOnLeft && !(goesOnRight && isLetter(codes[to - 1]));
}

/** Whether letters of one word stand on both sides of an end. */
function isInsideWord({ codes, gaps, length }: Units, { from, to }: Span): boolean {
  const isCut = (at: number) => gaps[at] === 0 && isLetter(codes[at - 1]) && isLetter(codes[at]);
  return (from > 0 && isCut(from)) || (to < length && isCut(to));
}

/** Words that begin the next clause as often as they end a name: 参加建设，社区干部… */
const KINDS = ['村民委员会', '居民委员会', '居委会', '村委会', '社区', '小区', '花园', '家园', '村'];
const PARTS = GAP.mark | GAP.stop;

/** Whether a mark stands before the last word of a short name and nowhere else in it, and no number follows. */
function isTorn(units: Units, { from, to }: Span): boolean {
  const { codes, gaps } = units;
  if (isArabicDigit(codes[to] ?? 0) || isChineseNumeral(codes[to] ?? 0)) return false;
  const kind = KINDS.find((word) => unitsText(units, to - word.length, to) === word);
  const end = kind === undefined ? from : to - kind.length;
  if (end - from < 2 || end - from > LONGEST_TORN || ((gaps[end] ?? 0) & PARTS) === 0) return false;
  return (gapsBetween(units, from + 1, end - 1) & PARTS) === 0;
}
const LONGEST_TORN = 3;
