import { choice, dateOrMoment, dateTime, line, listOf, narrative, remark, section, yesNo } from '../../src/authoring';
import { personName, phone } from './person';

/** Ways in which violence is done (反家庭暴力法第二条、法释〔2022〕17号第三条). */
export const MANNERS = {
  beating: '殴打',
  binding: '捆绑',
  maiming: '残害',
  confinement: '限制人身自由',
  'verbal-abuse': '经常性谩骂',
  intimidation: '恐吓',
  'freezing-starving': '冻饿',
  humiliation: '经常性侮辱',
  defamation: '诽谤',
  threat: '威胁',
  stalking: '跟踪',
  harassment: '骚扰',
  'privacy-spreading': '散布隐私',
  'sexual-violence': '强迫发生性行为',
  'economic-control': '经济控制',
  other: '其他侵害行为',
} as const;

/** Evidence (法释〔2022〕17号第六条第二款, the eleven items in their order). */
export const EVIDENCE_TYPES = {
  statement: '当事人的陈述',
  'warning-or-penalty': '家庭暴力告诫书、行政处罚决定书',
  'police-record': '出警记录、讯问笔录、询问笔录、接警记录、报警回执等',
  'repentance-letter': '悔过书或者保证书等',
  'audio-visual': '视听资料',
  communication: '电话录音、短信、即时通讯信息、电子邮件等',
  'medical-record': '医疗机构的诊疗记录',
  'complaint-record': '有关单位收到投诉、反映或者求助的记录',
  testimony: '证人证言',
  'injury-appraisal': '伤情鉴定意见',
  other: '其他证据',
} as const;

export const RELATIONSHIPS = {
  spouse: '夫妻',
  'former-spouse': '前配偶',
  'parent-child': '父母与子女',
  siblings: '兄弟姐妹',
  'grandparent-grandchild': '祖父母（外祖父母）与孙子女（外孙子女）',
  cohabitant: '同居关系',
  'in-law': '共同生活的儿媳、女婿与公婆、岳父母',
  guardianship: '监护、扶养、寄养关系',
  'former-partner': '曾有恋爱、同居关系',
} as const;

/** Who may apply on another's behalf (反家庭暴力法第二十三条第二款、法释〔2022〕17号第二条). */
export const REPRESENTATIVE_KINDS = {
  'near-relative': '近亲属',
  police: '公安机关',
  'civil-affairs': '民政部门',
  'womens-federation': '妇女联合会',
  committee: '居民委员会、村民委员会',
  'disabled-federation': '残疾人联合会',
  'elderly-organization': '依法设立的老年人组织',
  'rescue-agency': '救助管理机构',
  'legal-guardian': '法定代理人',
  lawyer: '委托诉讼代理人',
} as const;

/** Why the victim does not apply in person (the same provisions). */
export const REPRESENTATIVE_REASONS = {
  incapacity: '无民事行为能力',
  'limited-capacity': '限制民事行为能力',
  coercion: '受到强制、威吓',
  elderly: '年老',
  disability: '残疾',
  illness: '重病',
  pregnancy: '处于孕期、哺乳期',
  entrusted: '委托代理',
} as const;

export const representative = section('代为申请人（代理人）', {
  kind: choice('代为申请人种类', 'procedure', REPRESENTATIVE_KINDS),
  /** For which victim, when there are several. */
  party: line({ label: '被代为申请的当事人（JSON Pointer）', privacy: 'procedure', max: 40 }).optional(),
  name: line({ label: '代为申请人姓名或者名称', privacy: 'representative' }),
  relationToVictim: line({ label: '与申请人的关系', privacy: 'procedure', max: 40 }).optional(),
  lawFirm: line({ label: '律师事务所', privacy: 'representative' }).optional(),
  reason: choice('不能自行申请的原因', 'procedure', REPRESENTATIVE_REASONS),
  victimWillConfirmed: yesNo('是否确认当事人本人意愿', 'procedure'),
});

export const incident = section('家庭暴力事实', {
  /** Who did it, when there are several respondents. */
  respondents: listOf('实施人', line({ label: '实施人（JSON Pointer）', privacy: 'procedure', max: 40 }), {
    min: 1,
    max: 5,
  }).optional(),
  occurredAt: dateOrMoment('发生时间', 'procedure'),
  place: remark({ label: '发生地点', privacy: 'narrative', max: 120 }),
  manner: listOf('实施方式', choice('实施方式', 'procedure', MANNERS), { min: 1, max: 16 }),
  consequence: remark({ label: '损害后果', privacy: 'narrative', max: 500 }).optional(),
  narrative: narrative({ label: '事实经过', privacy: 'narrative' }),
});

export const evidenceItem = section('证据', {
  type: choice('证据种类', 'procedure', EVIDENCE_TYPES),
  description: remark({ label: '证据说明', privacy: 'evidence', max: 300 }).optional(),
  source: line({ label: '证据来源（医院、单位、证人等）', privacy: 'evidence-source', max: 200 }).optional(),
});

export const application = section('申请', {
  receivedAt: dateTime('收到申请时间', 'procedure'),
  form: choice('申请方式', 'procedure', { written: '书面申请', oral: '口头申请，记入笔录' }),
  requests: listOf('请求事项', remark({ label: '请求事项', privacy: 'narrative', max: 300 }), { min: 1, max: 20 }),
  facts: narrative({ label: '申请的事实和理由', privacy: 'narrative' }),
  urgent: yesNo('是否情况紧急', 'procedure'),
});

/** The issuing organ: a court or a police organ. */
export function organ(label: string) {
  return section(label, {
    name: line({ label: `${label}名称`, privacy: 'office' }),
    code: line({ label: `${label}代字`, privacy: 'office', max: 20 }).optional(),
    unit: line({ label: `${label}内设机构、派出机构`, privacy: 'office' }).optional(),
    contactPerson: personName(`${label}联系人`, 'office'),
    contactPhone: phone(`${label}联系电话`, 'office'),
    address: line({ label: `${label}地址`, privacy: 'office', max: 200 }),
  });
}
