import { type Block, cell, labelCell, row } from '../../../src/authoring';
import { COMPLIANCE } from '../../case/visit';
import { orderMeasures } from '../../wording/measures';
import { asPhrase } from '../../wording/sentence';
import { chosen, type SheetInput, type VisitView } from './fields';

/** In mm. The three boxes to tick fit on one line with some room: readers’ fonts have wider blanks than ours. */
const COLUMNS = [13, 73, 46, 24];

/** 逐项: every measure of the order with what the visit found; a measure nobody asked about stays to be ticked. */
export function complianceTable({ view, visit, law, clause }: SheetInput): Block {
  const granted = view.order?.measures ?? [];
  const inOrder = law.lists.measures.flatMap((rule) => granted.filter(({ id }) => id === rule.id));
  const rows = inOrder.map((measure, index) => {
    const text = clause('measure', { measures: orderMeasures({ measures: [measure], law, view }) }).map(asPhrase);
    const found = (visit.compliance ?? []).find((entry) => entry.measure === measure.id);
    return row([
      cell(String(index + 1), { align: 'center' }),
      cell(text),
      cell(chosen(COMPLIANCE, found?.status), { align: 'center' }),
      cell(found?.note ?? ''),
    ]);
  });
  const header = row([labelCell('序号'), labelCell('保护措施'), labelCell('遵守情况'), labelCell('说明')]);
  return { kind: 'table', columns: COLUMNS, headerRows: 1, rows: [header, ...rows] };
}

/**
 * Whether violence happened again: what the case says, otherwise no when every measure that was asked about was kept.
 * Undefined when the visit leaves it open.
 */
export function hasRecurred({ recurrence, compliance = [] }: VisitView): boolean | undefined {
  if (recurrence !== undefined) return true;
  const isAllKept = compliance.length > 0 && compliance.every(({ status }) => status === 'complied');
  return isAllKept ? false : undefined;
}
