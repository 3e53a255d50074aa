import { GAP } from '../text/fold';
import { gapsBetween, type Units, unitsText } from '../text/units';
import { WEIGHTS } from '../weights';
import type { Address } from './address-fact';
import { isBehindName, isJoined, type Lead, leadsIn } from './fillers';
import { isCommonPlace, isNoName } from './place-words';

/** What is longer is found as a name with a mistake in it. */
const LONGEST = 10;
const SHORTEST = 2;
/** Two characters are part of many names: the numbers behind them must say more. */
const TELLING = 3;

/** So far before the numbers a rest may end, with nothing but fillers behind it. */
const FARTHEST = 8;

type Rest = Extract<Lead, { kind: 'rest' }>;
type Names = Address['names'];

/**
 * What is left of a name before numbers that have none: 蓝湾7栋1403 and 蓝湾半7栋1403 of 蓝湾半岛, 城市绿洲18-2303 of
 * 秀兰城市绿洲. A road begins with its rest (湖南路 is no 滨湖南路), and so does a name that something else stands before.
 * Where words stand between (蓝湾院里的7栋1403), two numbers must stand behind it.
 */
export function readRest({ names, letters }: Address, units: Units, from: number): Rest | undefined {
  for (let to = from; to >= SHORTEST && to >= from - FARTHEST; to -= 1) {
    // Hardly any number stands behind a character of the address's names.
    const isLast = letters.includes(String.fromCharCode(units.codes[to - 1] ?? 0));
    if (!isLast || (to < from && !leadsOn(units, to, from))) continue;
    const rest = restEndingAt(names, units, to);
    if (rest === undefined) continue;
    if (to === from) return rest;
    if (!goesOn(names, units, to)) return { ...rest, fewest: FEWEST_APART, isApart: true };
  }
  return undefined;
}
const FEWEST_APART = 2;

/** 夏都 is no rest of 夏都景苑 where 夏都大街 is meant. */
function goesOn(names: Names, units: Units, to: number): boolean {
  const text = unitsText(units, to - SHORTEST, to + 1);
  return names.some((name) => name.text.includes(text));
}

/** 凌云矿上3栋, 凌云那个院子，3栋: fillers, or a word or two, that name no other place. */
function leadsOn(units: Units, from: number, to: number): boolean {
  if (isBehindName(units, from, to)) return false;
  const isWord =
    to - from <= LONGEST_WORD &&
    (gapsBetween(units, from, to - 1) & ~GAP.space) === 0 &&
    ((units.gaps[to] ?? 0) & (GAP.stop | GAP.cell)) === 0;
  return isWord || isJoined(units, from, to);
}
const LONGEST_WORD = 4;

const HOUSE = '号'.charCodeAt(0);

/** What is left of a name directly before a unit, in the same sentence. */
export function restEndingAt(names: Names, units: Units, to: number): Rest | undefined {
  if (((units.gaps[to] ?? 0) & GAP.stop) !== 0) return undefined;
  // 采荷双菱, 幸福路88号如家: another name of the address may stand before it, or the number of a house.
  const nameBefore = (start: number) =>
    names.find(({ text }) => unitsText(units, Math.max(0, start - text.length), start) === text);
  for (let size = Math.min(LONGEST, to); size >= SHORTEST; size -= 1) {
    const start = to - size;
    if ((gapsBetween(units, start + 1, to - 1) & ~GAP.space) !== 0) continue;
    const text = unitsText(units, start, to);
    const holds = ({ kind, text: name }: Names[number]) =>
      name.length > size &&
      (kind === 'place' ? name.includes(text) || isContracted(name, text) : kind === 'road' && name.startsWith(text));
    if (!names.some(holds)) continue;
    // 家属区 is no rest of a name, and no part of it is.
    if (isNoName(text) || isCommonPlace(text)) return undefined;
    const before = nameBefore(start);
    if (before === undefined && !leadsIn(units, start) && units.codes[start - 1] !== HOUSE) continue;
    const isTelling = size >= TELLING;
    return {
      kind: 'rest',
      from: start - (before?.text.length ?? 0),
      weight: isTelling ? WEIGHTS.nameRest : WEIGHTS.shortNameRest,
      fewest: isTelling ? 1 : 2,
      isApart: false,
    };
  }
  return undefined;
}

/** 星程连锁酒店 is called 星程酒店: the first word and the last. */
function isContracted(name: string, text: string): boolean {
  for (let size = SHORTEST; size <= text.length - SHORTEST; size += 1) {
    if (name.startsWith(text.slice(0, size)) && name.endsWith(text.slice(size))) return true;
  }
  return false;
}

/** How many units directly behind an address begin a name of it: 红旗街186号华曦 of 华曦公馆. */
export function lengthOfBeginning({ names }: Address, units: Units, at: number): number {
  if (at >= units.length || units.gaps[at] !== 0) return 0;
  for (let size = Math.min(LONGEST, units.length - at); size >= SHORTEST; size -= 1) {
    const text = unitsText(units, at, at + size);
    const isBeginning = names.some(({ kind, text: name }) => kind === 'place' && name.startsWith(text));
    if (isBeginning) return isNoName(text) || isCommonPlace(text) ? 0 : size;
  }
  return 0;
}
