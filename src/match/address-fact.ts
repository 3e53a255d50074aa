import { type AddressParts, type LinePiece, readAddressLine, readPieces } from './address-line';
import { ANY_DOOR, DOOR, type DoorKinds } from './door-kinds';
import { readDoors } from './door-tokens';
import { behindWeight, innerNames } from './inner-names';
import { toUnits } from './units';
import { WEIGHTS } from './weights';

/**
 * A name of the address. Roads and places lead to it; regions (province, city, county, town) are too general to
 * count, but belong to the address where they stand beside it.
 */
export type Name = {
  /** The same for all spellings of one name: it counts once. */
  id: number;
  kind: 'road' | 'place' | 'region';
  text: string;
  weight: number;
};

export type Door = {
  id: number;
  value: string;
  kinds: DoorKinds;
  weight: number;
  /** Numbers that only together name something (B1-12) have one source. */
  source: number;
};

/** An address taken apart, ready to be looked for. */
export type Address = { names: Name[]; doors: Door[] };

/** Words that name a kind of place and no place. */
const NO_NAME =
  /^(?:小区|社区|村|村委会|居委会|花园|公寓|宿舍|学生|[员职]工|教师|集体|家属|家属院|家属区|大院|大厦|楼|住宅|住宅楼|居民楼|自建房|出租[屋房]|安置房|民房|平房|临街|门面|商铺|铺面|号|内|旁|附近|一带|东侧|西侧|南侧|北侧|对面|隔壁|楼上|楼下|后院|路|街|巷|不详|保密|无)+$/u;
/** Ends of a place name that are dropped in speech. What is left may be an ordinary word. */
const PLACE_END =
  /(?:居民委员会|村民委员会|居委会|村委会|小区|社区|花园|家园|新村|大厦|广场|中心|家属院|家属区|(?:学生|[员职]工|教师)?(?:公寓|宿舍)|村|苑|屯)$/u;
const AFTER_REGION = /^.{2,}?(?:街道|[镇乡区县市])(.{3,})$/u;
const ADMINISTRATIVE_END = /(?:居民委员会|村民委员会|居委会|委会)$/u;
const REGION_END = /(?:特别行政区|自治区|自治州|自治县|自治旗|地区|街道|省|市|盟|县|旗|区|镇|乡)$/u;
const ROAD_STRETCH =
  /(?:(?:[一二三四五六七八九十\d]{1,2}|[东西南北中])段|(?<=道|街|路|巷)(?:[东西南北中]|[东西南北]?[一二三四五六七八九十\d]{1,3}(?:巷|坊|条|胡同|支路)))$/u;

const size = (text: string) => [...text].length;

/** Takes an address apart. Parts that the case states win over what the line says, and both are looked for. */
export function readAddress(parts: AddressParts): Address {
  const address: Address = { names: [], doors: [] };
  const regions = [parts.province, parts.city, parts.county, parts.street].filter((part) => part !== undefined);
  for (const region of regions) addRegion(address, region);
  addPieces(address, parts.community, 'place');
  addPieces(address, parts.road, 'road');
  addDoors(address, parts.number, DOOR.number);
  addNamesAmong(address, parts.number, 'place');
  addPieces(address, parts.note, 'note');
  for (const part of [parts.building, parts.unit, parts.room]) addNamesAmong(address, part, 'house');
  addDoors(address, parts.building, DOOR.building);
  addDoors(address, parts.unit, DOOR.unit);
  addDoors(address, parts.room, DOOR.room);
  if (parts.line !== undefined) {
    const { regions: inLine, pieces } = readAddressLine(parts.line);
    for (const region of inLine) addRegion(address, region);
    for (const [index, { kind, text }] of pieces.entries()) {
      if (kind === 'doors') addDoors(address, text, undefined);
      else {
        addName(address, text, kind);
        if (kind === 'road') addUndivided(address, text);
        else addWithZone(address, text, pieces[index + 1]);
      }
    }
  }
  promoteTown(address, parts);
  addHidden(address);
  return address;
}

function addPieces(address: Address, text: string | undefined, kind: 'road' | 'place' | 'note'): void {
  if (text === undefined) return;
  // Some write the regions into the part as well: then both readings are looked for.
  const { regions, pieces } = readAddressLine(text);
  // 和平里七区 ends like a district and is none.
  if (pieces.length > 0) for (const region of regions) addRegion(address, region);
  // Without a region, both readings are the same.
  const all = kind === 'note' || regions.length === 0 ? pieces : [...readPieces(text), ...pieces];
  for (const [index, piece] of all.entries()) {
    if (piece.kind === 'doors') addDoors(address, piece.text, undefined);
    // A note is prose (靠近菜市场): what is short in it says too little.
    else if (kind === 'note' && size(piece.text) < 4) addWord(address, piece.text);
    else {
      addName(address, piece.text, kind === 'road' ? 'road' : 'place');
      if (kind === 'place') addWithZone(address, piece.text, all[index + 1]);
    }
  }
}

/** 和平里七区, 铁路五小区: a place and its part are also one name. */
const ZONE = /^[一二三四五六七八九十0-9]{1,3}(?:小?区|期|村|坊|条)/u;

function addWithZone(address: Address, text: string, next: LinePiece | undefined): void {
  const zone = next?.kind === 'doors' ? ZONE.exec(next.text)?.[0] : undefined;
  if (zone !== undefined) addName(address, text + zone, 'place');
}

const LONG_WORD = /\p{Script=Han}{3}/u;

/** Names among numbers: 265弄老西门新苑, 秀程楼, 丽晶阁. */
function addNamesAmong(address: Address, text: string | undefined, kind: 'place' | 'house'): void {
  // Nearly all of them are numbers with their words (12号楼).
  if (text === undefined || !LONG_WORD.test(text)) return;
  for (const piece of readPieces(text)) {
    if (piece.kind === 'doors' || size(piece.text) < 3) continue;
    if (kind === 'place') addName(address, piece.text, 'place');
    else addWord(address, piece.text);
  }
}

/** A word that belongs to the address and is too little for a name of it. */
function addWord(address: Address, text: string): void {
  if (size(text) < 2 || NO_NAME.test(text)) return;
  pushName(address, { kind: 'place', text, weight: behindWeight(text) });
}

function addRegion(address: Address, text: string): void {
  const short = text.replace(REGION_END, '');
  for (const spelling of new Set([text, short])) {
    if (size(spelling) >= 2) pushName(address, { kind: 'region', text: spelling, weight: 0 });
  }
}

function addName(address: Address, text: string, kind: 'road' | 'place'): void {
  const name = text.replace(ADMINISTRATIVE_END, '').replace(/[·・•‧∙･\s]/gu, '');
  // 花园路 is made of kinds of places and yet a name.
  if (size(name) < 2 || (NO_NAME.test(name) && (kind === 'place' || size(name) < 3))) return;
  // Where a region was not recognised as one, what follows it is the name that people use.
  const tail = AFTER_REGION.exec(name)?.[1];
  if (kind === 'road') {
    const id = pushName(address, { kind, text: name, weight: WEIGHTS.road });
    const base = name.replace(ROAD_STRETCH, '');
    for (const text of [base, tail]) {
      if (text !== undefined && text !== name) pushName(address, { id, kind, text, weight: WEIGHTS.roadOfStretch });
    }
    return;
  }
  // A place called like its district (张湾 in 张湾区) is no more than that.
  const isRegion = address.names.some((other) => other.kind === 'region' && other.text === name);
  const weight = isRegion ? WEIGHTS.placeCore : size(name) === 2 ? WEIGHTS.shortPlace : WEIGHTS.place;
  const id = pushName(address, { kind, text: name, weight });
  // 鹤阳村委会 is also written whole.
  if (ADMINISTRATIVE_END.test(text)) pushName(address, { id, kind, text, weight });
  for (const { text, weight } of innerNames(name)) {
    if (size(text) >= 2 && !NO_NAME.test(text)) pushName(address, { id, kind, text, weight });
  }
  if (tail !== undefined) pushName(address, { id, kind, text: tail, weight: WEIGHTS.placeCore });
  const core = name.replace(PLACE_END, '');
  if (core === name || size(core) < 2 || NO_NAME.test(core)) return;
  pushName(address, { id, kind, text: core, weight: size(core) >= 4 ? WEIGHTS.longPlaceCore : WEIGHTS.placeCore });
}

/** 天和雅居晨光路 on one line: where the home stands directly before the road, nothing divides them. */
const UNDIVIDED = [2, 3].map((length) => new RegExp(`^(.{3,})(.{${length}}(?:大道|大街|胡同|路|街|巷))$`, 'u'));

function addUndivided(address: Address, text: string): void {
  for (const pattern of UNDIVIDED) {
    const [, home, road] = pattern.exec(text) ?? [];
    // 观音桥步行街 is one name: what would be left as the road is a kind of road and no name.
    if (home === undefined || road === undefined || road === '步行街') continue;
    pushName(address, { kind: 'road', text: road, weight: WEIGHTS.roadOfStretch });
    pushName(address, {
      kind: 'place',
      text: home,
      weight: size(home) >= 4 ? WEIGHTS.longPlaceCore : WEIGHTS.placeCore,
    });
  }
}

function pushName({ names }: Address, name: Omit<Name, 'id'> & { id?: number }): number {
  const same = names.find(({ text, kind }) => text === name.text && kind === name.kind);
  const id = same?.id ?? name.id ?? names.length;
  if (same === undefined) names.push({ ...name, id });
  return id;
}

/** The numbers of one part. A number without a word takes the meaning of the part that it stands in. */
function addDoors(address: Address, text: string | undefined, meaning: DoorKinds | undefined): void {
  if (text === undefined) return;
  const tokens = readDoors(toUnits(text), new Set()).filter(({ value }) => value !== '*');
  let source = (address.doors.at(-1)?.source ?? 0) + 1;
  for (const [index, { value, kinds, explicit }] of tokens.entries()) {
    const isMain = meaning !== undefined && (meaning === DOOR.number ? index === 0 : index === tokens.length - 1);
    const isAnnex = index > 0 && meaning === DOOR.number && (kinds & DOOR.annex) !== 0;
    const own = explicit ? kinds : ANY_DOOR;
    const told = isMain && (own & meaning) !== 0 ? meaning : isAnnex ? DOOR.annex : own;
    pushDoor(address, { value, kinds: meaning === undefined ? settle(address, told) : told, source });
    // Below ground floor and flat are one number: B1-12, 负一层3室.
    if (meaning !== DOOR.room && !/^(?:b\d|-)/.test(value)) source += 1;
  }
}

/**
 * On one line, the first 号 closes the number of the house, and one behind a building that of the flat. The first bare
 * number behind a road is the number of the house too (幸福路88-2-301), and no later one is.
 */
function settle({ doors, names }: Address, kinds: DoorKinds): DoorKinds {
  if ((kinds & DOOR.number) === 0 || kinds === DOOR.number) return kinds;
  const isNumbered = doors.some((door) => (door.kinds & (DOOR.number | DOOR.lane)) !== 0);
  if (kinds === ANY_DOOR) {
    const isFirst = !isNumbered && names.some(({ kind }) => kind === 'road');
    return isFirst ? DOOR.number : kinds & ~(DOOR.number | DOOR.lane);
  }
  if (!doors.some((door) => door.kinds === DOOR.number)) return DOOR.number;
  return doors.some((door) => door.kinds === DOOR.building) ? kinds & ~DOOR.number : DOOR.annex;
}

function pushDoor({ doors }: Address, door: Pick<Door, 'value' | 'kinds' | 'source'>): void {
  if (doors.some(({ value, kinds }) => value === door.value && kinds === door.kinds)) return;
  doors.push({ ...door, id: doors.length, weight: weightOf(door.value, door.kinds) });
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

/** Where an address names neither road nor place, its town takes the place of the road. */
function promoteTown({ names }: Address, { street }: AddressParts): void {
  if (names.some(({ kind }) => kind !== 'region')) return;
  const town = names.find(({ text, kind }) => kind === 'region' && (text === street || /[镇乡]$/u.test(text)));
  if (town !== undefined) Object.assign(town, { kind: 'road', weight: WEIGHTS.road });
}

/** Numbers that others hide: the floor of 1203室 is 12, and A座2101 is also written A2101. */
function addHidden(address: Address): void {
  const room = address.doors.find(({ kinds, value }) => kinds === DOOR.room && /^\d{3,4}$/.test(value));
  const letter = address.doors.find(({ kinds, value }) => kinds === DOOR.building && /^[a-z]$/.test(value));
  if (room === undefined) return;
  if (!address.doors.some(({ kinds }) => kinds === DOOR.floor)) {
    pushDoor(address, { value: room.value.slice(0, -2), kinds: DOOR.floor, source: room.source });
  }
  if (letter !== undefined) {
    pushDoor(address, { value: letter.value + room.value, kinds: DOOR.room, source: room.source });
  }
}
