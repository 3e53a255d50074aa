import { createHash } from 'node:crypto';
import { AppError, type FieldError } from '../errors';
import { FORMATS, type Format } from '../layout/format';
import { isHarmlessKey, nearestName, toPointer } from '../schema';

/** What a caller asks for; the case is still unknown. */
export type CopyRequest = {
  instrument: string;
  case: unknown;
  item: string | undefined;
  audience: string | undefined;
  format: Format;
  freeText: 'redact' | 'reject';
};

/** Fields of the envelope, and what people who write Chinese names would call them. */
const FIELDS: Readonly<Record<string, string>> = {
  instrument: '文书',
  case: '案件',
  item: '条目',
  audience: '对象',
  format: '格式',
  freeText: '自由文本',
};
/** More unknown fields than this help nobody. */
const MAX_UNKNOWN = 20;

/**
 * Reads the envelope of a request, reporting every problem at once.
 * @param withFormat whether the call makes a file
 * @throws AppError INVALID_REQUEST
 */
export function readRequest(body: unknown, { withFormat }: { withFormat: boolean }): CopyRequest {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new AppError('MALFORMED_REQUEST', 'body is not an object', { detail: '请求体应为 JSON 对象' });
  }
  const fields = body as Record<string, unknown>;
  const errors: FieldError[] = [];
  const text = (name: string, required: boolean): string | undefined => {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (typeof value === 'string' && value !== '') return value;
    if (required || value !== undefined) {
      errors.push({ pointer: `/${name}`, code: 'REQUIRED', detail: `“${name}”应为非空文本` });
    }
    return undefined;
  };
  errors.push(...refuseUnknown(Object.keys(fields)));
  const instrument = text('instrument', true);
  const item = text('item', false);
  const audience = text('audience', false);
  const format = text('format', false) ?? 'pdf';
  const freeText = text('freeText', false) ?? 'redact';
  if (!Object.hasOwn(fields, 'case'))
    errors.push({ pointer: '/case', code: 'REQUIRED', detail: '缺少“case”（案件数据）' });
  if (withFormat && !isFormat(format)) {
    errors.push({ pointer: '/format', code: 'FORMAT', detail: `“format”可选：${FORMATS.join('、')}` });
  }
  if (freeText !== 'redact' && freeText !== 'reject') {
    errors.push({ pointer: '/freeText', code: 'FREE_TEXT', detail: '“freeText”可选：redact、reject' });
  }
  if (errors.length > 0 || instrument === undefined) {
    throw new AppError('INVALID_REQUEST', 'envelope of the request is invalid', { errors });
  }
  return {
    instrument,
    case: fields['case'],
    item,
    audience,
    format: isFormat(format) ? format : 'pdf',
    freeText: freeText === 'reject' ? 'reject' : 'redact',
  };
}

function refuseUnknown(names: string[]): FieldError[] {
  const unknown = names.filter((name) => !Object.hasOwn(FIELDS, name)).slice(0, MAX_UNKNOWN);
  return unknown.map((name) => {
    const meant = nearestName(name, FIELDS);
    const remedy = meant === undefined ? '' : `；应为“${meant}”？`;
    return {
      pointer: isHarmlessKey(name) ? toPointer([name]) : '',
      code: 'UNKNOWN_FIELD',
      detail: `请求只能含有：${Object.keys(FIELDS).join('、')}${remedy}`,
    };
  });
}

function isFormat(value: string): value is Format {
  return (FORMATS as readonly string[]).includes(value);
}

/** Digest of a request independent of the order of its keys: what an idempotency key is bound to. */
export function fingerprint(request: CopyRequest): string {
  return createHash('sha256').update(canonical(request)).digest('hex');
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  const parts = entries.sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${parts.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`;
}
