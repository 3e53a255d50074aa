import type { Block, DocumentModel, Inline } from '../../src/model';

const text = (value: string): Inline[] => [{ kind: 'text', text: value }];
const paragraph = (value: string): Block => ({ kind: 'paragraph', content: text(value) });

const FACTS = [
  '申请人李明霞与被申请人阿卜杜热西提·买买提艾力于2019年5月20日登记结婚，婚后育有一子。申请人称：被申请人自2024年3月起多次以殴打、辱骂、恐吓等方式对其实施家庭暴力；2026年11月18日21时30分许，被申请人酒后持木棍殴打申请人，致其左前臂挫伤，经重庆市急救医疗中心诊断为“左前臂软组织损伤（轻微伤）”，支出医疗费￥1,286.50元。',
  '申请人为证明其主张，提交了公安机关出具的《家庭暴力告诫书》（渝中公（治）告诫字〔2026〕12号）、接处警登记表、伤情照片六张、诊断证明书、微信聊天记录截图，以及社区居民委员会出具的情况说明。被申请人经本院电话询问，对2026年11月18日发生争执的事实予以认可，但辩称：“只是推搡，没有动手打人……”其身份证号码为500103********1234，联系电话023-6377****。',
  '本院经审查认为，申请人提交的证据能够相互印证，足以证明申请人面临家庭暴力的现实危险。根据《中华人民共和国反家庭暴力法》第二十三条第一款之规定，当事人因遭受家庭暴力或者面临家庭暴力的现实危险，向人民法院申请人身安全保护令的，人民法院应当受理。申请人的申请符合《中华人民共和国反家庭暴力法》第二十七条规定的发出人身安全保护令的条件，应予支持。证人䶮㛃、𠅤𠮷喆堃的陈述与上述证据一致，本院予以采信。',
];

/** A protection-order ruling of three pages: rare characters, a minority name, numbers of every kind. */
export const RULING: DocumentModel = {
  title: '民事裁定书（2026）渝0103民保令1号',
  pageNumbers: true,
  qr: {
    payload: 'https://example.org/v/AS-2026-000001',
    caption: ['文书编号：AS-2026-000001', '扫码核验真伪，不含个人信息'],
  },
  blocks: [
    { kind: 'issuer', text: '重庆市渝中区人民法院' },
    { kind: 'title', text: '民事裁定书' },
    { kind: 'number', text: '（2026）渝0103民保令1号', align: 'right' },
    paragraph('申请人：李明霞，女，1992年3月14日出生，汉族，住址依法不载明。'),
    paragraph(
      '被申请人：阿卜杜热西提·买买提艾力，男，1989年11月2日出生，维吾尔族，公民身份号码500103198911021234，住重庆市渝中区解放碑街道民族路188号3幢2单元1201室。',
    ),
    paragraph(
      '申请人李明霞与被申请人阿卜杜热西提·买买提艾力申请人身安全保护令一案，本院于2026年11月20日立案后进行了审查。现已审查终结。',
    ),
    ...FACTS.map(paragraph),
    { kind: 'heading', level: 1, text: '一、审查情况' },
    { kind: 'heading', level: 2, text: '（一）证据的采信' },
    paragraph(FACTS[0] ?? ''),
    paragraph('依照《中华人民共和国反家庭暴力法》第二十六条、第二十七条、第二十八条、第二十九条规定，裁定如下：'),
    paragraph('一、禁止被申请人阿卜杜热西提·买买提艾力对申请人李明霞实施家庭暴力；'),
    paragraph('二、禁止被申请人阿卜杜热西提·买买提艾力骚扰、跟踪、接触申请人李明霞及其相关近亲属；'),
    paragraph('三、责令被申请人阿卜杜热西提·买买提艾力迁出申请人李明霞住所。'),
    paragraph(
      '本裁定自作出之日起六个月内有效。人身安全保护令失效前，人民法院可以根据申请人的申请撤销、变更或者延长。被申请人对本裁定不服的，可以自裁定生效之日起五日内向本院申请复议一次。复议期间不停止裁定的执行。',
    ),
    paragraph('如不服本裁定，可以自本裁定送达之日起五日内申请复议。'),
    {
      kind: 'signature',
      signatories: [{ role: '审判员', name: '王某某' }],
      date: '二〇二六年十一月二十一日',
      sealed: true,
      verification: '本件与原本核对无异',
      after: [
        { role: '法官助理', name: '赵钱' },
        { role: '书记员', name: '孙某某' },
      ],
    },
  ],
};

const label = (value: string, span: { colSpan?: number; rowSpan?: number } = {}) => ({
  content: [text(value)],
  label: true,
  ...span,
});
const cell = (value: string, span: { colSpan?: number; rowSpan?: number } = {}) => ({
  content: [text(value)],
  ...span,
});

/** A form with a table that runs over a page: header rows, spans, fields to write in. */
export const FORM: DocumentModel = {
  title: '送达回证',
  pageNumbers: true,
  blocks: [
    { kind: 'issuer', text: '重庆市渝中区人民法院' },
    { kind: 'title', text: '送达回证' },
    { kind: 'number', text: '（2026）渝0103民保令1号', align: 'center' },
    {
      kind: 'table',
      columns: [32, 46, 32, 46],
      headerRows: 1,
      rows: [
        { cells: [label('项目'), label('内容'), label('项目'), label('内容')] },
        { cells: [label('案由'), cell('☑申请人身安全保护令　☐变更　☒撤销　□延长', { colSpan: 3 })] },
        {
          cells: [
            label('受送达人'),
            cell('阿卜杜热西提·买买提艾力'),
            label('送达地址'),
            cell('重庆市渝中区解放碑街道民族路188号3幢2单元1201室'),
          ],
        },
        {
          cells: [
            label('送达文书名称和件数', { rowSpan: 3 }),
            cell('民事裁定书'),
            cell('1份'),
            cell('（2026）渝0103民保令1号'),
          ],
        },
        { cells: [cell('权利义务告知书'), cell('1份'), cell('随裁定送达')] },
        { cells: [cell('协助执行通知书（副本）'), cell('1份'), cell('随裁定送达')] },
        {
          cells: [
            label('受送达人签名或者盖章'),
            { content: [[], text('　　　　　　　　　年　　月　　日')], colSpan: 3 },
          ],
          minHeight: 28,
        },
        { cells: [label('代收人签名及代收理由'), cell('', { colSpan: 3 })], minHeight: 22 },
        { cells: [label('备注'), cell(FACTS[0] ?? '', { colSpan: 3 })] },
        { cells: [label('送达人'), cell(''), label('见证人'), cell('')], minHeight: 14 },
        { cells: [label('情况说明'), cell(FACTS.join(''), { colSpan: 3 })] },
      ],
    },
    {
      kind: 'note',
      text: '注：①受送达人本人签收的，注明签收时间；②代收的，由代收人在代收人栏内签名并注明与受送达人的关系；③受送达人拒绝签收的，应当记明拒收的事由和日期，由送达人、见证人签名。',
    },
    {
      kind: 'hand-signature',
      fields: [
        { label: '填发人：', cells: 6 },
        { label: '送达人：', cells: 6 },
        { label: '见证人：', cells: 6 },
      ],
    },
  ],
};

/** A police notice with a return slip below the line to cut along. */
export const RETURN_SLIP: DocumentModel = {
  title: '协助执行通知书 AS-2026-000003',
  pageNumbers: true,
  blocks: [
    { kind: 'title', text: '关于协助执行人身安全保护令有关事项以及定期回访被申请人遵守保护令情况的通知书' },
    { kind: 'number', text: '（2026）渝0103民保令1号', align: 'right' },
    { kind: 'addressee', text: '重庆市公安局渝中区分局解放碑派出所：' },
    paragraph(FACTS[2] ?? ''),
    {
      kind: 'paragraph',
      content: [
        { kind: 'text', text: '现请你单位自收到本通知之日起' },
        { kind: 'filled', text: '72小时' },
        { kind: 'text', text: '内予以协助，并将回执寄回，联系人' },
        { kind: 'blank', cells: 6 },
        { kind: 'text', text: '，' },
        { kind: 'text', text: '逾期不办的，依法处理', face: 'hei' },
        { kind: 'text', text: '。' },
      ],
    },
    { kind: 'signature', issuer: '重庆市渝中区人民法院', date: '2026年11月21日', sealed: true },
    { kind: 'cut-line', text: '（骑缝）（2026）渝0103民保令1号' },
    { kind: 'title', text: '回执' },
    { kind: 'paragraph', content: text('重庆市渝中区人民法院：'), indent: 0 },
    {
      kind: 'paragraph',
      content: [
        { kind: 'text', text: '你院（2026）渝0103民保令1号协助执行通知书已于' },
        { kind: 'blank', cells: 4 },
        { kind: 'text', text: '年' },
        { kind: 'blank', cells: 2 },
        { kind: 'text', text: '月' },
        { kind: 'blank', cells: 2 },
        { kind: 'text', text: '日收悉。' },
      ],
    },
    {
      kind: 'hand-signature',
      fields: [
        { label: '签收人：', cells: 7 },
        { label: '联系电话：', cells: 8 },
      ],
    },
    { kind: 'signature', issuer: '解放碑派出所', date: '　　　　年　　月　　日', sealed: false },
  ],
};

/** A preview: verification code, caption and a watermark on every page. */
export const PREVIEW: DocumentModel = { ...RULING, watermark: '预览 不得送达' };
