import type { Address } from './address-fact';
import { type Lead, leadsIn } from './fillers';
import { GAP } from './fold';
import { isCommonPlace, isNoName } from './place-words';
import { gapsBetween, type Units, unitsText } from './units';
import { WEIGHTS } from './weights';

/** What is longer is found as a name with a mistake in it. */
const LONGEST = 10;
const SHORTEST = 2;
/** Two characters are part of many names: the numbers behind them must say more. */
const TELLING = 3;

/**
 * What is left of a name directly before numbers that have none: 蓝湾7栋1403 and 蓝湾半7栋1403 of 蓝湾半岛, 城市绿洲18-2303
 * of 秀兰城市绿洲. A road begins with its rest (湖南路 is no 滨湖南路), and so does a name that something else stands before.
 */
export function readRest({ names }: Address, units: Units, from: number): Extract<Lead, { kind: 'rest' }> | undefined {
  // Hardly any number stands behind a character of the address's names.
  const last = unitsText(units, Math.max(0, from - 1), from);
  if (!names.some(({ kind, text }) => kind !== 'region' && text.includes(last))) return undefined;
  // 采荷双菱: the regions of the address may stand before it.
  const regionBefore = (start: number) =>
    names.find(
      ({ kind, text }) => kind === 'region' && unitsText(units, Math.max(0, start - text.length), start) === text,
    );
  for (let size = Math.min(LONGEST, from); size >= SHORTEST; size -= 1) {
    const start = from - size;
    if ((gapsBetween(units, start + 1, from) & ~GAP.space) !== 0) continue;
    const text = unitsText(units, start, from);
    const holds = ({ kind, text: name }: Address['names'][number]) =>
      name.length > size && (kind === 'place' ? name.includes(text) : kind === 'road' && name.startsWith(text));
    if (!names.some(holds) || isNoName(text) || isCommonPlace(text)) continue;
    const region = regionBefore(start);
    if (region === undefined && !leadsIn(units, start)) continue;
    const isTelling = size >= TELLING;
    return {
      kind: 'rest',
      from: start - (region?.text.length ?? 0),
      weight: isTelling ? WEIGHTS.nameRest : WEIGHTS.shortNameRest,
      fewest: isTelling ? 1 : 2,
    };
  }
  return undefined;
}
