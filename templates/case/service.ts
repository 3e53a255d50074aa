import { choice, date, dateTime, line, listOf, remark, section, wholeNumber, yesNo } from '../../src/authoring';
import { RECIPIENT_KINDS } from './court';
import { personName } from './person';

/** Ways of service (民事诉讼法第八十八条至第九十五条). */
export const SERVICE_METHODS = {
  direct: '直接送达',
  collected: '到院领取',
  substitute: '代收（同住成年家属等）',
  'left-witness': '留置送达（见证人见证）',
  'left-video': '留置送达（拍照、录像）',
  electronic: '电子送达',
  entrusted: '委托送达',
  posted: '邮寄送达',
  forwarded: '转交送达',
  'public-notice': '公告送达',
} as const;

/** Who may receive for the addressee. */
export const SUBSTITUTES = {
  'adult-family': '同住成年家属',
  agent: '诉讼代理人',
  designated: '指定代收人',
  'office-staff': '负责收件的人',
  'legal-representative': '法定代表人（主要负责人）',
} as const;

/** How an addressee was told before formal service; it replaces no service. */
export const NOTICE_METHODS = { oral: '口头', phone: '电话', sms: '短信', email: '电子邮件', fax: '传真' } as const;

export const serviceEntry = section('送达', {
  recipient: section('受送达人', {
    kind: choice('受送达人种类', 'distribution-kind', {
      respondent: '被申请人（加害人）',
      victim: '申请人（受害人）',
      ...RECIPIENT_KINDS,
    }),
    /** Which party, when there are several. */
    party: line({ label: '受送达当事人（JSON Pointer）', privacy: 'procedure', max: 40 }).optional(),
    name: line({ label: '受送达人姓名或者名称', privacy: 'recipient-name' }),
  }),
  documents: listOf(
    '送达文书',
    section('送达文书', {
      title: line({ label: '文书名称', privacy: 'procedure', max: 60 }),
      copies: wholeNumber('件数', 'procedure', { min: 1, max: 99 }),
    }),
    { min: 1, max: 12 },
  ),
  method: choice('送达方式', 'procedure', SERVICE_METHODS),
  at: dateTime('送达时间', 'procedure').optional(),
  place: remark({ label: '送达地点', privacy: 'service-place', max: 200 }).optional(),
  receivedBy: personName('签收人姓名', 'recipient-name').optional(),
  substitute: section('代收人', {
    name: personName('代收人姓名', 'recipient-name'),
    relation: choice('代收人与受送达人的关系', 'procedure', SUBSTITUTES),
    reason: remark({ label: '代收理由', privacy: 'service-detail', max: 200 }),
  }).optional(),
  refusal: section('拒收', {
    reason: remark({ label: '拒收事由', privacy: 'service-detail', max: 300 }),
    refusedAt: dateTime('拒收时间', 'procedure'),
    witnesses: listOf(
      '见证人',
      section('见证人', {
        name: personName('见证人姓名', 'informant'),
        unit: line({ label: '见证人单位', privacy: 'evidence-source' }),
      }),
      { max: 4 },
    ).optional(),
    recordingNumber: line({ label: '拍照、录像编号', privacy: 'procedure', max: 60 }).optional(),
  }).optional(),
  electronic: section('电子送达', {
    consent: choice('同意电子送达的依据', 'procedure', {
      explicit: '明确表示同意',
      'prior-agreement': '诉讼前已作约定或者承诺',
      'address-provided': '主动提供电子地址',
      conduct: '回复收悉等方式接受',
    }),
    system: line({ label: '送达平台、媒介', privacy: 'service-detail', max: 60 }),
    address: line({ label: '电子送达地址', privacy: 'service-place', max: 120 }).optional(),
    voucherNumber: line({ label: '电子送达凭证编号', privacy: 'procedure', max: 60 }),
  }).optional(),
  entrusted: section('委托送达', {
    court: line({ label: '受委托人民法院', privacy: 'distribution' }),
    letterNumber: line({ label: '委托函编号', privacy: 'procedure', max: 60 }),
    sentOn: date('委托日期', 'procedure'),
  }).optional(),
  posted: section('邮寄送达', {
    trackingNumber: line({ label: '邮件号码', privacy: 'procedure', max: 40 }),
    sentOn: date('交寄日期', 'procedure'),
    receivedOn: date('回执注明的收件日期', 'procedure').optional(),
  }).optional(),
  forwarded: section('转交送达', {
    unit: line({ label: '转交单位', privacy: 'distribution' }),
    ground: choice('转交原因', 'procedure', {
      military: '受送达人是军人',
      imprisoned: '受送达人被监禁',
      'compulsory-education': '受送达人被采取强制性教育措施',
    }),
  }).optional(),
  publicNotice: section('公告送达', {
    issuedOn: date('公告发出日期', 'procedure'),
    medium: line({ label: '公告载体', privacy: 'service-detail', max: 60 }),
    reason: remark({ label: '公告送达的原因和经过', privacy: 'service-detail', max: 300 }),
  }).optional(),
  advanceNotice: section('先行告知（通知）', {
    method: choice('先行告知方式', 'procedure', NOTICE_METHODS),
    at: dateTime('先行告知时间', 'procedure'),
    number: line({ label: '先行告知所用号码', privacy: 'service-place', max: 60 }).optional(),
    answeredBy: personName('接听（接收）人', 'recipient-name').optional(),
    recordedBy: personName('记录人', 'office'),
    evidenceNumber: line({ label: '留存证据编号', privacy: 'procedure', max: 60 }).optional(),
  }).optional(),
  servers: listOf('送达人', personName('送达人姓名', 'office'), { min: 1, max: 4 }),
  issuedBy: personName('填发人姓名', 'office').optional(),
  paperRequested: yesNo('是否要求纸质文书', 'procedure').optional(),
  remark: remark({ label: '备考', privacy: 'service-detail', max: 300 }).optional(),
});
