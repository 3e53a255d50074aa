import { ageOn, calendarDate, type LeafFact } from '../../../src/authoring';
import type { Case } from '../schema';
import { namesUnknownPlace, pointsHome } from './near-home';
import { isKindOfPlace } from './place-names';

/**
 * The class of a fact in its surroundings: the same field is another secret for a minor, for a victim who has moved
 * out, and on a copy that is made for the very entry the field belongs to.
 */
export function refineClass(fact: LeafFact): string {
  const root = fact.owners[0] as Case;
  const value = leafValue(fact);
  switch (fact.privacy) {
    case 'victim-name':
    case 'relative-name':
      return isOfMinor(fact, root) ? 'minor-name' : fact.privacy;
    case 'victim-identity':
    case 'victim-birth':
    case 'relative-identity':
      return isOfMinor(fact, root) ? 'minor-identity' : fact.privacy;
    case 'victim-location':
      if (isVague(value)) return 'unspecific';
      return fact.pointer.endsWith('/school') && isOfMinor(fact, root) ? 'minor-school' : 'victim-location';
    case 'shelter':
      return isVague(value) ? 'unspecific' : 'shelter';
    case 'residence-status':
      return value === 'cohabiting' ? 'procedure' : 'moved-out-status';
    case 'jurisdiction-ground':
      return value === 'applicant-residence' && isAnyoneHidden(root) ? 'hidden-ground' : 'procedure';
    case 'representative':
      return ORGANISATIONS.has(root.representative?.kind ?? '') && isAnyoneHidden(root)
        ? 'representative-organisation'
        : 'representative';
    case 'measure-text':
      return isAnyoneHidden(root) && namesUnknownPlace(value, root) ? 'exclusion-zone' : 'procedure';
    case 'evidence':
      return pointsHome(value, root) ? 'evidence-near-home' : fact.privacy;
    case 'evidence-source':
      return isAnyoneHidden(root) && !isVague(value) && INSTITUTION.test(String(value))
        ? 'evidence-institution'
        : 'evidence-source';
    case 'distribution':
    case 'distribution-kind':
    case 'recipient-name':
    case 'service-detail':
      return entryClass(fact, value);
    case 'service-place':
      if (isOfHiddenVictim(fact, root)) return fact.pointer.endsWith('/place') ? 'current-residence' : 'victim-contact';
      return fact.pointer.startsWith('/visits/') ? visitClass(fact) : entryClass(fact, value);
    case 'visit':
      return visitClass(fact);
    case 'visit-unit':
      return fact.inItem && pointsHome(value, root) ? 'visit-near-home' : visitClass(fact);
    default:
      return fact.privacy;
  }
}

/** Representatives whose name says in which district the victim now is. */
const ORGANISATIONS = new Set([
  'police',
  'civil-affairs',
  'womens-federation',
  'committee',
  'disabled-federation',
  'elderly-organization',
  'rescue-agency',
]);

/** Institutions that stand in one district: naming them names it. */
const INSTITUTION = /(?:医院|卫生院|诊所|派出所|公安|妇女联合会|妇联|委员会|学校|小学|中学|幼儿园|庇护|救助|中心|站)/;

function leafValue({ owners, pointer }: LeafFact): unknown {
  return owners.at(-1)?.[pointer.slice(pointer.lastIndexOf('/') + 1)];
}

function isVague(value: unknown): boolean {
  return typeof value === 'string' && isKindOfPlace(value);
}

/** Unknown counts as moved out (法发〔2022〕10号第四条, and the design's rule that unknown means withheld). */
function isAnyoneHidden({ victims }: Case): boolean {
  return victims.some(({ residence }) => residence.status !== 'cohabiting');
}

type Person = { minor?: boolean | undefined; birthDate?: string | undefined };

/** A flag, a birth date under eighteen, or neither: who may be a minor is treated as one. */
function isOfMinor({ owners }: LeafFact, root: Case): boolean {
  const { minor, birthDate } = owners[1] as Person;
  const day = root.order?.decidedAt ?? root.warning?.decidedAt ?? root.application?.receivedAt;
  if (minor === true || birthDate === undefined || day === undefined) return minor ?? true;
  return ageOn(birthDate, calendarDate(day)) < 18;
}

type Entry = { recipient?: { kind?: string; party?: string }; subject?: string; party?: string };

/** Whether an entry of `service` or `visits` is about a victim who does not live with the respondent. */
function isOfHiddenVictim({ owners, pointer }: LeafFact, root: Case): boolean {
  const entry = owners[1] as Entry;
  const isVictims =
    entry.recipient?.kind === 'victim' || (pointer.startsWith('/visits/') && entry.subject === 'victim');
  if (!isVictims) return false;
  const index = Number(/^\/victims\/(\d)$/.exec(entry.recipient?.party ?? entry.party ?? '')?.[1]);
  const victim = root.victims[index];
  return victim === undefined ? isAnyoneHidden(root) : victim.residence.status !== 'cohabiting';
}

/** Entries of a list of addressees: only the one the copy is made for is anybody's business. */
function entryClass(fact: LeafFact, value: unknown): string {
  if (!fact.inItem) return isVague(value) || fact.privacy === 'service-detail' ? 'entry-detail' : 'entry-of-others';
  const kind = (fact.owners[1] as Entry).recipient?.kind;
  const side = kind === 'respondent' || kind === 'victim' ? kind : 'agency';
  return `${WORDS.has(fact.privacy) ? 'detail' : 'entry'}-of-${side}`;
}

/** Words about an entry, which name nobody: a home may be written into them. */
const WORDS = new Set(['service-detail', 'service-place']);

function visitClass(fact: LeafFact): string {
  if (!fact.inItem) return 'visit-of-others';
  return (fact.owners[1] as Entry).subject === 'respondent' ? 'visit-of-respondent' : 'visit-of-victim';
}
