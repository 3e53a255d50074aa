import { readPointer, toNormalForm } from '../../../src/authoring';
import type { Case } from '../schema';
import { type AddressParts, partsOf } from './address-parts';

type Victim = Case['victims'][number];

/** Location facts that may be shown to a respondent who knows them already; the current residence is none of them. */
const LOCATION = /^\/victims\/\d\/(?:householdRegistration|workplace|school)(?:\/|$)|^\/relatives\/\d+\/school$/;
const NEVER = /^\/victims\/\d\/(?:residence(?:\/(?:current|intended).*)?|shelter|serviceAddress(?:\/.*)?)$/;

/** A pointer of `knownToRespondent` from the root of the case: it may also start at the victim itself. */
export function absolutePointer(pointer: string, victim: number): string {
  return /^\/(?:victims|relatives)\/\d/.test(pointer) ? pointer : `/victims/${victim}${pointer}`;
}

/** What a known pointer can do: show a location fact, nothing, or what no reason can justify. */
export function kindOfKnown(pointer: string): 'location' | 'never' | 'without-effect' {
  if (NEVER.test(pointer)) return 'never';
  return LOCATION.test(pointer) ? 'location' : 'without-effect';
}

/** The location facts that the case records as known to the respondent, each with the pointer of its reason. */
export function knownLocations(root: unknown): ReadonlyMap<string, string> {
  const { victims } = root as Case;
  const entries = victims.flatMap(({ knownToRespondent = [] }, victim) =>
    knownToRespondent.map(({ pointer }, index): [string, string] => [
      absolutePointer(pointer, victim),
      `/victims/${victim}/knownToRespondent/${index}/reason`,
    ]),
  );
  return new Map(
    entries.filter(([pointer]) => kindOfKnown(pointer) === 'location' && !isHiddenHome(root as Case, pointer)),
  );
}

/** Whether a fact is, or holds, where a victim now lives or is about to live: then no knowledge and no field opens it. */
export function isHiddenHome(root: Case, pointer: string): boolean {
  const value = readPointer(root, pointer);
  return root.victims.some((victim) => hiddenHomes(victim).some((home) => isSamePlace(value, home)));
}

/** Homes of a victim who does not share one with the respondent any more. */
export function hiddenHomes({ residence }: Victim): Record<string, unknown>[] {
  const homes = residence.status === 'cohabiting' ? [residence.intended] : [residence.current, residence.intended];
  return homes.filter((home) => home !== undefined);
}

/** Parts that tell one home from another; regions and notes may be left out or written differently. */
const TELLING = ['community', 'road', 'number', 'building', 'unit', 'room'] as const;

/**
 * Whether a place, an address or an address on one line, is the home: it reads the same, or nothing that both state
 * differs and they share what leads there.
 */
export function isSamePlace(place: unknown, home: Readonly<Record<string, unknown>>): boolean {
  if (typeof place === 'string') return isSamePlace({ line: place }, home);
  if (typeof place !== 'object' || place === null) return false;
  const address = place as Readonly<Record<string, unknown>>;
  if (wholeTexts(address).some((text) => text !== '' && wholeTexts(home).includes(text))) return true;
  if (isSpeltOutIn(address, home) || isSpeltOutIn(home, address)) return true;
  const { line, ...parts } = address;
  // A line and parts that say different things: either may be the home.
  if (typeof line === 'string' && Object.keys(parts).length > 0) {
    return isSamePlace({ line }, home) || isSamePlace(parts, home);
  }
  return isSameDoor(partsOf(address), partsOf(home));
}

/** Whether a line names all that leads to an address, in whatever order: a line cannot always be read into its parts. */
function isSpeltOutIn(place: Readonly<Record<string, unknown>>, address: Readonly<Record<string, unknown>>): boolean {
  const told = TELLING.filter((part) => typeof address[part] === 'string');
  if (!told.includes('community') && !(told.includes('road') && told.includes('number'))) return false;
  const line = wholeTexts(place).at(-1) ?? '';
  // Of an estate alone the whole name is asked for: 和平 of 和平小区 is in 和平路 too.
  const wordOf = told.length === 1 ? plain : stem;
  return told.every((part) => names(line, wordOf(String(address[part]))));
}

/** Whether a text has a word that is no part of a longer number: 17 is not in 117号. */
function names(text: string, word: string): boolean {
  const isDigit = (one = '') => /\d/.test(one);
  const pieces = text.split(word);
  return pieces.some((after, index) => {
    const before = pieces[index - 1];
    if (before === undefined) return false;
    return !(isDigit(word[0]) && isDigit(before.at(-1))) && !(isDigit(word.at(-1)) && isDigit(after[0]));
  });
}

/** Within an estate its doors tell, whatever number at whatever road is given for the estate. */
const DOORS: readonly (typeof TELLING)[number][] = ['building', 'room'];

function isSameDoor(one: AddressParts, other: AddressParts): boolean {
  const both = TELLING.filter((part) => one[part] !== undefined && other[part] !== undefined);
  const alike = both.filter((part) => stem(one[part]) === stem(other[part]));
  if (alike.includes('community') && DOORS.every((part) => alike.includes(part))) return true;
  if (alike.length < both.length) return false;
  return both.includes('community') || (both.includes('road') && both.includes('number'));
}

/** The same few homes are compared with every place of a case, and a valid case never changes. */
const written = new WeakMap<object, string[]>();

function wholeTexts(address: Readonly<Record<string, unknown>>): string[] {
  const texts = written.get(address) ?? writeWhole(address);
  written.set(address, texts);
  return texts;
}

/** The address in one piece, with the community before the road and behind it, with its regions and without; last its line. */
function writeWhole(address: Readonly<Record<string, unknown>>): string[] {
  const { line, province, city, county, street, community, road, number, building, unit, room } = address;
  const join = (...parts: unknown[]) => parts.map((part) => (typeof part === 'string' ? plain(part) : '')).join('');
  const regions = join(province, city, county, street);
  const doors = join(building, unit, room);
  const ends = [join(community, road, number, doors), join(road, number, community, doors)].filter((end) => end !== '');
  return [...ends, ...ends.map((end) => regions + end), join(line)];
}

const NUMERAL = /[〇零一壹二贰两三叁四肆五伍六陆七柒八捌九玖十拾廿卅百佰千仟]+/gu;

/** Without width, blanks and ways of writing numbers and buildings: 五幢 and ５号楼 are both 5栋. */
function plain(text: string): string {
  const inFigures = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(NUMERAL, (numeral) => toNormalForm(numeral));
  return inFigures.replace(/(?<=\d)(?:号楼|幢|座|#楼?)/gu, '栋');
}

/** A part without the word that says what it is: 5栋, 604室 and 听涛里小区 are 5, 604 and 听涛里. */
function stem(part: string | undefined): string {
  return plain(part ?? '')
    .replace(/(?<=\d)(?:号|栋|单元|室|房)$/u, '')
    .replace(/(?<=\p{Script=Han})(?:小区|社区)?(?:\d+-)*$/u, '');
}
