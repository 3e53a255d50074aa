import { readPointer } from '../../../src/authoring';
import type { Case } from '../schema';
import { addressSpellings } from './address-spellings';

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

/** Pointers of the location facts that the case records, with a reason, as known to the respondent. */
export function knownLocations(root: unknown): ReadonlySet<string> {
  const { victims } = root as Case;
  const pointers = victims.flatMap(({ knownToRespondent }, index) =>
    (knownToRespondent ?? []).map(({ pointer }) => absolutePointer(pointer, index)),
  );
  return new Set(
    pointers.filter((pointer) => kindOfKnown(pointer) === 'location' && !isHiddenHome(root as Case, pointer)),
  );
}

/** Whether a location fact is, or holds, where a victim now lives or is about to live: then no knowledge opens it. */
export function isHiddenHome(root: Case, pointer: string): boolean {
  const value = readPointer(root, pointer);
  return root.victims.some((victim) => hiddenHomes(victim).some((home) => isSamePlace(value, home)));
}

/** Homes of a victim who does not share one with the respondent any more. */
export function hiddenHomes({ residence }: Victim): Record<string, unknown>[] {
  const homes = residence.status === 'cohabiting' ? [residence.intended] : [residence.current, residence.intended];
  return homes.filter((home) => home !== undefined);
}

/** Whether a place, an address or a name, is the home or names it to the door. */
export function isSamePlace(place: unknown, home: Readonly<Record<string, unknown>>): boolean {
  const whole = (address: Readonly<Record<string, unknown>>) => addressSpellings(address).map(squeeze);
  if (typeof place === 'string') return whole(home).some((spelling) => squeeze(place) === spelling);
  if (typeof place !== 'object' || place === null) return false;
  const [one, other] = [whole(place as Record<string, unknown>), whole(home)];
  return longest(one) !== '' && (other.includes(longest(one)) || one.includes(longest(other)));
}

function longest(spellings: readonly string[]): string {
  return spellings.reduce((best, next) => (next.length > best.length ? next : best), '');
}

function squeeze(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}
