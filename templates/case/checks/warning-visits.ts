import { addDays, addMonths, calendarDate } from '../../../src/authoring';
import type { CaseLaw } from '../../law';
import { type Check, error, notice, when } from './finding';
import { deliveredOn } from './warning';

/** Visits after a warning: the first within days, the next every few months, none after enough clean ones. */
export const checkWarningVisits: Check = ({ case: { warning }, law, now }) => {
  const { visitIntervalMonths, cleanVisitsToStop } = law.parameters;
  if (warning === undefined) return [];
  const today = calendarDate(now);
  const delivered = deliveredOn(warning);
  const visits = warning.visits ?? [];
  const [first] = visits;
  const last = visits.at(-1);
  const firstDue = firstVisitLimit(law, delivered);
  const isDone = cleanVisitsToStop !== undefined && cleanTail(visits) >= cleanVisitsToStop.value;
  const nextDue =
    last === undefined || visitIntervalMonths === undefined || isDone
      ? undefined
      : addMonths(last.visitedOn, visitIntervalMonths.value);
  return [
    ...visits.flatMap(({ visitedOn }, index) =>
      when(
        visitedOn < delivered,
        error({
          pointer: `/warning/visits/${index}/visitedOn`,
          code: 'WARNING_VISIT_TOO_EARLY',
          detail: '查访日期早于送交告诫书之日，请改正',
        }),
      ),
    ),
    ...when(
      firstDue !== undefined && (first?.visitedOn ?? today) > firstDue.day,
      notice({
        pointer: first === undefined ? '/warning/visits' : '/warning/visits/0/visitedOn',
        code: 'WARNING_FIRST_VISIT_LATE',
        detail: `首次查访应当在送交告诫书后${firstDue?.span ?? ''}内进行，已逾期，请${first === undefined ? '立即查访' : '说明原因'}`,
        ...(firstDue === undefined ? {} : { citation: firstDue.citation }),
      }),
    ),
    ...when(
      nextDue !== undefined && nextDue < today,
      notice({
        pointer: '/warning/visits',
        code: 'WARNING_NEXT_VISIT_LATE',
        detail: `首次查访以后每 ${visitIntervalMonths?.value ?? 0} 个月查访一次，下一次已逾期，请补录或者立即查访`,
        ...(visitIntervalMonths === undefined ? {} : { citation: visitIntervalMonths.citation }),
      }),
    ),
    ...visits.flatMap(({ sequence }, index) =>
      when(
        sequence !== index + 1,
        notice({
          pointer: `/warning/visits/${index}/sequence`,
          code: 'VISIT_SEQUENCE',
          detail: '查访次数不连续，请核对有无漏录',
        }),
      ),
    ),
  ];
};

/** The last day for the first visit. Rules that count days and rules that count months may both hold: the stricter one. */
function firstVisitLimit({ parameters }: CaseLaw, delivered: string) {
  const { firstVisitDays: days, firstVisitMonths: months } = parameters;
  const limits = [
    ...(days === undefined ? [] : [{ ...days, day: addDays(delivered, days.value), span: ` ${days.value} 日` }]),
    ...(months === undefined
      ? []
      : [{ ...months, day: addMonths(delivered, months.value), span: ` ${months.value} 个月` }]),
  ];
  return limits.sort((one, other) => (one.day < other.day ? -1 : 1))[0];
}

/** How many visits in a row, counted from the last, found no new violence. */
function cleanTail(visits: readonly { recurrence: boolean }[]): number {
  const lastDirty = visits.findLastIndex(({ recurrence }) => recurrence);
  return visits.length - 1 - lastDirty;
}
