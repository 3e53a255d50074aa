import {
  arabicDate,
  type Block,
  type BuildInput,
  type Built,
  chineseNumber,
  labelCell,
  paragraphs,
  row,
  toBeijing,
} from '../../../src/authoring';
import type { Case } from '../../case/schema';
import type { CaseInstrument, CaseLaw } from '../../law';
import { withBlanks } from '../../wording/blanks';
import { WITHHELD } from '../../wording/withheld';
import { checkWarningLetter } from './check';
import { LETTER_NAMES, type LetterData, letterData } from './data';
import { warningLetterSchema } from './schema';

type Input = BuildInput<Case, CaseLaw>;

function build(input: Input): Built {
  const { view, clause, audience, number, verifyUrl } = input;
  const data = letterData(input);
  const decidedAt = view.warning?.decidedAt ?? input.law.on;
  const issuer = view.police?.name ?? WITHHELD;
  const blocks: Block[] = [
    { kind: 'issuer', text: issuer },
    { kind: 'title', text: '家庭暴力告诫书' },
    { kind: 'number', text: data.letterNumber, align: 'right' },
    ...paragraphs(clause('parties', data)),
    ...paragraphs(clause('facts', data)),
    ...paragraphs(clause('decision', data)),
    ...paragraphs(clause('admonition', data).map((text, index) => `${chineseNumber(index + 1)}、${text}`)),
    ...paragraphs(clause('copies', data)),
    { kind: 'signature', issuer, date: arabicDate(decidedAt), sealed: true },
    ...deliveryBlocks(input, data),
    ...(audience === 'victim' ? rightsBlocks(input, data) : []),
  ];
  return {
    model: {
      title: `家庭暴力告诫书 ${number}`,
      blocks,
      pageNumbers: true,
      qr: { payload: verifyUrl, caption: [`文书编号 ${number}`, '扫码可核验文书真伪'] },
    },
    variant: data.isRefused ? 'refused' : 'signed',
    issuer,
    datedOn: toBeijing(decidedAt).date,
  };
}

/** Columns of the record in mm, and the height that a signature with a fingerprint needs. */
const COLUMNS = [26, 130];
const FINGERPRINT_HEIGHT = 22;

/**
 * The record of reading aloud and handing over, signed below the seal: every signature stands beside the text it
 * answers for, on one page.
 */
function deliveryBlocks({ clause }: Input, data: LetterData): Block[] {
  const record = (label: string, texts: readonly string[], minHeight?: number) =>
    row([labelCell(label), { content: texts.map(withBlanks) }], minHeight);
  const answer = data.isRefused
    ? record('拒绝签收', [...clause('refusal', data), ...clause('refusal-effect', data)])
    : record('签收', clause('receipt', data), FINGERPRINT_HEIGHT);
  return [
    {
      kind: 'table',
      whole: true,
      columns: COLUMNS,
      rows: [record('宣读', clause('delivery', data)), answer, record('民警', clause('officers', data))],
    },
  ];
}

/** What the police must tell the victim: a page of its own, on the victim's copy only. */
function rightsBlocks({ clause }: Input, data: LetterData): Block[] {
  const heading: Block = { kind: 'heading', level: 1, text: '附：受害人权利告知' };
  return [{ kind: 'page-break' }, heading, ...paragraphs(clause('rights', data))];
}

/** 家庭暴力告诫书 (反家庭暴力法第十六条、第十七条；公通字〔2024〕34号第九条、第十条): one per respondent. */
export const warningLetter: CaseInstrument = {
  id: 'warning-letter',
  label: '家庭暴力告诫书',
  purpose: '家庭暴力情节较轻、依法不给予治安管理处罚的，公安机关以书面形式警示、劝诫加害人不再实施家庭暴力。',
  variants: { signed: '被告诫人签名、捺印', refused: '被告诫人拒绝签收' },
  audiences: ['respondent', 'victim', 'police-file'],
  schema: warningLetterSchema,
  sections: ['police', 'victims', 'respondents', 'relationship', 'incidents', 'evidence', 'warning'],
  item: { section: 'respondents', label: '被告诫人' },
  bases: ['dv-law-16', 'dv-law-17', 'dv-law-33', 'penalty-law-73-2', 'warning-opinion-9', 'warning-opinion-10'],
  names: LETTER_NAMES,
  lawDate: ({ warning }) => (warning === undefined ? undefined : toBeijing(warning.decidedAt).date),
  check: checkWarningLetter,
  build,
};
