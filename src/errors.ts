/**
 * One table of every problem the service can answer with (RFC 9457), and the one error class that carries them.
 * `docs/problems.md` and the OpenAPI responses are compared with this table by a test.
 */
export const PROBLEMS = {
  MALFORMED_REQUEST: { status: 400, title: '请求无法解析' },
  JSON_TOO_DEEP: { status: 400, title: 'JSON 嵌套层级过深' },
  AUDIENCE_PUBLIC: { status: 422, title: '人身安全保护文书原则上不得公开' },
  NOT_FOUND: { status: 404, title: '没有这个地址' },
  INSTRUMENT_UNKNOWN: { status: 404, title: '没有这种文书' },
  JURISDICTION_UNKNOWN: { status: 404, title: '没有这个地区' },
  DOCUMENT_UNKNOWN: { status: 404, title: '没有这个文书编号' },
  METHOD_NOT_ALLOWED: { status: 405, title: '该地址不支持这种请求方法' },
  NOT_ACCEPTABLE: { status: 406, title: '无法按要求的类型答复' },
  DOCUMENT_VOIDED: { status: 409, title: '文书已经作废' },
  IDEMPOTENCY_IN_PROGRESS: { status: 409, title: '相同幂等键的请求正在处理' },
  IDEMPOTENCY_STALE: { status: 409, title: '模板已经更新，无法重现原文书' },
  BODY_TOO_LARGE: { status: 413, title: '请求体过大' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, title: '不支持的请求内容类型' },
  INVALID_REQUEST: { status: 422, title: '请求参数不符合要求' },
  INVALID_CASE: { status: 422, title: '案件数据不符合要求' },
  GLYPH_MISSING: { status: 422, title: '字库缺少文书中的字符' },
  FREE_TEXT_LEAK: { status: 422, title: '自由文本含有依法不得载明的信息' },
  IDEMPOTENCY_KEY_REUSED: { status: 422, title: '幂等键已用于另一请求' },
  BUSY: { status: 429, title: '请求过多，请稍后重试' },
  REQUEST_CANCELLED: { status: 499, title: '请求方已经断开' },
  LEAK_DETECTED: { status: 500, title: '文书未通过泄露检查，已停止出具' },
  INTERNAL: { status: 500, title: '服务内部错误' },
  NOT_READY: { status: 503, title: '服务尚未就绪' },
  TIME_LIMIT: { status: 503, title: '处理超过时限，已经停止' },
  WORKER_LOST: { status: 503, title: '处理意外中断' },
  SHUTTING_DOWN: { status: 503, title: '服务正在停止' },
} as const satisfies Record<string, { status: number; title: string }>;

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
