import { calendarDate } from '../../../src/authoring';
import type { Case } from '../../case/schema';
import type { CaseInstrument } from '../../law';
import { MEASURE_NAMES } from '../../wording/measures';
import { WITHHELD } from '../../wording/withheld';
import { checkVisit } from './check';
import type { VisitView } from './fields';
import { visitSchema } from './schema';
import { sheetBlocks } from './sheet';
import { summaryBlocks } from './summary';

type Entry = NonNullable<Case['visits']>[number];

const VARIANTS = {
  'victim-first': '申请人首次回访',
  'victim-nth': '申请人后续回访',
  'respondent-first': '被申请人首次回访',
  'respondent-nth': '被申请人后续回访',
  expiry: '期满回访，附汇总表',
} as const;

/** 回访单: a sheet for one visit to one person, with the summary that the party signs when the order ends. */
export const followUpVisit: CaseInstrument = {
  id: 'follow-up-visit',
  label: '人身安全保护令回访单',
  purpose: '记录协助执行单位在保护令有效期内对一名当事人的一次回访，期满时附由当事人签字的汇总表。',
  variants: VARIANTS,
  audiences: ['court-file'],
  schema: visitSchema,
  sections: ['visits'],
  item: {
    section: 'visits',
    label: '回访',
    audienceOf: () => 'court-file',
    // The visited person reads and signs the sheet before it goes to the court's file.
    readers: (entry) => [(entry as Entry).subject],
  },
  bases: ['order-opinion-4', 'order-opinion-18'],
  names: {
    ...MEASURE_NAMES,
    decidedOn: '裁定作出日期，阿拉伯数字',
    lastDay: '裁定有效期的最后一日，阿拉伯数字',
    policyCitation: '意见的条文',
  },
  // The sheet repeats the measures in the words of the ruling, whatever law has come into force since.
  lawDate: ({ order }) => (order === undefined ? undefined : calendarDate(order.decidedAt)),
  check: checkVisit,
  build({ view, item, law, clause, number }) {
    const visit = (item === undefined ? undefined : view.visits?.[item.index]) ?? {};
    const input = { view, visit, law, clause };
    return {
      // No code on the page: the sheet is filled in and signed by hand, what it then says is not what was registered.
      model: {
        title: `人身安全保护令回访单 ${number}`,
        blocks: [...sheetBlocks(input), ...summaryBlocks(input)],
        pageNumbers: true,
      },
      variant: variantOf(visit),
      issuer: view.court?.name ?? WITHHELD,
      datedOn: visit.visitedAt === undefined ? law.on : calendarDate(visit.visitedAt),
    };
  },
};

function variantOf({ expirySummary, subject = 'victim', sequence = 1 }: VisitView): keyof typeof VARIANTS {
  if (expirySummary !== undefined) return 'expiry';
  return `${subject}-${sequence === 1 ? 'first' : 'nth'}`;
}
