import { FORMATS } from '../../layout/format';

/** Schemas of requests and answers beside the case, which comes from its zod schema. */

const text = (title: string) => ({ type: 'string', title });
const list = (items: object, title?: string) => ({ type: 'array', items, ...(title === undefined ? {} : { title }) });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: Record<string, object>, required: string[] = Object.keys(properties)) => ({
  type: 'object',
  properties,
  required,
});

const ADDRESS_EXAMPLES = ['幸福路88号2幢301室', '{"road":"幸福路","number":"88号","building":"2幢","room":"301室"}'];

const day = (title: string) => ({ ...text(title), format: 'date' });

const documentFields = {
  number: text('文书编号'),
  status: { enum: ['reserved', 'sealed', 'voided'], title: '状态' },
  instrument: text('文书'),
  variant: text('情形'),
  audience: text('对象'),
  format: { enum: FORMATS, title: '格式' },
  issuer: text('出具机关'),
  datedOn: day('文书日期'),
  sha256: text('文件 SHA-256'),
  templateHash: text('模板摘要'),
  reservedAt: { ...text('取得编号的时间'), format: 'date-time' },
  sealedAt: { ...text('登记的时间'), format: 'date-time' },
  voidedAt: { ...text('作废的时间'), format: 'date-time' },
  verifyUrl: { ...text('核验地址'), format: 'uri' },
};
const DOCUMENT_REQUIRED = ['number', 'status', 'instrument', 'audience', 'format', 'reservedAt', 'verifyUrl'];

const copyFields = {
  instrument: text('文书，取值见 GET /v1/instruments'),
  case: ref('Case'),
  item: {
    ...text('案件中的条目（JSON Pointer），如 /service/2；一案多份的文书有几个条目时必填'),
    examples: ['/service/2'],
  },
  audience: text('对象，每种文书不同，取值见 GET /v1/instruments；只有一种时可以不写'),
  format: { enum: FORMATS, default: 'pdf', title: '格式' },
  freeText: { enum: ['redact', 'reject'], default: 'redact', title: '自由文本含受保护信息时替换或者拒绝' },
};

/** What requests name, and what people read. */
const NAMED = { id: text('标识'), label: text('名称') };

const instrumentFields = {
  ...NAMED,
  purpose: text('用途'),
  variants: { type: 'object', additionalProperties: text('名称'), title: '情形' },
  audiences: list(object(NAMED), '可以选择的对象'),
  formats: list({ enum: FORMATS }, '格式'),
  sections: list(text('部分'), '读取案件的哪些部分'),
  item: {
    ...object({ section: text('列表的位置（JSON Pointer）'), label: text('条目的名称') }),
    title: '一案多份时按案件中的哪个列表',
  },
};
const INSTRUMENT_REQUIRED = ['id', 'label', 'purpose', 'variants', 'audiences', 'formats', 'sections'];

const NOTICES = list(ref('Notice'), '不妨碍出具的提示');
const DISCLOSURES = list(ref('Disclosure'), '逐项写明载明什么、隐去什么、为什么');
const BASES = list(ref('Basis'), '法律依据');

export const ANSWER_SCHEMAS: Record<string, object> = {
  Any: { type: 'object' },
  Health: object({ status: text('状态'), checks: list(text('部分'), '检查过的部分') }, ['status']),
  TextSpan: {
    ...object({
      start: { type: 'integer', minimum: 0, title: '起' },
      end: { type: 'integer', minimum: 1, title: '止' },
    }),
    title: '原文中的起止位置（UTF-16 单位，不含终点）',
  },
  FieldError: object(
    {
      pointer: text('字段位置（JSON Pointer）'),
      code: text('错误代码'),
      detail: text('有什么问题、怎么改'),
      spans: list(ref('TextSpan'), '在该字段文字中的位置'),
    },
    ['pointer', 'code', 'detail'],
  ),
  Notice: object(
    {
      pointer: text('字段位置（JSON Pointer）'),
      code: text('提示代码'),
      detail: text('提示的内容'),
      citation: text('依据'),
    },
    ['pointer', 'code', 'detail'],
  ),
  Problem: object(
    {
      type: { ...text('说明的地址'), format: 'uri-reference' },
      title: text('含义'),
      status: { type: 'integer', title: '状态码' },
      code: text('问题代码'),
      detail: text('怎么办'),
      instance: text('请求编号，与答复头 X-Request-Id 和日志相同'),
      errors: list(ref('FieldError'), '逐项的错误'),
    },
    ['type', 'title', 'status', 'code', 'detail', 'instance'],
  ),
  CopyRequest: { ...object(copyFields, ['instrument', 'case']), additionalProperties: false },
  CopyForm: {
    ...object(
      {
        file: {
          ...{ type: 'string', contentMediaType: 'application/json', contentEncoding: 'binary' },
          title: '一个 JSON 文件：整个请求，或者只是案件',
        },
        ...{ instrument: copyFields.instrument, item: copyFields.item, audience: copyFields.audience },
        ...{ format: copyFields.format, freeText: copyFields.freeText },
      },
      ['file'],
    ),
    description: '文件只是案件时，其余各项写在表单里；同一项不得写两处。',
    additionalProperties: false,
  },
  ValidationRequest: {
    ...object(copyFields, ['instrument', 'case']),
    description: '校验不看 audience、format：这两项可以写，以便同一请求先校验、后出具。',
    additionalProperties: false,
  },
  VoidRequest: {
    ...object({ reason: { ...text('作废理由'), minLength: 1, maxLength: 500 } }),
    additionalProperties: false,
  },
  Validation: object({
    valid: { type: 'boolean', title: '没有错误，可以出具' },
    errors: list(ref('FieldError'), '妨碍出具的错误'),
    notices: NOTICES,
  }),
  Disclosure: object(
    {
      pointer: text('字段位置（JSON Pointer）'),
      label: text('哪一项信息'),
      decision: {
        enum: ['show', 'mask', 'withhold', 'redact'],
        title: '载明、部分隐去、不载明，或者在叙述文字中替换',
      },
      rule: text('规则'),
      citation: text('依据'),
      spans: list(ref('TextSpan'), '替换的是叙述文字的哪些部分'),
    },
    ['pointer', 'label', 'decision', 'rule', 'citation'],
  ),
  DisclosureReport: object(
    {
      ...{ instrument: text('文书'), audience: text('对象'), audienceLabel: text('对象的名称') },
      item: text('案件中的条目（JSON Pointer）'),
      disclosures: DISCLOSURES,
      notices: NOTICES,
    },
    ['instrument', 'audience', 'audienceLabel', 'disclosures', 'notices'],
  ),
  Document: object(documentFields, DOCUMENT_REQUIRED),
  IssuedDocument: object({ ...documentFields, notices: NOTICES, disclosures: DISCLOSURES }, [
    ...DOCUMENT_REQUIRED,
    'notices',
    'disclosures',
  ]),
  LeakCheckForm: object(
    {
      file: { type: 'string', contentMediaType: 'application/octet-stream', title: 'PDF 或者 DOCX 文件' },
      address: {
        ...text('受保护的住址：一行文字，或者 JSON（各部分的对象，或者其列表）'),
        examples: ADDRESS_EXAMPLES,
      },
      phones: text('电话，可重复，或者 JSON 列表'),
      names: text('姓名，可重复，或者 JSON 列表'),
      ids: text('证件号码，可重复，或者 JSON 列表'),
      texts: text('其他内容，可重复，或者 JSON 列表'),
      allowed: text('允许出现的地址或者名称，如共同住所、法院地址；写法同 address'),
    },
    ['file'],
  ),
  LeakCheck: object({
    clean: { type: 'boolean', title: '没有发现，并且全部读懂' },
    format: { enum: FORMATS, title: '按内容识别的种类' },
    findings: list(ref('LeakFinding'), '逐处的发现'),
    notices: NOTICES,
  }),
  LeakFinding: object(
    {
      kind: { enum: ['fact', 'unreadable'], title: '发现受保护信息，或者读不懂' },
      carrier: text('在文件的什么部分'),
      page: { type: 'integer', minimum: 1, title: '页' },
      object: { type: 'integer', title: 'PDF 对象编号' },
      pointer: text('请求中的哪一项'),
      fact: text('哪一项信息'),
      confidence: { type: 'number', minimum: 0, maximum: 1, title: '把握' },
      reason: text('为什么读不懂'),
    },
    ['kind', 'carrier'],
  ),
  Verification: object(
    {
      number: text('文书编号'),
      status: { enum: ['genuine', 'voided', 'unknown'], title: '真实有效、已经作废、查无此编号' },
      kind: text('文书种类'),
      issuer: text('出具机关'),
      date: day('文书日期'),
    },
    ['number', 'status'],
  ),
  Basis: {
    ...object(
      {
        ...{ id: text('标识'), title: text('名称'), article: text('条款'), kind: text('种类'), source: text('来源') },
        ...{ checkedOn: day('核对日期'), validFrom: day('施行日期'), validUntil: day('失效日期') },
      },
      ['id', 'title'],
    ),
    title: '法律依据',
  },
  InstrumentSummary: { ...object(instrumentFields, INSTRUMENT_REQUIRED), title: '文书' },
  Instrument: {
    ...object(
      {
        ...instrumentFields,
        bases: BASES,
        names: { type: 'object', title: '其他名称' },
        caseSchema: { type: 'object', title: '这种文书所需案件数据的 JSON Schema' },
      },
      [...INSTRUMENT_REQUIRED, 'bases', 'caseSchema'],
    ),
    title: '一种文书',
  },
  InstrumentList: object({ instruments: list(ref('InstrumentSummary'), '文书') }),
  Jurisdiction: {
    ...object({
      ...{ ...NAMED, on: day('哪一日有效的法律') },
      parameters: {
        ...{ type: 'object', title: '期限等参数' },
        additionalProperties: object({ value: { title: '值' }, bases: BASES, citation: text('依据的写法') }, ['value']),
      },
      lists: {
        ...{ type: 'object', title: '措施等列表' },
        additionalProperties: list(object({ id: text('标识'), text: text('文书中的文字') }, ['id'])),
      },
      bases: { title: '有效的法律依据' },
    }),
    title: '地区',
  },
  JurisdictionList: object({ jurisdictions: list(object(NAMED), '地区') }),
};
