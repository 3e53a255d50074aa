import { DOOR } from '../doors/door-kinds';
import { statesValue } from '../doors/door-ranges';
import type { DoorToken } from '../doors/door-tokens';
import { GAP } from '../text/fold';
import { type Units, unitsText } from '../text/units';
import { HIT_THRESHOLD, WEIGHTS } from '../weights';
import type { Address, Door } from './address-fact';
import { areTied, type Group, type Token } from './address-groups';
import { hiddenBehind, type Lead } from './fillers';
import { isCommonPlace } from './place-words';

/** What a group of parts has in common with an address. */
export type Score = {
  confidence: number;
  matched: Set<Token>;
  /** Whether the first character of the road is left before the signs that hide it. */
  isHalf: boolean;
};

const NUMBER_OF_ROAD = DOOR.number | DOOR.lane;
/** The widest kind of a set: numbers are ordered from the widest to the narrowest. */
const rankOf = (kinds: number) => kinds & -kinds;
const isSingle = (kinds: number) => kinds !== 0 && (kinds & (kinds - 1)) === 0;

/** How sure it is that the parts of a group mean the address. */
export function scoreGroup(
  address: Address,
  { group, lead, units }: { group: Group; lead: Lead; units: Units },
): Score {
  const matched = new Set<Token>();
  const names = new Map<number, number>();
  for (const [index, token] of group.entries()) {
    const next = group[index + 1];
    if (token.name === undefined) continue;
    const { id, weight, kind } = token.name.name;
    // Initials are too little to stand for a road with anything but its own number.
    if (token.name.script === 'initials' && kind === 'road' && !isNumberOf(address, next?.door)) continue;
    if (kind !== 'region') names.set(id, Math.max(names.get(id) ?? 0, weight));
    matched.add(token);
  }
  const { used, contradicted, isHidden: isNumberHidden } = matchDoors(address, { group, matched });
  const isHidden =
    isNumberHidden ||
    (used.length === 0 && group.some(({ name, to }) => name?.name.kind === 'road' && hiddenBehind(units, to) > 0));
  const isHalf = names.size === 0 && lead.kind === 'hidden' && isHalfHidden(address, lead);
  const isContradicted = contradicted !== NONE;
  const doors =
    names.size > 0
      ? used.filter((door) => rankOf(door.kinds) <= contradicted)
      : readDoorsAlone(group, { lead, units, matched, used, isContradicted, isHalf, isHome: isLivedAt(lead, units) });
  if (names.size === 0 && doors.length === 0) return { confidence: 0, matched, isHalf };
  // A mistyped name, or a word of a note, is none by itself.
  const isSlip = names.size > 0 && [...names.values()].every((weight) => weight <= WEIGHTS.slip);
  if (isSlip && new Set(doors.map(({ source }) => source)).size < 2) return { confidence: 0, matched, isHalf };
  const isOtherNumber = contradicted <= DOOR.number;
  const weights = [
    ...[...names].map(([id, weight]) => (isOtherNumber && isRoad(address, id) ? 0 : weight)),
    ...doors.map(({ weight }) => weight),
    ...(isHalf ? [WEIGHTS.halfHiddenRoad] : []),
    ...(names.size === 0 && lead.kind === 'rest' ? [lead.weight] : []),
    ...(isHidden ? [WEIGHTS.hiddenNumber] : []),
  ];
  const confidence = 1 - weights.reduce((rest, weight) => rest * (1 - weight), 1);
  const isHome = confidence < HIT_THRESHOLD && !isContradicted && (isLivedIn(group, units) || isLivedAt(lead, units));
  return { confidence: isHome ? HIT_THRESHOLD : confidence, matched, isHalf };
}

/** Verbs of living somewhere and of moving there, and what stands behind the name of a place and goes on no longer. */
const LIVES = /(?:住|搬到|搬去|搬回|迁到|租在|住在|躲在|躲到|躲去|逃到|藏在|藏到|安顿在|落脚在|暂居|寄居|现居)$/u;
const PLACE_IS_OVER =
  /^(?:去|那|这|了|住|租|躲|附近|生活|至今|后|[她他我其]|[娘老]家|亲戚|朋友|同[学事]|父母|[姐妹哥弟舅姑姨]|外婆|奶奶)/u;
const LONGEST_VERB = 3;

/** 柳林尖山冲: a name of that length behind a region of its own is no ordinary word. */
const TOLD_BY_REGION = 3;
/** 住丽景11栋: somebody lives in what is left of the name. */
const isLivedAt = (lead: Lead, units: Units) =>
  lead.kind === 'rest' && LIVES.test(unitsText(units, Math.max(0, lead.from - LONGEST_VERB), lead.from));

const TOWN_END = /(?:[镇乡县旗]|苏木)$/u;

/**
 * 搬到泉坑去了, 住在泉坑，: the short name of a hamlet or an estate, alone but for its regions, where the text says that
 * somebody lives there. The short name of a village is enough behind its town or county (柳林镇大坪那边).
 */
function isLivedIn(group: Group, units: Units): boolean {
  const [first, last] = [group[0], group.at(-1)];
  const names = group.flatMap(({ name }) => (name === undefined || name.name.kind === 'region' ? [] : [name]));
  const [own] = names;
  if (first === undefined || last === undefined || names.length !== 1 || own === undefined) return false;
  const { kind, weight, text } = own.name;
  if (kind !== 'place' || weight < WEIGHTS.placeCore || own.script !== 'han' || isCommonPlace(text)) return false;
  const before = unitsText(units, Math.max(0, first.from - LONGEST_VERB), first.from);
  const behind = unitsText(units, last.to, Math.min(units.length, last.to + 2));
  const town = group[group.findIndex(({ name }) => name === own) - 1]?.name?.name;
  const isTold = text.length >= TOLD_BY_REGION || (weight >= WEIGHTS.hamlet && TOWN_END.test(town?.text ?? ''));
  const isInTown = isTold && town?.kind === 'region';
  return (
    (LIVES.test(before) || isInTown) &&
    ((units.gaps[last.to] ?? 0) !== 0 || behind === '' || PLACE_IS_OVER.test(behind))
  );
}

const isNumberOf = ({ doors }: Address, door: DoorToken | undefined) =>
  door !== undefined && doors.some(({ value, kinds }) => (kinds & NUMBER_OF_ROAD) !== 0 && statesValue(door, value));

const isRoad = ({ names }: Address, id: number) => names.some((name) => name.id === id && name.kind === 'road');

/** No contradiction: wider than every kind. */
const NONE = Number.MAX_SAFE_INTEGER;

type Doors = {
  used: Door[];
  /** The widest kind of number that the text states otherwise: nothing narrower counts then. */
  contradicted: number;
  /** Whether the number of the road is hidden. */
  isHidden: boolean;
};

function matchDoors(address: Address, { group, matched }: { group: Group; matched: Set<Token> }): Doors {
  const used: Door[] = [];
  const stated: number[] = [];
  let isHidden = false;
  for (const [index, token] of group.entries()) {
    const { door } = token;
    if (door === undefined) continue;
    const kinds = kindsInPlace(address, { group, index });
    if (door.value === '*') {
      isHidden ||= isAfterRoad(group, index) && (kinds & NUMBER_OF_ROAD) !== 0;
      continue;
    }
    const own = findDoor(address, { door, kinds, used });
    if (own !== undefined) {
      used.push(own);
      matched.add(token);
    } else if (isSingle(kinds)) stated.push(kinds);
    else if ((kinds & ~NUMBER_OF_ROAD) === 0 && kinds !== 0) stated.push(DOOR.lane, DOOR.number);
  }
  const isStatedOtherwise = (kind: number) =>
    address.doors.some(({ kinds }) => kinds === kind) && !used.some(({ kinds }) => (kinds & kind) !== 0);
  const contradicted = Math.min(NONE, ...stated.filter(isStatedOtherwise));
  return { used, contradicted, isHidden: isHidden && !used.some(({ kinds }) => (kinds & NUMBER_OF_ROAD) !== 0) };
}

function findDoor({ doors }: Address, { door: token, kinds, used }: Wanted): Door | undefined {
  const last = used.at(-1)?.id ?? -1;
  const fitting = doors.filter(
    (door) => statesValue(token, door.value) && (door.kinds & kinds) !== 0 && !used.some(({ id }) => id === door.id),
  );
  return fitting.find(({ id }) => id > last) ?? fitting[0];
}

type Wanted = { door: DoorToken; kinds: number; used: readonly Door[] };

const isAfterRoad = (group: Group, index: number) => group[index - 1]?.name?.name.kind === 'road';

/** Directly behind a road, 88 and 88号 are the number of the house, and behind a lane 弄 the first is the lane's. */
function kindsInPlace({ doors }: Address, { group, index }: { group: Group; index: number }): number {
  const kinds = group[index]?.door?.kinds ?? 0;
  if (isSingle(kinds) || !isAfterRoad(group, index)) return kinds;
  const first = doors.find((door) => (door.kinds & NUMBER_OF_ROAD) !== 0);
  if (first === undefined || (kinds & DOOR.number) === 0) return kinds;
  // 塘晏坊一巷12号: a lane that is the road's own name has been told with it.
  if (first.kinds === DOOR.lane && !isLane(group[index - 1])) return DOOR.lane;
  return kinds & NUMBER_OF_ROAD;
}

const isLane = (token: Token | undefined) => token?.name?.name.text.endsWith('巷') === true;

type Around = {
  lead: Lead;
  units: Units;
  matched: ReadonlySet<Token>;
  /** The address's own numbers in the order of the text. */
  used: readonly Door[];
  isContradicted: boolean;
  isHalf: boolean;
  /** Whether somebody lives in what is left of a name before the numbers: then one is enough. */
  isHome: boolean;
};

/**
 * What counts of numbers without any name, in the order of the text: only those before the first that is not the
 * address's own, only when nothing contradicts and no other name leads to them, and only when one of two says what it
 * counts or three stand in a chain. Behind half of the road's name (幸×路) one is enough.
 */
function readDoorsAlone(group: Group, { lead, units, matched, used, ...around }: Around): readonly Door[] {
  if (lead.kind === 'foreign' || around.isContradicted) return [];
  const all = group.filter(({ door }) => door !== undefined && door.value !== '*');
  const other = all.findIndex((token) => !matched.has(token));
  const numbers = other < 0 ? all : all.slice(0, other);
  const doors = used.slice(0, numbers.length);
  const fewest = around.isHalf || around.isHome ? 1 : lead.kind === 'rest' ? lead.fewest : 2;
  const isFew = new Set(doors.map(({ source }) => source)).size < fewest;
  // 蓝湾1403: the number of a flat says as much as two others.
  const isFlat = lead.kind === 'rest' && doors.some((door) => saysMuch(door, lead));
  if ((isFew && !isFlat) || isRow(numbers, units)) return [];
  const isTold = ({ door }: Token) => door?.explicit === true;
  const isBound = (token: Token, index: number) =>
    isTold(token) ||
    (isFlat && numbers.length === 1) ||
    areTied(units, numbers[index - 1], token) ||
    areTied(units, token, numbers[index + 1]) ||
    isRoomBehind(token, numbers[index - 1]);
  if (!numbers.every(isBound) || (!numbers.every(isTold) && !areInOrder(doors))) return [];
  return lead.kind === 'rest' || numbers.some(isTold) || numbers.length >= 3 ? doors : [];
}

/** 蓝湾1403, 蓝湾那个院子1403: directly behind a name, a number of three digits is hardly one of something else. */
const saysMuch = ({ value, weight }: Door, { isApart }: Lead & { kind: 'rest' }) =>
  isApart ? weight >= WEIGHTS.room : value.length >= SHORTEST_ROOM;

/** 17号、3号、402号: things of one kind in a row. In an address, marks part numbers of different kinds. */
const isRow = (numbers: readonly Token[], { gaps }: Units) =>
  numbers.length > 1 &&
  numbers.every(
    ({ door, from }, index) =>
      door?.kinds === numbers[0]?.door?.kinds && (index === 0 || ((gaps[from] ?? 0) & (GAP.mark | GAP.stop)) !== 0),
  );

/** 8栋，1单元，1903: the address's own room behind a number that says what it counts. */
const isRoomBehind = ({ door }: Token, before: Token | undefined) =>
  before?.door?.explicit === true && (door?.value.length ?? 0) >= SHORTEST_ROOM;
const SHORTEST_ROOM = 3;

/** Numbers without words mean what their order says; the floor is told by the room as well. */
function areInOrder(doors: readonly Door[]): boolean {
  const told = doors.filter(({ kinds }) => kinds !== DOOR.floor);
  return told.every(({ id }, index) => index === 0 || id > (told[index - 1]?.id ?? -1));
}

function isHalfHidden({ names }: Address, { first, end }: Lead & { kind: 'hidden' }): boolean {
  return names.some(
    ({ kind, text }) =>
      kind !== 'region' && text.length > 2 && text.charCodeAt(0) === first && text.charCodeAt(text.length - 1) === end,
  );
}
