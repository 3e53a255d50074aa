import type { Finding } from '../../../src/authoring';
import { REPRESENTATIVE_KINDS, REPRESENTATIVE_REASONS } from '../facts';
import type { Case } from '../schema';
import { type Check, citing, error, notice, when } from './finding';

/** Those who act by agency or guardianship and need no ground of the anti-violence law. */
const AGENTS: Readonly<Record<string, readonly string[]>> = {
  lawyer: ['entrusted'],
  'legal-guardian': ['incapacity', 'limited-capacity'],
  'near-relative': ['entrusted'],
};

/** Grounds on which others may apply only as the victim wishes (法释〔2022〕17号第二条). */
const FRAIL = new Set(['elderly', 'disability', 'illness']);

/** Who applies on another's behalf, on which ground, and whether the victim wants it. */
export const checkRepresentative: Check = ({ case: root, law }) => {
  const { representative } = root;
  if (representative === undefined) return [];
  const { kind, reason, victimWillConfirmed } = representative;
  const rules = law.lists.representatives;
  const isAgent = AGENTS[kind]?.includes(reason) ?? false;
  const isAllowed = rules.some(({ kinds, grounds }) => kinds.includes(kind) && grounds.includes(reason));
  const forKind = rules.filter(({ kinds }) => kinds.includes(kind));
  const grounds = [...forKind.flatMap((rule) => rule.grounds), ...(AGENTS[kind] ?? [])];
  const citation = (forKind.length > 0 ? forKind : rules).map((rule) => rule.citation).join('；');
  const names = (codes: readonly string[], labels: Readonly<Record<string, string>>) =>
    [...new Set(codes)].map((code) => `${code}（${labels[code] ?? code}）`).join('、');
  const detail =
    grounds.length > 0
      ? `这类代为申请人不能以所填原因代为申请，可选原因：${names(grounds, REPRESENTATIVE_REASONS)}`
      : `这类单位或者个人不能代为申请，可选：${names(
          rules.flatMap(({ kinds }) => kinds),
          REPRESENTATIVE_KINDS,
        )}`;
  return [
    ...checkWho(root).map((finding) => ({ ...finding, ...citing(law, 'dv-law-23-2') })),
    ...when(
      rules.length > 0 && !isAllowed && !isAgent,
      error({
        pointer: grounds.length > 0 ? '/representative/reason' : '/representative/kind',
        code: 'REPRESENTATIVE_NOT_ALLOWED',
        detail,
        citation,
      }),
    ),
    ...when(
      !victimWillConfirmed && FRAIL.has(reason),
      error({
        pointer: '/representative/victimWillConfirmed',
        code: 'VICTIM_WILL_REQUIRED',
        detail: '因年老、残疾、重病等原因代为申请的，应当根据当事人意愿，请确认后填写 true',
        ...citing(law, 'dv-interp-2'),
      }),
    ),
    ...when(
      !victimWillConfirmed && !FRAIL.has(reason),
      notice({
        pointer: '/representative/victimWillConfirmed',
        code: 'VICTIM_WILL_UNCONFIRMED',
        detail: '尚未确认当事人本人意愿，反家庭暴力工作应当尊重受害人真实意愿，请核实',
        citation: '《中华人民共和国反家庭暴力法》第五条第二款',
      }),
    ),
  ];
};

/** Nobody applies for an order against himself, and it must be clear for whom an agent acts. */
function checkWho({ representative, victims, respondents }: Case): Finding[] {
  const isRespondent = respondents.some(({ name }) => name === representative?.name);
  const isUnclear = representative?.party === undefined && new Set(victims.map(({ capacity }) => capacity)).size > 1;
  return [
    ...when(
      isRespondent,
      error({
        pointer: '/representative/name',
        code: 'REPRESENTATIVE_IS_RESPONDENT',
        detail: '被申请人不得代为申请或者担任申请人的代理人，请由其他近亲属或者有关单位代为申请',
      }),
    ),
    ...when(
      isUnclear,
      notice({
        pointer: '/representative/party',
        code: 'REPRESENTATIVE_PARTY_UNSTATED',
        detail: '有多名申请人的，请写明代为申请哪一名（JSON Pointer）；未写明的，裁定书写为代各申请人申请',
      }),
    ),
  ];
}
