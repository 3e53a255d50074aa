/** Ways to write a number, independent of the matcher that has to read them. */
const SMALL = [...'零一二三四五六七八九'];
const CAPITAL: Record<string, string> = Object.fromEntries(
  [...'一二三四五六七八九十百千'].map((char, index) => [char, [...'壹贰叁肆伍陆柒捌玖拾佰仟'][index] ?? char]),
);
const digitName = (digit: string | number) => SMALL[Number(digit)] ?? '';

/** 88 as 八十八, 301 as 三百零一, 1203 as 一千二百零三. */
export function chinese(value: number): string {
  if (value < 10) return digitName(value);
  if (value < 100) {
    const [tens, ones] = [Math.floor(value / 10), value % 10];
    return `${tens === 1 ? '' : digitName(tens)}十${ones === 0 ? '' : digitName(ones)}`;
  }
  const [unit, name] = value < 1000 ? ([100, '百'] as const) : ([1000, '千'] as const);
  const rest = value % unit;
  if (rest === 0) return digitName(Math.floor(value / unit)) + name;
  const joined = rest < unit / 10 ? `零${chinese(rest)}` : rest < 20 ? `一${chinese(rest)}` : chinese(rest);
  return digitName(Math.floor(value / unit)) + name + joined;
}

/** 301 as 三〇一 or 三零一. */
export const byDigit = (digits: string, zero = '〇') =>
  [...digits].map((digit) => (digit === '0' ? zero : digitName(digit))).join('');
export const capital = (value: number) => [...chinese(value)].map((char) => CAPITAL[char] ?? char).join('');

const shifted = (digits: string, base: number) =>
  [...digits].map((digit) => String.fromCodePoint(base + Number(digit))).join('');
export const fullWidth = (digits: string) => shifted(digits, 0xff10);
export const mathematical = (digits: string) => shifted(digits, 0x1d7ce);
export const arabicIndic = (digits: string) => shifted(digits, 0x0660);
/** Up to 20 in one circle, otherwise digit by digit. */
export function circled(digits: string): string {
  const one = (value: number) => (value === 0 ? '⓪' : String.fromCodePoint(0x2460 + value - 1));
  return Number(digits) <= 20 && !digits.startsWith('0')
    ? one(Number(digits))
    : [...digits].map((digit) => one(Number(digit))).join('');
}
export const roman = (value: number) =>
  value >= 1 && value <= 12 ? String.fromCodePoint(0x2160 + value - 1) : String(value);

/** Rewrites every Arabic number of a text. */
export const rewrite = (text: string, how: (digits: string) => string) => text.replace(/\d+/g, how);
