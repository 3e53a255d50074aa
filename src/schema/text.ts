import { z } from 'zod';
import { describe, type FieldMeta } from './field';

/** Characters that never belong in an official text: they hide, reorder or corrupt what is read. */
const FORBIDDEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u115F\u1160\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFF\u{E0000}-\u{E007F}]|\u034F/u;
/** Characters by their codes, as pasted links and pages have them: nobody reads them on paper, and no word is found in them. */
const CODED = /&#x?[0-9a-f]{2,7};|\\u\{?[0-9a-f]{4}|%u[0-9a-f]{4}|(?:%(?:25)?[89a-f][0-9a-f]){2}/i;
const LINE_BREAK = /[\n\r\t\u2028\u2029]/;

/** More marks on one letter than any language has (UAX #15, stream-safe text). */
const PILED_MARKS = /\p{M}{31}/u;

/**
 * Whether a text can be brought into composed form: halves of characters have none, and the time for marks piled on one
 * letter grows with the square of their number.
 */
export function isComposable(text: string): boolean {
  return text.isWellFormed() && !PILED_MARKS.test(text);
}

/** Says in Chinese what is wrong with the characters of a text; undefined when nothing is. */
function findBadCharacter(value: string, multiline: boolean): string | undefined {
  if (!value.isWellFormed()) return '含有不完整的字符（孤立代理项），请重新录入';
  if (PILED_MARKS.test(value)) return '一个字符上的附加符号过多，请删除后重新录入';
  if (FORBIDDEN.test(value)) return '含有控制字符、零宽字符或者双向排版字符，请删除后重新录入';
  if (CODED.test(value)) return '含有用代码写成的文字（如链接中的 %E5%AE…、网页中的 &#…;），请改写为汉字或者删除该链接';
  if (!multiline && LINE_BREAK.test(value)) return '不得换行，请写在一行内';
  return undefined;
}

function findFault(value: string, multiline: boolean): { params: { code: string }; message: string } | undefined {
  const problem = findBadCharacter(value, multiline);
  if (problem !== undefined) return { params: { code: 'CHARACTER' }, message: problem };
  if (value === '' || value.trim() !== '') return undefined;
  return { params: { code: 'BLANK' }, message: '不能只有空白，请填写内容' };
}

function checkedString(multiline: boolean, max: number): z.ZodString {
  return z
    .string()
    .min(1)
    .max(max)
    .check(({ value, issues }) => {
      // `superRefine` would assign a closure to what it is called with, for every text of every case (CONTRIBUTING).
      const issue = findFault(value, multiline);
      if (issue !== undefined) issues.push({ code: 'custom', input: value, continue: true, ...issue });
    });
}

type TextOptions = { label: string; privacy: string; max?: number };

/** One line of text, at most `max` characters (100). */
export function line({ label, privacy, max = 100 }: TextOptions) {
  return describe(checkedString(false, max), { label, privacy });
}

/** Running text with line breaks, at most `max` characters (20,000); searched for protected facts. */
export function narrative({ label, privacy, max = 20_000 }: TextOptions) {
  return describe(checkedString(true, max), { label, privacy, freeText: true });
}

/** A short remark in one's own words; searched for protected facts like a narrative. */
export function remark({ label, privacy, max = 500 }: TextOptions) {
  return describe(checkedString(false, max), { label, privacy, freeText: true });
}

type PatternOptions = TextOptions & { pattern: RegExp; hint: string; normalize?: FieldMeta['normalize'] };

/** One line of text of a fixed form; `hint` says in Chinese what a right value looks like. */
export function pattern({ label, privacy, pattern: regex, hint, max = 100, normalize }: PatternOptions) {
  const meta: FieldMeta = { label, privacy, hint };
  if (normalize !== undefined) meta.normalize = normalize;
  return describe(checkedString(false, max).regex(regex), meta);
}

/** One of several codes; `labels` gives each its Chinese name. */
export function choice<const Codes extends Record<string, string>>(label: string, privacy: string, labels: Codes) {
  const listed = Object.entries(labels).map(([code, name]) => `${code}（${name}）`);
  return describe(z.enum(Object.keys(labels) as [keyof Codes & string, ...(keyof Codes & string)[]]), {
    label,
    privacy,
    hint: `可选：${listed.join('、')}`,
  });
}

/** Yes or no. */
export function yesNo(label: string, privacy: string) {
  return describe(z.boolean(), { label, privacy, hint: '只能是 true 或 false' });
}

/** A whole number between `min` and `max`. */
export function wholeNumber(label: string, privacy: string, { min, max }: { min: number; max: number }) {
  return describe(z.number().int().min(min).max(max), { label, privacy, hint: `应为 ${min} 至 ${max} 的整数` });
}

/** Nobody who is party to a matter was born earlier; a later year is a slip, or a program's word for never. */
const DATE = /^(?:19|20|21)\d{2}-\d{2}-\d{2}$/;
const DATE_HINT = '应为 1900 年至 2199 年的真实日期，如 2026-11-21';

function isRealDate(value: string): boolean {
  if (!DATE.test(value.slice(0, 10))) return false;
  const date = new Date(`${value.slice(0, 10)}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value.slice(0, 10));
}

/** A calendar date, `2026-11-21`. */
export function date(label: string, privacy: string) {
  return describe(z.string().max(10).refine(isRealDate), { label, privacy, hint: DATE_HINT, moment: true });
}

const DATE_TIME = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/;

function isMoment(value: string): boolean {
  return DATE_TIME.test(value) && isRealDate(value);
}

/** A moment with its offset (RFC 3339), `2026-11-21T09:30:00+08:00`; printed in Beijing time. */
export function dateTime(label: string, privacy: string) {
  const hint = '应为 1900 年至 2199 年带时区的时间，如 2026-11-21T09:30:00+08:00';
  return describe(z.string().max(35).refine(isMoment), { label, privacy, hint, moment: true });
}

/** A moment, or only its date when the hour is not known. */
export function dateOrMoment(label: string, privacy: string) {
  const hint = `${DATE_HINT}，或者带时区的时间，如 2026-11-21T09:30:00+08:00`;
  const isEither = (value: string) => (value.length === 10 ? isRealDate(value) : isMoment(value));
  return describe(z.string().max(35).refine(isEither), { label, privacy, hint, moment: true });
}
