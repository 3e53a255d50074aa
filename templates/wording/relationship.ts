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

/** What one person is to another (女儿), unlike the relation between the two (父女). */
const KIN =
  /^(?:前|继|养|同居|未婚)?(?:父亲?|母亲?|爸爸|妈妈|儿子|女儿|子|女|妻子?|夫|丈夫|配偶|外?祖父|外?祖母|爷爷|奶奶|外公|外婆|外?孙子?|外?孙女|哥哥|姐姐|弟弟|妹妹|儿媳|女婿|公公|婆婆|岳父|岳母|女友|男友)$/;

type Pair = { victim: number; respondent: number };

/** The relation of a victim to a respondent: `relation` follows 与某某 (系夫妻关系), `kin` follows 系某某的 (女儿). */
export type Relation = { relation: string } | { kin: string };

/**
 * What a victim is to a respondent. The case names the relation of the first of each side, and of others where the
 * victim's entry says it; undefined where it says nothing.
 */
export function relationOf(view: View<Case>, { victim, respondent }: Pair): Relation | undefined {
  const own = statedRelation(view, { victim, respondent });
  if (own !== undefined) return KIN.test(own) ? { kin: own } : { relation: `系${own}关系` };
  if (victim > 0 || respondent > 0 || view.relationship === undefined) return undefined;
  return { relation: TEXTS[view.relationship] };
}

/** The relation as the victim's entry has it, without 系 and 关系. */
function statedRelation({ victims }: View<Case>, { victim, respondent }: Pair): string | undefined {
  const { relationToRespondent, relationsToOthers = [] } = victims?.[victim] ?? {};
  const other = relationsToOthers.find((entry) => entry.respondent === `/respondents/${respondent}`);
  return (other?.relation ?? (respondent > 0 ? undefined : relationToRespondent))?.replace(/^系|关系$/g, '');
}

/** 法释〔2022〕17号第四条、公通字〔2024〕34号第二十四条, in the words of those who fill the field. */
const OUTSIDE_FAMILY = /儿媳|女婿|公公|婆婆|岳父|岳母|婆媳|公媳|翁媳|翁婿|岳婿|姻亲|监护|扶养|寄养|同居/;

const CO_RESIDENTS: readonly (Case['relationship'] | undefined)[] = ['cohabitant', 'in-law', 'guardianship'];
const FORMER: readonly (Case['relationship'] | undefined)[] = ['former-spouse', 'former-partner'];

/**
 * Whether a respondent, or any of them, lives with a victim without being her family (反家庭暴力法第三十七条): by their
 * relation, or because they still share a home after a marriage or a love relationship has ended.
 */
export function isCoResident(view: View<Case>, respondent?: number): boolean {
  const { relationship, victims = [], respondents = [] } = view;
  const isByCase =
    CO_RESIDENTS.includes(relationship) ||
    (FORMER.includes(relationship) && victims.some(({ residence }) => residence?.status === 'cohabiting'));
  return (respondent === undefined ? respondents.map((_, place) => place) : [respondent]).some((place) => {
    const stated = victims.flatMap((_, victim) => statedRelation(view, { victim, respondent: place }) ?? []);
    if (stated.some((relation) => OUTSIDE_FAMILY.test(relation))) return true;
    return isByCase && (place === 0 || stated.length === 0);
  });
}

/** Whether a provision that holds for some relations only applies to this one; see `operativeBases` in `law.ts`. */
export function relationConditions(view: View<Case>, respondent?: number) {
  const { relationship } = view;
  return {
    'co-resident': isCoResident(view, respondent),
    'former-spouse': relationship === 'former-spouse',
    'ended-relationship': FORMER.includes(relationship) && isWomanProtected(view),
  };
}

/**
 * 妇女权益保障法第二十九条 protects women. Copies that may not state the victim's sex must cite the same as the others: they
 * go by the respondent's.
 */
function isWomanProtected({ victims = [], respondents = [] }: View<Case>): boolean {
  const isByWoman = respondents.length > 0 && respondents.every(({ sex }) => sex === 'female');
  return victims.some(({ sex }) => (sex === undefined ? !isByWoman : sex === 'female'));
}
