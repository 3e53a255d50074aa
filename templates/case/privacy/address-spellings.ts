import { type AddressParts, readAddressLine } from './address-parts';
import { isKindOfPlace, shorterPlaceNames } from './place-names';

type Address = Readonly<Record<string, unknown>>;

/**
 * The spellings under which an address could give itself away: the whole line with or without province, city and
 * county; road and community alone, in either order and down to any depth; number, building and room together. Never
 * province, city, county or street alone: they are too general to forbid.
 * Width, white space, numerals and traditional characters are folded where texts are compared, and the search is for any
 * part of a text, so that 临江支路17 also finds 临江支路17号.
 */
export function addressSpellings(address: Address): string[] {
  const { line, ...parts } = textsOf(address);
  const lines = [inOrder(parts), ...(line === undefined ? [] : [line])].filter((text) => text !== '');
  const spellings = [
    ...lines.flatMap((text) => [text, ...shorterPlaceNames(text)]),
    ...spellPlaces(parts),
    ...(line === undefined ? [] : spellPlaces(readAddressLine(line))),
  ];
  return [...new Set(spellings)].filter((spelling) => [...spelling].length >= 2 && !isKindOfPlace(spelling));
}

/** Every part of an address: taken out of a text together with a spelling that it touches. */
export function addressSurroundings(address: Address): string[] {
  const { line, ...parts } = textsOf(address);
  const all = [...Object.values(parts), ...Object.values(line === undefined ? {} : readAddressLine(line))];
  return [...new Set(all)].filter((part) => [...part].length >= 2);
}

function textsOf(address: Address): AddressParts & { line?: string } {
  return Object.fromEntries(Object.entries(address).filter(([, value]) => typeof value === 'string'));
}

function inOrder({ province, city, county, street, community, road, number, building, unit, room }: AddressParts) {
  return [province, city, county, street, community, road, number, building, unit, room].join('');
}

function spellPlaces(parts: AddressParts): string[] {
  const { road, community, note } = parts;
  const number = stem(parts.number, /号$/u);
  const roads =
    road === undefined ? [] : [road, ...(number === undefined ? [] : [`${road}${number}号`, road + number])];
  const communities = community === undefined ? [] : [community, ...(number === undefined ? [] : [community + number])];
  const both = roads.flatMap((one) => (community === undefined ? [] : [one + community, community + one]));
  const { doors, deep } = spellDoors(parts);
  const places = [...roads, ...communities, ...both];
  // 17 and 5栋 must not grow into 175栋.
  const leading = places.filter((place) => !/[0-9]$/.test(place));
  return [
    ...places,
    ...leading.flatMap((place) => doors.map((door) => place + door)),
    ...(number === undefined ? [] : deep.map((door) => `${number}号${door}`)),
    ...deep.filter((door) => [...door].length >= 5),
    ...(note === undefined || [...note].length < 4 ? [] : [note]),
  ];
}

/** What a building is called after its number. */
const BUILDING_ENDS = ['栋', '幢', '座', '号楼'];

/** Building, unit and room to any depth; `deep` are those that lead to a room. */
function spellDoors(parts: AddressParts): { doors: string[]; deep: string[] } {
  const building = stem(parts.building, /(?:栋|幢|座|号楼|楼|#楼?)$/u);
  const unit = stem(parts.unit, /单元$/u);
  const room = stem(parts.room, /(?:室|号房|房|号)$/u);
  const stair = unit === undefined ? '' : `${unit}单元`;
  const towers = building === undefined ? [''] : BUILDING_ENDS.map((end) => building + end);
  const deep = towers.flatMap((tower) =>
    room === undefined || tower + stair === '' ? [] : [`${tower}${stair}${room}`, (tower || stair) + room],
  );
  // 5-2-604 is read as 52604.
  const dashed = [building, unit, room].filter((part) => part !== undefined).join('');
  const shallow = [...towers, ...towers.map((tower) => tower + stair), room === undefined ? '' : stair + room];
  const doors = [...shallow, ...deep, dashed].filter((door) => door !== '');
  return { doors: [...new Set(doors)], deep: [...new Set(deep)] };
}

function stem(part: string | undefined, ending: RegExp): string | undefined {
  const bare = part?.normalize('NFKC').replace(/\s/g, '').replace(ending, '');
  return bare === '' ? undefined : bare;
}
