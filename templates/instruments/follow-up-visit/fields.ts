import { type Clause, readPointer } from '../../../src/authoring';
import type { CaseView } from '../../case/schema';
import type { CaseLaw } from '../../law';
import { tickBoxes } from '../../wording/form-rows';
import { WITHHELD } from '../../wording/withheld';

export type VisitView = NonNullable<CaseView['visits']>[number];

/** What every part of the sheet is made from. */
export type SheetInput = { view: CaseView; visit: VisitView; law: CaseLaw; clause: Clause };

/** Whom a sheet is about, as its title says it. */
export const SUBJECTS = { victim: '申请人', respondent: '被申请人' } as const;

/** The word for a code, or all words to be ticked by hand when the case does not say. */
export function chosen<Code extends string>(labels: Readonly<Record<Code, string>>, code: Code | undefined): string {
  return code === undefined ? tickBoxes(Object.values(labels)) : labels[code];
}

/** 是 or 否, or both to be ticked by hand. */
export function yesOrNo(value: boolean | undefined): string {
  if (value === undefined) return tickBoxes(['是', '否']);
  return value ? '是' : '否';
}

/** Name of the visited person; a blank where there are several and the entry does not say which. */
export function visitedName(view: CaseView, { subject, party }: VisitView): string {
  const parties = subject === 'respondent' ? view.respondents : view.victims;
  if (party === undefined) return parties?.length === 1 ? (parties[0]?.name ?? WITHHELD) : '';
  const person = readPointer(view, party) as { name?: string } | undefined;
  return person?.name ?? WITHHELD;
}
