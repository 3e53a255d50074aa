import type { CheckInput, Finding } from '../../../src/authoring';
import type { Case } from '../../case/schema';
import type { CaseLaw } from '../../law';

/** What a ruling asks of the case beyond its shape. */
export function checkProtectionOrder({ case: root, law }: CheckInput<Case, CaseLaw>): Finding[] {
  const { order } = root;
  if (order === undefined) return [];
  return [...checkOutcome(order), ...checkMeasures(order, law), ...checkBench(order)];
}

type Order = NonNullable<Case['order']>;

function checkOutcome({ outcome, measures = [], validity }: Order): Finding[] {
  const findings: Finding[] = [];
  const error = (pointer: string, code: string, detail: string, citation: string) =>
    findings.push({ severity: 'error', pointer, code, detail, citation });
  if (outcome === 'grant' && measures.length === 0) {
    const citation = '《中华人民共和国反家庭暴力法》第二十九条';
    error('/order/measures', 'ORDER_WITHOUT_MEASURES', '作出人身安全保护令至少应当有一项保护措施，请填写', citation);
  }
  if (outcome === 'grant' && validity?.months === undefined && validity?.until === undefined) {
    const citation = '《中华人民共和国反家庭暴力法》第三十条';
    error('/order/validity', 'ORDER_WITHOUT_VALIDITY', '人身安全保护令应当写明有效期，请填写月数或者截止日', citation);
  }
  if (outcome === 'deny' && (measures.length > 0 || validity !== undefined)) {
    const citation = '《中华人民共和国反家庭暴力法》第二十八条';
    error(
      '/order/outcome',
      'DENIAL_WITH_MEASURES',
      '驳回申请的裁定没有保护措施和有效期，请删除或者改正裁定结果',
      citation,
    );
  }
  return findings;
}

/** Hours and metres that the wording of a measure cannot take would silently be lost. */
function checkMeasures({ measures = [] }: Order, law: CaseLaw): Finding[] {
  return measures.flatMap(({ id, text, vacateWithinHours }, index): Finding[] => {
    const rule = law.lists.measures.find((measure) => measure.id === id);
    if (rule === undefined) return [];
    const at = `/order/measures/${index}`;
    const notice = (field: string, code: string, detail: string): Finding => ({
      severity: 'notice',
      pointer: `${at}/${field}`,
      code,
      detail,
    });
    return [
      ...(vacateWithinHours !== undefined && rule.vacate !== true
        ? [
            notice(
              'vacateWithinHours',
              'MEASURE_HOURS_UNUSED',
              '只有责令迁出的措施才写明迁出期限，该期限没有印入裁定书',
            ),
          ]
        : []),
      ...(text !== undefined && rule.other !== true
        ? [
            notice(
              'text',
              'MEASURE_TEXT_UNUSED',
              '该措施按法定文字印制，另写的内容没有印入裁定书；需要时请用“其他措施”',
            ),
          ]
        : []),
    ];
  });
}

/** One judge alone, or a bench with a presiding judge. */
function checkBench({ judges }: Order): Finding[] {
  const presiding = judges.filter(({ role }) => role === 'presiding').length;
  const isBench = judges.length > 1;
  if (isBench ? presiding === 1 : presiding === 0) return [];
  return [
    {
      severity: 'notice',
      pointer: '/order/judges',
      code: 'BENCH_COMPOSITION',
      detail: isBench ? '合议庭应当有一名审判长，请核对署名' : '独任审理的由审判员署名，请核对审判职务',
    },
  ];
}
