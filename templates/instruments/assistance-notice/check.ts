import { type CheckInput, calendarDate, cite, type Finding } from '../../../src/authoring';
import type { Case } from '../../case/schema';
import type { CaseLaw } from '../../law';
import { itemTexts } from './notice';

/** What a notice asks of its order and its entry. */
export function checkNotice({ case: root, law, item }: CheckInput<Case, CaseLaw>): Finding[] {
  const entry = item === undefined ? undefined : root.assistance?.[item.index];
  const { order } = root;
  if (item === undefined || entry === undefined || order === undefined) return [];
  const findings: Finding[] = [];
  if (order.outcome !== 'grant') {
    findings.push({
      severity: 'error',
      pointer: '/order/outcome',
      code: 'ASSISTANCE_WITHOUT_ORDER',
      detail: '未作出人身安全保护令的，没有需要协助执行的内容，不得制作协助执行通知书',
      ...citation(law, 'dv-law-32'),
    });
  }
  if (itemTexts({ entry, law }).length === 0) {
    findings.push({
      severity: 'error',
      pointer: `${item.pointer}/items`,
      code: 'ASSISTANCE_ITEMS_MISSING',
      detail: '协助执行通知书应当明确载明协助事项；本地规定没有列明这类单位的协助事项，请填写“items”',
      ...citation(law, 'order-opinion-16'),
    });
  }
  if (entry.returnBy !== undefined && entry.returnBy < calendarDate(order.decidedAt)) {
    findings.push({
      severity: 'error',
      pointer: `${item.pointer}/returnBy`,
      code: 'RETURN_BEFORE_ORDER',
      detail: '回执期限早于裁定作出之日，请改正',
    });
  }
  return findings;
}

/** The provision, if it is in force on the day of the notice. */
function citation(law: CaseLaw, id: string): { citation?: string } {
  const basis = law.basis(id);
  return basis === undefined ? {} : { citation: cite([basis]) };
}
