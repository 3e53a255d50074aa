import {
  choice,
  date,
  dateTime,
  line,
  listOf,
  narrative,
  pattern,
  remark,
  section,
  wholeNumber,
  yesNo,
} from '../../src/authoring';
import { personName } from './person';

/**
 * 案号: （收案年度）法院代字＋类型代字＋编号＋号, full-width brackets (《关于人民法院案件案号的若干规定》第二条、第三条). The half-width
 * form is accepted and brought into the official one.
 */
export function caseNumber(label: string) {
  return pattern({
    label,
    privacy: 'procedure',
    max: 40,
    pattern:
      /^（(?:19|20)\d{2}）(?:最高法|军|[京津冀晋内辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔云滇藏陕甘青宁新兵])(?:\d{2}|\d{4})?[\u4e00-\u9fa5]?(?:民保令|民保更|司惩复|司惩|执|执他)[1-9]\d*(?:号|号之[一二三四五六七八九十]+)$/,
    hint: '应为“（年份）＋法院代字＋民保令（民保更等）＋编号＋号”，如 （2026）渝0103民保令1号',
    normalize: (value) => {
      const number = value
        .replace(/\s/g, '')
        .replace(/^\(/, '（')
        .replace(/^(（\d{4})\)/, '$1）');
      return number === value
        ? { value }
        : { value: number, notice: { code: 'CASE_NUMBER_NORMALIZED', detail: '案号已改为全角括号、无空格的规范写法' } };
    },
  });
}

/** From the highest, as they sign. */
export const JUDGE_ROLES = { presiding: '审判长', judge: '审判员', assessor: '人民陪审员' } as const;

export const order = section('人身安全保护令', {
  caseNumber: caseNumber('案号'),
  filedOn: date('立案日期', 'procedure').optional(),
  decidedAt: dateTime('作出裁定时间', 'procedure'),
  urgency: choice('保护令种类', 'procedure', { general: '一般', urgent: '紧急' }),
  outcome: choice('裁定结果', 'procedure', { grant: '作出人身安全保护令', deny: '驳回申请' }),
  jurisdictionGround: choice('管辖依据', 'jurisdiction-ground', {
    'applicant-residence': '申请人居住地',
    'respondent-residence': '被申请人居住地',
    'place-of-violence': '家庭暴力发生地',
  }).optional(),
  hearing: section('询问被申请人', {
    method: choice('询问方式', 'procedure', {
      'in-person': '到庭',
      online: '在线诉讼平台',
      phone: '电话',
      sms: '短信',
      messaging: '即时通讯工具',
      email: '电子邮件',
      none: '未询问',
    }),
    opinion: narrative({ label: '被申请人意见', privacy: 'narrative', max: 5000 }).optional(),
  }).optional(),
  findings: narrative({ label: '审查查明的事实', privacy: 'narrative' }).optional(),
  reasoning: narrative({ label: '裁定理由', privacy: 'narrative' }),
  measures: listOf(
    '保护措施',
    section('保护措施', {
      id: line({ label: '措施代码', privacy: 'procedure', max: 60 }),
      /** Whom it binds, when it does not bind every respondent: who lives elsewhere cannot be told to move out. */
      respondents: listOf(
        '受约束的被申请人',
        line({ label: '受约束的被申请人（JSON Pointer）', privacy: 'procedure', max: 40 }),
        { min: 1, max: 5 },
      ).optional(),
      text: remark({ label: '其他措施的具体内容', privacy: 'measure-text', max: 400 }).optional(),
      distance: wholeNumber('禁止接近的距离（米）', 'procedure', { min: 1, max: 2000 }).optional(),
      vacateWithinHours: wholeNumber('迁出期限（小时）', 'procedure', { min: 1, max: 720 }).optional(),
    }),
    { max: 20 },
  ).optional(),
  /** Set when some of what was asked for is not granted: the ruling must answer all of it. */
  restDismissed: yesNo('是否驳回申请人的其他申请', 'procedure').optional(),
  validity: section('有效期', {
    months: wholeNumber('有效期（月）', 'procedure', { min: 1, max: 120 }).optional(),
    until: date('有效期截止日', 'procedure').optional(),
  }).optional(),
  judges: listOf(
    '审判人员',
    section('审判人员', {
      role: choice('审判职务', 'procedure', JUDGE_ROLES),
      name: personName('审判人员姓名', 'office'),
    }),
    { min: 1, max: 7 },
  ),
  judgeAssistant: personName('法官助理姓名', 'office').optional(),
  clerk: personName('书记员姓名', 'office'),
});

/** Organs and organisations that can be asked to assist, and other addressees of the order. */
export const RECIPIENT_KINDS = {
  police: '公安机关（派出所）',
  committee: '居民委员会、村民委员会',
  'womens-federation': '妇女联合会',
  school: '学校、幼儿园',
  employer: '所在单位',
  organization: '其他有关组织',
} as const;

/** Every kind of addressee that the law of a jurisdiction names. */
export const RECIPIENT_LABELS: Readonly<Record<string, string>> = {
  respondent: '被申请人（加害人）',
  victim: '申请人（受害人）',
  'governance-center': '乡镇（街道）综治中心',
  ...RECIPIENT_KINDS,
};

export const assistanceEntry = section('协助执行', {
  recipient: section('协助执行单位', {
    kind: choice('单位种类', 'distribution-kind', RECIPIENT_KINDS),
    name: line({ label: '单位名称', privacy: 'distribution' }),
  }),
  items: listOf('另行载明的协助事项', remark({ label: '协助事项', privacy: 'distribution', max: 300 }), {
    max: 20,
  }).optional(),
  returnBy: date('回执期限', 'procedure').optional(),
});

export const sanction = section('罚款、拘留', {
  kind: choice('措施种类', 'procedure', { fine: '罚款', detention: '拘留' }),
  caseNumber: caseNumber('决定书案号').optional(),
  fineYuan: wholeNumber('罚款金额（元）', 'procedure', { min: 1, max: 1_000_000 }).optional(),
  detentionDays: wholeNumber('拘留期限（日）', 'procedure', { min: 1, max: 365 }).optional(),
  approvedBy: personName('批准的院长姓名', 'office').optional(),
});

export const violation = section('违反保护令情况', {
  foundAt: dateTime('发现时间', 'procedure'),
  measure: line({ label: '违反的措施代码', privacy: 'procedure', max: 60 }),
  narrative: narrative({ label: '违反情况', privacy: 'narrative', max: 5000 }),
  actionsTaken: listOf('已采取的措施', remark({ label: '已采取的措施', privacy: 'narrative', max: 200 }), { max: 20 }),
  victimWish: remark({ label: '受害人意愿', privacy: 'feedback', max: 300 }).optional(),
  suggestion: remark({ label: '处理建议', privacy: 'feedback', max: 300 }).optional(),
  sanctions: listOf('罚款、拘留', sanction, { max: 10 }).optional(),
  confirmed: yesNo('是否查证属实', 'procedure').optional(),
});
