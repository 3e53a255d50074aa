import type { View } from '../../../src/authoring';
import type { Case } from '../../case/schema';
import { nameList } from '../../wording/names';

type Agent = NonNullable<Case['representative']>;

/** Why the applicant did not apply in person, to follow 因申请人…. */
const REASONS: Record<Exclude<Agent['reason'], 'entrusted'>, string> = {
  incapacity: '系无民事行为能力人',
  'limited-capacity': '系限制民事行为能力人',
  coercion: '受到强制、威吓，无法自行申请',
  elderly: '年老，无法自行申请',
  disability: '残疾，无法自行申请',
  illness: '重病，无法自行申请',
  pregnancy: '处于孕期、哺乳期，无法自行申请',
};

/** An agent whose name would give a place away is named by its kind. */
const UNNAMED: Record<Agent['kind'], string> = {
  'near-relative': '申请人的近亲属（姓名依法不载明）',
  police: '有关公安机关（名称依法不载明）',
  'civil-affairs': '有关民政部门（名称依法不载明）',
  'womens-federation': '有关妇女联合会（名称依法不载明）',
  committee: '有关基层群众性自治组织（名称依法不载明）',
  'disabled-federation': '有关残疾人联合会（名称依法不载明）',
  'elderly-organization': '有关老年人组织（名称依法不载明）',
  'rescue-agency': '有关救助管理机构（名称依法不载明）',
  'legal-guardian': '（姓名依法不载明）',
  lawyer: '（姓名依法不载明）',
};

/** Kinds that are related to the applicant as persons are. */
const PERSONS: readonly Agent['kind'][] = ['near-relative', 'legal-guardian'];

/** 法释〔2022〕17号第二条 adds these grounds and asks for the applicant's own will. */
const FRAIL: readonly (Agent['reason'] | undefined)[] = ['elderly', 'disability', 'illness', 'pregnancy'];

/** Kinds that act for a party without applying in her stead. */
const ROLES: Partial<Record<Agent['kind'], string>> = {
  'legal-guardian': '法定代理人',
  lawyer: '委托诉讼代理人',
};

const APPLIES_INSTEAD = '代为申请人';

/** Who acts for an applicant, as the party lines and the opening name it. */
export type AgentData = {
  agentRole: string;
  agentName: string;
  /** The agent within a sentence: 代为申请人某某, or the kind alone where the name may not be stated. */
  agentTitle: string;
  /** Names of the applicants acted for; empty when they may not be stated. */
  agentOf: string;
  agentRelation?: string | undefined;
  lawFirm?: string | undefined;
  /** Set when the application was made in the applicant's stead. */
  agentReason?: string | undefined;
  byWill: boolean;
  isFrail: boolean;
  /** Place of the last applicant acted for, below whom the agent is named. */
  index: number;
};

type Acted = { victims: NonNullable<View<Case>['victims']>; party: string | undefined; name: string | undefined };

/** For whom an agent acts: the applicant named by the case, or else all of them but the agent, who may be one herself. */
function placesOf({ victims, party, name }: Acted): number[] {
  const all = victims.map((_, place) => place);
  const named = all.filter((place) => party === `/victims/${place}`);
  if (named.length > 0) return named;
  const others = all.filter((place) => name === undefined || victims[place]?.name !== name);
  return others.length > 0 ? others : all;
}

/** The person or organisation that acts for an applicant; undefined when nobody does. */
export function agentData({ representative, victims = [] }: View<Case>): AgentData | undefined {
  if (representative?.kind === undefined) return undefined;
  const { kind, name, relationToVictim, lawFirm, reason, party, victimWillConfirmed } = representative;
  const places = placesOf({ victims, party, name });
  const index = places.at(-1) ?? victims.length - 1;
  const isInstead = ROLES[kind] === undefined && reason !== undefined && reason !== 'entrusted';
  return {
    agentRole: ROLES[kind] ?? APPLIES_INSTEAD,
    agentName: name ?? UNNAMED[kind],
    agentTitle: name === undefined ? UNNAMED[kind] : `${ROLES[kind] ?? APPLIES_INSTEAD}${name}`,
    agentOf: nameList(places.map((place) => victims[place] ?? {})),
    agentRelation: PERSONS.includes(kind) ? relationToVictim : undefined,
    lawFirm,
    agentReason: isInstead ? `${places.length > 1 ? '均' : ''}${REASONS[reason]}` : undefined,
    byWill: isInstead && FRAIL.includes(reason) && victimWillConfirmed === true,
    isFrail: FRAIL.includes(reason),
    index,
  };
}
