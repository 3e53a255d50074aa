import type { ErrorRequestHandler, Request, Response } from 'express';
import { MulterError } from 'multer';
import { AppError, describeFailure, PROBLEMS, type ProblemCode } from '../errors';
import type { Log } from '../log';
import type { Metrics } from './metrics';

/** Answers with a problem document (RFC 9457). `instance` is the request's id, which the log knows too. */
export function sendProblem(response: Response, error: AppError): void {
  const { status, title } = PROBLEMS[error.code];
  const body = {
    type: `/docs/problems#${error.code}`,
    title,
    status,
    code: error.code,
    ...(error.detail === undefined ? {} : { detail: error.detail }),
    ...(error.errors.length === 0 ? {} : { errors: error.errors }),
    instance: String(response.getHeader('X-Request-Id') ?? ''),
  };
  response.removeHeader('Content-Disposition');
  response.set(error.headers).status(status).type('application/problem+json').send(JSON.stringify(body));
}

/** How the body parser's and multer's failures read in our table. */
const PARSER_PROBLEMS: Record<string, ProblemCode> = {
  'entity.too.large': 'BODY_TOO_LARGE',
  'parameters.too.many': 'BODY_TOO_LARGE',
  'entity.parse.failed': 'MALFORMED_REQUEST',
  'request.aborted': 'MALFORMED_REQUEST',
  'request.size.invalid': 'MALFORMED_REQUEST',
  'encoding.unsupported': 'UNSUPPORTED_MEDIA_TYPE',
  'charset.unsupported': 'UNSUPPORTED_MEDIA_TYPE',
};

/** What the form reader under multer says of a form that it cannot read. */
const BROKEN_FORM =
  /^(?:Unexpected end of (?:form|file)|Malformed (?:part header|content type)|Multipart: Boundary not found)$/;

/** Any thrown thing as an AppError that is safe to show. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof MulterError) {
    const code = error.code.startsWith('LIMIT_') ? 'BODY_TOO_LARGE' : 'MALFORMED_REQUEST';
    return new AppError(code, `multipart: ${error.code}`, { detail: '请上传一个文件，大小不超过上限' });
  }
  if (error instanceof Error && BROKEN_FORM.test(error.message)) {
    return new AppError('MALFORMED_REQUEST', 'multipart: broken form', { detail: '表单不完整，请重新上传' });
  }
  const { type, status } = (typeof error === 'object' && error !== null ? error : {}) as {
    type?: string;
    status?: number;
  };
  const parserCode = type === undefined ? undefined : PARSER_PROBLEMS[type];
  if (parserCode !== undefined) return new AppError(parserCode, `body parser: ${type}`);
  if (status !== undefined && status >= 400 && status < 500) {
    return new AppError('MALFORMED_REQUEST', 'request refused by a parser', { detail: '请求格式不对' });
  }
  return new AppError('INTERNAL', describeFailure(error), {
    detail: '请把请求编号（instance）告知管理员',
    cause: error,
  });
}

/** The last handler: logs without values, counts, answers. */
export function handleErrors(log: Log, metrics: Metrics): ErrorRequestHandler {
  return (thrown: unknown, request: Request, response: Response, next) => {
    const error = toAppError(thrown);
    response.locals['problem'] = error.code;
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
