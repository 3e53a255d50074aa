import type { View } from '../../../src/authoring';
import { type Case, caseWith } from '../../case/schema';

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

type IncidentView = View<NonNullable<Case['incidents']>[number]>;

/** What happened up to the decision: the letter cannot warn of what came after it. */
export function incidentsBefore<Incident extends IncidentView>(
  incidents: readonly Incident[] | undefined,
  decidedAt: string | undefined,
): Incident[] {
  if (decidedAt === undefined) return [...(incidents ?? [])];
  return (incidents ?? []).filter(({ occurredAt }) => {
    if (occurredAt === undefined) return true;
    return occurredAt.length === 10
      ? occurredAt <= decidedAt.slice(0, 10)
      : Date.parse(occurredAt) <= Date.parse(decidedAt);
  });
}
