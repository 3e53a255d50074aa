import { isArabicDigit, isChineseNumeral, readNumeral } from './numerals';
import { toUnits, type Units } from './units';

/**
 * The form in which texts are compared: one spelling for every way a fact can be written.
 * Each unit remembers where it came from, so that a match gives the exact span of the original text.
 */
export type NormalForm = { units: string; starts: number[]; ends: number[] };

/** Width, case, white space, punctuation and traditional characters folded, and Chinese numerals read as numbers. Time and memory grow linearly with the length of the text. */
export function toNormalForm(text: string): NormalForm {
  const { codes, starts, ends, length } = withNumbersRead(toUnits(text));
  return {
    units: Array.from(codes.subarray(0, length), (code) => String.fromCharCode(code)).join(''),
    starts: [...starts.subarray(0, length)],
    ends: [...ends.subarray(0, length)],
  };
}

/** Longer runs of Chinese numerals are no numbers that anybody writes; they are read digit by digit. */
const LONGEST_NUMERAL = 40;

/** Units in which every Chinese numeral is replaced by the digits of its number, each with the span of the numeral. */
export function withNumbersRead(units: Units): Units {
  const codes: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const gaps: number[] = [];
  const push = (code: number, from: number, to: number) => {
    codes.push(code);
    starts.push(units.starts[from] ?? 0);
    ends.push(units.ends[to] ?? 0);
    gaps.push(starts.length > 1 && starts.at(-2) === units.starts[from] ? 0 : (units.gaps[from] ?? 0));
  };
  for (let index = 0; index < units.length; ) {
    const code = units.codes[index] ?? 0;
    if (isArabicDigit(code) || !isChineseNumeral(code)) {
      push(code, index, index);
      index += 1;
      continue;
    }
    let stop = index;
    while (stop < units.length && stop - index < LONGEST_NUMERAL && isChineseNumeral(units.codes[stop] ?? 0)) stop += 1;
    for (const digit of readNumeral([...units.codes.subarray(index, stop)])) push(digit.charCodeAt(0), index, stop - 1);
    index = stop;
  }
  return {
    length: codes.length,
    codes: Uint16Array.from(codes),
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    gaps: Uint8Array.from([...gaps, units.gaps[units.length] ?? 0]),
    text: units.text,
  };
}
