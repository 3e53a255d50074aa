import { addMonths, calendarDate } from '../../../src/authoring';
import type { Case } from '../schema';

/** The last day of an order (民法典第二百零一条、第二百零二条); undefined when the case does not say. */
export function validUntil(order: Case['order']): string | undefined {
  if (order?.validity === undefined) return undefined;
  const { months, until } = order.validity;
  if (until !== undefined) return until;
  return months === undefined ? undefined : addMonths(calendarDate(order.decidedAt), months);
}
