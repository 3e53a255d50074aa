import type { LeafFact, Policy } from '../../../src/authoring';

const PHONE = /^\+?[\d０-９][\d０-９\s()（）-]{5,23}$/;
/** A number with the word that makes it a door: 17号, 五栋, 604室. */
const DOOR = /[0-9０-９一二三四五六七八九十百〇零]\s*(?:号|栋|幢|座|单元|弄|组|室)/u;
const NAMES = new Set(['informant', 'victim-name', 'relative-name']);
const NUMBERS = new Set(['victim-id-number', 'respondent-id-number']);
const PLACES = new Set(['service-place', 'victim-location']);

/** What a withheld text is: the search knows how each kind is written otherwise. */
export function kindOfFact({ privacy }: LeafFact, value: string): ReturnType<Policy['kindOf']> {
  if (NUMBERS.has(privacy)) return 'id';
  if (PHONE.test(value)) return 'phone';
  if (NAMES.has(privacy)) return 'name';
  return PLACES.has(privacy) && DOOR.test(value) ? 'address' : 'text';
}
