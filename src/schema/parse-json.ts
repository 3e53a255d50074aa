import { AppError, type FieldError } from '../errors';
import { isHarmlessKey, toPointer } from './pointer';

/** A case nests about eight levels; whatever is much deeper is an attack on the parser. */
const MAX_DEPTH = 64;
/** More repeated members than this help nobody. */
const MAX_ERRORS = 50;

const NOT_UTF8 = '请求体应为 UTF-8 编码的 JSON';

/**
 * Reads JSON in UTF-8 as strictly as a paper with consequences deserves: no broken bytes, bounded depth, no member stated
 * twice, of which one would be dropped silently (RFC 8259, 4; RFC 7493, 2.3).
 * @throws AppError MALFORMED_REQUEST (with the line, or the pointers of repeated members), JSON_TOO_DEEP. Never a value.
 */
export function parseJson(json: Buffer | string): unknown {
  const text = typeof json === 'string' ? json : decode(json);
  const members = countMembers(text);
  const value = parse(text);
  if (countKeys(value) !== members) throw repeatedMembers(text);
  return value;
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new AppError('MALFORMED_REQUEST', 'body is not UTF-8', { detail: NOT_UTF8 });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError('MALFORMED_REQUEST', 'body is not JSON', { detail: `${NOT_UTF8}；${whereBroken(text, error)}` });
  }
}

/** Where the parser stopped, from the one thing in its message that is no part of the body. */
function whereBroken(text: string, error: unknown): string {
  const position = /at position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  if (text.trim() === '') return '请求体是空的';
  if (position === undefined) return '内容不完整';
  const before = text.slice(0, Number(position)).split('\n');
  return `第 ${before.length} 行第 ${(before.at(-1)?.length ?? 0) + 1} 个字符处有误`;
}

/** Counts the members of all objects, and refuses deep nesting, in one pass before anything is parsed. */
function countMembers(text: string): number {
  let [depth, members] = [0, 0];
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '"') index = endOfString(text, index);
    else if (character === ':') members += 1;
    else if (character === '{' || character === '[') {
      depth += 1;
      if (depth > MAX_DEPTH) {
        throw new AppError('JSON_TOO_DEEP', 'json nests too deep', { detail: `JSON 嵌套不得超过 ${MAX_DEPTH} 层` });
      }
    } else if (character === '}' || character === ']') depth -= 1;
  }
  return members;
}

/** Index of the quote that ends the string which begins at `from`; the text's length when none does. */
function endOfString(text: string, from: number): number {
  let end = text.indexOf('"', from + 1);
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end;
}

function isEscaped(text: string, index: number): boolean {
  let first = index;
  while (text[first - 1] === '\\') first -= 1;
  return (index - first) % 2 === 1;
}

function countKeys(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) for (const item of value) count += countKeys(item);
  else for (const part of Object.values(value)) count += 1 + countKeys(part);
  return count;
}

type Level = { keys: Set<string>; key: string | number; isList: boolean };

/** Walks valid JSON once more, now with its names: only worth it when something is repeated. */
function repeatedMembers(text: string): AppError {
  const errors: FieldError[] = [];
  const levels: Level[] = [];
  for (let index = 0; index < text.length && errors.length < MAX_ERRORS; index += 1) {
    const character = text[index];
    const level = levels.at(-1);
    if (character === '{' || character === '[') {
      levels.push({ keys: new Set(), key: 0, isList: character === '[' });
    } else if (character === '}' || character === ']') levels.pop();
    else if (character === ',' && level?.isList) level.key = Number(level.key) + 1;
    else if (character === '"') {
      const end = endOfString(text, index);
      if (level !== undefined && /^\s*:/.test(text.slice(end + 1, end + 100))) {
        level.key = JSON.parse(text.slice(index, end + 1)) as string;
        if (level.keys.has(level.key)) errors.push(repeated(levels));
        level.keys.add(level.key);
      }
      index = end;
    }
  }
  return new AppError('MALFORMED_REQUEST', 'a member is stated twice', { errors });
}

/** A name that the caller made up could itself hold what must not be shown: the pointer ends before it. */
function repeated(levels: readonly Level[]): FieldError {
  const path = levels.map(({ key }) => key);
  const secret = path.findIndex((part) => typeof part === 'string' && !isHarmlessKey(part));
  const pointer = toPointer(secret < 0 ? path : path.slice(0, secret));
  return { pointer, code: 'DUPLICATE', detail: '同一对象中这个字段写了不止一次，请只保留一个' };
}
