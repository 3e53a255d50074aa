import {
  choice,
  date,
  dateTime,
  line,
  listOf,
  narrative,
  remark,
  section,
  wholeNumber,
  yesNo,
} from '../../src/authoring';
import { personName } from './person';

/** Needs of a victim (多部门合作工作手册 附录一 家庭暴力个案登记表). */
export const NEEDS = {
  police: '警察介入',
  medical: '医疗救治',
  'legal-aid': '法律援助',
  appraisal: '司法鉴定',
  shelter: '庇护救助',
  'legal-help': '法律帮助',
  counselling: '心理辅导',
  care: '老人儿童照顾',
  financial: '经济资助',
  other: '其他',
} as const;

export const VISIT_METHODS = { home: '入户', phone: '电话', appointment: '约见', other: '其他' } as const;
export const COMPLIANCE = { complied: '遵守', violated: '违反', unclear: '不明' } as const;
export const RISK_LEVELS = { low: '低危', medium: '中危', high: '高危' } as const;
export const DISPOSITIONS = {
  continue: '继续回访',
  'advise-extension': '告知可以申请延长保护令',
  'report-court': '报告人民法院',
  'report-police': '报警',
  refer: '转介有关单位',
  finish: '期满结束回访',
} as const;

/** One visit to one person. Victim and respondent never share a sheet. */
export const visit = section('回访', {
  subject: choice('受访对象', 'procedure', { victim: '申请人（受害人）', respondent: '被申请人（加害人）' }),
  /** Which party, when there are several. */
  party: line({ label: '受访当事人（JSON Pointer）', privacy: 'procedure', max: 40 }).optional(),
  sequence: wholeNumber('回访次数', 'procedure', { min: 1, max: 99 }),
  dueOn: date('应当回访日期', 'procedure'),
  visitedAt: dateTime('回访时间', 'visit'),
  method: choice('回访方式', 'visit', VISIT_METHODS),
  place: remark({ label: '回访地点', privacy: 'service-place', max: 120 }).optional(),
  visitors: listOf(
    '回访人',
    section('回访人', {
      name: personName('回访人姓名', 'visit-unit'),
      unit: line({ label: '回访人单位', privacy: 'visit-unit' }),
      position: line({ label: '回访人职务', privacy: 'visit-unit', max: 40 }).optional(),
    }),
    { min: 1, max: 6 },
  ),
  alone: yesNo('是否单独谈话', 'visit'),
  safeSetting: yesNo('谈话环境是否安全', 'visit').optional(),
  compliance: listOf(
    '遵守保护令情况',
    section('遵守情况', {
      measure: line({ label: '措施代码', privacy: 'procedure', max: 60 }),
      status: choice('遵守情况', 'visit', COMPLIANCE),
      note: remark({ label: '说明', privacy: 'visit', max: 300 }).optional(),
    }),
    { max: 20 },
  ),
  recurrence: section('再次遭受（实施）家庭暴力', {
    lastAt: date('最近一次日期', 'visit').optional(),
    narrative: narrative({ label: '再次发生的情况', privacy: 'visit', max: 3000 }),
    injured: yesNo('是否受伤', 'visit').optional(),
    reported: yesNo('是否报警', 'visit').optional(),
  }).optional(),
  riskLevel: choice('危险程度', 'visit', RISK_LEVELS).optional(),
  feelsSafe: remark({ label: '安全感及变化', privacy: 'visit', max: 500 }).optional(),
  needs: listOf('需求', choice('需求', 'visit', NEEDS), { max: 10 }),
  helpGiven: remark({ label: '已提供的帮助', privacy: 'visit', max: 500 }).optional(),
  children: remark({ label: '未成年子女情况', privacy: 'visit', max: 500 }).optional(),
  education: remark({ label: '法治教育、心理辅导情况', privacy: 'visit', max: 500 }).optional(),
  disposition: choice('处置意见', 'visit', DISPOSITIONS),
  nextDueOn: date('下次回访日期', 'procedure').optional(),
  signature: section('受访人签名', { signedAt: dateTime('受访人签名时间', 'visit') }).optional(),
  expirySummary: section('期满汇总', {
    visitCount: wholeNumber('回访总次数', 'procedure', { min: 0, max: 99 }),
    summary: narrative({ label: '期满汇总情况', privacy: 'visit', max: 3000 }),
    signedAt: dateTime('当事人签字时间', 'visit').optional(),
  }).optional(),
});
