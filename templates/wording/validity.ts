import { addMonths, chineseNumber, toBeijing, type View } from '../../src/authoring';
import type { Case } from '../case/schema';

type OrderView = View<NonNullable<Case['order']>>;

export type Validity = {
  /** 六, as in 六个月; undefined when the order gives a last day only. */
  months?: string | undefined;
  /** Last day on which the order is in force, YYYY-MM-DD. */
  lastDay: string;
};

/**
 * How long an order is in force: from its making for so many months, or until a day (反家庭暴力法第三十条). The day on
 * which it is made does not count (民法典第二百零一条、第二百零二条).
 */
export function orderValidity(order: OrderView | undefined): Validity | undefined {
  const { validity, decidedAt } = order ?? {};
  if (validity?.months !== undefined && decidedAt !== undefined) {
    const end = addMonths(toBeijing(decidedAt).date, validity.months);
    return { months: chineseNumber(validity.months), lastDay: validity.until ?? end };
  }
  return validity?.until === undefined ? undefined : { lastDay: validity.until };
}
