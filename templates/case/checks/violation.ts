import type { Finding } from '../../../src/authoring';
import type { Case } from '../schema';
import { type Check, citing, error, notice, when } from './finding';

type Sanction = NonNullable<NonNullable<Case['violation']>['sanctions']>[number];
type Input = Parameters<Check>[0];

/** A breach of an order, and what the court may impose for it. */
export const checkViolation: Check = (input) => {
  const { violation, order } = input.case;
  if (violation === undefined) return [];
  const sanctions = violation.sanctions ?? [];
  const granted = order?.measures?.map(({ id }) => id);
  return [
    ...when(
      order !== undefined && Date.parse(violation.foundAt) < Date.parse(order.decidedAt),
      error({
        pointer: '/violation/foundAt',
        code: 'VIOLATION_BEFORE_ORDER',
        detail: '发现违反的时间早于作出裁定的时间，请改正',
      }),
    ),
    ...when(
      granted !== undefined && !granted.includes(violation.measure),
      error({
        pointer: '/violation/measure',
        code: 'VIOLATION_MEASURE_UNKNOWN',
        detail: '裁定没有这项保护措施，请填写裁定载明的措施代码',
      }),
    ),
    ...when(
      sanctions.length > 0 && violation.confirmed !== true,
      notice({
        pointer: '/violation/confirmed',
        code: 'VIOLATION_UNCONFIRMED',
        detail: '尚未查证属实，作出罚款、拘留决定前请核实',
      }),
    ),
    ...sanctions.flatMap((sanction, index) => checkSanction(sanction, `/violation/sanctions/${index}`, input)),
  ];
};

function checkSanction(sanction: Sanction, pointer: string, { law }: Input): Finding[] {
  const { kind, caseNumber, fineYuan, detentionDays, approvedBy } = sanction;
  const { fineMaxYuan, detentionMaxDays } = law.parameters;
  const amount = kind === 'fine' ? fineYuan : detentionDays;
  const field = kind === 'fine' ? 'fineYuan' : 'detentionDays';
  const limit = kind === 'fine' ? fineMaxYuan : detentionMaxDays;
  const unit = kind === 'fine' ? '元' : '日';
  const name = kind === 'fine' ? '罚款金额' : '拘留期限';
  return [
    ...when(
      amount === undefined,
      error({ pointer: `${pointer}/${field}`, code: 'SANCTION_AMOUNT_REQUIRED', detail: `缺少${name}，请填写` }),
    ),
    ...when(
      amount !== undefined && limit !== undefined && amount > limit.value,
      error({
        pointer: `${pointer}/${field}`,
        code: 'SANCTION_TOO_HIGH',
        detail: `${name}不得超过 ${limit?.value ?? 0} ${unit}，请改正`,
        ...(limit === undefined ? {} : { citation: limit.citation }),
      }),
    ),
    ...when(
      approvedBy === undefined,
      error({
        pointer: `${pointer}/approvedBy`,
        code: 'SANCTION_NOT_APPROVED',
        detail: '罚款、拘留必须经院长批准，请填写批准的院长姓名',
        ...citing(law, 'civil-procedure-119'),
      }),
    ),
    ...when(
      caseNumber !== undefined && !caseNumber.includes('司惩'),
      error({
        pointer: `${pointer}/caseNumber`,
        code: 'SANCTION_CASE_NUMBER',
        detail: '罚款、拘留决定书的类型代字应为“司惩”，请核对案号',
      }),
    ),
  ];
}
