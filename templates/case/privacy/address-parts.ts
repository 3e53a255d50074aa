/** The parts of an address that a text could name, each without its surroundings. */
export type AddressParts = Partial<
  Record<
    'province' | 'city' | 'county' | 'street' | 'community' | 'road' | 'number' | 'building' | 'unit' | 'room' | 'note',
    string
  >
>;

const HAN = '\\p{Script=Han}';

/** Parts from the front of a line, each tried once in this order. */
const LEADING: readonly (readonly [keyof AddressParts, RegExp])[] = [
  ['province', new RegExp(`^(?:${HAN}{2,8}?(?:省|自治区|特别行政区)|北京市|上海市|天津市|重庆市)`, 'u')],
  ['city', new RegExp(`^${HAN}{1,9}?(?:自治州|地区|盟|市)`, 'u')],
  ['county', new RegExp(`^${HAN}{1,12}?(?:自治县|自治旗|(?<![小社])区|县|旗|市)`, 'u')],
  ['street', new RegExp(`^${HAN}{1,10}?(?:街道|镇|乡)`, 'u')],
];

const NUMERAL = '[0-9A-Za-z一二三四五六七八九十百零〇两]';

/** Parts that may stand in any order in the rest of the line. */
const INNER: readonly (readonly [keyof AddressParts, RegExp])[] = [
  ['room', new RegExp(`(${NUMERAL}{1,6})(?:号?房|室)|(?<=单元|栋|幢|座|楼|#|-)(${NUMERAL}{2,6})号?$`, 'u')],
  ['unit', new RegExp(`(${NUMERAL}{1,3}单元)`, 'u')],
  ['building', new RegExp(`(${NUMERAL}{1,4}(?:栋|幢|座|号楼|#楼|#))`, 'u')],
  ['number', new RegExp(`(?<=路|街|巷|道|弄|里|胡同|村|组|社)(${NUMERAL}{1,6}(?:-${NUMERAL}{1,4})?号)(?!楼|房)`, 'u')],
  ['road', new RegExp(`(${HAN}{1,10}?(?:大道|路|街|巷|胡同|弄))(?=${NUMERAL}|$|[|（(])`, 'u')],
];

/** 现住址：…: the word of the form before an address. */
const LABEL = /^\s*\p{Script=Han}{2,8}\s*:/u;
/** What shops write for a municipality: 某市/某市/某区. */
const TWICE = /^(\p{Script=Han}{2,3})市?[\s,，、/>-]*\1市/u;
/** A committee or a community ends before the road; 新村东街 goes on. */
const COMMITTEE = /(?:[居村]民?委员?会|社区|小区)(?!$|[东西南北中新老]?(?:大道|[路街巷]))/gu;
/** What parts one part from the next; in 5-2-604 it is part of the number. */
const BETWEEN = /[\s|]|(?<=\p{Script=Han})[,，、/>-]|[,，、/>-](?=\p{Script=Han})/gu;

/** Reads the parts out of an address written on one line; what it cannot place becomes the community. */
export function readAddressLine(line: string): AddressParts {
  const parts: AddressParts = {};
  let rest = line
    .normalize('NFKC')
    .replace(LABEL, '')
    .replace(TWICE, '$1市')
    .replace(BETWEEN, '')
    .replace(COMMITTEE, '$&|');
  for (const [name, pattern] of LEADING) {
    const found = pattern.exec(rest)?.[0];
    if (found === undefined) continue;
    parts[name] = found;
    rest = rest.slice(found.length);
  }
  for (const [name, pattern] of INNER) {
    const found = pattern.exec(rest);
    if (found === null) continue;
    parts[name] = found[1] ?? found[2] ?? found[0];
    // A mark keeps the neighbours of a part from growing together.
    rest = `${rest.slice(0, found.index)}|${rest.slice(found.index + found[0].length)}`;
  }
  const community = rest.split(/[|,，、;；（()）]/u).find((part) => [...part].length >= 2);
  if (community !== undefined) parts.community = community;
  return parts;
}

/** The parts of an address as the case states them; what stands on one line is taken apart. */
export function partsOf(address: Readonly<Record<string, unknown>>): AddressParts {
  const { line, ...parts } = Object.fromEntries(
    Object.entries(address).filter(([, value]) => typeof value === 'string'),
  ) as AddressParts & { line?: string };
  const read = line === undefined ? parts : { ...readAddressLine(line), ...parts };
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
  const read = told === undefined ? undefined : readAddressLine(told).road;
  return read === undefined ? {} : { road: read };
}

/** Shorter names (中街) are parts of other words. */
const SHORTEST_ROAD = 3;

/**
 * A road alone leads to many doors, and yet says where to look: once the victim has left, it is a whereabout
 * (法发〔2022〕10号第四条).
 */
export function roadAlone(address: Readonly<Record<string, unknown>>): string[] {
  const { road } = partsOf(address);
  return road !== undefined && [...road].length >= SHORTEST_ROAD ? [road] : [];
}

/** The regions of an address: taken out of a text together with the road that they touch. */
export function addressSurroundings(address: Readonly<Record<string, unknown>>): string[] {
  const { province, city, county, street } = partsOf(address);
  return [province, city, county, street].filter((part) => part !== undefined);
}
