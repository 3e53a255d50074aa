/** Dates as Chinese papers print them. Moments are shown in Beijing time whatever offset they came with. */

const BEIJING_OFFSET_HOURS = 8;
const DIGITS = '〇一二三四五六七八九';

export type BeijingTime = { date: string; hour: number; minute: number };

/** The Beijing calendar date and clock time of a moment given with its offset (RFC 3339). */
export function toBeijing(moment: string): BeijingTime {
  const shifted = new Date(Date.parse(moment) + BEIJING_OFFSET_HOURS * 3_600_000);
  return { date: shifted.toISOString().slice(0, 10), hour: shifted.getUTCHours(), minute: shifted.getUTCMinutes() };
}

/** `2026-11-21`, or a moment, as its Beijing calendar date. */
export function calendarDate(dateOrMoment: string): string {
  return dateOrMoment.length === 10 ? dateOrMoment : toBeijing(dateOrMoment).date;
}

/** 2026年11月21日: months and days are not padded. */
export function arabicDate(dateOrMoment: string): string {
  const [year, month, day] = calendarDate(dateOrMoment).split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** 2026年11月21日9时30分, 2026年11月21日9时 on the hour. */
export function arabicMoment(moment: string): string {
  const { hour, minute } = toBeijing(moment);
  return `${arabicDate(moment)}${hour}时${minute === 0 ? '' : `${minute}分`}`;
}

/** 二〇二六年十一月二十一日: how a court dates its papers. */
export function chineseDate(dateOrMoment: string): string {
  const [year, month, day] = calendarDate(dateOrMoment).split('-').map(Number);
  const spelled = [...String(year)].map((digit) => DIGITS[Number(digit)]).join('');
  return `${spelled}年${chineseNumber(month ?? 0)}月${chineseNumber(day ?? 0)}日`;
}

/** 1–9999 in Chinese: 12 is 十二, 20 is 二十, 105 is 一百〇五. */
export function chineseNumber(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 9999) throw new RangeError('number out of range');
  if (value < 10) return DIGITS[value] ?? '';
  const scales = ['', '十', '百', '千'];
  const digits = [...String(value)].map(Number);
  const text = digits
    .map((digit, index) => (digit === 0 ? '〇' : `${DIGITS[digit]}${scales[digits.length - 1 - index]}`))
    .join('')
    .replace(/〇+/g, '〇')
    .replace(/〇$/, '');
  return text.replace(/^一十/, '十');
}

/** Days from one calendar date to another; negative when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** Hours from one moment to another. */
export function hoursBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 3_600_000;
}

/** The calendar date so many days later. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/**
 * Last day of a period counted by months: the day of the last month that has the same number as the day on which it
 * began, or the last day of that month when there is none. The first day does not count.
 */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, lastDay));
  return first.toISOString().slice(0, 10);
}

/** Full years of age on a calendar date. */
export function ageOn(birthDate: string, date: string): number {
  const years = Number(date.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return date.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
