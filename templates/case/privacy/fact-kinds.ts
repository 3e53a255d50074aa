import type { LeafFact, Policy } from '../../../src/authoring';

const PHONE = /^\+?[\d０-９][\d０-９\s()（）-]{5,23}$/;
/** A number with the word that makes it a door: 17号, 五栋, 604室. */
const DOOR = /[0-9０-９一二三四五六七八九十百〇零]\s*(?:号|栋|幢|座|单元|弄|组|室)/u;
const NAMES = new Set(['informant', 'victim-name', 'relative-name']);
const NUMBERS = new Set(['victim-id-number', 'respondent-id-number']);
const PLACES = new Set(['service-place', 'victim-location']);

/** Where an organ sees people; its rooms and counters have numbers, too. */
const OFFICE =
  /法院|法庭|公安|派出所|司法所|民政|妇联|联合会|委员会|[居村]委会|中心|救助|窗口|接待|办公|大厅|调解|学校|小学|医院/u;

/** What a withheld text is: the search knows how each kind is written otherwise. */
export function kindOfFact(fact: LeafFact, value: string): ReturnType<Policy['kindOf']> {
  const { privacy, pointer } = fact;
  if (pointer.endsWith('/place'))
    return isVictims(fact) && DOOR.test(value) && !OFFICE.test(value) ? 'address' : 'text';
  if (NUMBERS.has(privacy)) return 'id';
  if (PHONE.test(value)) return 'phone';
  if (NAMES.has(privacy)) return 'name';
  return PLACES.has(privacy) && DOOR.test(value) ? 'address' : 'text';
}

/** Whether an entry of a list is about a victim: who visits her or brings her a paper writes down where she lives. */
function isVictims({ owners }: LeafFact): boolean {
  const { recipient, subject } = owners[1] as { recipient?: { kind?: string }; subject?: string };
  return recipient?.kind === 'victim' || subject === 'victim';
}
