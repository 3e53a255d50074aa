import { arabicDate, arabicMoment, type Block, type Row } from '../../../src/authoring';
import { DISPOSITIONS, NEEDS, RISK_LEVELS, VISIT_METHODS } from '../../case/visit';
import { citeAll } from '../../wording/citation';
import { EVEN_COLUMNS, pairRow, SIGNED_AT, signatureRow, tickBoxes, wideRow } from '../../wording/form-rows';
import { orderValidity } from '../../wording/validity';
import { WITHHELD } from '../../wording/withheld';
import { complianceTable, hasRecurred } from './compliance';
import { chosen, type SheetInput, SUBJECTS, type VisitView, visitedName, yesOrNo } from './fields';

/** A remark of one or two lines, and an account of several, in mm. */
const REMARK = 10;
const ACCOUNT = 18;

/** 回访单: one visit to one person. */
export function sheetBlocks(input: SheetInput): Block[] {
  const { visit, view } = input;
  const subject = visit.subject ?? 'victim';
  const own = subject === 'victim' ? victimRows(input) : respondentRows(input);
  return [
    { kind: 'title', text: `人身安全保护令回访单（${SUBJECTS[subject]}）` },
    { kind: 'number', text: view.order?.caseNumber ?? WITHHELD, align: 'center' },
    { kind: 'table', columns: EVEN_COLUMNS, rows: [...headRows(input), ...own] },
    complianceTable(input),
    { kind: 'table', columns: EVEN_COLUMNS, rows: closingRows(input), whole: true },
    ...noteBlocks(input, 'notes'),
  ];
}

/** 保护令有效期, the same on the sheet and on the summary. */
export function validityRow({ view: { order }, law, clause }: SheetInput): Row {
  const validity = orderValidity(order);
  const text = clause('validity', {
    decidedOn: arabicDate(order?.decidedAt ?? law.on),
    lastDay: validity === undefined ? undefined : arabicDate(validity.lastDay),
    months: validity?.months,
  });
  return wideRow('保护令有效期', text);
}

/** 注：①…, from a clause of the form. */
export function noteBlocks({ law, clause }: SheetInput, name: string): Block[] {
  const bases = law.bases.filter(({ id }) => id === (name === 'notes' ? 'order-opinion-4' : 'order-opinion-18'));
  const FIRST_MARKER = 0x2460;
  return clause(name, { policyCitation: citeAll([{ bases }]) }).map((text, index) => ({
    kind: 'note',
    text: `${index === 0 ? '注：' : ''}${String.fromCodePoint(FIRST_MARKER + index)}${text}`,
  }));
}

function headRows(input: SheetInput): Row[] {
  const { view, visit, clause } = input;
  const { sequence, dueOn, visitedAt, method, alone, visitors = [] } = visit;
  const named = visitors.map(({ name = WITHHELD, unit = WITHHELD, position }) => ({ name, unit, position }));
  return [
    pairRow(
      ['受访人', visitedName(view, visit)],
      ['回访次数', sequence === undefined ? '' : clause('sequence', { sequence })],
    ),
    validityRow(input),
    pairRow(
      ['应当回访日期', dueOn === undefined ? '' : arabicDate(dueOn)],
      ['实际回访时间', visitedAt === undefined ? '' : arabicMoment(visitedAt)],
    ),
    wideRow('回访人单位、姓名、职务', clause('visitor', { visitors: named })),
    pairRow(['回访方式', chosen(VISIT_METHODS, method)], ['是否单独谈话', yesOrNo(alone)]),
  ];
}

/** No row for the place: where the victim was met can give away where she lives. */
function victimRows({ visit }: SheetInput): Row[] {
  const { recurrence, safeSetting, riskLevel, feelsSafe, helpGiven, children, needs } = visit;
  const recurred = hasRecurred(visit);
  const isNo = recurred === false;
  const lastAt = recurrence?.lastAt === undefined ? '' : arabicDate(recurrence.lastAt);
  return [
    pairRow(['谈话环境是否安全', yesOrNo(safeSetting)], ['危险程度', chosen(RISK_LEVELS, riskLevel)]),
    pairRow(['是否再次遭受家庭暴力', yesOrNo(recurred)], ['最近一次日期', isNo ? '——' : lastAt]),
    wideRow('再次遭受家庭暴力的情况', isNo ? '——' : (recurrence?.narrative ?? '').split('\n'), isNo ? 7 : ACCOUNT),
    pairRow(
      ['是否受伤', isNo ? '——' : yesOrNo(recurrence?.injured)],
      ['是否报警', isNo ? '——' : yesOrNo(recurrence?.reported)],
    ),
    wideRow('安全感及变化', feelsSafe ?? '', REMARK),
    wideRow('需求', needsText(needs)),
    wideRow('已提供的帮助', helpGiven ?? '', REMARK),
    wideRow('未成年子女情况', children ?? '', REMARK),
  ];
}

/** Only what the respondent said and was told; nothing that the other side reported. */
function respondentRows({ visit }: SheetInput): Row[] {
  const { safeSetting, place, education, needs } = visit;
  return [
    pairRow(['谈话环境是否安全', yesOrNo(safeSetting)], ['回访地点', place ?? '']),
    wideRow('法治教育、心理辅导情况', education ?? '', ACCOUNT),
    wideRow('对遵守保护令的态度', '', ACCOUNT),
    wideRow('需求', needsText(needs)),
  ];
}

/** An empty list says as much as a missing one: nobody has asked yet. */
function needsText(needs: VisitView['needs'] = []): string {
  return needs.length === 0 ? tickBoxes(Object.values(NEEDS)) : needs.map((need) => NEEDS[need]).join('、');
}

/** What is to be done next is no business of the respondent who signs the sheet: it may tell what the victim plans. */
function closingRows({ visit }: SheetInput): Row[] {
  const { subject, disposition, nextDueOn, signature } = visit;
  const next = nextDueOn === undefined ? '' : arabicDate(nextDueOn);
  const signedAt = signature?.signedAt;
  return [
    subject === 'respondent'
      ? wideRow('下次回访日期', next)
      : pairRow(['处置意见', chosen(DISPOSITIONS, disposition)], ['下次回访日期', next]),
    signatureRow('受访人签名', signedAt === undefined ? SIGNED_AT : `${'　'.repeat(15)}${arabicMoment(signedAt)}`),
    signatureRow('回访人签名'),
  ];
}
