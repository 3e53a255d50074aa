import {
  type Block,
  type BuildInput,
  type Built,
  chineseDate,
  paragraphs,
  type Signatory,
  toBeijing,
} from '../../../src/authoring';
import { JUDGE_ROLES } from '../../case/court';
import type { Case } from '../../case/schema';
import type { CaseInstrument, CaseLaw } from '../../law';
import { WITHHELD } from '../../wording/withheld';
import { checkProtectionOrder } from './check';
import { ORDER_NAMES, orderData } from './data';
import { type OrderView, protectionOrderSchema } from './schema';

type Input = BuildInput<Case, CaseLaw>;

/** Order of the parts, from 首部 to 尾部. A part whose contents may not be stated or are absent is left out. */
const OPENING = ['parties', 'opening', 'claim', 'answer', 'findings'];
const GRANT = ['reasons-grant', 'basis', 'measures', 'validity', 'review-grant', 'consequences'];
const DENIAL = ['reasons-deny', 'basis', 'denial', 'review-deny'];

function build(input: Input): Built {
  const { view, clause, law, number, verifyUrl } = input;
  const { order = {}, court, application } = view;
  const data = orderData(input);
  const isDenied = order.outcome === 'deny';
  const decidedAt = order.decidedAt ?? law.on;
  const issuer = court?.name ?? WITHHELD;
  const missing = new Set([
    ...(application?.facts === undefined ? ['claim'] : []),
    ...(order.hearing === undefined ? ['answer'] : []),
  ]);
  const parts = [...OPENING, ...(isDenied ? DENIAL : GRANT)].filter((name) => !missing.has(name));
  const blocks: Block[] = [
    { kind: 'issuer', text: issuer },
    { kind: 'title', text: '民事裁定书' },
    { kind: 'number', text: order.caseNumber ?? WITHHELD, align: 'right' },
    ...parts.flatMap((name) => paragraphs(clause(name, data))),
    signature(order, decidedAt),
  ];
  return {
    model: {
      title: `民事裁定书（人身安全保护令） ${number}`,
      blocks,
      pageNumbers: true,
      qr: { payload: verifyUrl, caption: [`文书编号 ${number}`, '扫码可核验文书真伪'] },
    },
    variant: isDenied ? 'deny' : order.urgency === 'urgent' ? 'grant-urgent' : 'grant-general',
    issuer,
    datedOn: toBeijing(decidedAt).date,
  };
}

/** The bench in its order of rank; the court's seal covers the date. */
function signature({ judges = [], judgeAssistant, clerk }: OrderView, decidedAt: string): Block {
  const sign = (role: string, name: string | undefined): Signatory => (name === undefined ? { role } : { role, name });
  const signatories = Object.entries(JUDGE_ROLES).flatMap(([rank, title]) =>
    judges.filter(({ role }) => role === rank).map(({ name }) => sign(title, name)),
  );
  return {
    kind: 'signature',
    signatories,
    date: chineseDate(decidedAt),
    sealed: true,
    verification: '本件与原本核对无异',
    after: [...(judgeAssistant === undefined ? [] : [sign('法官助理', judgeAssistant)]), sign('书记员', clerk)],
  };
}

/** 民事裁定书（人身安全保护令）(反家庭暴力法第二十六条至第三十一条). */
export const protectionOrder: CaseInstrument = {
  id: 'protection-order',
  label: '民事裁定书（人身安全保护令）',
  purpose: '人民法院受理人身安全保护令申请后，以裁定作出人身安全保护令或者驳回申请。',
  variants: {
    'grant-general': '作出人身安全保护令',
    'grant-urgent': '情况紧急，作出人身安全保护令',
    deny: '驳回申请',
  },
  audiences: [
    'respondent',
    'victim',
    'police',
    'committee',
    'womens-federation',
    'school',
    'employer',
    'organization',
    'court-file',
  ],
  schema: protectionOrderSchema,
  sections: [
    'court',
    'victims',
    'respondents',
    'relationship',
    'relatives',
    'representative',
    'evidence',
    'application',
    'order',
  ],
  bases: [
    'dv-law-23-1',
    'dv-law-23-2',
    'dv-law-26',
    'dv-law-27',
    'dv-law-28',
    'dv-law-29',
    'dv-law-30',
    'dv-law-31',
    'dv-law-34',
    'dv-interp-6',
    'dv-interp-10',
  ],
  names: ORDER_NAMES,
  lawDate: ({ order }) => (order === undefined ? undefined : toBeijing(order.decidedAt).date),
  check: checkProtectionOrder,
  build,
};
