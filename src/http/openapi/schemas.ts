/** Schemas of requests and answers beside the case, which comes from its zod schema. */

const text = { type: 'string' };
const list = (items: object) => ({ type: 'array', items });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: Record<string, object>, required: string[] = Object.keys(properties)) => ({
  type: 'object',
  properties,
  required,
});

const ADDRESS_EXAMPLES = ['幸福路88号2幢301室', '{"road":"幸福路","number":"88号","building":"2幢","room":"301室"}'];

const documentFields = {
  number: { ...text, title: '文书编号' },
  status: { enum: ['reserved', 'sealed', 'voided'], title: '状态' },
  instrument: { ...text, title: '文书' },
  variant: { ...text, title: '类型' },
  audience: { ...text, title: '对象' },
  format: { enum: ['pdf', 'docx'], title: '格式' },
  issuer: { ...text, title: '出具机关' },
  datedOn: { ...text, format: 'date', title: '文书日期' },
  sha256: { ...text, title: '文件 SHA-256' },
  templateHash: { ...text, title: '模板摘要' },
  reservedAt: { ...text, format: 'date-time' },
  sealedAt: { ...text, format: 'date-time' },
  voidedAt: { ...text, format: 'date-time' },
  verifyUrl: { ...text, format: 'uri', title: '核验地址' },
};
const DOCUMENT_REQUIRED = ['number', 'status', 'instrument', 'audience', 'format', 'reservedAt', 'verifyUrl'];

const copyFields = {
  instrument: { ...text, title: '文书' },
  case: ref('Case'),
  item: { ...text, title: '案件中的条目（JSON Pointer）', examples: ['/service/2'] },
  audience: { ...text, title: '对象' },
  format: { enum: ['pdf', 'docx'], default: 'pdf', title: '格式' },
  freeText: { enum: ['redact', 'reject'], default: 'redact', title: '自由文本含受保护信息时：替换或者拒绝' },
};

const day = { ...text, format: 'date' };

const instrumentFields = {
  id: text,
  label: text,
  purpose: text,
  variants: { type: 'object', additionalProperties: text, title: '类型' },
  audiences: list(object({ id: text, label: text })),
  formats: list({ enum: ['pdf', 'docx'] }),
  sections: { ...list(text), title: '读取案件的哪些部分' },
  item: { ...object({ section: text, label: text }), title: '一案多份时按案件中的哪个列表' },
};
const INSTRUMENT_REQUIRED = ['id', 'label', 'purpose', 'variants', 'audiences', 'formats', 'sections'];

export const ANSWER_SCHEMAS: Record<string, object> = {
  Any: { type: 'object' },
  Health: object({ status: text, checks: list(text) }, ['status']),
  TextSpan: {
    ...object({ start: { type: 'integer', minimum: 0 }, end: { type: 'integer', minimum: 1 } }),
    title: '原文中的起止位置（UTF-16 单位，不含终点）',
  },
  FieldError: object(
    { pointer: { ...text, title: '字段位置（JSON Pointer）' }, code: text, detail: text, spans: list(ref('TextSpan')) },
    ['pointer', 'code', 'detail'],
  ),
  Notice: object({ pointer: text, code: text, detail: text, citation: text }, ['pointer', 'code', 'detail']),
  Problem: object(
    {
      type: { ...text, format: 'uri-reference' },
      title: text,
      status: { type: 'integer' },
      code: text,
      detail: text,
      instance: { ...text, title: '请求编号' },
      errors: list(ref('FieldError')),
    },
    ['type', 'title', 'status', 'code', 'instance'],
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
    ...object({ reason: { ...text, minLength: 1, maxLength: 500, title: '作废理由' } }),
    additionalProperties: false,
  },
  Validation: object({ valid: { type: 'boolean' }, errors: list(ref('FieldError')), notices: list(ref('Notice')) }),
  Disclosure: object(
    {
      pointer: text,
      label: text,
      decision: { enum: ['show', 'mask', 'withhold', 'redact'] },
      rule: text,
      citation: text,
      spans: list(ref('TextSpan')),
    },
    ['pointer', 'label', 'decision', 'rule', 'citation'],
  ),
  DisclosureReport: object(
    {
      ...{ instrument: text, audience: text, audienceLabel: text, item: text },
      disclosures: list(ref('Disclosure')),
      notices: list(ref('Notice')),
    },
    ['instrument', 'audience', 'audienceLabel', 'disclosures', 'notices'],
  ),
  Document: object(documentFields, DOCUMENT_REQUIRED),
  IssuedDocument: object({ ...documentFields, notices: list(ref('Notice')), disclosures: list(ref('Disclosure')) }, [
    ...DOCUMENT_REQUIRED,
    'notices',
    'disclosures',
  ]),
  LeakCheckForm: object(
    {
      file: { type: 'string', contentMediaType: 'application/octet-stream', title: 'PDF 或者 DOCX 文件' },
      address: {
        ...text,
        title: '受保护的住址：一行文字，或者 JSON（各部分的对象，或者其列表）',
        examples: ADDRESS_EXAMPLES,
      },
      phones: { ...text, title: '电话，可重复，或者 JSON 列表' },
      names: { ...text, title: '姓名，可重复，或者 JSON 列表' },
      ids: { ...text, title: '证件号码，可重复，或者 JSON 列表' },
      texts: { ...text, title: '其他内容，可重复，或者 JSON 列表' },
      allowed: { ...text, title: '允许出现的地址或者名称，如共同住所、法院地址；写法同 address' },
    },
    ['file'],
  ),
  LeakCheck: object({
    clean: { type: 'boolean', title: '没有发现，并且全部读懂' },
    format: { enum: ['pdf', 'docx'], title: '按内容识别的种类' },
    findings: list(ref('LeakFinding')),
    notices: list(ref('Notice')),
  }),
  LeakFinding: object(
    {
      kind: { enum: ['fact', 'unreadable'], title: '发现受保护信息，或者读不懂' },
      carrier: { ...text, title: '在文件的什么部分' },
      page: { type: 'integer', minimum: 1, title: '页' },
      object: { type: 'integer', title: 'PDF 对象编号' },
      pointer: { ...text, title: '请求中的哪一项' },
      fact: { ...text, title: '哪一项信息' },
      confidence: { type: 'number', minimum: 0, maximum: 1, title: '把握' },
      reason: { ...text, title: '为什么读不懂' },
    },
    ['kind', 'carrier'],
  ),
  Verification: object(
    { number: text, status: { enum: ['genuine', 'voided', 'unknown'] }, kind: text, issuer: text, date: text },
    ['number', 'status'],
  ),
  Basis: {
    ...object(
      {
        ...{ id: text, title: text, article: text, kind: text, source: text },
        ...{ checkedOn: day, validFrom: day, validUntil: day },
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
        bases: list(ref('Basis')),
        names: { type: 'object', title: '其他名称' },
        caseSchema: { type: 'object', title: '这种文书所需案件数据的 JSON Schema' },
      },
      [...INSTRUMENT_REQUIRED, 'bases', 'caseSchema'],
    ),
    title: '一种文书',
  },
  InstrumentList: object({ instruments: list(ref('InstrumentSummary')) }),
  Jurisdiction: {
    ...object({
      ...{ id: text, label: text, on: { ...day, title: '哪一日有效的法律' } },
      parameters: {
        ...{ type: 'object', title: '期限等参数' },
        additionalProperties: object({ value: {}, bases: list(ref('Basis')), citation: text }, ['value']),
      },
      lists: {
        ...{ type: 'object', title: '措施等列表' },
        additionalProperties: list(object({ id: text, text }, ['id'])),
      },
      bases: { title: '有效的法律依据' },
    }),
    title: '地区',
  },
  JurisdictionList: object({ jurisdictions: list(object({ id: text, label: text })) }),
};
