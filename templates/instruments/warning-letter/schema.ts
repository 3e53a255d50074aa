import { calendarDate, type View } from '../../../src/authoring';
import { type Case, caseWith } from '../../case/schema';
import { evidenceText } from '../../wording/evidence';

/** A case from which a warning letter can be made. */
export const warningLetterSchema = caseWith('police', 'incidents', 'warning');

type Warning = NonNullable<Case['warning']>;
export type WarningView = View<Warning>;

/** Number, reading and signature of one respondent's letter. */
export type LetterView = Pick<WarningView, 'number' | 'readAloudAt' | 'readAloudPlace' | 'signature' | 'refusal'>;

/**
 * The letter of a respondent: his own entry among `letters`, or the warning itself, which is the letter of the first
 * respondent. Undefined when a further respondent has no entry.
 */
export function letterOf(warning: WarningView | undefined, respondent: number): LetterView | undefined {
  const own = warning?.letters?.find((letter) => letter.respondent === `/respondents/${respondent}`);
  return own ?? (respondent === 0 ? warning : undefined);
}

/** The kinds of evidence that a letter names; its own kind is none of them. Undefined when there is no other. */
export function letterEvidence(evidence: View<NonNullable<Case['evidence']>> | undefined): string | undefined {
  return evidenceText(evidence?.filter(({ type }) => type !== 'warning-or-penalty'));
}

type IncidentView = View<NonNullable<Case['incidents']>[number]>;

type Selection = { decidedAt: string | undefined; respondent: number };

/**
 * What a respondent is warned of: nothing that came after the decision, and nothing that only others did. An incident
 * that does not say who did it is everybody's.
 */
export function incidentsOf<Incident extends IncidentView>(
  incidents: readonly Incident[] | undefined,
  { decidedAt, respondent }: Selection,
): Incident[] {
  return (incidents ?? []).filter(({ occurredAt, respondents }) => {
    if (respondents?.includes(`/respondents/${respondent}`) === false) return false;
    if (occurredAt === undefined || decidedAt === undefined) return true;
    return occurredAt.length === 10
      ? occurredAt <= calendarDate(decidedAt)
      : Date.parse(occurredAt) <= Date.parse(decidedAt);
  });
}
