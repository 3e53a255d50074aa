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

/** `渝公（渝中）告诫字〔2026〕第15号`: the organ's own numbering with six-corner or round brackets and 号 at its end. */
function warningNumber() {
  return pattern({
    label: '告诫书文号',
    privacy: 'procedure',
    max: 40,
    pattern: /^[\u4e00-\u9fa5（）]{2,24}〔\d{4}〕(?:第)?[1-9]\d{0,6}号$/,
    hint: '应为“机关代字＋〔年份〕＋序号＋号”，如 渝中公（七）告诫字〔2026〕15号',
    normalize: (value) => {
      const number = value
        .trim()
        .replaceAll('(', '（')
        .replaceAll(')', '）')
        .replace(/[[【](\d{4})[\]】]/, '〔$1〕');
      return number === value
        ? { value }
        : { value: number, notice: { code: 'NUMBER_NORMALIZED', detail: '文号中的括号已改为规范写法' } };
    },
  });
}

function receipt() {
  return {
    readAloudAt: dateTime('当面宣读时间', 'procedure').optional(),
    readAloudPlace: remark({ label: '宣读地点', privacy: 'narrative', max: 120 }).optional(),
    signature: section('被告诫人签名', {
      signedAt: dateTime('签名捺印时间', 'procedure'),
      fingerprint: yesNo('是否捺印', 'procedure'),
    }).optional(),
    refusal: section('拒绝签收', {
      reason: remark({ label: '拒绝签收的情况', privacy: 'narrative', max: 300 }),
      recordingNumber: line({ label: '宣读和送交过程录音录像编号', privacy: 'procedure', max: 60 }),
    }).optional(),
  };
}

/** The police warning; `letters` gives what differs when there are several respondents. */
export const warning = section('告诫', {
  number: warningNumber(),
  acceptedAt: dateTime('受理报案时间', 'procedure'),
  decidedAt: dateTime('作出告诫决定时间', 'procedure'),
  onSpot: yesNo('是否当场决定', 'procedure').optional(),
  admitted: yesNo('加害人对实施家庭暴力有无异议（true 为无异议）', 'procedure').optional(),
  grounds: listOf('应当出具告诫书的情形', line({ label: '情形代码', privacy: 'procedure', max: 40 }), { max: 10 }),
  officers: listOf(
    '办案民警',
    section('民警', {
      name: personName('民警姓名', 'office'),
      badge: line({ label: '警号', privacy: 'office', max: 20 }).optional(),
    }),
    { min: 1, max: 6 },
  ),
  ...receipt(),
  witnesses: listOf(
    '到场人员',
    section('到场人员', {
      name: personName('到场人员姓名', 'informant'),
      unit: line({ label: '到场人员单位', privacy: 'evidence-source' }),
      role: line({ label: '到场人员职务', privacy: 'evidence-source', max: 40 }).optional(),
    }),
    { max: 10 },
  ),
  recipients: listOf(
    '告诫情况通知的单位',
    section('通知单位', {
      kind: choice('单位种类', 'distribution-kind', {
        committee: '居民委员会、村民委员会',
        'womens-federation': '妇女联合会',
        'governance-center': '乡镇（街道）综治中心',
        employer: '加害人所在单位',
        court: '人民法院',
        'civil-affairs': '民政部门',
      }),
      name: line({ label: '单位名称', privacy: 'distribution' }),
    }),
    { max: 20 },
  ).optional(),
  letters: listOf(
    '各被告诫人的告诫书',
    section('告诫书', {
      respondent: line({ label: '被告诫人（JSON Pointer）', privacy: 'procedure', max: 40 }),
      number: warningNumber(),
      ...receipt(),
    }),
    { max: 5 },
  ).optional(),
  visits: listOf(
    '告诫查访',
    section('查访', {
      sequence: wholeNumber('查访次数', 'procedure', { min: 1, max: 99 }),
      visitedOn: date('查访日期', 'procedure'),
      recurrence: yesNo('是否发现再次实施家庭暴力', 'procedure'),
      note: narrative({ label: '查访情况', privacy: 'police-visit', max: 2000 }).optional(),
    }),
    { max: 40 },
  ).optional(),
});
