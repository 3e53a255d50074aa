import type { CheckInput, Finding } from '../../../src/authoring';
import type { Case } from '../../case/schema';
import type { CaseLaw } from '../../law';
import type { Method } from './method-rows';

type Entry = NonNullable<Case['service']>[number];
type Detail = 'substitute' | 'refusal' | 'electronic' | 'entrusted' | 'posted' | 'forwarded' | 'publicNotice';

/** What the receipt prints of each way of service; the first is what it cannot do without. */
const DETAILS: Readonly<Record<Method, readonly Detail[]>> = {
  direct: [],
  collected: ['refusal'],
  substitute: ['substitute'],
  'left-witness': ['refusal'],
  'left-video': ['refusal'],
  electronic: ['electronic'],
  entrusted: ['entrusted'],
  posted: ['posted'],
  forwarded: ['forwarded'],
  'public-notice': ['publicNotice'],
};

const LABELS: Readonly<Record<Detail, string>> = {
  substitute: '代收人',
  refusal: '拒收情况',
  electronic: '电子送达',
  entrusted: '委托送达',
  posted: '邮寄送达',
  forwarded: '转交送达',
  publicNotice: '公告送达',
};

/** What a receipt asks of its entry. Everything here can still be put right by hand, so nothing blocks. */
export function checkReceipt({ case: root, item }: CheckInput<Case, CaseLaw>): Finding[] {
  const entry = item === undefined ? undefined : root.service?.[item.index];
  if (item === undefined || entry === undefined) return [];
  const { pointer } = item;
  return [...missingDetail(entry, pointer), ...unprintedDetails(entry, pointer), ...ofMethod(entry, pointer)];
}

function missingDetail(entry: Entry, pointer: string): Finding[] {
  const [needed] = DETAILS[entry.method];
  if (needed === undefined || entry.method === 'collected' || entry[needed] !== undefined) return [];
  return [
    {
      severity: 'notice',
      pointer: `${pointer}/${needed}`,
      code: 'SERVICE_DETAIL_MISSING',
      detail: `未填写“${LABELS[needed]}”，送达回证相应栏目留空，请送达人当场手工填写`,
    },
  ];
}

function unprintedDetails(entry: Entry, pointer: string): Finding[] {
  const printed = DETAILS[entry.method];
  const given = (Object.keys(LABELS) as Detail[]).filter((detail) => entry[detail] !== undefined);
  return given
    .filter((detail) => !printed.includes(detail))
    .map((detail) => ({
      severity: 'notice',
      pointer: `${pointer}/${detail}`,
      code: 'SERVICE_DETAIL_UNUSED',
      detail: `“${LABELS[detail]}”与所选送达方式不符，送达回证不予载明，请核对送达方式`,
    }));
}

function ofMethod(entry: Entry, pointer: string): Finding[] {
  const { method, refusal, paperRequested } = entry;
  const notice = (place: string, code: string, detail: string, citation: string): Finding => ({
    severity: 'notice',
    pointer: `${pointer}/${place}`,
    code,
    detail,
    citation,
  });
  if (method === 'left-witness' && (refusal?.witnesses ?? []).length === 0) {
    const detail = '留置送达由见证人见证的，应当有见证人签名或者盖章，请补充见证人，或者改为拍照、录像方式';
    return [notice('refusal/witnesses', 'SERVICE_WITNESS_MISSING', detail, '《中华人民共和国民事诉讼法》第八十九条')];
  }
  if (method === 'left-video' && refusal?.recordingNumber === undefined) {
    const detail = '以拍照、录像方式留置送达的，应当填写拍照、录像编号';
    return [
      notice('refusal/recordingNumber', 'SERVICE_RECORDING_MISSING', detail, '《中华人民共和国民事诉讼法》第八十九条'),
    ];
  }
  if (method === 'electronic' && paperRequested === true) {
    const detail = '受送达人提出需要纸质文书的，人民法院应当提供，请另行送交纸质文书';
    return [notice('paperRequested', 'SERVICE_PAPER_DUE', detail, '《中华人民共和国民事诉讼法》第九十条第一款')];
  }
  if (method === 'public-notice') {
    const detail = '人身安全保护令原则上不得公开，公告不得载明裁定书全文和受害人的住所、行踪、联系方式';
    const citation = '《关于加强人身安全保护令制度贯彻实施的意见》（法发〔2022〕10号）第四条';
    return [notice('method', 'SERVICE_PUBLIC_NOTICE', detail, citation)];
  }
  return [];
}
