/** Models that show every kind of block and inline, with invented people, for the tests of the DOCX writer. */
import type { Block, DocumentModel } from '../../src/model';

const ISSUED = '二〇二六年十一月二十一日';

const text = (value: string): Block => ({ kind: 'paragraph', content: [{ kind: 'text', text: value }] });

const FINDING =
  '经审查查明，申请人与被申请人系夫妻关系。2026年10月3日、11月2日，被申请人因家庭琐事两次对申请人实施殴打、恐吓，' +
  '致申请人头面部软组织挫伤。上述事实有公安机关出警记录、家庭暴力告诫书、医院诊疗记录、照片及证人证言等证据证实，' +
  '本院予以确认。被申请人称“只是争吵”，但未提供证据证明，本院不予采信。';

const REASONING =
  '本院认为，家庭成员之间应当互相帮助、互相关爱、和睦相处。申请人提交的证据足以证明其遭受家庭暴力且面临家庭暴力的现实危险，' +
  '申请符合法律规定的人身安全保护令的条件，依法应予支持。';

/** A ruling of four pages: every heading level, faces, five orders, judges, date, verification, clerks. */
export const ruling: DocumentModel = {
  title: '民事裁定书（2026）渝0103民保令1号',
  pageNumbers: true,
  blocks: [
    { kind: 'issuer', text: '重庆市渝中区人民法院' },
    { kind: 'title', text: '民事裁定书' },
    { kind: 'number', text: '（2026）渝0103民保令1号', align: 'right' },
    text('申请人：李某某，女，1990年1月1日出生，汉族，公民身份号码500103199001011234。'),
    text('被申请人：王某某，男，1988年8月8日出生，汉族，公民身份号码500103198808081234，住重庆市渝中区。'),
    text('申请人李某某与被申请人王某某申请人身安全保护令一案，本院于2026年11月20日立案后进行了审查。现已审查终结。'),
    { kind: 'heading', level: 1, text: '一、审理经过' },
    { kind: 'heading', level: 2, text: '（一）申请人的请求' },
    text('申请人李某某称，被申请人多次实施家庭暴力，请求本院作出人身安全保护令。'),
    { kind: 'heading', level: 2, text: '（二）查明的事实' },
    ...Array.from({ length: 5 }, () => text(FINDING)),
    { kind: 'heading', level: 1, text: '二、裁判理由' },
    {
      kind: 'paragraph',
      content: [
        { kind: 'text', text: REASONING },
        { kind: 'text', text: '申请人的现住所', face: 'kai' },
        { kind: 'text', text: '（依法不载明）', face: 'hei' },
        {
          kind: 'text',
          text: '。依照《中华人民共和国反家庭暴力法》第二十六条、第二十七条、第二十八条、第二十九条规定，裁定如下：',
        },
      ],
    },
    text('一、禁止被申请人王某某殴打、威胁申请人李某某；'),
    text(
      '二、禁止被申请人王某某以电话、短信、即时通讯工具、电子邮件等方式侮辱、诽谤、威胁申请人李某某及其相关近亲属；',
    ),
    text('三、禁止被申请人王某某骚扰、跟踪、接触申请人李某某及其相关近亲属；'),
    text('四、责令被申请人王某某迁出申请人李某某的住所；'),
    text(
      '五、禁止被申请人王某某在申请人李某某的住所、学校、工作单位等经常出入场所的一定范围内从事可能影响申请人正常生活、学习、工作的活动。',
    ),
    text('本裁定自作出之日起六个月内有效。人身安全保护令失效前，本院可以根据申请人的申请撤销、变更或者延长。'),
    text('如不服本裁定，可以自裁定生效之日起五日内向本院申请复议一次。复议期间不停止裁定的执行。'),
    {
      kind: 'signature',
      signatories: [
        { role: '审判长', name: '赵一二' },
        { role: '审判员', name: '钱某' },
        { role: '人民陪审员', name: '孙三四' },
      ],
      date: ISSUED,
      sealed: true,
      verification: '本件与原本核对无异',
      after: [{ role: '法官助理', name: '周五六' }, { role: '书记员' }],
    },
  ],
};

/** A letter in the police manner: addressee, issuer centred over a date in digits, seal, hand signatures, QR, watermark. */
export const letter: DocumentModel = {
  title: '家庭暴力告诫书',
  pageNumbers: true,
  qr: {
    payload: 'https://anshu.example/v/A2026112100001',
    caption: ['扫描二维码核验本文书真伪', '编号：A2026112100001'],
  },
  watermark: '预览　不得送达',
  blocks: [
    { kind: 'title', text: '家庭暴力告诫书' },
    { kind: 'number', text: '渝中公（大坪）家告字〔2026〕1号', align: 'center' },
    { kind: 'addressee', text: '王某某：' },
    text(
      '你于2026年11月20日对家庭成员实施殴打，违反了《中华人民共和国反家庭暴力法》的规定，情节较轻，依法不给予治安管理处罚。现对你予以告诫。',
    ),
    {
      kind: 'paragraph',
      content: [
        { kind: 'text', text: '被告诫人' },
        { kind: 'filled', text: '王某某' },
        { kind: 'text', text: '已于' },
        { kind: 'blank', cells: 3 },
        { kind: 'text', text: '年' },
        { kind: 'blank', cells: 2 },
        { kind: 'text', text: '月' },
        { kind: 'blank', cells: 2 },
        { kind: 'text', text: '日听取宣读。' },
      ],
    },
    { kind: 'paragraph', content: [{ kind: 'text', text: '特此告诫。' }] },
    { kind: 'signature', issuer: '重庆市公安局渝中区分局', date: '2026年11月21日', sealed: true },
    {
      kind: 'hand-signature',
      fields: [
        { label: '被告诫人（签名）：', cells: 8 },
        { label: '民警（签名）：', cells: 8 },
      ],
    },
    { kind: 'note', text: '注：本告诫书一式三份，被告诫人、受害人各一份，公安机关存档一份。' },
  ],
};

/** A form: spans, labels, header row, rows to be filled by hand, blanks at the end of a line. */
export const form: DocumentModel = {
  title: '送达回证',
  pageNumbers: false,
  blocks: [
    { kind: 'issuer', text: '重庆市渝中区人民法院' },
    { kind: 'title', text: '送达回证' },
    { kind: 'number', text: '（2026）渝0103民保令1号', align: 'center' },
    {
      kind: 'table',
      columns: [28, 50, 28, 50],
      headerRows: 1,
      rows: [
        {
          cells: [
            { content: [[{ kind: 'text', text: '送达文书名称和件数' }]], label: true, colSpan: 2 },
            { content: [[{ kind: 'text', text: '受送达人' }]], label: true },
            { content: [[{ kind: 'text', text: '王某某' }]], align: 'center' },
          ],
        },
        {
          minHeight: 12,
          cells: [
            { content: [[{ kind: 'text', text: '送达地点' }]], label: true, rowSpan: 2 },
            {
              content: [
                [{ kind: 'filled', text: '重庆市渝中区人民法院诉讼服务中心' }],
                [{ kind: 'text', text: '（第二行）' }],
              ],
              rowSpan: 2,
            },
            { content: [[{ kind: 'text', text: '送达方式' }]], label: true },
            { content: [[{ kind: 'text', text: '直接送达' }]] },
          ],
        },
        {
          minHeight: 12,
          cells: [
            { content: [[{ kind: 'text', text: '送达时间' }]], label: true },
            {
              content: [
                [
                  { kind: 'blank', cells: 3 },
                  { kind: 'text', text: '年' },
                  { kind: 'blank', cells: 2 },
                  { kind: 'text', text: '月' },
                ],
              ],
            },
          ],
        },
        {
          minHeight: 20,
          cells: [
            { content: [[{ kind: 'text', text: '受送达人签名或者盖章' }]], label: true },
            { content: [], colSpan: 3 },
          ],
        },
        {
          minHeight: 30,
          cells: [
            { content: [[{ kind: 'text', text: '备注' }]], label: true },
            { content: [[{ kind: 'text', text: '受送达人拒绝签收的，依照民事诉讼法第八十九条办理。' }]], colSpan: 3 },
          ],
        },
      ],
    },
    { kind: 'note', text: '注：①送达诉讼文书，应当由受送达人本人签收；②本回证由送达人退回人民法院附卷。' },
    {
      kind: 'hand-signature',
      fields: [
        { label: '填发人：', cells: 6 },
        { label: '送达人：', cells: 6 },
      ],
    },
  ],
};

/** A notice and its return slip under the cut line, then a second sheet. */
export const returnSlip: DocumentModel = {
  title: '协助执行通知书',
  pageNumbers: true,
  blocks: [
    { kind: 'issuer', text: '重庆市渝中区人民法院' },
    { kind: 'title', text: '协助执行通知书' },
    { kind: 'number', text: '（2026）渝0103民保令1号', align: 'right' },
    { kind: 'addressee', text: '重庆市公安局渝中区分局：' },
    text('本院作出的（2026）渝0103民保令1号民事裁定书已经发生法律效力，请协助执行。'),
    { kind: 'signature', issuer: '重庆市渝中区人民法院', date: ISSUED, sealed: true },
    { kind: 'cut-line', text: '（骑缝章）' },
    { kind: 'title', text: '协助执行通知书（回执）' },
    { kind: 'paragraph', indent: 0, content: [{ kind: 'text', text: '重庆市渝中区人民法院：' }] },
    text('你院协助执行通知书收悉，现将协助执行情况回复如下：'),
    { kind: 'paragraph', indent: 0, content: [{ kind: 'blank', cells: 28 }] },
    { kind: 'signature', issuer: '重庆市公安局渝中区分局', date: '2026年　　月　　日', sealed: false },
    { kind: 'page-break' },
    { kind: 'paragraph', align: 'center', content: [{ kind: 'text', text: '附件' }] },
    { kind: 'paragraph', align: 'right', content: [{ kind: 'text', text: '第二页' }] },
  ],
};

/** Two pages of nothing but full lines: 28 characters a line, 22 lines a page. */
export const grid: DocumentModel = {
  title: '版面',
  pageNumbers: true,
  blocks: [{ kind: 'paragraph', indent: 0, content: [{ kind: 'text', text: '安'.repeat(28 * 44) }] }],
};

export const ALL_MODELS: Record<string, DocumentModel> = { ruling, letter, form, returnSlip, grid };
