import { DOOR } from '../doors/door-kinds';
import type { AddressParts } from '../facts';
import { addDoors, addHidden, type Door, promoteZone } from './address-doors';
import { type LinePiece, leadsToDoor, readAddressLine, readPieces } from './address-line';
import { addName, addRegion, addStem, addUndivided, addWord, type Name, promoteTown } from './address-names';
import { isOnlyRemark } from './inner-names';

export type { Door, Name };

/** An address taken apart, ready to be looked for. */
export type Address = {
  names: Name[];
  doors: Door[];
  /** The characters of its roads and places: where none of them stands, nothing is left of a name. */
  letters: string;
};

const size = (text: string) => [...text].length;

/** Takes an address apart. Parts that the case states win over what the line says, and both are looked for. */
export function readAddress(stated: AddressParts): Address {
  const parts = withChainDivided(withNoteAsLine(stated));
  const address: Address = { names: [], doors: [], letters: '' };
  const regions = [parts.province, parts.city, parts.county].filter((part) => part !== undefined);
  for (const region of regions) addRegion(address, region);
  if (parts.street !== undefined) addTown(address, parts.street);
  // Some write the road into the field for the community: it is no more telling there.
  if (parts.community !== parts.road) addPieces(address, parts.community, 'place');
  addPieces(address, parts.road, 'road');
  addDoors(address, parts.number, DOOR.number);
  addNamesAmong(address, parts.number, 'place', parts.building ?? parts.unit ?? parts.room);
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
        const next = pieces[index + 1];
        if (isStem(text, next)) addStem(address, text);
        else addName(address, text, kind, isGroup(next));
        // 长江路568巷: behind the road, or alone.
        if (kind === 'road') addDoors(address, NUMBERED_LANE.exec(text)?.[0], undefined);
        if (kind === 'road') addUndivided(address, text, false);
        else addWithZone(address, text, next);
      }
    }
  }
  promoteZone(address);
  promoteTown(address, parts.street);
  addHidden(address);
  address.letters = address.names.map(({ kind, text }) => (kind === 'region' ? '' : text)).join('');
  return address;
}

const NUMBERED_LANE = /[0-9]{2,}巷$/u;

/** Some write the whole into the field for remarks. */
function withNoteAsLine({ note, ...parts }: AddressParts): AddressParts {
  const isElsewhere = parts.community !== undefined || parts.road !== undefined || parts.line !== undefined;
  if (note === undefined || isElsewhere || !leadsToDoor(note)) return note === undefined ? parts : { note, ...parts };
  return { ...parts, line: note };
}

/** 5-2-604 in the field for the room, 5-2 in that for the building: where the other fields are empty, each has its part. */
function withChainDivided(parts: AddressParts): AddressParts {
  const { building, unit, room } = parts;
  if (unit !== undefined) return parts;
  const chain = (building ?? room ?? '').normalize('NFKC').split('-');
  const [first = '', second = '', third] = chain;
  if (chain.length < 2 || !chain.every((number) => CHAINED.test(number))) return parts;
  if (building !== undefined)
    return chain.length === 2 && room !== undefined ? { ...parts, building: first, unit: second } : parts;
  if (chain.length === 3 && third !== undefined) return { ...parts, building: first, unit: second, room: third };
  return chain.length === 2 && FLAT.test(second) ? { ...parts, building: first, room: second } : parts;
}
const CHAINED = /^[A-Za-z]?\d{1,4}$/;
/** 6-4 is the fourth flat of the sixth floor. */
const FLAT = /^\d{3,4}$/;

/** 十团, 一〇三团蔡家湖镇: a regiment stands in the place of a town, or before it. Some write the place behind the town too. */
function addTown(address: Address, street: string): void {
  const { regions, pieces } = readAddressLine(street);
  const [regiment] = pieces;
  const isRegiment = regiment?.kind === 'doors' && REGIMENT.test(regiment.text);
  if (isRegiment) addDoors(address, regiment.text, undefined);
  const isMore = !isRegiment && regions.length > 0;
  for (const region of isRegiment || isMore ? regions : [street]) addRegion(address, region);
  if (isMore) addPieces(address, pieces.map(({ text }) => text).join(''), 'place');
}
const REGIMENT = /^[^团]{1,5}团场?$/u;

function addPieces(address: Address, text: string | undefined, kind: 'road' | 'place' | 'note'): void {
  if (text === undefined) return;
  // Some write the regions into the part as well: then both readings are looked for.
  const { regions, pieces } = readAddressLine(text);
  // 和平里七区 ends like a district and is none.
  if (pieces.length > 0) for (const region of regions) addRegion(address, region);
  // Without a region, both readings are the same.
  const all = kind === 'note' || regions.length === 0 ? pieces : [...readPieces(text), ...pieces];
  for (const [index, piece] of all.entries()) {
    const next = all[index + 1];
    if (piece.kind === 'doors') {
      if (BLOCK.test(piece.text)) {
        // 36号街坊 is said without its 号.
        for (const text of [piece.text, piece.text.replace('号', '')]) addName(address, text, 'place');
      }
      addDoors(address, piece.text, undefined);
    }
    // A note is prose (靠近菜市场): what is short in it says too little.
    else if (
      kind === 'note' &&
      (size(piece.text) < 4 ||
        isOnlyRemark(
          piece.text,
          address.names.some((name) => name.kind === 'place'),
        ))
    ) {
      addWord(address, piece.text, isGroup(next));
    } else {
      // 长坡道和平里: beside a place, a road in the field for communities is one all the same.
      const isRoad = kind === 'road' || (piece.kind === 'road' && (kind === 'note' || pieces.length > 1));
      if (!isRoad && isStem(piece.text, next)) addStem(address, piece.text);
      else addName(address, piece.text, isRoad ? 'road' : 'place', isGroup(next));
      if (isRoad) addUndivided(address, piece.text, true);
      if (kind === 'place') addWithZone(address, piece.text, next);
    }
  }
}

/** 一〇三街坊, 二十一小区: a number of two digits is all the name that a block of works has. */
const BLOCK = /^[一二三四五六七八九十〇零0-9]{2,}号?(?:街坊|小区)$/u;

/** 三组, 18号: the number of a group of villagers or of a house in a hamlet. */
const GROUP = /^第?[一二三四五六七八九十0-9]{1,4}(?:村民小组|[组社队屯号])/u;
const isGroup = (piece: LinePiece | undefined) => piece?.kind === 'doors' && GROUP.test(piece.text);

/** 和平里七区, 铁路五小区: a place and its part are also one name. */
const ZONE = /^[一二三四五六七八九十0-9]{1,3}(?:号?小?区|期|村|坊|条|街坊)/u;
const zoneOf = (piece: LinePiece | undefined) => (piece?.kind === 'doors' ? ZONE.exec(piece.text)?.[0] : undefined);
/** 和睦三街坊: two characters, and what is counted by them. */
const isStem = (text: string, next: LinePiece | undefined) => size(text) === 2 && zoneOf(next) !== undefined;

function addWithZone(address: Address, text: string, next: LinePiece | undefined): void {
  const zone = zoneOf(next);
  if (zone !== undefined) addName(address, text + zone, 'place');
}

const LONG_WORD = { place: /\p{Script=Han}{2}/u, house: /\p{Script=Han}{3}|\p{Script=Han}{2}[0-9]/u };

/**
 * Names among numbers: 265弄老西门新苑, 秀程楼, 丽晶阁.
 * @param behind the number in the next field
 */
function addNamesAmong(address: Address, text: string | undefined, kind: 'place' | 'house', behind?: string): void {
  // Nearly all of them are numbers with their words (12号楼).
  if (text === undefined || !LONG_WORD[kind].test(text)) return;
  const pieces = readPieces(text);
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'doors') continue;
    // 泉坑12号: what the number of a house stands behind is a hamlet, however short.
    const isBefore = (pieces[index + 1]?.kind ?? (behind === undefined ? undefined : 'doors')) === 'doors';
    if (size(piece.text) < 3) addWord(address, piece.text, kind === 'place' && isBefore);
    else if (kind === 'place') {
      addName(address, piece.text, piece.kind);
      if (piece.kind === 'road') addUndivided(address, piece.text, false);
    } else addWord(address, piece.text);
  }
}
