import { addDays, arabicDate, arabicMoment, type Clause, type Row } from '../../../src/authoring';
import type { CaseView } from '../../case/schema';
import { type SERVICE_METHODS, SUBSTITUTES } from '../../case/service';
import type { CaseLaw } from '../../law';
import { pairRow, SIGNED_AT, signatureRow, wideRow } from '../../wording/form-rows';
import { WITHHELD } from '../../wording/withheld';
import { CONSENTS, FORWARDING_GROUNDS } from './labels';

export type Method = keyof typeof SERVICE_METHODS;
export type ServiceView = NonNullable<CaseView['service']>[number];

export type RowsInput = {
  entry: ServiceView;
  law: CaseLaw;
  clause: Clause;
  /** The addressee is a party, not a unit: somebody of the household may take the papers. */
  isParty: boolean;
  /** The victim's numbers and electronic addresses stand on no paper; the fields say so. */
  isVictim: boolean;
};

/** Witnesses sign beside their names. */
const WITNESS_HEIGHT = 22;
const SIGNATURE = '受送达人签名或者盖章';
/** Reasons and courses of events are written by hand when the case does not give them. */
const WRITING_HEIGHT = 12;
/** Judge and clerk sign under what they note. */
const REFUSAL_HEIGHT = 16;

/**
 * The rows that only one way of service has, in the order of its course (民事诉讼法第八十七条至第九十五条). A field that the
 * case leaves open stays empty for the server's pen.
 */
export const METHOD_ROWS: Readonly<Record<Method, (input: RowsInput) => Row[]>> = {
  direct: ({ isParty, clause }) =>
    isParty ? [signatureRow(SIGNATURE), handoverRow(clause)] : [signatureRow('受送达人盖章或者负责收件的人签名')],
  collected: ({ entry, clause }) => [
    signatureRow(SIGNATURE),
    wideRow('拒绝签署的情况', [entry.refusal?.reason ?? '', ...clause('refused-on-arrival', {})], REFUSAL_HEIGHT),
  ],
  substitute: ({ entry: { substitute } }) => [
    pairRow(
      ['代收人', substitute?.name ?? ''],
      ['与受送达人的关系', substitute?.relation === undefined ? '' : SUBSTITUTES[substitute.relation]],
    ),
    wideRow('代收理由', substitute?.reason ?? '', WRITING_HEIGHT),
    signatureRow('代收人签名或者盖章'),
  ],
  'left-witness': ({ entry, clause }) => [
    refusalRow(entry),
    wideRow('见证人签名或者盖章', [...witnessLines(entry, clause), '', SIGNED_AT], WITNESS_HEIGHT),
  ],
  'left-video': ({ entry }) => [refusalRow(entry), wideRow('拍照、录像编号', entry.refusal?.recordingNumber ?? '')],
  electronic: ({ entry, isVictim, clause }) => {
    const { electronic, at, paperRequested } = entry;
    return [
      pairRow(['送达平台、媒介', electronic?.system ?? ''], ['电子送达凭证编号', electronic?.voucherNumber ?? '']),
      wideRow('电子送达地址', isVictim ? WITHHELD : (electronic?.address ?? '')),
      wideRow('同意电子送达的依据', electronic?.consent === undefined ? '' : CONSENTS[electronic.consent]),
      wideRow('到达受送达人特定系统的时间', at === undefined ? '' : arabicMoment(at)),
      wideRow('纸质文书', clause('paper', { paperRequested: paperRequested === true })),
    ];
  },
  entrusted: ({ entry: { entrusted }, clause }) => [
    wideRow('受委托法院', entrusted?.court ?? ''),
    wideRow('委托函编号', entrusted?.letterNumber ?? ''),
    wideRow('委托日期', entrusted?.sentOn === undefined ? '' : arabicDate(entrusted.sentOn)),
    signatureRow(SIGNATURE),
    handoverRow(clause),
  ],
  posted: ({ entry: { posted } }) => [
    pairRow(
      ['邮件号码', posted?.trackingNumber ?? ''],
      ['交寄日期', posted?.sentOn === undefined ? '' : arabicDate(posted.sentOn)],
    ),
    wideRow('回执注明的收件日期', posted?.receivedOn === undefined ? '' : arabicDate(posted.receivedOn)),
    wideRow('邮件回执粘贴处', '', 34),
  ],
  forwarded: ({ entry: { forwarded } }) => [
    wideRow('转交单位', forwarded?.unit ?? ''),
    wideRow('转交原因', forwarded?.ground === undefined ? '' : FORWARDING_GROUNDS[forwarded.ground]),
    wideRow('转交单位收到日期及经办人签名', '', WRITING_HEIGHT),
    signatureRow(SIGNATURE),
  ],
  'public-notice': ({ entry: { publicNotice }, law, clause }) => {
    const { issuedOn } = publicNotice ?? {};
    const days = law.parameters.publicNoticeDays?.value;
    const deemed =
      issuedOn === undefined || days === undefined
        ? ''
        : clause('public-notice', {
            issuedOn: arabicDate(issuedOn),
            publicNoticeDays: days,
            deemedOn: arabicDate(addDays(issuedOn, days)),
          });
    return [
      pairRow(
        ['公告发出日期', issuedOn === undefined ? '' : arabicDate(issuedOn)],
        ['公告载体', publicNotice?.medium ?? ''],
      ),
      wideRow('公告送达的原因和经过', publicNotice?.reason ?? '', WRITING_HEIGHT),
      wideRow('视为送达的日期', deemed, WRITING_HEIGHT),
    ];
  },
};

/** Who is served may be away: the form keeps the court's column for whoever takes the papers instead. */
function handoverRow(clause: Clause): Row {
  return wideRow('代收人签名或者盖章及代收理由', [...clause('handover', {}), SIGNED_AT], 18);
}

function refusalRow({ refusal }: ServiceView): Row {
  const refusedAt = refusal?.refusedAt === undefined ? SIGNED_AT : arabicMoment(refusal.refusedAt);
  return wideRow('拒收事由和日期', [refusal?.reason ?? '', refusedAt], WRITING_HEIGHT);
}

function witnessLines({ refusal }: ServiceView, clause: Clause): string[] {
  const witnesses = refusal?.witnesses ?? [];
  return witnesses.flatMap(({ name = '', unit = '' }) => (name + unit === '' ? [] : clause('witness', { name, unit })));
}
