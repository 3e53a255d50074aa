import type { ErrorRequestHandler, Request, Response } from 'express';
import { MulterError } from 'multer';
import { AppError, describeFailure, PROBLEMS, type ProblemCode } from '../errors';
import type { Log } from '../log';
import type { Metrics } from './metrics';

/** A problem document (RFC 9457). `instance` is the request's id, which the log knows too. */
export function problemDocument(error: AppError, instance: string): { status: number; body: string } {
  const { status, title, remedy } = PROBLEMS[error.code];
  const body = {
    type: `/docs/problems#${error.code}`,
    title,
    status,
    code: error.code,
    detail: error.detail ?? remedy,
    ...(error.errors.length === 0 ? {} : { errors: error.errors }),
    instance,
  };
  return { status, body: JSON.stringify(body) };
}

export const PROBLEM_TYPE = 'application/problem+json';

function sendProblem(response: Response, error: AppError): void {
  const { status, body } = problemDocument(error, String(response.getHeader('X-Request-Id') ?? ''));
  response.removeHeader('Content-Disposition');
  response.set(error.headers).status(status).type(PROBLEM_TYPE).send(body);
}

/** How the body parser's and multer's failures read in our table. */
const PARSER_PROBLEMS: Record<string, ProblemCode> = {
  'entity.too.large': 'BODY_TOO_LARGE',
  'entity.parse.failed': 'MALFORMED_REQUEST',
  'request.aborted': 'MALFORMED_REQUEST',
  'request.size.invalid': 'MALFORMED_REQUEST',
  'encoding.unsupported': 'UNSUPPORTED_MEDIA_TYPE',
};

const PARSER_DETAILS: Record<string, string> = {
  'encoding.unsupported': 'Content-Encoding 可以是 gzip、deflate、br，或者不压缩',
  'request.size.invalid': '请求体的长度与 Content-Length 不符',
};

const ONE_FILE = '一次只能上传一个文件，放在字段“file”中';

/** What multer says of a form that is not as it should be. */
const FORM_PROBLEMS: Record<string, { code: ProblemCode; detail: string }> = {
  LIMIT_FILE_SIZE: {
    code: 'BODY_TOO_LARGE',
    detail: '上传的文件过大：案件的上限见 BODY_LIMIT_BYTES，送检文件的见 UPLOAD_LIMIT_BYTES',
  },
  LIMIT_FIELD_VALUE: {
    code: 'BODY_TOO_LARGE',
    detail: '表单字段的内容过长；文件应作为文件上传，即该部分带有 filename',
  },
  LIMIT_FIELD_KEY: { code: 'BODY_TOO_LARGE', detail: '表单字段的名称过长' },
  LIMIT_FIELD_COUNT: { code: 'BODY_TOO_LARGE', detail: '表单的字段过多' },
  LIMIT_PART_COUNT: { code: 'BODY_TOO_LARGE', detail: '表单的部分过多' },
  LIMIT_FILE_COUNT: { code: 'MALFORMED_REQUEST', detail: ONE_FILE },
  LIMIT_UNEXPECTED_FILE: { code: 'MALFORMED_REQUEST', detail: ONE_FILE },
  MISSING_FIELD_NAME: { code: 'MALFORMED_REQUEST', detail: '表单的每一部分都应有 name' },
};
const BAD_FORM = { code: 'MALFORMED_REQUEST', detail: '表单不合要求，请核对后重新上传' } as const;

/** What the form reader under multer says of a form that it cannot read. */
const BROKEN_FORM =
  /^(?:Unexpected end of (?:form|file)|Malformed (?:part header|content type)|Multipart: Boundary not found)$/;

type ParserError = { type?: string; status?: number; limit?: number; code?: string };

/** Any thrown thing as an AppError that is safe to show. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof MulterError) {
    const { code, detail } = FORM_PROBLEMS[error.code] ?? BAD_FORM;
    return new AppError(code, `multipart: ${error.code}`, { detail });
  }
  if (error instanceof Error && BROKEN_FORM.test(error.message)) {
    return new AppError('MALFORMED_REQUEST', 'multipart: broken form', { detail: '表单不完整，请重新上传' });
  }
  return readParserError(error) ?? unexpected(error);
}

function readParserError(error: unknown): AppError | undefined {
  const { type, status, limit, code } = (typeof error === 'object' && error !== null ? error : {}) as ParserError;
  const parserCode = type === undefined ? undefined : PARSER_PROBLEMS[type];
  if (type !== undefined && parserCode !== undefined) {
    const detail = limit === undefined ? PARSER_DETAILS[type] : `请求体最多 ${limit} 字节`;
    return new AppError(parserCode, `body parser: ${type}`, detail === undefined ? {} : { detail });
  }
  if (status === undefined || status < 400 || status >= 500) return undefined;
  return new AppError('MALFORMED_REQUEST', 'request refused by a parser', toldBy(error, code));
}

/** Refusals without a type of their own are told by the kind of error. */
function toldBy(error: unknown, code = ''): { detail?: string } {
  if (error instanceof URIError) return { detail: '地址中的百分号编码有误' };
  if (/^(?:Z_|ERR_)/.test(code)) return { detail: '压缩的请求体无法解开，请检查 Content-Encoding 与内容是否相符' };
  return {};
}

function unexpected(error: unknown): AppError {
  return new AppError('INTERNAL', describeFailure(error), {
    detail: '请把请求编号（instance）告知管理员',
    cause: error,
  });
}

/** The last handler: logs without values, counts, answers. */
export function handleErrors(log: Log, metrics: Metrics): ErrorRequestHandler {
  return (thrown: unknown, request: Request, response: Response, next) => {
    const error = toAppError(thrown);
    metrics.problems.inc({ code: error.code });
    if (error.code === 'LEAK_DETECTED') metrics.leaks.inc();
    const requestId = String(response.getHeader('X-Request-Id') ?? '');
    const severity = PROBLEMS[error.code].status >= 500 ? 'error' : 'info';
    const told = error.code === 'INTERNAL' ? { failure: error.message } : { reason: error.message };
    log(severity, error.code === 'LEAK_DETECTED' ? 'ALARM leak stopped' : 'request refused', {
      requestId,
      method: request.method,
      code: error.code,
      ...told,
    });
    if (response.headersSent) next(thrown);
    else sendProblem(response, error);
  };
}
