import { type Instrument, type Law, type LawValues, type Templates, z } from '../src/authoring';
import { REPRESENTATIVE_KINDS, REPRESENTATIVE_REASONS } from './case/facts';
import type { Case } from './case/schema';
import { NOTICE_METHODS, SERVICE_METHODS } from './case/service';

/** The number that an item has in the act: papers number what they state themselves. */
const NUMBER_OF_ITEM = /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、])/;

/** Words of the law that are printed: an empty text would leave a number or a mark alone on the page. */
const sentence = z
  .string()
  .trim()
  .min(1)
  .refine((text) => !NUMBER_OF_ITEM.test(text), 'Must be written without the number that it has in the act');

/**
 * What the law of a jurisdiction can say. The values stand in `jurisdictions/<id>/jurisdiction.json`, each with the
 * provisions it rests on; a province states only its differences.
 */
export const lawParameters = {
  /** Hours from accepting the report to deciding on a warning. */
  warningDecisionHours: z.int().positive(),
  /** The same where the rule counts days; where both hold, hours come first. */
  warningDecisionDays: z.int().positive(),
  /** Copies of a warning letter. */
  warningCopies: z.int().positive(),
  /** Days from delivery of the warning to the first visit. */
  firstVisitDays: z.int().positive(),
  /** The same where the rule counts months; where both hold, the earlier day counts. */
  firstVisitMonths: z.int().positive(),
  /** Months between later visits. */
  visitIntervalMonths: z.int().positive(),
  /** Clean visits in a row after which visiting ends. */
  cleanVisitsToStop: z.int().positive(),
  /** Hours from accepting the application to the order or its refusal. */
  orderDecisionHours: z.int().positive(),
  orderUrgentDecisionHours: z.int().positive(),
  /** Hours from making the order to its service. */
  orderServiceHours: z.int().positive(),
  orderMaxMonths: z.int().positive(),
  /** Days to ask for reconsideration. */
  reviewDays: z.int().positive(),
  fineMaxYuan: z.int().positive(),
  detentionMaxDays: z.int().positive(),
  /** Hours within which the police verify the parties' situation after receiving an order. */
  policeVerificationHours: z.int().positive(),
  /** Days within which an entrusted court serves. */
  entrustedServiceDays: z.int().positive(),
  /** Days after which service by public notice is deemed done. */
  publicNoticeDays: z.int().positive(),
  /** What general and urgent orders are called where the local rules name two kinds. */
  orderKindNames: z.strictObject({ general: sentence, urgent: sentence }),
} as const;

/** The codes of a field of the case: a code that the field does not have would make a rule that never applies. */
function codesOf<Code extends string>(labels: Readonly<Record<Code, string>>) {
  return z.array(z.enum(Object.keys(labels) as [Code, ...Code[]])).min(1);
}

const recipientKind = z.enum([
  'respondent',
  'victim',
  'police',
  'committee',
  'womens-federation',
  'school',
  'employer',
  'governance-center',
  'organization',
]);

export const lawLists = {
  /** Measures of an order in the local order and wording. `other` needs a text of its own; `place` names places. */
  measures: z.strictObject({
    text: sentence,
    other: z.boolean().optional(),
    place: z.boolean().optional(),
    vacate: z.boolean().optional(),
  }),
  /** Circumstances in which a warning letter must (or generally must) be issued. */
  warningGrounds: z.strictObject({ text: sentence }),
  /** Provisions a warning letter cites, in the order of citation; `when` as for `operativeBases`. */
  warningBases: z.strictObject({ when: z.enum(['always', 'co-resident', 'former-spouse']) }),
  /** What follows when violence is used again after a warning: whole sentences, no number. */
  warningConsequences: z.strictObject({ text: sentence }),
  /** Who must or may be told of a warning. */
  warningRecipients: z.strictObject({ kind: recipientKind, text: sentence, mandatory: z.boolean() }),
  /**
   * Provisions of the operative sentence, in the order of citation; never an Opinion.
   * - `represented`: someone applied on the applicant's behalf, whom a local regulation must name in `representatives`;
   *   `represented-frail`: because of age, disability, illness
   * - `other-measure`: a measure that is granted rests on this same provision
   * - `co-resident`: the parties live or lived together without being family members; `former-spouse`: they were married
   * - `ended-relationship`: a woman is pursued after courtship, a love relationship or a marriage
   */
  operativeBases: z.strictObject({
    when: z.enum([
      'always',
      'grant',
      'deny',
      'represented',
      'represented-frail',
      'other-measure',
      'co-resident',
      'former-spouse',
      'ended-relationship',
    ]),
  }),
  /** What follows when the respondent breaks an order: whole sentences, no number. */
  orderConsequences: z.strictObject({ text: sentence }),
  /** To whom an order must or may be served. */
  orderRecipients: z.strictObject({ kind: recipientKind, text: sentence, mandatory: z.boolean() }),
  /** What an organ or organisation is asked to do, by its kind. */
  assistanceItems: z.strictObject({ kind: recipientKind, text: sentence }),
  /** What follows when a unit refuses to assist. */
  assistanceConsequences: z.strictObject({ text: sentence }),
  /** Kinds of representative who may apply on another's behalf, and the grounds on which they may. */
  representatives: z.strictObject({
    kinds: codesOf(REPRESENTATIVE_KINDS),
    grounds: codesOf(REPRESENTATIVE_REASONS),
  }),
  /** How addressees may be told of an order before it is served, by method; it replaces no service. */
  advanceNoticeRules: z.strictObject({ methods: codesOf(NOTICE_METHODS), text: sentence }),
  /** Rule printed under a service receipt, by method of service. */
  serviceRules: z.strictObject({ methods: codesOf(SERVICE_METHODS), text: sentence }),
} as const;

export type CaseLaw = Law<LawValues<typeof lawParameters>, LawValues<typeof lawLists>>;
export type CaseInstrument = Instrument<Case, CaseLaw>;
export type CaseTemplates = Templates<Case, typeof lawParameters, typeof lawLists>;
