import type { ProblemCode } from '../../errors';
import { MEDIA_TYPES } from '../../layout/format';

type Method = 'get' | 'post';

export type Operation = {
  summary: string;
  description?: string;
  /** What is read from the body, a name in `components.schemas`. */
  body?: string;
  /** Read from a form as well: the schema of that form. */
  multipart?: string;
  /** Read from a form alone: the schema is that of the form. */
  form?: string;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  /** Status of success and what comes back: media type to schema name, or `file`. */
  success: { status: number; content: Record<string, string>; headers?: Record<string, string>; otherwise?: Otherwise };
  problems: ProblemCode[];
};

/** Answers that are no problems although their status is one's, by status: media type to schema name. */
export type Otherwise = Record<number, Record<string, string>>;

type Route = { pattern: string; methods: Method[]; operations: Partial<Record<Method, Operation>> };

const JSON_TYPE = 'application/json';
const FILES = Object.fromEntries(Object.values(MEDIA_TYPES).map((type) => [type, 'file']));

const BODY_PROBLEMS: ProblemCode[] = [
  ...(['MALFORMED_REQUEST', 'JSON_TOO_DEEP', 'BODY_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE'] as const),
  ...(['INVALID_REQUEST', 'CROSS_SITE'] as const),
];
const CASE_PROBLEMS: ProblemCode[] = [...BODY_PROBLEMS, 'INSTRUMENT_UNKNOWN', 'INVALID_CASE'];
/** What can become of work that takes a worker. */
const WORK_PROBLEMS: ProblemCode[] = ['BUSY', 'TIME_LIMIT', 'WORKER_LOST', 'NOT_READY', 'REQUEST_CANCELLED'];
const COPY_PROBLEMS: ProblemCode[] = [
  ...CASE_PROBLEMS,
  ...WORK_PROBLEMS,
  ...(['AUDIENCE_PUBLIC', 'NOT_ACCEPTABLE', 'GLYPH_MISSING', 'FREE_TEXT_LEAK', 'LEAK_DETECTED'] as const),
];
/** Any call can meet these. */
export const COMMON_PROBLEMS: ProblemCode[] = [
  ...(['MALFORMED_REQUEST', 'NOT_FOUND', 'METHOD_NOT_ALLOWED', 'REQUEST_TIMEOUT', 'EXPECTATION_FAILED'] as const),
  ...(['HEADERS_TOO_LARGE', 'INTERNAL', 'SHUTTING_DOWN'] as const),
];

const PRIORITY = {
  Priority: '缓急（RFC 9218），如 u=6：u 为 5 至 7 的请求是批量请求，让其他请求（默认 u=3）先行',
};

const COPY_HEADERS = {
  'Anshu-Notice-Count': '随文书发出的提示条数',
  'Content-Disposition': '文件名（RFC 6266），没有姓名；答复 JSON 时没有',
};

const VERDICT = { 'text/html': 'file', [JSON_TYPE]: 'Verification' };

function route(pattern: string, operations: Route['operations']): Route {
  return { pattern, methods: Object.keys(operations) as Method[], operations };
}

/** Every call of the service: the router's 405, the log's route names and the OpenAPI document all read this table. */
export const ROUTES: readonly Route[] = [
  route('/v1/instruments', {
    get: { summary: '文书目录', success: { status: 200, content: { [JSON_TYPE]: 'InstrumentList' } }, problems: [] },
  }),
  route('/v1/instruments/{id}', {
    get: {
      summary: '一种文书：对象、格式、法律依据、案件数据的 JSON Schema',
      success: { status: 200, content: { [JSON_TYPE]: 'Instrument' } },
      problems: ['INSTRUMENT_UNKNOWN'],
    },
  }),
  route('/v1/jurisdictions', {
    get: { summary: '地区目录', success: { status: 200, content: { [JSON_TYPE]: 'JurisdictionList' } }, problems: [] },
  }),
  route('/v1/jurisdictions/{id}', {
    get: {
      summary: '一个地区在某日有效的期限、措施和法律依据',
      query: { on: '日期，如 2026-11-21；不写则为今天' },
      success: { status: 200, content: { [JSON_TYPE]: 'Jurisdiction' } },
      problems: ['JURISDICTION_UNKNOWN', 'INVALID_REQUEST'],
    },
  }),
  route('/v1/validations', {
    post: {
      summary: '校验案件数据，不生成文书',
      description: '有错误时 valid 为 false，并一次列出全部错误；提示（notices）不妨碍出具文书。',
      body: 'ValidationRequest',
      headers: PRIORITY,
      success: { status: 200, content: { [JSON_TYPE]: 'Validation' } },
      problems: [...CASE_PROBLEMS.filter((code) => code !== 'INVALID_CASE'), ...WORK_PROBLEMS],
    },
  }),
  route('/v1/previews', {
    post: {
      summary: '预览某一对象的文书（带水印，不登记）；Accept: application/json 得到披露报告',
      body: 'CopyRequest',
      headers: PRIORITY,
      success: {
        status: 200,
        content: { ...FILES, [JSON_TYPE]: 'DisclosureReport' },
        headers: COPY_HEADERS,
      },
      problems: COPY_PROBLEMS,
    },
  }),
  route('/v1/documents', {
    post: {
      summary: '出具文书：登记编号，返回文件；Accept: application/json 返回登记信息',
      description:
        '同一 Idempotency-Key 和同一请求总是得到同一份文书，服务重启后亦然。multipart 请求上传一个 JSON 文件。',
      body: 'CopyRequest',
      multipart: 'CopyForm',
      headers: { 'Idempotency-Key': '幂等键，1 至 128 个可见 ASCII 字符', ...PRIORITY },
      success: {
        status: 201,
        content: { ...FILES, [JSON_TYPE]: 'IssuedDocument' },
        headers: {
          Location: '文书登记信息的地址',
          'Repr-Digest': '文件的 SHA-256（RFC 9530）',
          'Anshu-Document-Number': '文书编号',
          ...COPY_HEADERS,
          'Idempotency-Replayed': '重复请求时为 true',
        },
      },
      problems: [
        ...COPY_PROBLEMS,
        ...(['IDEMPOTENCY_IN_PROGRESS', 'IDEMPOTENCY_KEY_REUSED', 'IDEMPOTENCY_STALE', 'DOCUMENT_VOIDED'] as const),
      ],
    },
  }),
  route('/v1/documents/{number}', {
    get: {
      summary: '文书登记信息',
      success: { status: 200, content: { [JSON_TYPE]: 'Document' } },
      problems: ['DOCUMENT_UNKNOWN', 'NOT_READY'],
    },
  }),
  route('/v1/documents/{number}/void', {
    post: {
      summary: '作废文书；此后核验显示已经作废',
      body: 'VoidRequest',
      success: { status: 200, content: { [JSON_TYPE]: 'Document' } },
      problems: [...BODY_PROBLEMS, 'DOCUMENT_UNKNOWN', 'DOCUMENT_VOIDED', 'NOT_READY'],
    },
  }),
  route('/v1/leak-checks', {
    post: {
      summary: '检查任何来源的 PDF 或者 DOCX 是否写有受保护的住址',
      description:
        '种类按内容识别。读取页面文字、隐藏文字、属性、批注、附件、旧版本和图片里的图形码，逐处报告，从不复述住址；读不懂的部分按发现问题处理（clean 为 false）。文件和住址都不保存。同时只检查少数几份文件，等候的也有上限，超过时答复 429。',
      form: 'LeakCheckForm',
      success: { status: 200, content: { [JSON_TYPE]: 'LeakCheck' } },
      problems: [
        ...(['MALFORMED_REQUEST', 'BODY_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'INVALID_REQUEST'] as const),
        'CROSS_SITE',
        ...WORK_PROBLEMS,
      ],
    },
  }),
  route('/v/{number}', {
    get: {
      summary: '公开核验：真实、作废或者查无此编号；只显示种类、机关和日期',
      description: '查无此编号时状态码为 404，答复内容仍为核验结果。编号不分大小写，可以不写连字符。',
      success: { status: 200, content: VERDICT, otherwise: { 404: VERDICT } },
      problems: ['NOT_ACCEPTABLE', 'NOT_READY'],
    },
  }),
  route('/healthz', {
    get: { summary: '存活检查', success: { status: 200, content: { [JSON_TYPE]: 'Health' } }, problems: [] },
  }),
  route('/readyz', {
    get: {
      summary: '就绪检查：真实读写登记库、检查模板，并由工作线程试制一页',
      success: { status: 200, content: { [JSON_TYPE]: 'Health' } },
      problems: ['NOT_READY'],
    },
  }),
  route('/metrics', {
    get: { summary: 'Prometheus 指标', success: { status: 200, content: { 'text/plain': 'file' } }, problems: [] },
  }),
  route('/openapi.json', {
    get: {
      summary: '本接口的 OpenAPI 3.1 文档',
      success: { status: 200, content: { [JSON_TYPE]: 'Any' } },
      problems: [],
    },
  }),
  route('/docs', {
    get: { summary: '可阅读的接口说明', success: { status: 200, content: { 'text/html': 'file' } }, problems: [] },
  }),
  route('/docs/problems', {
    get: { summary: '问题代码一览', success: { status: 200, content: { 'text/html': 'file' } }, problems: [] },
  }),
  route('/assets/page.css', {
    get: { summary: '页面样式', success: { status: 200, content: { 'text/css': 'file' } }, problems: [] },
  }),
];
