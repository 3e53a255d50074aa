import express, { type RequestHandler } from 'express';
import multer from 'multer';
import { AppError } from '../errors';
import { isHarmlessKey, parseJson, toPointer } from '../schema';

/** The whole body as bytes, parsed by `parseJson`: the stock parser would replace broken UTF-8 silently. */
function readJsonBody(limit: number): RequestHandler[] {
  const parse: RequestHandler = (request, _response, next) => {
    request.body = parseJson(Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0));
    next();
  };
  return [refuseDeclared(limit), express.raw({ type: 'application/json', limit }), parse];
}

/** A length above the limit is refused before the body is waited for; what is sent of it all the same is dropped. */
function refuseDeclared(limit: number): RequestHandler {
  return (request, _response, next) => {
    const isTooLong = Number(request.get('Content-Length') ?? 0) > limit;
    next(
      isTooLong ? new AppError('BODY_TOO_LARGE', 'declared length', { detail: `请求体最多 ${limit} 字节` }) : undefined,
    );
  };
}

/** One JSON file, as large as a body may be: either a whole request or the case alone, with the other fields of the request beside it. */
function readMultipartBody(limit: number): RequestHandler[] {
  const upload = multer({
    storage: multer.memoryStorage(),
    limits: { fileSize: limit, files: 1, fields: 8, fieldSize: 1024, parts: 9, headerPairs: 50 },
    defParamCharset: 'utf8',
  });
  const parse: RequestHandler = (request, _response, next) => {
    const files = Array.isArray(request.files) ? request.files : [];
    const [file] = files;
    if (file === undefined) {
      throw new AppError('MALFORMED_REQUEST', 'multipart without a file', { detail: '请上传一个 JSON 文件' });
    }
    const content = parseJson(file.buffer);
    const fields = { ...(request.body as Record<string, unknown>) };
    const isWhole = typeof content === 'object' && content !== null && Object.hasOwn(content, 'case');
    refuseStatedTwice(fields, isWhole ? content : { case: content });
    request.body = isWhole ? { ...fields, ...content } : { ...fields, case: content };
    next();
  };
  return [upload.any(), parse];
}

/** Whom a copy is for must not depend on which of two answers a program happens to prefer. */
function refuseStatedTwice(fields: object, content: object): void {
  const twice = Object.keys(fields).filter((name) => Object.hasOwn(content, name));
  if (twice.length === 0) return;
  const errors = twice.map((name) => {
    const detail = '表单字段和上传的文件都写了这一项，请只保留一处';
    return { pointer: toPointer(isHarmlessKey(name) ? [name] : []), code: 'DUPLICATE', detail };
  });
  throw new AppError('INVALID_REQUEST', 'form and file state the same field', { errors });
}

const CHARSET = /;\s*charset\s*=\s*"?([^";\s]*)/i;

/** JSON is UTF-8 (RFC 8259, 8.1). A body that says otherwise is either mistaken or about to be misread. */
function isOtherCharset(contentType: string | undefined): boolean {
  const charset = CHARSET.exec(contentType ?? '')?.[1];
  return charset !== undefined && !/^utf-?8$/i.test(charset);
}

/** Accepts `application/json`, and `multipart/form-data` where `multipart` is set. @throws AppError UNSUPPORTED_MEDIA_TYPE */
export function readBody({ bodyLimit, multipart }: { bodyLimit: number; multipart: boolean }): RequestHandler {
  const json = express.Router().use(...readJsonBody(bodyLimit));
  const form = express.Router().use(...readMultipartBody(bodyLimit));
  const accepted = multipart ? ['application/json', 'multipart/form-data'] : ['application/json'];
  return (request, response, next) => {
    const type = request.is(accepted);
    if (type === 'application/json' && isOtherCharset(request.get('Content-Type'))) {
      next(new AppError('UNSUPPORTED_MEDIA_TYPE', 'charset is not UTF-8', { detail: 'JSON 的字符集只能是 UTF-8' }));
    } else if (type === 'application/json') json(request, response, next);
    else if (type === 'multipart/form-data') form(request, response, next);
    else {
      const detail = `Content-Type 应为 ${accepted.join(' 或者 ')}`;
      next(new AppError('UNSUPPORTED_MEDIA_TYPE', 'unsupported content type', { detail }));
    }
  };
}
