import type { LeafFact } from '../../../src/authoring';
import type { Case } from '../schema';

/** The six digits of the division where a number was first registered (GB 11643-1999). */
const divisionOf = (number: string | undefined) => /^(\d{6})\d{11}[\dX]$/.exec(number ?? '')?.[1];

/**
 * The division in an ID number, unless the respondent comes from the same one: alone, it still says where the holder's
 * family lives.
 */
export function birthPlaceCode(number: string, { owners }: LeafFact): string[] {
  const code = divisionOf(number);
  const { respondents } = owners[0] as Case;
  const isShared = respondents.some(({ idDocument }) => divisionOf(idDocument.number) === code);
  return code === undefined || isShared ? [] : [code];
}
