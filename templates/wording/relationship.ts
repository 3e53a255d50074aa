import type { View } from '../../src/authoring';
import type { Case } from '../case/schema';

const TEXTS: Record<Case['relationship'], string> = {
  spouse: '系夫妻关系',
  'former-spouse': '原系夫妻关系，现已离婚',
  'parent-child': '系父母子女关系',
  siblings: '系兄弟姐妹关系',
  'grandparent-grandchild': '系祖孙关系',
  cohabitant: '系同居关系',
  'in-law': '系共同生活的姻亲关系',
  guardianship: '系共同生活的监护、扶养、寄养关系',
  'former-partner': '曾有恋爱、同居关系',
};

type Pair = { victim: number; respondent: number };

/**
 * What a victim is to a respondent, to follow 与被申请人某某: 系夫妻关系. The case names the relation of the first of
 * each side, and of further victims where their entry says it; of a further respondent it says nothing.
 */
export function relationOf(view: View<Case>, { victim, respondent }: Pair): string | undefined {
  if (respondent > 0) return undefined;
  const own = view.victims?.[victim]?.relationToRespondent?.replace(/^系|关系$/g, '');
  if (own !== undefined) return `系${own}关系`;
  return victim > 0 || view.relationship === undefined ? undefined : TEXTS[view.relationship];
}

const CO_RESIDENTS: readonly (Case['relationship'] | undefined)[] = ['cohabitant', 'in-law', 'guardianship'];

/** Whether the two sides live together without being family members (反家庭暴力法第三十七条). */
export function isCoResident(relationship: Case['relationship'] | undefined): boolean {
  return CO_RESIDENTS.includes(relationship);
}

/** Whether a provision that holds for some relations only applies to this one; see `operativeBases` in `law.ts`. */
export function relationConditions({ relationship, victims = [] }: View<Case>) {
  const isOver = relationship === 'former-spouse' || relationship === 'former-partner';
  return {
    'co-resident': isCoResident(relationship),
    'former-spouse': relationship === 'former-spouse',
    // 妇女权益保障法第二十九条 protects women.
    'ended-relationship': isOver && victims.some(({ sex }) => sex !== 'male'),
  };
}
