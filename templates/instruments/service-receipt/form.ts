import { arabicMoment, type Block, type Clause, type Row } from '../../../src/authoring';
import type { CaseView } from '../../case/schema';
import { NOTICE_METHODS } from '../../case/service';
import type { CaseLaw } from '../../law';
import { citeAll } from '../../wording/citation';
import { pairRow, wideRow } from '../../wording/form-rows';
import { WITHHELD } from '../../wording/withheld';
import { PRINTED_METHODS } from './labels';
import { METHOD_ROWS, type RowsInput, type ServiceView } from './method-rows';

/** Ways of service that lead to no place where papers are handed over. */
const PLACELESS: ReadonlySet<string> = new Set(['electronic', 'public-notice']);
/** Their day stands in rows of their own. */
const DATED_BY_METHOD: ReadonlySet<string> = new Set(['electronic', 'posted', 'public-notice']);
/** Where a member of the household may sign instead of the addressee; for the post the rule speaks for itself. */
const HANDED_TO_OTHERS: ReadonlySet<string> = new Set(['direct', 'substitute', 'entrusted']);

type FormInput = RowsInput & { order: CaseView['order'] };

/** The form's rows: those of every receipt around those of the way of service. */
export function receiptRows(input: FormInput): Row[] {
  const { entry, order, clause } = input;
  const { method, issuedBy = '', servers, remark = '' } = entry;
  const own = method === undefined ? [] : METHOD_ROWS[method](input);
  return [
    pairRow(['案由', clause('cause', {})], ['案号', order?.caseNumber ?? WITHHELD]),
    wideRow('送达文书名称和件数', documentLines(entry, clause)),
    wideRow('受送达人', entry.recipient?.name ?? WITHHELD),
    ...(PLACELESS.has(method ?? '') ? [] : [wideRow('送达地点', placeOf(input))]),
    methodRow(entry),
    ...own,
    ...advanceNoticeRows(input),
    pairRow(['填发人', issuedBy], ['送达人', (servers ?? []).filter(isStated)], 12),
    wideRow('备考', remark, 10),
  ];
}

/** 注：①…②…, the rules of this way of service and what no receipt may state. */
export function receiptNotes({ entry, law, clause, isParty }: RowsInput): Block[] {
  const { method = '' } = entry;
  const { advanceNotice } = entry;
  const texts = clause('notes', {
    rules: law.lists.serviceRules.filter(({ methods }) => methods.some((one) => one === method)),
    substituteCitation: isParty && HANDED_TO_OTHERS.has(method) ? citeId(law, 'mail-rules-7-2') : '',
    advanceNotice: advanceNotice !== undefined,
    advanceCitation: citeAll(
      law.lists.advanceNoticeRules.filter(({ methods }) => methods.some((one) => one === advanceNotice?.method)),
    ),
    byPublicNotice: method === 'public-notice',
    policyCitation: citeId(law, 'order-opinion-4'),
  });
  const FIRST_MARKER = 0x2460;
  return texts.map((text, index) => ({
    kind: 'note',
    text: `${index === 0 ? '注：' : ''}${String.fromCodePoint(FIRST_MARKER + index)}${text}`,
  }));
}

/** A place that is missing on the victim's receipt was withheld; on any other it is still to be filled in. */
function placeOf({ entry, isVictim }: RowsInput): string {
  return entry.place ?? (isVictim ? WITHHELD : '');
}

function methodRow({ method, at }: ServiceView): Row {
  const label = method === undefined ? '' : PRINTED_METHODS[method];
  if (method !== undefined && DATED_BY_METHOD.has(method)) return wideRow('送达方式', label);
  return pairRow(['送达方式', label], ['送达时间', at === undefined ? '' : arabicMoment(at)]);
}

function documentLines({ documents }: ServiceView, clause: Clause): string[] {
  const listed = (documents ?? []).map(({ title = WITHHELD, copies = '　' }) => ({ title, copies }));
  return clause('documents', { documents: listed });
}

function advanceNoticeRows({ entry: { advanceNotice }, isVictim }: RowsInput): Row[] {
  if (advanceNotice === undefined) return [];
  const { method, at, number, answeredBy = '', recordedBy = '', evidenceNumber = '' } = advanceNotice;
  return [
    pairRow(
      ['先行告知方式', method === undefined ? '' : NOTICE_METHODS[method]],
      ['告知时间', at === undefined ? '' : arabicMoment(at)],
    ),
    pairRow(['所用号码', isVictim ? WITHHELD : (number ?? '')], ['接听人', answeredBy]),
    pairRow(['记录人', recordedBy], ['证据编号', evidenceNumber]),
  ];
}

/** The provision as it is cited; empty when it is not in force on the day of service. */
function citeId(law: CaseLaw, id: string): string {
  return citeAll([{ bases: law.bases.filter((basis) => basis.id === id) }]);
}

/** A withheld entry of a list keeps its place as an empty object. */
function isStated(value: unknown): value is string {
  return typeof value === 'string';
}
