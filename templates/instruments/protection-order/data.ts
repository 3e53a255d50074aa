import { arabicDate, type BuildInput, chineseNumber } from '../../../src/authoring';
import type { Case } from '../../case/schema';
import type { CaseLaw } from '../../law';
import { evidenceText } from '../../wording/evidence';
import { MEASURE_NAMES, orderMeasures } from '../../wording/measures';
import { nameList } from '../../wording/names';
import { withoutOpening } from '../../wording/opening-words';
import { PARTY_NAMES, respondentParty, victimParty, withoutMaskedNumber } from '../../wording/party';
import { asPhrase, asSentence } from '../../wording/sentence';
import { orderValidity } from '../../wording/validity';
import { agentData } from './agent';
import { citeOperative } from './operative';
import type { OrderView } from './schema';

/** Computed names of the clauses. */
export const ORDER_NAMES = {
  ...PARTY_NAMES,
  ...MEASURE_NAMES,
  applicants: '各申请人，依次列明；代为申请人、代理人列在其后',
  opponents: '各被申请人，依次列明',
  applicantNames: '申请人姓名；不得载明时为空',
  opponentNames: '被申请人姓名；不得载明时为空',
  agentRole: '代为申请人、法定代理人或者委托诉讼代理人',
  agentName: '代为申请人（代理人）姓名、名称',
  agentTitle: '句中的代为申请人，如“代为申请人某某”；名称不得载明时为单位种类',
  agentOf: '被代为申请的申请人姓名',
  agentRelation: '代为申请人与申请人的关系',
  agentReason: '申请人不能自行申请的原因；本人申请时没有',
  byWill: '是否经确认系申请人本人意愿',
  acceptedOn: '立案日期；没有时为收到申请的日期',
  filed: '是否有立案日期',
  oral: '是否口头申请',
  claim: '申请人陈述的事实和理由，完整的句子',
  requestText: '请求事项，编号列明',
  notHeard: '是否未询问被申请人',
  channel: '询问被申请人的方式，如“通过电话”',
  answer: '被申请人的意见，完整的句子',
  evidenceTypes: '证据的种类；理由、事实中已经写明证据时没有',
  reasons: '裁定理由，完整的句子',
  statesProof: '裁定理由是否已经写明“较大可能性”',
  statesConditions: '裁定理由是否已经写明符合或者不符合“法定条件”',
  statesDenial: '裁定理由是否已经写明“应予驳回”',
  restOrdinal: '驳回其他申请一项的序号；没有这一项时没有',
  orderKind: '保护令的名称；区分一般、紧急两种的地区写明种类',
  citation: '裁判依据，按引用顺序',
  months: '有效期月数，如“六”',
  lastDay: '有效期最后一日',
  reviewDays: '申请复议的日数，如“五”',
  consequences: '违反保护令的法律后果，完整的句子',
} as const;

type Input = BuildInput<Case, CaseLaw>;

const CHANNELS = {
  'in-person': '当面',
  online: '通过在线诉讼平台',
  phone: '通过电话',
  sms: '通过短信',
  messaging: '通过即时通讯工具',
  email: '通过电子邮件',
} as const;

/** Everything the clauses of a ruling print. Parts that this copy may not state are undefined and left out. */
export function orderData({ view, law }: Input) {
  const { order = {}, application, victims = [], respondents = [] } = view;
  const agent = agentData(view);
  const reasons = order.reasoning === undefined ? undefined : asSentence(withoutOpening('reasons', order.reasoning));
  const accepted = order.filedOn ?? application?.receivedAt;
  const urgent = order.urgency === 'urgent';
  return {
    applicants: victims.map((victim, index) => ({
      ...withoutMaskedNumber(victimParty('申请人', victim)),
      ...(agent?.index === index ? agent : {}),
    })),
    opponents: respondents.map((respondent) => withoutMaskedNumber(respondentParty('被申请人', respondent))),
    applicantNames: nameList(victims),
    opponentNames: nameList(respondents),
    agentName: agent?.agentName,
    agentTitle: agent?.agentTitle,
    agentOf: agent?.agentOf,
    agentReason: agent?.agentReason,
    byWill: agent?.byWill === true,
    acceptedOn: accepted === undefined ? '' : arabicDate(accepted),
    filed: order.filedOn !== undefined,
    urgent,
    oral: application?.form === 'oral',
    claim:
      application?.facts === undefined
        ? undefined
        : asSentence(withoutOpening('claim', application.facts, namesOf(victims))),
    requestText: requestText(application?.requests),
    ...answerData(order, namesOf(respondents)),
    ...findingsData(view),
    reasons,
    statesProof: reasons?.includes('较大可能性') === true,
    statesConditions: reasons?.includes('法定条件') === true,
    statesDenial: /(?:应予|予以|应当)驳回/.test(reasons ?? ''),
    orderKind: kindName(law, urgent),
    citation: citeOperative({ view, law, agent }),
    ...operativeData({ view, law }),
    ...validityData(order),
    reviewDays: law.parameters.reviewDays === undefined ? undefined : chineseNumber(law.parameters.reviewDays.value),
    consequences: law.lists.orderConsequences.map(({ text }) => asSentence(text)),
  };
}

/** The names that this copy may state. */
function namesOf(persons: readonly { name?: string | undefined }[]): string[] {
  return persons.flatMap(({ name }) => name ?? []);
}

function requestText(stated: readonly string[] | undefined): string | undefined {
  if (stated === undefined || stated.length === 0) return undefined;
  const requests = stated.map((request) => asPhrase(withoutOpening('request', request)));
  if (requests.length === 1) return asSentence(requests.join(''));
  return asSentence(requests.map((request, index) => `${index + 1}.${request}`).join('；'));
}

function answerData({ hearing }: OrderView, names: readonly string[]) {
  const method = hearing?.method;
  return {
    notHeard: method === 'none',
    channel: method === undefined || method === 'none' ? undefined : CHANNELS[method],
    answer: hearing?.opinion === undefined ? undefined : asSentence(withoutOpening('answer', hearing.opinion, names)),
  };
}

/** 主文: the measures, and what becomes of the rest of the application. */
function operativeData({ view, law }: Pick<Input, 'view' | 'law'>) {
  const { measures, restDismissed, outcome } = view.order ?? {};
  const isFollowed = restDismissed === true && outcome === 'grant';
  const items = orderMeasures({ measures, law, view, isFollowed });
  return { measures: items, restOrdinal: isFollowed ? `${chineseNumber(items.length + 1)}、` : undefined };
}

/** A finding that already names its evidence is not followed by a second list. */
function findingsData({ order, evidence }: Input['view']) {
  const facts = order?.findings === undefined ? undefined : asSentence(withoutOpening('findings', order.findings));
  const isStated = /(?:上述|以上)(?:事实|证据)/.test(facts ?? '');
  return { facts, evidenceTypes: isStated ? undefined : evidenceText(evidence) };
}

/** 一般、紧急人身安全保护令 where the local rules know two kinds. */
function kindName({ parameters }: CaseLaw, urgent: boolean): string {
  const names = parameters.orderKindNames?.value;
  if (names === undefined) return '人身安全保护令';
  return urgent ? names.urgent : names.general;
}

function validityData(order: OrderView) {
  const validity = orderValidity(order);
  return {
    months: validity?.months,
    lastDay: validity === undefined ? undefined : arabicDate(validity.lastDay),
  };
}
