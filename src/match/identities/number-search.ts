import type { ProtectedFact, Work } from '../facts';
import { withLettersRead } from '../text/letter-digits';
import { DIGIT_VALUES, isArabicDigit } from '../text/numerals';
import { createPatternSearch } from '../text/pattern-search';
import { RADIO_DIGITS } from '../text/radio-digits';
import { toUnits, type Units } from '../text/units';
import { CERTAIN, NEARLY_CERTAIN } from '../weights';
import { FEWEST_TOLD, hiddenLength } from './hidden-identities';
import { headOf, hiddenPhoneLength } from './hidden-phones';

type NumberFind = { index: number; start: number; end: number; confidence: number };
/**
 * @property isOpen its last sign is left out, and may be hidden
 * @property hidden the whole number, of which some digits are hidden
 * @property isDated a date of birth and the last four: nothing but spaces and dashes stand between
 * @property isLandline an extension may follow
 */
type Written = {
  digits: string;
  confidence: number;
  area?: string;
  isOpen?: boolean;
  hidden?: string;
  isDated?: boolean;
  isLandline?: boolean;
};

/** Finds telephone and identity numbers whatever separates their digits and whatever digits they are written with. */
export type NumberSearch = (units: Units, work: Work) => NumberFind[];

/** Public numbers of three to six digits give nothing away. */
const SHORTEST_PHONE = 7;
const X = 'x'.charCodeAt(0);

export function createNumberSearch(facts: readonly ProtectedFact[]): NumberSearch {
  const patterns = facts.flatMap((fact, index) =>
    fact.spellings
      .flatMap((spelling) =>
        fact.kind === 'phone' ? phones(spelling) : fact.kind === 'id' ? identities(spelling) : [],
      )
      .map((written) => ({ codes: codes(written.digits), payload: { index, ...written } })),
  );
  if (patterns.length === 0) return () => [];
  const search = createPatternSearch(patterns);
  return (units, work) => {
    const finds: NumberFind[] = [];
    const letters = withLettersRead(units);
    for (const read of letters === undefined ? [units] : [units, letters]) {
      const row = digitRow(read);
      work.steps += read.length;
      search.search(row.codes, row.length, ({ index, area, ...written }, from, to) => {
        work.steps += 1;
        const first = leadOf(read, row, from);
        if (first === undefined || isOtherArea(row, from, area)) return;
        const start = withPlus(units.text, units.starts[row.units[first] ?? 0] ?? 0);
        const end = endOf(read, row, { ...written, start, from, to });
        if (end > start) finds.push({ index, start, end, confidence: written.confidence });
      });
    }
    return finds;
  };
}

type Occurrence = Omit<Written, 'area'> & { start: number; from: number; to: number };

/** Where a number ends in the text; 0 where it is the beginning of another one. */
function endOf(units: Units, row: DigitRow, { hidden, isDated, isOpen, isLandline, ...place }: Occurrence): number {
  const { text, ends, starts } = units;
  const { start, from, to } = place;
  if (hidden !== undefined) {
    const lengthOf = hidden.length === MOBILE_LENGTH ? hiddenPhoneLength : hiddenLength;
    const length = lengthOf(text.slice(start, start + LONGEST_HIDDEN), hidden);
    return length === 0 ? 0 : start + length;
  }
  const end = ends[row.units[to - 1] ?? 0] ?? 0;
  if (isJoined(units, row, to) || AMOUNT.test(text.slice(end, end + LONGEST_AMOUNT))) return 0;
  const split = row.units[from + BIRTH_DATE] ?? 0;
  if (isDated === true && !SHORT_GAP.test(text.slice(ends[row.units[from + BIRTH_DATE - 1] ?? 0], starts[split])))
    return 0;
  const more = isOpen === true ? SIGNS : isLandline === true ? EXTENSION : undefined;
  return end + lengthAt(text, end, more);
}

const LONGEST_HIDDEN = 64;
const MOBILE_LENGTH = 11;
/** Signs of a mask as long as the law's stand in another cell than the date before them. */
const SHORT_GAP = /^[ \-－—–/／·.*＊×]{0,8}$/;

/** Identity numbers that are none (passports) are looked for as texts, public telephone numbers not at all. */
export const isNumberFact = ({ kind }: ProtectedFact, spelling: string) =>
  (kind === 'phone' && /^[\d\s()（）+-]+$/.test(spelling)) || (kind === 'id' && identities(spelling).length > 0);

const codes = (digits: string) => [...digits].map((digit) => digit.charCodeAt(0));

function phones(spelling: string): Written[] {
  const plain = String.fromCharCode(...toDigits(spelling));
  const digits = plain.replace(/^(?:00)?86(?=1\d{10}$|0?\d{9,})/, '');
  if (digits.length < SHORTEST_PHONE) return [];
  const landline = /^(0(?:10|2\d|[3-9]\d{2}))(\d{7,8})/.exec(spelling.replace(/[\s()（）+-]/g, '').replace(/^86/, ''));
  const head = headOf(digits);
  const hidden = head === undefined ? [] : [{ digits: head, confidence: NEARLY_CERTAIN, hidden: digits }];
  if (landline === null) return [{ digits, confidence: CERTAIN }, ...hidden];
  const [, area = '', local = ''] = landline;
  return [
    { digits: area + local, confidence: CERTAIN, isLandline: true },
    { digits: `86${area.slice(1)}${local}`, confidence: CERTAIN, isLandline: true },
    { digits: local, confidence: NEARLY_CERTAIN, area, isLandline: true },
  ];
}

/** The number of 18 characters, without its first or its last one, and as it was before 1999. */
function identities(spelling: string): Written[] {
  const number = spelling.replace(/\s/g, '').toLowerCase();
  if (!/^\d{17}[\dx]$/.test(number)) return [];
  return [
    { digits: number, confidence: CERTAIN },
    { digits: number.slice(0, 17), confidence: NEARLY_CERTAIN, isOpen: true },
    { digits: number.slice(1), confidence: NEARLY_CERTAIN },
    { digits: number.slice(0, 6) + number.slice(8, 17), confidence: NEARLY_CERTAIN },
    { digits: number.slice(0, FEWEST_TOLD), confidence: NEARLY_CERTAIN, hidden: number },
    { digits: number.slice(0, BIRTH_END), confidence: NEARLY_CERTAIN, isOpen: true },
    { digits: number.slice(BIRTH_END - BIRTH_DATE), confidence: NEARLY_CERTAIN, isDated: true },
  ];
}

const BIRTH_DATE = 8;
const BIRTH_END = 14;

type DigitRow = { length: number; codes: Uint16Array; units: Int32Array };

function toDigits(text: string): number[] {
  const { codes: row, length } = digitRow(toUnits(text));
  return [...row.subarray(0, length)].filter((code) => isArabicDigit(code));
}

/** What stands in a row of digits for a unit: the Arabic digit, x, or 0 for what is neither. */
const ROW_CODES = new Uint8Array(0x10000);
ROW_CODES[X] = X;
for (let digit = 48; digit < 58; digit += 1) ROW_CODES[digit] = digit;
for (const [code, value] of DIGIT_VALUES) ROW_CODES[code] = value + 48;
// 幺三八洞洞: telephone numbers are said like this over the radio.
for (const [code, digit] of RADIO_DIGITS) ROW_CODES[code] = (DIGIT_VALUES.get(digit) ?? 0) + 48;

/** 一三九，呃，零八一二: what is said while thinking divides no number. */
const THINKING = 1;
for (const char of '呃嗯额哦啊') ROW_CODES[char.charCodeAt(0)] = THINKING;

/** The digits of a text, and one separator for whatever else stands between them. */
function digitRow({ codes: all, length }: Units): DigitRow {
  let digits = 0;
  for (let unit = 0; unit < length; unit += 1) if (ROW_CODES[all[unit] ?? 0] !== 0) digits += 1;
  const row = new Uint16Array(2 * digits);
  const units = new Int32Array(2 * digits);
  let count = 0;
  for (let unit = 0; unit < length; unit += 1) {
    const digit = ROW_CODES[all[unit] ?? 0] ?? 0;
    if (digit === THINKING || (digit === 0 && (count === 0 || row[count - 1] === 0))) continue;
    row[count] = digit;
    units[count] = unit;
    count += 1;
  }
  return { length: count, codes: row, units };
}

/** Whether a digit continues the one before it: nothing between them, and both Arabic or both Chinese. */
function isJoined(units: Units, row: DigitRow, right: number): boolean {
  if (!isDigitAt(row, right - 1) || !isDigitAt(row, right)) return false;
  const isArabic = (index: number) => isArabicDigit(units.codes[row.units[index] ?? 0] ?? 0);
  return units.gaps[row.units[right] ?? 0] === 0 && isArabic(right - 1) === isArabic(right);
}

const isDigitAt = ({ codes: row, length }: DigitRow, at: number) =>
  at >= 0 && at < length && row[at] !== 0 && row[at] !== X;

/** Digits before a telephone number that belong to it: the country's code and those of carriers. */
const PREFIX = /^(?:\+?(?:00)?86|0|086|12593|17951)$/;
const LONGEST_PREFIX = 6;

/** Where the number begins with its prefix; undefined when it is the end of a longer number. */
function leadOf(units: Units, row: DigitRow, from: number): number | undefined {
  let first = from;
  while (from - first < LONGEST_PREFIX && isDigitAt(row, first - 1)) first -= 1;
  for (let start = first; start < from; start += 1) {
    if (!isJoined(units, row, start) && PREFIX.test(String.fromCharCode(...row.codes.subarray(start, from))))
      return start;
  }
  return isJoined(units, row, from) ? undefined : from;
}

/** 0871-6390033 is not 6390033 in another area. */
function isOtherArea(row: DigitRow, from: number, area: string | undefined): boolean {
  if (area === undefined) return false;
  let first = from;
  while (from - first < LONGEST_PREFIX && isDigitAt(row, first - 1)) first -= 1;
  const before = String.fromCharCode(...row.codes.subarray(first, from));
  return /^0\d{2,3}$/.test(before) && before !== area;
}

/** Signs that stand for the last X of an identity number, or hide what is left of it. */
const SIGNS = /^[×✕✖*＊]+/;
/** The extension behind a landline. */
const EXTENSION = /^\s*(?:[-－—–]|转|转?分机)\s*\d{1,6}(?!\d)/;
const LONGEST_MORE = 14;

const lengthAt = (text: string, end: number, more: RegExp | undefined) =>
  more?.exec(text.slice(end, end + LONGEST_MORE))?.[0].length ?? 0;

/** 64567.890元 is no telephone number. */
const AMOUNT = /^\s*[万亿]?元/;
const LONGEST_AMOUNT = 8;

/** The plus before a country's code, and the bracket before an area's. */
function withPlus(text: string, start: number): number {
  return /[+＋(（]/.test(text.charAt(start - 1)) ? start - 1 : start;
}
