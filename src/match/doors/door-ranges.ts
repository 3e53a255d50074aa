import { GAP } from '../text/fold';
import type { Units } from '../text/units';
import { ANY_DOOR, DOOR } from './door-kinds';
import type { DoorToken } from './door-tokens';

/** Longer ranges name a stretch of road and no house. */
const LONGEST_RANGE = 20;
const UNTIL = new Set([...'至到'].map((char) => char.charCodeAt(0)));
const RANGED = DOOR.number | DOOR.lane | DOOR.building;

type Context = { units: Units; wanted: ReadonlySet<string> };

/** Two numbers that say "from … to …" (86-90号, 86号至90号) become one where a number that is looked for lies between. */
export function joinRanges(doors: readonly DoorToken[], context: Context): DoorToken[] {
  const joined: DoorToken[] = [];
  for (let index = 0; index < doors.length; index += 1) {
    const [low, high] = [doors[index], doors[index + 1]];
    if (low === undefined) continue;
    const isRange = high !== undefined && isRangeOf(low, high, context) && !isChained(joined.at(-1), low);
    joined.push(isRange ? { ...high, from: low.from, value: low.value, through: Number(high.value) } : low);
    if (isRange) index += 1;
  }
  return joined;
}

function isRangeOf(low: DoorToken, high: DoorToken, { units, wanted }: Context): boolean {
  if (!high.explicit || (high.kinds & RANGED) === 0) return false;
  const isSame = low.explicit ? low.kinds === high.kinds : low.kinds === ANY_DOOR;
  const link = isSame ? linkOf(low, high, units) : undefined;
  if (link === undefined || !/^\d+$/.test(low.value) || !/^\d+$/.test(high.value)) return false;
  const [first, last] = [Number(low.value), Number(high.value)];
  if (first >= last || last - first > LONGEST_RANGE) return false;
  // 2-15号 is building 2, flat 15, where both are looked for; two numbers with a word between are always a range.
  const isWord = link === 'word';
  if (!isWord && wanted.has(low.value) && wanted.has(high.value)) return false;
  for (let value = first; value <= last; value += 1) {
    if ((isWord || (value > first && value < last)) && wanted.has(String(value))) return true;
  }
  return false;
}

/** What stands between two numbers: a dash, or 至; undefined for anything else. */
function linkOf(low: DoorToken, high: DoorToken, { codes, gaps }: Units): 'dash' | 'word' | undefined {
  const gap = gaps[high.from] ?? 0;
  if (low.to === high.from) return (gap & GAP.dash) !== 0 && (gap & ~(GAP.dash | GAP.space)) === 0 ? 'dash' : undefined;
  return low.to + 1 === high.from && UNTIL.has(codes[low.to] ?? 0) ? 'word' : undefined;
}

/** 2-1-3号: a chain of numbers is no range. */
const isChained = (before: DoorToken | undefined, low: DoorToken) => before?.to === low.from && !before.explicit;

/** Whether a number in a text is, or covers, one of an address. */
export function statesValue({ value, through }: Pick<DoorToken, 'value' | 'through'>, wanted: string): boolean {
  return value === wanted || (through !== undefined && Number(wanted) >= Number(value) && Number(wanted) <= through);
}
