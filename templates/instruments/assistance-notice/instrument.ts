import { calendarDate } from '../../../src/authoring';
import { RECIPIENT_KINDS } from '../../case/court';
import type { Case } from '../../case/schema';
import type { CaseInstrument } from '../../law';
import { MEASURE_NAMES } from '../../wording/measures';
import { PARTY_NAMES } from '../../wording/party';
import { WITHHELD } from '../../wording/withheld';
import { checkNotice } from './check';
import { noticeBlocks } from './notice';
import { returnSlipBlocks } from './return-slip';
import { noticeSchema } from './schema';

type Entry = NonNullable<Case['assistance']>[number];

/** 协助执行通知书, with the slip that comes back to the court. */
export const assistanceNotice: CaseInstrument = {
  id: 'assistance-notice',
  label: '协助执行通知书',
  purpose: '通知公安机关、居民委员会、村民委员会、妇女联合会、学校等单位协助执行人身安全保护令，并附回执。',
  variants: RECIPIENT_KINDS,
  audiences: Object.keys(RECIPIENT_KINDS),
  schema: noticeSchema,
  sections: ['order', 'assistance'],
  item: {
    section: 'assistance',
    label: '协助执行',
    audienceOf: (entry) => (entry as Entry).recipient.kind,
  },
  bases: [
    'dv-law-32',
    'civil-procedure-117',
    'order-opinion-4',
    'order-opinion-16',
    'order-opinion-17',
    'order-opinion-18',
  ],
  names: {
    ...PARTY_NAMES,
    ...MEASURE_NAMES,
    applicantNames: '申请人姓名，以顿号分隔；依法不载明时为空',
    respondentNames: '被申请人姓名，以顿号分隔',
    relativeNames: '相关近亲属姓名，以顿号分隔；依法不载明时为空',
    parties: '被申请人名单',
    decidedOn: '裁定作出日期，阿拉伯数字',
    lastDay: '裁定有效期的最后一日，阿拉伯数字',
    citation: '所依据的法律条文；没有时为空',
    policyCitation: '意见的条文，只作说明，不作依据',
    consequences: '拒不协助执行的法律后果，取自地区资料的 assistanceConsequences',
    byPolice: '收文单位是否公安机关',
    policeVerificationHours: '公安机关核实当事人情况的时限（小时）；本地没有规定时为空',
  },
  lawDate: ({ order }) => (order === undefined ? undefined : calendarDate(order.decidedAt)),
  check: checkNotice,
  build({ view, item, law, clause, number, verifyUrl }) {
    const entry = (item === undefined ? undefined : view.assistance?.[item.index]) ?? {};
    const input = { view, entry, law, clause };
    return {
      model: {
        title: `协助执行通知书 ${number}`,
        blocks: [...noticeBlocks(input), ...returnSlipBlocks(input)],
        pageNumbers: true,
        qr: { payload: verifyUrl, caption: [`文书编号 ${number}`, '扫码可核验文书真伪'] },
      },
      variant: entry.recipient?.kind ?? 'organization',
      issuer: view.court?.name ?? WITHHELD,
      datedOn: law.on,
    };
  },
};
