import { AppError, type FieldError } from '../errors';
import { ADDRESS_PARTS, type AddressParts, type Allowed, createMatcher, inOneLine, type ProtectedFact } from '../match';
import { parseJson } from '../schema';

/** What to search a file for, and what may stand in it. */
export type Protected = { facts: ProtectedFact[]; allowed: Allowed[] };

type Field = { kind: NonNullable<ProtectedFact['kind']>; label: string };

const FIELDS: Record<string, Field> = {
  address: { kind: 'address', label: '住址' },
  phones: { kind: 'phone', label: '电话' },
  names: { kind: 'name', label: '姓名' },
  ids: { kind: 'id', label: '证件号码' },
  texts: { kind: 'text', label: '其他内容' },
};

const PART_NAMES: readonly string[] = ADDRESS_PARTS;

const MAX_VALUES = 50;
const MAX_LENGTH = 200;

type Value = { pointer: string; value: string | AddressParts };

/**
 * Reads the text fields of a form. Each may be given once as plain text, several times, or as JSON: `address` as one line
 * or as an object of parts, or a list of them; `phones`, `names`, `ids`, `texts` as lists of texts; `allowed` like
 * `address`, for what may stand, such as the shared home.
 * @throws AppError INVALID_REQUEST with a pointer for each wrong field, never a value
 */
export function readProtected(fields: Record<string, unknown>): Protected {
  const errors: FieldError[] = [];
  const known = [...Object.keys(FIELDS), 'allowed'];
  if (Object.keys(fields).some((name) => !known.includes(name))) {
    errors.push({ pointer: '', code: 'UNKNOWN_FIELD', detail: `除文件外，请求只能含有：${known.join('、')}` });
  }
  const given = Object.entries(FIELDS).map(([name, field]) => ({ field, values: readValues(fields, name, errors) }));
  const allowed = readValues(fields, 'allowed', errors).map(({ value }) => value);
  const count = given.reduce((sum, { values }) => sum + values.length, allowed.length);
  if (count > MAX_VALUES) errors.push({ pointer: '', code: 'TOO_MANY', detail: `最多 ${MAX_VALUES} 项` });
  // Each value is searched for in itself, which nobody should have done for thousands.
  const facts = (count > MAX_VALUES ? [] : given).flatMap(({ field, values }) =>
    values.flatMap((value, index) => toFact(value, { ...field, index }, errors) ?? []),
  );
  if (errors.length === 0 && facts.length === 0) {
    errors.push({ pointer: '/address', code: 'REQUIRED', detail: '请用“address”写明要查找的住址，一行文字或者 JSON' });
  }
  if (errors.length > 0) throw new AppError('INVALID_REQUEST', 'fields of a leak check are invalid', { errors });
  return { facts, allowed };
}

function readValues(fields: Record<string, unknown>, name: string, errors: FieldError[]): Value[] {
  const given = Object.hasOwn(fields, name) ? fields[name] : [];
  const texts = (Array.isArray(given) ? given : [given]).map(String);
  const values = texts.flatMap((text): unknown[] => {
    const parsed = parseField(text);
    return Array.isArray(parsed) ? parsed : [parsed];
  });
  // One too many is enough to say so.
  return values.slice(0, MAX_VALUES + 1).flatMap((value: unknown, index): Value[] => {
    const pointer = values.length === 1 ? `/${name}` : `/${name}/${index}`;
    if (isText(value)) return [{ pointer, value: value.trim() }];
    if (isParts(value) && (name === 'address' || name === 'allowed')) return [{ pointer, value }];
    errors.push({
      pointer,
      code: 'VALUE',
      detail: `应为 1 至 ${MAX_LENGTH} 个字符的 UTF-8 文本，不含控制字符${partsHint(name)}`,
    });
    return [];
  });
}

/** JSON where it looks like JSON, a line of text otherwise; undefined for JSON that is broken or says a part twice. */
function parseField(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

function partsHint(name: string): string {
  return name === 'address' || name === 'allowed' ? `，或者含有下列部分的 JSON 对象：${PART_NAMES.join('、')}` : '';
}

/** What programs write for nothing: searching for it would make every file look clean. */
const NOTHING = /^(?:null|undefined|nan|none|\[object \w+\])$/i;
/** What a text in another encoding turns into, and what no address is written with. */
const UNREADABLE = /[\uFFFD\p{Cc}]/u;

function isText(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > MAX_LENGTH || !value.isWellFormed()) return false;
  const text = value.trim();
  return text !== '' && !NOTHING.test(text) && !UNREADABLE.test(text.replaceAll(/[\t\r\n]/g, ''));
}

function isParts(value: unknown): value is AddressParts {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return entries.length > 0 && entries.every(([key, part]) => PART_NAMES.includes(key) && isText(part));
}

/** A value that is not even found in itself, such as a province alone, would make every file look clean. */
function toFact(
  { pointer, value }: Value,
  { kind, label, index }: Field & { index: number },
  errors: FieldError[],
): ProtectedFact | undefined {
  const named = index === 0 ? label : `${label}（第 ${index + 1} 项）`;
  const fact: ProtectedFact =
    typeof value === 'string'
      ? { pointer, label: named, spellings: [value], kind }
      : { pointer, label: named, spellings: [], kind, address: value };
  const whole = typeof value === 'string' ? value : inOneLine(value);
  if (createMatcher([fact]).find(whole).length > 0) return fact;
  errors.push({ pointer, code: 'TOO_VAGUE', detail: '内容过于笼统，无法据此查找；住址应写到道路、小区或者门牌' });
  return undefined;
}
