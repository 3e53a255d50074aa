import type { CheckInput, Finding } from '../../../src/authoring';
import type { Case } from '../../case/schema';
import type { CaseLaw } from '../../law';

/** What a ruling asks of the case beyond its shape. */
export function checkProtectionOrder({ case: root, law }: CheckInput<Case, CaseLaw>): Finding[] {
  const { order } = root;
  if (order === undefined) return [];
  return [
    ...checkLaw(law),
    ...checkGround(law),
    ...checkMeasures(order, law),
    ...checkRest(root),
    ...checkBench(order),
  ];
}

type Order = NonNullable<Case['order']>;

/** No court orders under a law that is not in force yet: the ruling would rest on nothing. */
function checkLaw(law: CaseLaw): Finding[] {
  if (law.basis('dv-law-26') !== undefined) return [];
  return [
    {
      severity: 'error',
      pointer: '/order/decidedAt',
      code: 'LAW_NOT_IN_FORCE',
      detail: '作出裁定时《中华人民共和国反家庭暴力法》尚未施行（自2016年3月1日起施行），不得制作裁定书，请核对时间',
      citation: '《中华人民共和国反家庭暴力法》第三十八条',
    },
  ];
}

/** A list of the province replaces the national one whole: a ruling must not rest on the local act alone. */
function checkGround({ lists, basis }: CaseLaw): Finding[] {
  const rests = lists.operativeBases.some(({ when, bases }) => when === 'always' && bases.some(isLaw));
  if (rests || basis('dv-law-26') === undefined) return [];
  const detail =
    '该地区的规定没有列明裁定所依据的法律，不得制作裁定书：请管理员在该地区的 operativeBases 中补充法律条文（本地的表整个替换全国的表）';
  return [{ severity: 'error', pointer: '/jurisdiction', code: 'OPERATIVE_LAW_MISSING', detail }];
}

const isLaw = ({ kind }: { kind: string }) => kind === 'law';

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

/** A ruling answers everything that was asked for. */
function checkRest({ order, application }: Case): Finding[] {
  if (order?.outcome !== 'grant' || order.restDismissed !== undefined) return [];
  if ((application?.requests.length ?? 0) <= (order.measures?.length ?? 0)) return [];
  const detail =
    '请求事项多于作出的保护措施，请核对：有请求不予准许的，应当在主文中驳回（“restDismissed”填 true）；均已准许的填 false';
  const citation = '《中华人民共和国反家庭暴力法》第二十八条';
  return [{ severity: 'notice', pointer: '/order/restDismissed', code: 'REQUESTS_UNANSWERED', detail, citation }];
}

/** One judge alone, or a bench with a presiding judge. */
function checkBench({ judges }: Order): Finding[] {
  const presiding = judges.filter(({ role }) => role === 'presiding').length;
  const isBench = judges.length > 1;
  if (judges.every(({ role }) => role === 'assessor')) {
    const detail = '裁定书应当由审判员署名，人民陪审员不能单独作出裁定，请填写审判员或者审判长';
    return [{ severity: 'error', pointer: '/order/judges', code: 'BENCH_WITHOUT_JUDGE', detail }];
  }
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
