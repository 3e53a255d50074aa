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

/** What the two sides are to each other, to follow the names of both: 系夫妻关系. */
export function relationText(relationship: Case['relationship'] | undefined): string | undefined {
  return relationship === undefined ? undefined : TEXTS[relationship];
}

const CO_RESIDENTS: readonly (Case['relationship'] | undefined)[] = ['cohabitant', 'in-law', 'guardianship'];

/** Whether the two sides live together without being family members (反家庭暴力法第三十七条). */
export function isCoResident(relationship: Case['relationship'] | undefined): boolean {
  return CO_RESIDENTS.includes(relationship);
}

/** Whether the marriage or love relationship has ended (妇女权益保障法第二十九条). */
export function hasEnded(relationship: Case['relationship'] | undefined): boolean {
  return relationship === 'former-spouse' || relationship === 'former-partner';
}
