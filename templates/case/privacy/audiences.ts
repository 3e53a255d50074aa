import type { Decision } from '../../../src/authoring';

/** Who a copy is for. A copy that several read shows what the strictest of them may see. */
export const audiences = {
  respondent: '加害人（被申请人）',
  victim: '受害人（申请人）',
  police: '协助执行的公安机关',
  committee: '居民委员会、村民委员会',
  'womens-federation': '妇女联合会',
  'governance-center': '乡镇（街道）综治中心',
  school: '学校、幼儿园',
  employer: '所在单位',
  organization: '其他有关组织',
  'police-file': '公安机关存档',
  'court-file': '人民法院卷宗',
} as const;

type Audience = keyof typeof audiences;

export const PARTIES = ['respondent', 'victim'] as const;
export const FILES = ['police-file', 'court-file'] as const;
/** Everyone outside the parties and the files. */
export const AGENCIES = [
  'police',
  'committee',
  'womens-federation',
  'governance-center',
  'school',
  'employer',
  'organization',
] as const;
export const EVERYONE = [...PARTIES, ...AGENCIES, ...FILES] as const;
/** Those whom an order is served on (反家庭暴力法第三十二条); a governance centre only learns that there was a warning. */
export const SERVED = EVERYONE.filter((audience) => audience !== 'governance-center');

const to = (decision: Decision, whom: readonly Audience[]) =>
  Object.fromEntries(whom.map((audience) => [audience, decision]));
/** Shows a class to some audiences. */
export const show = (...whom: readonly Audience[]) => to('show', whom);
/** Shows a class to some audiences in its masked form. */
export const mask = (...whom: readonly Audience[]) => to('mask', whom);
