import type { CheckInput, Finding } from '../../../src/authoring';
import type { Case } from '../../case/schema';
import type { CaseLaw } from '../../law';

/** What a ruling asks of the case beyond its shape. */
export function checkProtectionOrder({ case: root, law }: CheckInput<Case, CaseLaw>): Finding[] {
  const { order } = root;
  if (order === undefined) return [];
  return [...checkMeasures(order, law), ...checkBench(order)];
}

type Order = NonNullable<Case['order']>;

/** Hours and words that the wording of a measure cannot take would silently be lost. */
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
