import type { LeafFact } from '../../../src/authoring';
import { entryRows, type Row } from '../privacy/entry-classes';
import { pointsHome } from '../privacy/near-home';
import { shorterPlaceNames } from '../privacy/place-names';
import type { Case } from '../schema';
import { lawyerNames, spokenNames } from './organ-names';

/** An addressee near the new home is not to be named in speech either; one that the respondent knows of is no lead. */
function leadingNames(name: string, { owners }: LeafFact): string[] {
  return pointsHome(name, owners[0] as Case) ? spokenNames(name) : [];
}

const MEDICAL = /医院|卫生|诊所|保健/u;

/** The same for who gave evidence: where she was treated is her whereabouts in any place, in all its names. */
export function sourceNames(name: string, fact: LeafFact): string[] {
  return MEDICAL.test(name)
    ? spokenNames(name)
    : [...new Set([...shorterPlaceNames(name), ...leadingNames(name, fact)])];
}

/** Who receives papers for her, and the organ near her home that does. */
export function contactNames(name: string, fact: LeafFact): string[] {
  return [...lawyerNames(name), ...leadingNames(name, fact)];
}

/** The classes of entries, with the names by which an addressee would give the new home away. */
export const rowsOfEntries: Record<string, Row> = Object.fromEntries(
  Object.entries(entryRows).flatMap(([name, row]) => [
    [name, name === 'entry-of-others' ? { ...row, spellings: leadingNames } : row],
    ...(row.anchor && name.startsWith('entry-') ? [[name.replace('entry', 'detail'), withoutNames(row)]] : []),
  ]),
);

/** The words of an entry are shown to whom its names are shown; but they name nobody, and a home may stand in them. */
function withoutNames({ anchor, ...row }: Row): Row {
  return row;
}
