import { readAddressLine, type AddressParts as StatedParts } from '../../../src/authoring';

/** The parts of an address that a text could name, each without its surroundings. */
export type AddressParts = Omit<StatedParts, 'line'>;

/** What the last word of a region says it is; the first part that is still free takes it. */
const REGIONS: readonly (readonly [keyof AddressParts, RegExp])[] = [
  ['province', /(?:省|自治区|特别行政区|兵团)$|^(?:北京|上海|天津|重庆)市$/u],
  ['street', /(?:街道(?:办事处)?|镇|乡|苏木)$/u],
  ['city', /(?:自治州|地区|盟|市)$/u],
  ['county', /./u],
];

const NUMERAL = '[0-9A-Za-z甲乙丙丁一二三四五六七八九十百零〇两]';

/** Parts among the door numbers of a line; the names between them are a line's end each. */
const DOORS: readonly (readonly [keyof AddressParts, RegExp])[] = [
  ['room', new RegExp(`(${NUMERAL}{1,6})(?:号?房|室)|(?<=单元|栋|幢|座|楼|#|-)(${NUMERAL}{2,6})号?$`, 'u')],
  ['unit', new RegExp(`(${NUMERAL}{1,3}单元)`, 'u')],
  ['number', new RegExp(`(?<=^|[弄组社队排连])(${NUMERAL}{1,6}(?:-${NUMERAL}{1,4})?号)(?!楼|房|宿舍|公寓)`, 'mu')],
  ['building', new RegExp(`(${NUMERAL}{1,4}(?:栋|幢|座|排|号楼|#楼|#))`, 'u')],
];

/** 和平里七区: one of several of a name. */
const ZONE = /^第?[0-9一二三四五六七八九十]{1,3}(?:区|期|坊|街坊)/u;
/** 166团20连: a regiment and its company are the name of the place. */
const REGIMENT = /^第?[0-9〇零一二三四五六七八九十百]{1,4}团(?:[0-9一二三四五六七八九十]{1,3}连)?/u;

/** Gives the regions, names and numbers of an address written on one line to the parts that they are. */
export function partsOfLine(line: string): AddressParts {
  const { regions, pieces } = readAddressLine(line);
  const parts: AddressParts = {};
  for (const region of regions) {
    const [name] = REGIONS.find(([part, end]) => parts[part] === undefined && end.test(region)) ?? [];
    if (name !== undefined) parts[name] = region;
  }
  let doors = '';
  for (const [index, { kind, text }] of pieces.entries()) {
    doors += kind === 'doors' ? text : '\n';
    if (kind === 'road') parts.road ??= text;
    if (kind === 'place' && [...text].length > 1)
      parts.community ??= text + (ZONE.exec(pieces[index + 1]?.text ?? '')?.[0] ?? '');
  }
  const regiment = REGIMENT.exec(doors)?.[0];
  if (regiment !== undefined) parts.community ??= regiment;
  for (const [name, pattern] of DOORS) {
    const found = pattern.exec(doors);
    if (found === null) continue;
    parts[name] = found[1] ?? found[2] ?? found[0];
    // A mark keeps the neighbours of a part from growing together.
    doors = `${doors.slice(0, found.index)}|${doors.slice(found.index + found[0].length)}`;
  }
  return parts;
}

/** The parts of an address as the case states them; what stands on one line is taken apart. */
export function partsOf(address: Readonly<Record<string, unknown>>): AddressParts {
  const { line, ...parts } = Object.fromEntries(
    Object.entries(address).filter(([, value]) => typeof value === 'string'),
  ) as StatedParts;
  const read = line === undefined ? parts : { ...partsOfLine(line), ...parts };
  return { ...read, ...streetOf(read), ...roadOf(read) };
}

const TOWN_BEFORE = /^(\p{Script=Han}{2,8}?(?:街道(?:办事处)?|镇|乡))(\p{Script=Han}{2,})$/u;

/** Some write the community into the field for the street. */
function streetOf({ street = '', community }: AddressParts): Pick<AddressParts, 'street' | 'community'> {
  const [, town, place] = TOWN_BEFORE.exec(street) ?? [];
  return town === undefined || place === undefined ? {} : { street: town, community: community ?? place };
}

/** Some write the number into the field for the road, or the road into that for the community or for remarks. */
function roadOf({ road, community, note }: AddressParts): Pick<AddressParts, 'road'> {
  const told = (road === undefined ? [community, note] : [road]).find((text) => /[0-9０-９]/u.test(text ?? ''));
  const read = told === undefined ? undefined : partsOfLine(told).road;
  return read === undefined ? {} : { road: read };
}

/** Shorter names (中街) are parts of other words. */
const SHORTEST_ROAD = 3;
/** 伊斯提克拉路12巷: the road from which a numbered lane goes off leads there as well. */
const LANE = /(?<=[路街道])第?[0-9一二三四五六七八九十百]{1,4}(?:巷|弄|条|胡同|支路)$/u;

/**
 * A road alone leads to many doors, and yet says where to look: once the victim has left, it is a whereabout
 * (法发〔2022〕10号第四条).
 */
export function roadAlone(address: Readonly<Record<string, unknown>>): string[] {
  const { road = '' } = partsOf(address);
  const roads = [road, ...[address['road'], address['line']].flatMap(roadsIn)];
  return [...new Set(roads.flatMap((one) => [one, one.replace(LANE, '')]))].filter(
    (one) => [...one].length >= SHORTEST_ROAD,
  );
}

/** 服装城大道服装五路99号: the road, and the one that goes off it. */
function roadsIn(text: unknown): string[] {
  if (typeof text !== 'string') return [];
  return readAddressLine(text).pieces.flatMap((piece) => (piece.kind === 'road' ? [piece.text] : []));
}

/** The regions of an address: taken out of a text together with the road that they touch. */
export function addressSurroundings(address: Readonly<Record<string, unknown>>): string[] {
  const { province, city, county, street } = partsOf(address);
  return [province, city, county, street].filter((part) => part !== undefined);
}
