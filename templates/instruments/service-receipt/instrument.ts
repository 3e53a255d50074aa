import { calendarDate } from '../../../src/authoring';
import type { Case } from '../../case/schema';
import { SERVICE_METHODS } from '../../case/service';
import type { CaseInstrument } from '../../law';
import { FORM_COLUMNS } from '../../wording/form-rows';
import { WITHHELD } from '../../wording/withheld';
import { checkReceipt } from './check';
import { receiptNotes, receiptRows } from './form';
import { receiptSchema } from './schema';

type Entry = NonNullable<Case['service']>[number];

/** 送达回证: one sheet for one addressee, never a list of them. */
export const serviceReceipt: CaseInstrument = {
  id: 'service-receipt',
  label: '送达回证',
  purpose: '证明人民法院向一名受送达人送达了哪些文书、以什么方式、在什么时间送达。',
  variants: SERVICE_METHODS,
  audiences: ['respondent', 'victim', 'police', 'committee', 'womens-federation', 'school', 'employer', 'organization'],
  schema: receiptSchema,
  sections: ['service'],
  item: {
    section: 'service',
    label: '送达',
    audienceOf: (entry) => (entry as Entry).recipient.kind,
  },
  bases: ['civil-procedure-87', 'civil-procedure-88', 'civil-procedure-89', 'civil-procedure-95', 'order-opinion-4'],
  names: {
    rules: '该送达方式的法律规则，取自地区资料的 serviceRules',
    citation: '规则所依据的条文',
    substituteCitation: '另一方当事人不得代收的条文；该送达方式不涉及时为空',
    advanceCitation: '先行告知所依据的本地条文，取自地区资料的 advanceNoticeRules；没有时为空',
    byPublicNotice: '是否公告送达',
    policyCitation: '不得列明现住所的条文',
    publicNoticeDays: '公告期（日），取自地区资料',
    deemedOn: '公告期满、视为送达的日期',
  },
  lawDate: (root, item) => {
    const at = item === undefined ? undefined : root.service?.[item.index]?.at;
    const moment = at ?? root.order?.decidedAt;
    return moment === undefined ? undefined : calendarDate(moment);
  },
  check: checkReceipt,
  build({ view, item, law, clause, number, verifyUrl }) {
    const entry = (item === undefined ? undefined : view.service?.[item.index]) ?? {};
    const kind = entry.recipient?.kind;
    const isVictim = kind === 'victim';
    const input = { entry, order: view.order, law, clause, isParty: isVictim || kind === 'respondent', isVictim };
    const issuer = view.court?.name ?? WITHHELD;
    return {
      model: {
        title: `送达回证 ${number}`,
        blocks: [
          { kind: 'issuer', text: issuer },
          { kind: 'title', text: '送达回证' },
          { kind: 'table', columns: FORM_COLUMNS, rows: receiptRows(input) },
          ...receiptNotes(input),
        ],
        pageNumbers: true,
        qr: { payload: verifyUrl, caption: [`文书编号 ${number}`, '扫码可核验文书真伪'] },
      },
      variant: entry.method ?? 'direct',
      issuer,
      datedOn: law.on,
    };
  },
};
