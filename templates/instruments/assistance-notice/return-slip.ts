import { type Block, paragraphs, plain, type Row } from '../../../src/authoring';
import { FORM_COLUMNS, pairRow, SIGNED_AT, SIGNED_ON, wideRow } from '../../wording/form-rows';
import { WITHHELD } from '../../wording/withheld';
import { contactOf, type NoticeInput, returnBy } from './notice';

/** What the unit writes is several lines long; its seal is 42 mm wide but may run over the edge. */
const WRITING_HEIGHT = 16;
const SEAL_HEIGHT = 28;

/** 回执: a sheet of its own, so that it can be torn off, filled in, sealed and sent back. */
export function returnSlipBlocks(input: NoticeInput): Block[] {
  const { view, entry, clause } = input;
  const caseNumber = view.order?.caseNumber ?? WITHHELD;
  return [
    { kind: 'page-break' },
    ...clause('cut-line', { caseNumber }).map((text): Block => ({ kind: 'cut-line', text })),
    { kind: 'title', text: '协助执行通知书（回执）' },
    { kind: 'number', text: caseNumber, align: 'center' },
    { kind: 'paragraph', content: plain(`${view.court?.name ?? WITHHELD}：`), indent: 0 },
    ...paragraphs(clause('slip-opening', { caseNumber })),
    ...clause('slip-warning', {}).map(
      (text): Block => ({
        kind: 'paragraph',
        content: [{ kind: 'text', text, face: 'hei' }],
      }),
    ),
    { kind: 'table', columns: FORM_COLUMNS, rows: slipRows(input) },
    ...clause('slip-return', { ...contactOf(input), returnBy: returnBy(entry) }).map(
      (text): Block => ({
        kind: 'note',
        text,
      }),
    ),
  ];
}

function slipRows({ entry, law, clause }: NoticeInput): Row[] {
  const kind = entry.recipient?.kind;
  const verification = clause('slip-verification', {
    byPolice: kind === 'police',
    policeVerificationHours: law.parameters.policeVerificationHours?.value,
  });
  // An employer does not visit; whoever keeps contact with the court is named instead.
  const visitor = kind === 'employer' ? '指定联系人姓名、职务' : '拟定回访人姓名、职务';
  return [
    wideRow('协助执行单位', entry.recipient?.name ?? WITHHELD),
    wideRow('收件时间', SIGNED_AT, 9),
    pairRow(['接收人签名', ''], ['职务', ''], 10),
    wideRow('核实情况', [...verification, ''], WRITING_HEIGHT),
    wideRow('拟采取的协助执行措施', '', WRITING_HEIGHT),
    pairRow([visitor, ''], ['单位联系电话', ''], 12),
    wideRow('需要说明的问题', '', WRITING_HEIGHT),
    wideRow('协助执行单位（盖章）', ['', '', SIGNED_ON], SEAL_HEIGHT),
  ];
}
