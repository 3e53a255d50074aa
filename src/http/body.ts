import express, { type RequestHandler } from 'express';
import multer from 'multer';
import { AppError } from '../errors';

/** A case nests about eight levels; whatever is much deeper is an attack on the parser. */
const MAX_DEPTH = 64;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN = new Set([0x5b, 0x7b]);
const CLOSE = new Set([0x5d, 0x7d]);

/**
 * Refuses deep JSON before it is parsed, in one pass over the bytes.
 * @throws AppError JSON_TOO_DEEP
 */
export function refuseDeepJson(bytes: Buffer): void {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0;
    if (inString) {
      if (byte === BACKSLASH) index += 1;
      else if (byte === QUOTE) inString = false;
    } else if (byte === QUOTE) inString = true;
    else if (OPEN.has(byte)) {
      depth += 1;
      if (depth > MAX_DEPTH) {
        throw new AppError('JSON_TOO_DEEP', 'json nests too deep', { detail: `JSON 嵌套不得超过 ${MAX_DEPTH} 层` });
      }
    } else if (CLOSE.has(byte)) depth -= 1;
  }
}

function parseJson(bytes: Buffer): unknown {
  refuseDeepJson(bytes);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new AppError('MALFORMED_REQUEST', 'body is not JSON in UTF-8', { detail: '请求体应为 UTF-8 编码的 JSON' });
  }
}

/** The whole body as bytes, parsed by `parseJson`: the stock parser would replace broken UTF-8 silently. */
export function readJsonBody(limit: number): RequestHandler[] {
  const parse: RequestHandler = (request, _response, next) => {
    request.body = parseJson(Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0));
    next();
  };
  return [express.raw({ type: 'application/json', limit }), parse];
}

/** One JSON file: either a whole request or the case alone, with the other fields of the request beside it. */
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
    request.body = isWhole ? { ...fields, ...content } : { ...fields, case: content };
    next();
  };
  return [upload.any(), parse];
}

type Limits = { bodyLimit: number; uploadLimit: number };

/** Accepts `application/json`, and `multipart/form-data` where `multipart` is set. @throws AppError UNSUPPORTED_MEDIA_TYPE */
export function readBody({ bodyLimit, uploadLimit }: Limits, { multipart }: { multipart: boolean }): RequestHandler {
  const json = express.Router().use(...readJsonBody(bodyLimit));
  const form = express.Router().use(...readMultipartBody(uploadLimit));
  const accepted = multipart ? ['application/json', 'multipart/form-data'] : ['application/json'];
  return (request, response, next) => {
    const type = request.is(accepted);
    if (type === 'application/json') json(request, response, next);
    else if (type === 'multipart/form-data') form(request, response, next);
    else {
      const detail = `Content-Type 应为 ${accepted.join(' 或者 ')}`;
      next(new AppError('UNSUPPORTED_MEDIA_TYPE', 'unsupported content type', { detail }));
    }
  };
}
