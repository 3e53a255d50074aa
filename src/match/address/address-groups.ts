import { statesValue } from '../doors/door-ranges';
import type { DoorToken } from '../doors/door-tokens';
import type { Span, Work } from '../facts';
import { GAP } from '../text/fold';
import { createReach } from '../text/safe-spans';
import { gapsBetween, type Units } from '../text/units';
import type { Address, Name } from './address-fact';
import { isJoined } from './fillers';
import type { Script } from './name-patterns';

/** A name of an address where it stands in a text. */
export type NameToken = Span & { name: Name; script: Script };
/** A part of an address in a text: a name of it, or a number that may or may not be its own. */
export type Token = Span & { name?: NameToken; door?: DoorToken };
/** Parts that stand together and can be one written address. */
export type Group = Token[];

/** A written address has no more parts in either direction; what is longer is a list. */
const MOST_PARTS = 16;

/** A number among the parts: the same for all addresses that are looked for. */
export type DoorPart = Token & { door: DoorToken };

export type Found = {
  names: NameToken[];
  doors: readonly DoorPart[];
  /** The numbers that can be the address's own. */
  own: ReadonlySet<Token>;
  units: Units;
  work: Work;
};

/** Collects the parts of one address that stand together, wherever a name or an explicit number of it occurs. */
export function collectGroups(address: Address, { names, doors, own, units, work }: Found): Group[] {
  // Nearly every text has doors, but hardly ever one of this address: then there is nothing to begin at.
  if (own.size === 0 && names.every(({ name }) => name.kind === 'region')) return [];
  const tokens = mergeTokens(names, doors);
  work.steps += tokens.length;
  const isSeed = (token: Token, index: number) =>
    token.name !== undefined
      ? token.name.name.kind !== 'region'
      : own.has(token) && (isLong(token) || token.door?.explicit === true || isInChain(tokens, { index, units }));
  const groups: Group[] = [];
  let done = -1;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined || index <= done || !isSeed(token, index)) continue;
    let [first, last] = [index, index];
    while (first - 1 > done && index - first < MOST_PARTS && joins(tokens, { address, left: first - 1, units }))
      first -= 1;
    while (last - index < MOST_PARTS && joins(tokens, { address, left: last, units })) last += 1;
    work.steps += last - first + 1;
    const split = splitGroup(tokens.slice(first, last + 1), address);
    // A long list is cut somewhere: its last address is read again, together with what follows.
    if (last - index >= MOST_PARTS && split.length > 1) split.pop();
    groups.push(...split);
    done = first - 1 + split.reduce((sum, group) => sum + group.length, 0);
  }
  return groups;
}

/** 蓝湾1403: the number of a flat behind the rest of a name. */
const isLong = ({ door }: Token) => (door?.value.length ?? 0) >= SHORTEST_FLAT;
const SHORTEST_FLAT = 3;

/** Tells which numbers of a text can be an address's own. */
export function ownDoors(doors: readonly DoorPart[]): (address: Address) => Set<Token> {
  // By value, because a long text has thousands of numbers and each address asks for a handful.
  const byValue = new Map<string, DoorPart[]>();
  const ranges: DoorPart[] = [];
  for (const part of doors) {
    const { value, through } = part.door;
    const same = byValue.get(value);
    if (through !== undefined) ranges.push(part);
    else if (same === undefined) byValue.set(value, [part]);
    else same.push(part);
  }
  return (address) => {
    const near = [...ranges, ...address.doors.flatMap(({ value }) => byValue.get(value) ?? [])];
    return new Set(near.filter(({ door }) => isOwn(address, door)));
  };
}

const isOwn = ({ doors }: Address, token: DoorToken) =>
  doors.some((door) => (door.kinds & token.kinds) !== 0 && statesValue(token, door.value));

/** 2-1-301: a number without a word, tied to another number by dashes or spaces. */
function isInChain(tokens: readonly Token[], { index, units }: { index: number; units: Units }): boolean {
  return areTied(units, tokens[index], tokens[index + 1]) || areTied(units, tokens[index - 1], tokens[index]);
}

/** Whether two numbers stand side by side with at most spaces and dashes between. */
export function areTied({ gaps }: Units, one: Token | undefined, other: Token | undefined): boolean {
  if (one?.door === undefined || other?.door === undefined || one.to !== other.from) return false;
  return ((gaps[one.to] ?? 0) & ~(GAP.space | GAP.dash | GAP.hash)) === 0;
}

type Pair = { address: Address; left: number; units: Units };

function joins(tokens: readonly Token[], { address, left, units }: Pair): boolean {
  const [one, other] = [tokens[left], tokens[left + 1]];
  if (one === undefined || other === undefined) return false;
  // Initials stand for a road only with the number directly behind them.
  if (one.name?.script === 'initials') return one.to === other.from && other.door !== undefined;
  // 经十路与舜华路: where two roads of the address meet.
  if (one.name !== undefined && other.name !== undefined && isAnd(units, one, other)) return true;
  if (other.name !== undefined && endsBefore(tokens, { left, units })) return false;
  const bare = other.door?.explicit === false ? other.door : undefined;
  const isBehind = other.from > one.to && !isAnnexed(units, one, other);
  const isAlone = bare !== undefined && !areTied(units, other, tokens[left + 2]);
  if (isAlone && isBehind && one.name === undefined && one.door?.explicit !== true) return false;
  // A number that only happens to follow a comma joins when it is the address's own.
  if (bare !== undefined && isLoose(units, other) && !isOwn(address, bare)) return false;
  return isJoined(units, one.to, other.from);
}

const isAnd = ({ codes }: Units, one: Token, other: Token) => other.from === one.to + 1 && AND.has(codes[one.to] ?? 0);
const AND = new Set([...'与和'].map((char) => char.charCodeAt(0)));

/** 3之402: how a dash is read out; 46附3: an annex. */
const isAnnexed = ({ codes }: Units, one: Token, other: Token) =>
  other.from === one.to + 1 && ANNEXED.has(codes[one.to] ?? 0) && other.door !== undefined;
const ANNEXED = new Set([...'之附副临增'].map((char) => char.charCodeAt(0)));

/**
 * Whether what stands before a name is told apart from it: a number in the sentence before, or a bare one (十二 | 保护) that
 * some mark parts from the name and no other number stands beside.
 */
function endsBefore(tokens: readonly Token[], { left, units }: { left: number; units: Units }): boolean {
  const [one, other] = [tokens[left], tokens[left + 1]];
  if (one?.door === undefined || other === undefined) return false;
  const gap = gapsBetween(units, one.to, other.from);
  if ((gap & GAP.stop) !== 0) return true;
  const isBare = !one.door.explicit && !isInChain(tokens, { index: left, units });
  return isBare && (gap & (GAP.mark | GAP.cell)) !== 0;
}

/** The longest names, and the numbers that are not part of one, in order. */
function mergeTokens(names: readonly NameToken[], doors: readonly DoorPart[]): readonly Token[] {
  if (names.length === 0) return doors;
  const chosen = chooseNames(names);
  const reachAt = createReach(chosen);
  const isTaken = (unit: number) => reachAt(unit) > unit;
  const tokens: Token[] = [];
  let next = 0;
  for (const door of doors) {
    for (let name = chosen[next]; name !== undefined && name.from <= door.from; name = chosen[next]) {
      tokens.push({ from: name.from, to: name.to, name });
      next += 1;
    }
    if (!isTaken(door.from) && !isTaken(door.to - 1)) tokens.push(door);
  }
  for (const name of chosen.slice(next)) tokens.push({ from: name.from, to: name.to, name });
  return tokens;
}

/** Of names that share a unit the longest, in order. Regions may run into each other. */
function chooseNames(names: readonly NameToken[]): NameToken[] {
  if (names.length < 2) return [...names];
  const bySize = [...names].sort((one, other) => other.to - other.from - (one.to - one.from) || one.from - other.from);
  const taken = new Set<number>();
  const regions = new Set<number>();
  const chosen: NameToken[] = [];
  const unitsOf = ({ from, to }: Span) => Array.from({ length: to - from }, (_, index) => from + index);
  for (const name of bySize.filter((one) => one.name.kind !== 'region')) {
    const units = unitsOf(name);
    if (units.some((unit) => taken.has(unit))) continue;
    for (const unit of units) taken.add(unit);
    chosen.push(name);
  }
  for (const name of bySize.filter((one) => one.name.kind === 'region')) {
    const units = unitsOf(name);
    if (units.some((unit) => taken.has(unit)) || units.every((unit) => regions.has(unit))) continue;
    for (const unit of units) regions.add(unit);
    chosen.push(name);
  }
  return chosen.sort((one, other) => one.from - other.from);
}

/**
 * Divides a list of addresses: where a name comes again, or a number of the same kind with another value, a new
 * address begins, together with the name directly before it.
 */
function splitGroup(group: Group, address: Address): Group[] {
  const seen = new Map<string, Token>();
  for (const [index, token] of group.entries()) {
    const key = token.name === undefined ? doorKey(token.door) : `name ${token.name.name.id} ${token.name.name.kind}`;
    if (key === undefined) continue;
    const before = seen.get(key);
    // 5号楼A座: some have two buildings, and both are the address's own.
    const areOwn = isStated(address, before?.door) && isStated(address, token.door);
    const isOther = before !== undefined && !areOwn && before.door?.value !== token.door?.value;
    // 世纪城观澜: two parts of one name, side by side.
    const isAgain = before !== undefined && token.name !== undefined && before.to !== token.from;
    if (isOther || isAgain) {
      let start = index;
      // Before a number that comes again stand the other numbers and the name of its address; before a name, regions.
      while (token.door !== undefined && start > 0 && isOtherDoor(group[start - 1], key)) start -= 1;
      while (start > 0 && group[start - 1]?.name !== undefined && group[start]?.name === undefined) start -= 1;
      while (start > 0 && group[start - 1]?.name?.name.kind === 'region') start -= 1;
      const cut = start > 0 ? start : index;
      return [group.slice(0, cut), ...splitGroup(group.slice(cut), address)];
    }
    seen.set(key, token);
  }
  return [group];
}

/** Whether an address has exactly this number, with a word for what it counts. */
const isStated = ({ doors }: Address, door: DoorToken | undefined) =>
  door !== undefined && doors.some(({ value, kinds }) => value === door.value && kinds === door.kinds);

const isOtherDoor = (token: Token | undefined, key: string) => token?.door !== undefined && doorKey(token.door) !== key;

/** 号 may close several numbers of one address; every other word only one. */
function doorKey(door: DoorToken | undefined): string | undefined {
  if (door === undefined || !door.explicit || door.value === '*') return undefined;
  return (door.kinds & (door.kinds - 1)) === 0 ? `door ${door.kinds}` : undefined;
}

/** Whether a number at the end only happens to follow: no word after it, and punctuation before it. */
export function isLoose(units: Units, { door, from }: Token): boolean {
  return door !== undefined && !door.explicit && ((units.gaps[from] ?? 0) & (GAP.mark | GAP.stop | GAP.cell)) !== 0;
}
