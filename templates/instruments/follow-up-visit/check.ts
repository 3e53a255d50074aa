import { type CheckInput, cite, type Finding } from '../../../src/authoring';
import type { Case } from '../../case/schema';
import type { CaseLaw } from '../../law';

type Visit = NonNullable<Case['visits']>[number];

/** What the victim tells about herself; the respondent's sheet prints none of it. */
const VICTIM_ONLY = {
  recurrence: '再次遭受家庭暴力',
  riskLevel: '危险程度',
  feelsSafe: '安全感及变化',
  helpGiven: '已提供的帮助',
  children: '未成年子女情况',
} as const satisfies Partial<Record<keyof Visit, string>>;

/** What a sheet asks of its visit. */
export function checkVisit({ case: root, law, item }: CheckInput<Case, CaseLaw>): Finding[] {
  const visit = item === undefined ? undefined : root.visits?.[item.index];
  if (item === undefined || visit === undefined) return [];
  const { pointer } = item;
  return [
    ...unknownMeasures(visit, root, pointer),
    ...(visit.subject === 'respondent' ? victimFacts(visit, pointer) : settingOf(visit, pointer)),
    ...unreportedBreach(visit, pointer, law),
  ];
}

function unknownMeasures({ compliance }: Visit, { order }: Case, pointer: string): Finding[] {
  const granted = new Set(order?.measures?.map(({ id }) => id));
  return compliance.flatMap(({ measure }, index) =>
    granted.has(measure)
      ? []
      : [
          {
            severity: 'error' as const,
            pointer: `${pointer}/compliance/${index}/measure`,
            code: 'VISIT_MEASURE_UNKNOWN',
            detail: '裁定没有这项保护措施，请填写裁定载明的措施代码',
          },
        ],
  );
}

function victimFacts(visit: Visit, pointer: string): Finding[] {
  const given = Object.entries(VICTIM_ONLY).filter(([key]) => visit[key as keyof typeof VICTIM_ONLY] !== undefined);
  return given.map(([key, label]) => ({
    severity: 'notice',
    pointer: `${pointer}/${key}`,
    code: 'VISIT_VICTIM_FACT',
    detail: `被申请人的回访单不载明“${label}”，请另行记入申请人的回访单`,
  }));
}

function settingOf({ alone, safeSetting }: Visit, pointer: string): Finding[] {
  if (alone && safeSetting !== false) return [];
  return [
    {
      severity: 'notice',
      pointer: `${pointer}/${alone ? 'safeSetting' : 'alone'}`,
      code: 'VISIT_SETTING_UNSAFE',
      detail: '申请人未在单独、安全的环境中谈话，其陈述可能不能反映真实情况，建议另行单独回访',
    },
  ];
}

function unreportedBreach(visit: Visit, pointer: string, law: CaseLaw): Finding[] {
  const isBreach = visit.compliance.some(({ status }) => status === 'violated');
  if (!isBreach || visit.disposition === 'report-court' || visit.disposition === 'report-police') return [];
  const basis = law.basis('order-opinion-18');
  return [
    {
      severity: 'notice',
      pointer: `${pointer}/disposition`,
      code: 'VISIT_BREACH_UNREPORTED',
      detail: '回访发现违反保护令的，应当填写情况反馈表，帮助受害人及时与人民法院、公安机关联系，请核对处置意见',
      ...(basis === undefined ? {} : { citation: cite([basis]) }),
    },
  ];
}
