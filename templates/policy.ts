import type { Policy, PrivacyClass } from '../src/authoring';
import { addressSurroundings } from './case/privacy/address-parts';
import { AGENCIES, audiences, EVERYONE, FILES, mask, PARTIES, SERVED, show } from './case/privacy/audiences';
import { MINIMUM, MINORS, OPINION, PRIVACY, REPORTERS, SERVICE } from './case/privacy/citations';
import { saysNothing } from './case/privacy/common-words';
import type { Row } from './case/privacy/entry-classes';
import { kindOfFact } from './case/privacy/fact-kinds';
import { birthPlaceCode } from './case/privacy/id-region';
import { knownLocations } from './case/privacy/known';
import { maskIdNumber, maskName } from './case/privacy/masks';
import { roleOfInformant } from './case/privacy/stand-ins';
import { addressWords } from './case/whereabouts/address-words';
import { classOf } from './case/whereabouts/class-of';
import { contactNames, rowsOfEntries, sourceNames } from './case/whereabouts/entry-rows';
import { isKindOfOrgan, spokenNames } from './case/whereabouts/organ-names';
import { shelterNames } from './case/whereabouts/shelter-names';
import { USUAL_PLACES } from './wording/usual-places';

const KNOWN: PrivacyClass['whenKnown'] = {
  audiences: ['respondent'],
  decision: 'show',
  rule: '案件写明加害人已知悉该信息并附理由，可以对其载明',
};

const rows: Record<string, Row> = {
  // Where the victim is
  'current-residence': {
    label: '受害人现住所、拟迁往的住所',
    rule: '受害人已搬离共同住所的，任何文书、回执均不列明其现住所',
    citation: OPINION,
    decide: {},
    guarded: true,
    spellings: (line) => addressWords({ line }),
  },
  shelter: {
    label: '临时庇护场所',
    rule: '庇护场所即受害人行踪，任何文书均不载明',
    citation: OPINION,
    decide: {},
    guarded: true,
    spellings: shelterNames,
  },
  'victim-contact': {
    label: '受害人联系方式、送达地址',
    rule: '不得将受害人的联系方式告知加害人；送达地址保密，文书上由法院、公安机关联系人代为联系',
    citation: `${OPINION}；法释〔2004〕13号第四条第二款`,
    decide: {},
    guarded: true,
    spellings: contactNames,
  },
  'victim-location': {
    label: '受害人户籍地、工作单位、就读学校等行踪信息',
    rule: '不得将受害人的行踪告知加害人；案件写明加害人已知悉并附理由的除外',
    citation: OPINION,
    decide: show('victim', 'police', ...FILES),
    whenKnown: KNOWN,
    guarded: true,
    spellings: spokenNames,
  },
  'minor-school': {
    label: '未成年人就读的学校、幼儿园',
    rule: '不得披露未成年人就读学校；加害人已知悉并附理由的，可以对其载明',
    citation: `${MINORS}；${OPINION}`,
    decide: show('victim', ...FILES),
    whenKnown: KNOWN,
    guarded: true,
    spellings: spokenNames,
  },
  unspecific: {
    label: '未写明具体名称的场所',
    rule: '只写明场所种类，不是行踪，但无须告知加害人',
    citation: MINIMUM,
    decide: show('victim', 'police', ...FILES),
  },
  'moved-out-status': {
    label: '已搬离（居住情况不明的，按已搬离处理）',
    rule: '是否搬离属于受害人行踪，不告知加害人',
    citation: OPINION,
    decide: show('victim', 'police', ...FILES),
  },
  'shared-home': {
    label: '双方共同住所',
    rule: '加害人知悉的共同住所可以载明',
    citation: SERVICE,
    decide: show(...PARTIES, 'police', 'committee', 'womens-federation', ...FILES),
  },
  'hidden-ground': {
    label: '以受害人现居住地确定管辖',
    rule: '管辖依据能推知受害人现居住地，不在加害人的文书中载明',
    citation: OPINION,
    decide: show('victim', ...FILES),
  },
  'representative-organisation': {
    label: '代为申请的单位',
    rule: '单位名称能推知受害人现居住地，不在加害人的文书中载明',
    citation: OPINION,
    decide: show('victim', 'police', ...FILES),
    guarded: true,
    spellings: spokenNames,
  },
  'evidence-institution': {
    label: '出具证据的医院、单位',
    rule: '医院、单位名称能推知受害人行踪，提供者的信息保密',
    citation: `${OPINION}；${REPORTERS}`,
    decide: show(...FILES),
    guarded: true,
    spellings: sourceNames,
  },
  'evidence-near-home': {
    label: '写有受害人现居住地的证据说明',
    rule: '医院、单位名称能推知受害人行踪的，只写证据种类',
    citation: `${OPINION}；${REPORTERS}`,
    decide: show('victim', 'police', ...FILES),
  },
  'exclusion-zone': {
    label: '写有加害人不知悉的场所的保护措施',
    rule: '禁止接近的场所加害人不知悉的，改印法定的概括写法，具体场所只告知执行机关',
    citation: `${OPINION}；法释〔2022〕17号《关于办理人身安全保护令案件适用法律若干问题的规定》第十条第二项`,
    decide: {
      ...show('victim', 'police', ...FILES),
      ...mask(...AGENCIES.filter((one) => one !== 'police'), 'respondent'),
    },
    mask: () => USUAL_PLACES,
  },

  // Who the parties are
  'victim-name': {
    label: '受害人姓名',
    rule: '文书应当写明当事人',
    citation: SERVICE,
    decide: show(...EVERYONE),
    anchor: true,
  },
  'victim-identity': {
    label: '受害人性别、民族、行为能力',
    rule: '只向当事人、执行机关和基层组织载明',
    citation: MINIMUM,
    decide: show(...PARTIES, 'police', 'committee', 'womens-federation', ...FILES),
  },
  'victim-birth': {
    label: '受害人出生日期',
    rule: '只用于当事人身份事项和公安机关核对',
    citation: MINIMUM,
    decide: show(...PARTIES, 'police', ...FILES),
  },
  'victim-id-number': {
    label: '受害人证件号码',
    rule: '不告知加害人；不需要核对身份的单位不载明',
    citation: `${OPINION}；${MINIMUM}`,
    decide: { ...show('police', ...FILES), ...mask('victim') },
    guarded: true,
    mask: maskIdNumber,
    spellings: birthPlaceCode,
  },
  'minor-name': {
    label: '未成年人姓名',
    rule: '送交当事人以外的文书隐去未成年人的名，只保留姓',
    citation: MINORS,
    decide: { ...show(...PARTIES, ...FILES), ...mask(...AGENCIES) },
    guarded: true,
    mask: maskName,
  },
  'minor-identity': {
    label: '未成年人出生日期等可以识别其身份的信息',
    rule: '送交当事人以外的文书不载明',
    citation: MINORS,
    decide: show(...PARTIES, ...FILES),
    guarded: true,
  },
  'relative-name': {
    label: '受保护的成年近亲属姓名',
    rule: '保护措施应当写明所保护的人',
    citation: SERVICE,
    decide: show(...SERVED),
    anchor: true,
  },
  'relative-identity': {
    label: '近亲属性别、出生日期',
    rule: '加害人和协助单位无须知悉',
    citation: MINIMUM,
    decide: show('victim', 'police', ...FILES),
  },
  'respondent-name': {
    label: '加害人姓名',
    rule: '文书应当写明当事人',
    citation: SERVICE,
    decide: show(...EVERYONE),
    anchor: true,
  },
  'respondent-identity': {
    label: '加害人性别、出生日期、民族等',
    rule: '告诫书、裁定书和协助执行应当写明加害人身份',
    citation: '《中华人民共和国反家庭暴力法》第十六条第二款、第三十二条',
    decide: show(...EVERYONE),
  },
  'respondent-id-number': {
    label: '加害人证件号码',
    rule: '本人、执行机关和卷宗写明，其余隐去',
    citation: MINIMUM,
    decide: { ...show('respondent', 'police', ...FILES), ...mask('victim', 'committee', 'employer') },
    guarded: true,
    mask: maskIdNumber,
  },
  'respondent-address': {
    label: '加害人住址、户籍地、工作单位',
    rule: '文书写明加害人身份；学校、单位等无须知悉',
    citation: MINIMUM,
    decide: show(...PARTIES, 'police', 'committee', 'womens-federation', 'organization', ...FILES),
    anchor: true,
  },
  'respondent-contact': {
    label: '加害人电话',
    rule: '只供执行机关和查访的基层组织联系',
    citation: MINIMUM,
    decide: show('police', 'committee', ...FILES),
    guarded: true,
  },
  representative: {
    label: '代为申请人、代理人',
    rule: '裁定书应当写明代为申请人',
    citation: '《中华人民共和国反家庭暴力法》第二十三条第二款',
    decide: show(...SERVED),
    anchor: true,
  },

  // Who helped
  informant: {
    label: '报案人、知情人、证人、见证人',
    rule: '对报案人、举报人、证人的信息保密，不在加害人可能取得的文书中载明',
    citation: REPORTERS,
    decide: show(...FILES),
    guarded: true,
    standIn: roleOfInformant,
  },
  'evidence-source': {
    label: '证据来源、到场人员的单位',
    rule: '证据提供者、到场人员的信息保密，只存卷',
    citation: REPORTERS,
    decide: show(...FILES),
  },
  evidence: {
    label: '证据说明',
    rule: '告诫书、裁定书写明认定证据；协助单位无须知悉',
    citation: '公通字〔2024〕34号第九条',
    decide: show(...PARTIES, 'police', ...FILES),
  },

  // What happened and what was decided
  narrative: {
    label: '事实、理由等叙述',
    rule: '照写，其中依法不得载明的内容逐处隐去',
    citation: PRIVACY,
    decide: show(...SERVED),
  },
  procedure: {
    label: '程序事项',
    rule: '文书应当写明的程序事项',
    citation: SERVICE,
    decide: show(...EVERYONE),
  },
  office: {
    label: '办案机关、办案人员',
    rule: '公务信息，文书应当写明',
    citation: SERVICE,
    decide: show(...EVERYONE),
    anchor: true,
    spellings: spokenNames,
  },
  feedback: {
    label: '受害人意愿、处理建议',
    rule: '只供处理违反保护令行为的机关和组织参考，不告知加害人',
    citation: PRIVACY,
    decide: show('police', 'committee', 'womens-federation', ...FILES),
  },

  ...rowsOfEntries,

  internal: {
    label: '只供系统判断的信息',
    rule: '不进入任何文书',
    citation: MINIMUM,
    decide: {},
  },
};

/** Who sees what, and why. What is not written here is shown to nobody. */
export const policy: Policy = {
  audiences,
  refused: { public: { detail: '人身安全保护令原则上不得公开', citation: OPINION } },
  classes: Object.fromEntries(
    Object.entries(rows).map(([name, row]) => [name, { ...row, guarded: row.guarded ?? false }]),
  ),
  refine: classOf,
  known: knownLocations,
  kindOf: kindOfFact,
  saysNothing: (value) => saysNothing(value) || isKindOfOrgan(value),
  spellings: { address: addressWords },
  surroundings: { address: addressSurroundings },
  redaction: '（依法不载明）',
};
