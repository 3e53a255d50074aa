import { calendarDate, type Finding } from '../../../src/authoring';
import type { Case } from '../schema';
import { type Check, citing, error, notice, when } from './finding';
import { validUntil } from './valid-until';

type Visit = NonNullable<Case['visits']>[number];
type Numbered = { visit: Visit; pointer: string };

/** Follow-up visits under an order: who goes, when, in which order, and the summary at the end. */
export const checkVisits: Check = (input) => {
  const visits = (input.case.visits ?? []).map((visit, index) => ({ visit, pointer: `/visits/${index}` }));
  const persons = new Map<string, Numbered[]>();
  for (const at of visits) {
    const person = `${at.visit.subject} ${at.visit.party ?? ''}`;
    persons.set(person, [...(persons.get(person) ?? []), at]);
  }
  return [
    ...visits.flatMap((at) => checkVisit(at, input)),
    ...[...persons.values()].flatMap((series) => checkSeries(series, input)),
  ];
};

function checkVisit({ visit, pointer }: Numbered, { case: { order }, law, now }: Parameters<Check>[0]): Finding[] {
  const visitedOn = calendarDate(visit.visitedAt);
  return [
    ...when(
      order !== undefined && Date.parse(visit.visitedAt) < Date.parse(order.decidedAt),
      error({
        pointer: `${pointer}/visitedAt`,
        code: 'VISIT_BEFORE_ORDER',
        detail: '回访时间早于作出裁定的时间，请改正',
      }),
    ),
    ...when(
      visitedOn > calendarDate(now),
      notice({ pointer: `${pointer}/visitedAt`, code: 'VISIT_IN_FUTURE', detail: '回访时间晚于现在，请核对' }),
    ),
    ...when(
      visitedOn > visit.dueOn,
      notice({ pointer: `${pointer}/visitedAt`, code: 'VISIT_LATE', detail: '回访晚于应当回访日期，请说明原因' }),
    ),
    ...when(
      visit.visitors.length < 2,
      notice({
        pointer: `${pointer}/visitors`,
        code: 'VISIT_ONE_VISITOR',
        detail: '回访一般由两人以上进行，请核对回访人',
      }),
    ),
    ...when(
      visit.recurrence !== undefined && visit.disposition === 'continue',
      notice({
        pointer: `${pointer}/disposition`,
        code: 'VISIT_RECURRENCE_UNREPORTED',
        detail: '再次发生家庭暴力的，应当帮助受害人及时与人民法院、公安机关联系，请核对处置意见',
        ...citing(law, 'order-opinion-18'),
      }),
    ),
    ...when(
      visit.expirySummary !== undefined && visit.expirySummary.signedAt === undefined,
      notice({
        pointer: `${pointer}/expirySummary/signedAt`,
        code: 'SUMMARY_UNSIGNED',
        detail: '期满汇总应当由当事人签字后向人民法院反馈，签字栏留空，请当场签字',
        ...citing(law, 'order-opinion-18'),
      }),
    ),
  ];
}

/** The visits to one person. */
function checkSeries(series: readonly Numbered[], { case: { order }, law, now }: Parameters<Check>[0]): Finding[] {
  const last = series.at(-1);
  const until = validUntil(order);
  const isOver = until !== undefined && calendarDate(now) > until;
  return [
    ...series.flatMap(({ visit, pointer }, index) => [
      ...when(
        visit.sequence !== index + 1,
        notice({
          pointer: `${pointer}/sequence`,
          code: 'VISIT_SEQUENCE',
          detail: '对同一人的回访次数不连续，请核对有无漏录',
        }),
      ),
      ...when(
        visit.expirySummary !== undefined && visit !== last?.visit,
        notice({
          pointer: `${pointer}/expirySummary`,
          code: 'SUMMARY_NOT_LAST',
          detail: '期满汇总应当写在对该当事人的最后一次回访中，请核对',
        }),
      ),
    ]),
    ...when(
      isOver && last?.visit.expirySummary === undefined,
      notice({
        pointer: `${last?.pointer ?? '/visits'}/expirySummary`,
        code: 'SUMMARY_MISSING',
        detail: '保护令有效期已满，应当由当事人签字后向人民法院反馈，请填写期满汇总',
        ...citing(law, 'order-opinion-18'),
      }),
    ),
  ];
}
