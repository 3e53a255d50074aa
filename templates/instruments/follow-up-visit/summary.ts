import { arabicMoment, type Block, paragraphs } from '../../../src/authoring';
import { EVEN_COLUMNS, pairRow, SIGNED_AT, SIGNED_ON, signatureRow, wideRow } from '../../wording/form-rows';
import { WITHHELD } from '../../wording/withheld';
import { type SheetInput, SUBJECTS, visitedName } from './fields';
import { noteBlocks, validityRow } from './sheet';

const SUMMARY_HEIGHT = 60;
const OPINION_HEIGHT = 26;
const SEAL_HEIGHT = 36;

/** 期满汇总: the page that the party signs when the order ends and that goes to the court. */
export function summaryBlocks(input: SheetInput): Block[] {
  const { view, visit, clause } = input;
  const { expirySummary, subject = 'victim' } = visit;
  if (expirySummary === undefined) return [];
  const { visitCount, summary = '', signedAt } = expirySummary;
  return [
    { kind: 'page-break' },
    { kind: 'title', text: `人身安全保护令期满回访汇总表（${SUBJECTS[subject]}）` },
    { kind: 'number', text: view.order?.caseNumber ?? WITHHELD, align: 'center' },
    {
      kind: 'table',
      columns: EVEN_COLUMNS,
      rows: [
        pairRow(
          ['当事人', visitedName(view, visit)],
          ['回访总次数', visitCount === undefined ? '' : clause('visit-count', { visitCount })],
        ),
        validityRow(input),
        wideRow('回访情况汇总', summary.split('\n'), SUMMARY_HEIGHT),
        wideRow('当事人意见', '', OPINION_HEIGHT),
        signatureRow('当事人签字', signedAt === undefined ? SIGNED_AT : `${'　'.repeat(15)}${arabicMoment(signedAt)}`),
        wideRow('回访单位（盖章）', ['', '', '', SIGNED_ON], SEAL_HEIGHT),
      ],
    },
    ...paragraphs(clause('report', { name: view.court?.name ?? WITHHELD })),
    ...noteBlocks(input, 'summary-notes'),
  ];
}
