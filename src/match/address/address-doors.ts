import { ANY_DOOR, DOOR, type DoorKinds } from '../doors/door-kinds';
import { readDoors } from '../doors/door-tokens';
import { toUnits } from '../text/units';
import { WEIGHTS } from '../weights';

export type Door = {
  id: number;
  value: string;
  kinds: DoorKinds;
  weight: number;
  /** Numbers that only together name something (B1-12) have one source. */
  source: number;
};

/** What is known of an address so far: its numbers, and of what kind its names are. */
type Doors = { doors: Door[]; names: readonly { kind: string }[] };

/** The numbers of one part. A number without a word takes the meaning of the part that it stands in. */
export function addDoors(address: Doors, text: string | undefined, meaning: DoorKinds | undefined): void {
  if (text === undefined) return;
  const tokens = readDoors(toUnits(text), letteredIn(text)).filter(({ value }) => value !== '*');
  let source = (address.doors.at(-1)?.source ?? 0) + 1;
  // 四组27号: the group stands before the number of the house.
  const house = tokens.findIndex((token) => !token.explicit || (token.kinds & DOOR.number) !== 0);
  for (const [index, { value, kinds, explicit }] of tokens.entries()) {
    const isMain = meaning !== undefined && (meaning === DOOR.number ? index === house : index === tokens.length - 1);
    const isAnnex = index > house && meaning === DOOR.number && (kinds & DOOR.annex) !== 0;
    const own = explicit ? kinds : ANY_DOOR;
    const told = isMain && (own & meaning) !== 0 ? meaning : isAnnex ? DOOR.annex : own;
    const settled = meaning === undefined ? settle(address, told) : told;
    pushDoor(address, { value, kinds: settled, source });
    // Along a highway, K1052 is the stone that is told as 1052公里.
    if (meaning === undefined && text.includes('公里'))
      pushDoor(address, { value: `k${value}`, kinds: settled, source });
    // Some leave out the side.
    if (SIDED.test(value)) pushDoor(address, { value: value.slice(1), kinds: settled, source });
    // Below ground floor and flat are one number: B1-12, 负一层3室.
    if (meaning !== DOOR.room && !/^(?:b\d|-)/.test(value)) source += 1;
  }
}

/**
 * On one line, the first 号 closes the number of the house, and one behind a building that of the flat. The first bare
 * number behind a road is the number of the house too (幸福路88-2-301), and no later one is.
 */
function settle({ doors, names }: Doors, kinds: DoorKinds): DoorKinds {
  if ((kinds & DOOR.number) === 0 || kinds === DOOR.number) return kinds;
  const isNumbered = doors.some((door) => (door.kinds & (DOOR.number | DOOR.lane)) !== 0);
  const isInBuilding = doors.some((door) => (door.kinds & (DOOR.building | DOOR.unit)) !== 0);
  if (kinds === ANY_DOOR) {
    const isFirst = !isNumbered && !isInBuilding && names.some(({ kind }) => kind === 'road');
    return isFirst ? DOOR.number : kinds & ~(DOOR.number | DOOR.lane);
  }
  // 12号楼4门102号: without a house that has a number, the flat is told as 房号 too.
  if (!doors.some((door) => door.kinds === DOOR.number)) return isInBuilding ? kinds & ~DOOR.building : DOOR.number;
  return doors.some((door) => door.kinds === DOOR.building) ? kinds & ~DOOR.number : DOOR.annex;
}

/** @param door with the id of another where it is the same number in another form */
function pushDoor({ doors }: Doors, door: Pick<Door, 'value' | 'kinds' | 'source'> & { id?: number }): void {
  if (doors.some(({ value, kinds }) => value === door.value && kinds === door.kinds)) return;
  doors.push({ id: doors.length, ...door, weight: weightOf(door.value, door.kinds) });
}

/** How much a number says: the longer, the rarer. A number that can mean several things counts as the least of them. */
function weightOf(value: string, kinds: DoorKinds): number {
  const isLong = value.replace('-', '').length >= 2;
  if ((kinds & DOOR.number) !== 0) return isLong ? WEIGHTS.number : WEIGHTS.shortNumber;
  if ((kinds & DOOR.lane) !== 0) return WEIGHTS.number;
  if ((kinds & DOOR.room) !== 0) return value.length >= 3 ? WEIGHTS.room : WEIGHTS.shortRoom;
  if ((kinds & DOOR.regiment) !== 0) return WEIGHTS.regiment;
  if ((kinds & DOOR.building) !== 0) return WEIGHTS.building;
  if ((kinds & DOOR.group) !== 0) return WEIGHTS.group;
  return (kinds & DOOR.floor) !== 0 ? WEIGHTS.floor : WEIGHTS.minor;
}

/** Numbers with a letter behind (27D, 301a) or a side before (北5栋) are one with it. */
const letteredIn = (text: string) =>
  new Set(Array.from(text.normalize('NFKC').matchAll(LETTERED), ([number]) => number.toLowerCase()));
const LETTERED = /(?<![0-9])[0-9]{1,5}[A-Za-z](?![0-9A-Za-z])|[东西南北中前后][0-9]{1,4}(?![0-9])/g;
const SIDED = /^[东西南北中前后](?=[0-9])/;

/** Numbers that others hide: the floor of 1203室 is 12, A座2101 is also written A2101, and A区3栋 A3栋. */
export function addHidden(address: Doors): void {
  // On one line, no word may say that a number behind a building is that of the flat.
  const isRoom = ({ kinds, value }: Door) =>
    (kinds & DOOR.room) !== 0 && (kinds & DOOR.number) === 0 && /^\d{3,4}$/.test(value);
  const room = address.doors.find((door) => door.kinds === DOOR.room && isRoom(door)) ?? address.doors.findLast(isRoom);
  const letterOf = (kind: DoorKinds) =>
    address.doors.find(({ kinds, value }) => kinds === kind && /^[a-z]$/.test(value));
  const [letter, zone] = [letterOf(DOOR.building), letterOf(DOOR.zone)];
  const building = address.doors.find(({ kinds, value }) => kinds === DOOR.building && /^\d+$/.test(value));
  if (zone !== undefined && building !== undefined) {
    pushDoor(address, { ...building, value: zone.value + building.value });
  }
  if (room === undefined) return;
  if (!address.doors.some(({ kinds }) => kinds === DOOR.floor)) {
    pushDoor(address, { value: room.value.slice(0, -2), kinds: DOOR.floor, source: room.source });
  }
  if (letter !== undefined) {
    pushDoor(address, { ...room, value: letter.value + room.value });
  }
}

/** Where an address has no name (21小区53栋), the number of its quarter stands for one. */
export function promoteZone({ doors, names }: Doors): void {
  if (names.some(({ kind }) => kind !== 'region')) return;
  for (const door of doors) if (door.kinds === DOOR.zone) door.weight = WEIGHTS.building;
}
