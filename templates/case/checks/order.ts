import { addMonths, calendarDate, type Finding } from '../../../src/authoring';
import type { Case } from '../schema';
import { type Check, citing, citingList, error, notice, when } from './finding';

type Order = NonNullable<Case['order']>;

const PERIOD = '《中华人民共和国民法典》第二百零一条、第二百零二条';

/** What an order may order, for how long, and under which number. */
export const checkOrder: Check = (input) => {
  const { order, court } = input.case;
  if (order === undefined) return [];
  return [
    ...checkOutcome(order),
    ...checkMeasures(input),
    ...checkValidity(input),
    ...when(
      !order.caseNumber.includes('民保令'),
      error({
        pointer: '/order/caseNumber',
        code: 'ORDER_CASE_NUMBER',
        detail: '人身安全保护令申请审查案件的类型代字应为“民保令”，请核对案号',
        citation: '《关于人民法院案件案号的若干规定》第二条、第三条',
      }),
    ),
    ...when(
      !order.caseNumber.startsWith(
        `（${(order.filedOn ?? calendarDate(input.case.application?.receivedAt ?? order.decidedAt)).slice(0, 4)}）`,
      ),
      notice({
        pointer: '/order/caseNumber',
        code: 'CASE_NUMBER_YEAR',
        detail: '案号中的收案年度与立案（收到申请）的年份不一致，请核对',
        citation: '《关于人民法院案件案号的若干规定》第二条',
      }),
    ),
    ...when(
      court?.code !== undefined && !order.caseNumber.includes(`）${court.code}民`),
      notice({
        pointer: '/order/caseNumber',
        code: 'COURT_CODE',
        detail: '案号中的法院代字与人民法院代字不一致，请核对',
      }),
    ),
  ];
};

function checkOutcome({ outcome, measures = [], validity, restDismissed }: Order): Finding[] {
  const isGrant = outcome === 'grant';
  const hasPeriod = validity?.months !== undefined || validity?.until !== undefined;
  return [
    ...when(
      isGrant && measures.length === 0,
      error({
        pointer: '/order/measures',
        code: 'ORDER_WITHOUT_MEASURES',
        detail: '作出人身安全保护令至少应当有一项保护措施，请填写',
        citation: '《中华人民共和国反家庭暴力法》第二十九条',
      }),
    ),
    ...when(
      isGrant && !hasPeriod,
      error({
        pointer: '/order/validity',
        code: 'ORDER_WITHOUT_VALIDITY',
        detail: '人身安全保护令应当写明有效期，请填写月数或者截止日',
        citation: '《中华人民共和国反家庭暴力法》第三十条',
      }),
    ),
    ...when(
      !isGrant && (measures.length > 0 || validity !== undefined || restDismissed !== undefined),
      error({
        pointer: '/order/outcome',
        code: 'DENIAL_WITH_MEASURES',
        detail: '驳回申请的裁定没有保护措施、有效期和其他申请，请删除或者改正裁定结果',
        citation: '《中华人民共和国反家庭暴力法》第二十八条',
      }),
    ),
  ];
}

const checkMeasures: Check = ({ case: root, law }) => {
  const rules = law.lists.measures;
  const known = rules.map(({ id, text }) => `${id}（${text}）`).join('、');
  const measures = root.order?.measures ?? [];
  const everyone = root.respondents.map((_, index) => `/respondents/${index}`);
  return measures.flatMap(({ id, text, respondents: bound }, index) => {
    const pointer = `/order/measures/${index}`;
    const rule = rules.find((candidate) => candidate.id === id);
    if (rule === undefined) {
      const detail = `本地没有这种保护措施，请改用本地规定的措施代码；其他措施请用 other 并写明内容。可选：${known}`;
      const finding = { pointer: `${pointer}/id`, code: 'MEASURE_UNKNOWN', detail, ...citingList(rules) };
      return rules.length === 0 ? [] : [error(finding)];
    }
    const isRepeated = measures
      .slice(0, index)
      .filter((other) => other.id === id && (!rule.other || other.text === text))
      .some((other) => (other.respondents ?? everyone).some((party) => (bound ?? everyone).includes(party)));
    return [
      ...when(
        rule.other === true && text === undefined,
        error({
          pointer: `${pointer}/text`,
          code: 'MEASURE_TEXT_REQUIRED',
          detail: '“其他措施”应当写明具体内容，请填写“text”',
          citation: rule.citation,
        }),
      ),
      ...when(
        isRepeated,
        error({ pointer: `${pointer}/id`, code: 'MEASURE_REPEATED', detail: '同一保护措施重复，请只保留一项' }),
      ),
      ...when(
        rule.vacate === true && bound === undefined && everyone.length > 1,
        notice({
          pointer: `${pointer}/respondents`,
          code: 'MEASURE_BINDS_EVERYONE',
          detail: '有多名被申请人，这一项责令每一名迁出：有人不住在申请人住所的，请用“respondents”写明由谁迁出',
        }),
      ),
    ];
  });
};

/** Months count from the day of the order, which itself is not counted; the last day ends at midnight. */
const checkValidity: Check = ({ case: { order }, law }) => {
  const limit = law.parameters.orderMaxMonths;
  if (order?.validity === undefined || order.outcome !== 'grant') return [];
  const { months, until } = order.validity;
  const from = calendarDate(order.decidedAt);
  const tooLong =
    limit !== undefined &&
    ((months !== undefined && months > limit.value) || (until !== undefined && until > addMonths(from, limit.value)));
  const at = months !== undefined && limit !== undefined && months > limit.value ? 'months' : 'until';
  return [
    ...when(
      tooLong,
      error({
        pointer: `/order/validity/${at}`,
        code: 'VALIDITY_TOO_LONG',
        detail: `人身安全保护令的有效期不超过 ${limit?.value ?? 0} 个月，自作出之日起计算，请缩短`,
        ...(limit === undefined ? {} : { citation: `${limit.citation}；${PERIOD}` }),
      }),
    ),
    ...when(
      until !== undefined && until <= from,
      error({
        pointer: '/order/validity/until',
        code: 'VALIDITY_ENDS_BEFORE_START',
        detail: '有效期截止日应当晚于作出裁定之日，请改正',
        ...citing(law, 'dv-law-30'),
      }),
    ),
    ...when(
      months !== undefined && until !== undefined && until !== addMonths(from, months),
      error({
        pointer: '/order/validity/until',
        code: 'VALIDITY_DISAGREES',
        detail:
          '月数和截止日不一致：截止日应为到期月与作出之日对应的日，没有对应日的为该月末日；请改正，或者只填写其中一项',
        citation: PERIOD,
      }),
    ),
  ];
};
