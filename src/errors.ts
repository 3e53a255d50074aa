/**
 * One table of every problem the service can answer with (RFC 9457), and the one error class that carries them.
 * `remedy` is what the caller is told when nothing more exact is known. `docs/problems.md` and the OpenAPI responses are
 * compared with this table by a test.
 */
export const PROBLEMS = {
  MALFORMED_REQUEST: {
    status: 400,
    title: '请求无法解析',
    remedy: '检查请求头和请求体：请求体应为完整的 UTF-8 JSON 对象，同一对象中没有重复的字段',
  },
  JSON_TOO_DEEP: { status: 400, title: 'JSON 嵌套层级过深', remedy: '案件数据约八层；请检查是否误嵌套' },
  REQUEST_TIMEOUT: {
    status: 408,
    title: '没有及时收到完整的请求',
    remedy: '检查网络后重新发送；时限见 REQUEST_TIMEOUT_MS',
  },
  EXPECTATION_FAILED: {
    status: 417,
    title: '不支持的 Expect 请求头',
    remedy: '删除 Expect 头，或者用 Expect: 100-continue',
  },
  HEADERS_TOO_LARGE: { status: 431, title: '地址或者请求头过长', remedy: '地址和全部请求头合计不超过 16 KB' },
  AUDIENCE_PUBLIC: { status: 422, title: '人身安全保护文书原则上不得公开', remedy: '改用文书目录列出的对象' },
  CROSS_SITE: {
    status: 403,
    title: '不接受其他网站的网页发来的请求',
    remedy: '由办案系统的服务器调用本服务，不要从别的网站的网页直接提交',
  },
  NOT_FOUND: { status: 404, title: '没有这个地址', remedy: '接口说明见 /docs' },
  INSTRUMENT_UNKNOWN: { status: 404, title: '没有这种文书', remedy: 'GET /v1/instruments 列出全部文书' },
  JURISDICTION_UNKNOWN: { status: 404, title: '没有这个地区', remedy: 'GET /v1/jurisdictions 列出全部地区' },
  DOCUMENT_UNKNOWN: { status: 404, title: '没有这个文书编号', remedy: '核对文书编号' },
  METHOD_NOT_ALLOWED: { status: 405, title: '该地址不支持这种请求方法', remedy: '见答复的 Allow 头' },
  NOT_ACCEPTABLE: { status: 406, title: '无法按要求的类型答复', remedy: 'Accept 用文件类型或者 application/json' },
  DOCUMENT_VOIDED: { status: 409, title: '文书已经作废', remedy: '已作废的文书不能再次作废或者重现，请重新出具' },
  IDEMPOTENCY_IN_PROGRESS: { status: 409, title: '相同幂等键的请求正在处理', remedy: '稍后用同一幂等键重试' },
  IDEMPOTENCY_STALE: {
    status: 409,
    title: '模板已经更新，无法重现原文书',
    remedy: '凭编号查询原文书，或者换用新的幂等键重新出具',
  },
  BODY_TOO_LARGE: { status: 413, title: '请求体过大', remedy: '上限见 BODY_LIMIT_BYTES、UPLOAD_LIMIT_BYTES' },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    title: '不支持的请求内容类型',
    remedy:
      '用 application/json；出具文书也可用 multipart/form-data；泄露检查只用 multipart/form-data，文件应为 PDF 或者 DOCX',
  },
  INVALID_REQUEST: { status: 422, title: '请求参数不符合要求', remedy: '按 errors 逐项改正请求参数' },
  INVALID_CASE: {
    status: 422,
    title: '案件数据不符合要求',
    remedy: '按 errors 逐项改正案件数据，每项给出位置（JSON Pointer）和办法',
  },
  GLYPH_MISSING: {
    status: 422,
    title: '字库缺少文书中的字符',
    remedy: 'errors 写明字符、码位和字段；改用规范汉字或者补充字库',
  },
  FREE_TEXT_LEAK: {
    status: 422,
    title: '自由文本含有依法不得载明的信息',
    remedy: 'freeText: "reject" 时出现；改写 errors 所指的文字',
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    title: '幂等键已用于另一请求',
    remedy: '同一幂等键只能用于同一请求，请换用新的键',
  },
  BUSY: {
    status: 429,
    title: '请求过多，请稍后重试',
    remedy: '按 Retry-After 的秒数等待后重试；请求没有开始处理，没有占用编号',
  },
  REQUEST_CANCELLED: {
    status: 499,
    title: '请求方已经断开',
    remedy: '只见于日志和指标；已取得的编号作废，凭同一幂等键可以重新请求',
  },
  LEAK_DETECTED: {
    status: 500,
    title: '文书未通过泄露检查，已停止出具',
    remedy: '文书未出具，编号已作废；请把请求编号告知管理员',
  },
  INTERNAL: { status: 500, title: '服务内部错误', remedy: '请把请求编号告知管理员' },
  NOT_READY: { status: 503, title: '服务尚未就绪', remedy: '见 detail 列出的部分' },
  TIME_LIMIT: {
    status: 503,
    title: '处理超过时限，已经停止',
    remedy: '上限见 WORK_TIME_LIMIT_MS；编号已作废。减少内容后重试',
  },
  WORKER_LOST: {
    status: 503,
    title: '处理意外中断',
    remedy: '编号已作废，线程已经重新启动；请重试，仍然不行请告知管理员',
  },
  SHUTTING_DOWN: { status: 503, title: '服务正在停止', remedy: '稍后重试' },
} as const satisfies Record<string, { status: number; title: string; remedy: string }>;

export type ProblemCode = keyof typeof PROBLEMS;

/**
 * One wrong field: where it is (RFC 6901 pointer), what is wrong, and the remedy in Chinese. Never the value.
 * `spans`: where in a text, as half-open stretches of UTF-16 units.
 */
export type FieldError = {
  pointer: string;
  code: string;
  detail: string;
  spans?: readonly { start: number; end: number }[];
};

/** A remark that travels with a document and blocks nothing. `citation` names the rule it rests on. */
export type Notice = { pointer: string; code: string; detail: string; citation?: string };

type ErrorOptions = {
  /** Shown to the caller, in Chinese. Must never contain a case value. */
  detail?: string;
  errors?: FieldError[];
  headers?: Record<string, string>;
  cause?: unknown;
};

/**
 * The only error the service throws on purpose.
 * @param code row of PROBLEMS; decides status and title
 * @param log  what the operator reads; must never contain a case value either
 */
export class AppError extends Error {
  readonly detail: string | undefined;
  readonly errors: FieldError[];
  readonly headers: Record<string, string>;

  constructor(
    readonly code: ProblemCode,
    log: string,
    options: ErrorOptions = {},
  ) {
    super(log, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.detail = options.detail;
    this.errors = options.errors ?? [];
    this.headers = options.headers ?? {};
  }
}

/** Where an unexpected error was thrown, without its message: a library may quote the value it choked on. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  // A message can have lines that look like frames.
  const { stack = '', message } = error;
  const frames = stack
    .slice(stack.indexOf(message) + message.length)
    .split('\n')
    .filter((line) => /^\s+at /.test(line));
  return [error.name, ...frames.slice(0, 6).map((line) => line.trim())].join(' ');
}
