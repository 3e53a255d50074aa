import { isChineseNumeral, readNumeral } from './numerals';
import { toUnits, type Units, unitsText } from './units';

/**
 * The form in which texts are compared, one spelling for every way a fact can be written: width, case, white space,
 * punctuation and traditional characters folded, and Chinese numerals read as numbers. Time and memory grow linearly with
 * the length of the text.
 */
export function toNormalForm(text: string): string {
  const units = withNumbersRead(toUnits(text));
  return unitsText(units, 0, units.length);
}

/** Longer runs of Chinese numerals are no numbers that anybody writes; they are read digit by digit. */
const LONGEST_NUMERAL = 40;
/** 千 alone is 1000: three digits more than characters. */
const MOST_MORE_DIGITS = 3;

/**
 * Units in which every Chinese numeral is replaced by the digits of its number, each with the span of the numeral; the
 * same units where there is none.
 */
export function withNumbersRead(units: Units): Units {
  const numerals = countNumerals(units);
  if (numerals === 0) return units;
  const room = units.length + numerals * MOST_MORE_DIGITS;
  const codes = new Uint16Array(room);
  const starts = new Int32Array(room);
  const ends = new Int32Array(room);
  const gaps = new Uint8Array(room + 1);
  let length = 0;
  for (let index = 0; index < units.length; ) {
    const code = units.codes[index] ?? 0;
    const start = units.starts[index] ?? 0;
    gaps[length] = units.gaps[index] ?? 0;
    if (!isChineseNumeral(code)) {
      codes[length] = code;
      starts[length] = start;
      ends[length] = units.ends[index] ?? 0;
      length += 1;
      index += 1;
      continue;
    }
    let stop = index;
    while (stop < units.length && stop - index < LONGEST_NUMERAL && isChineseNumeral(units.codes[stop] ?? 0)) stop += 1;
    for (const digit of readNumeral(units.codes.subarray(index, stop))) {
      codes[length] = digit.charCodeAt(0);
      starts[length] = start;
      ends[length] = units.ends[stop - 1] ?? 0;
      length += 1;
      gaps[length] = 0;
    }
    index = stop;
  }
  gaps[length] = units.gaps[units.length] ?? 0;
  return {
    length,
    codes: codes.subarray(0, length),
    starts: starts.subarray(0, length),
    ends: ends.subarray(0, length),
    gaps: gaps.subarray(0, length + 1),
    text: units.text,
  };
}

function countNumerals({ codes, length }: Units): number {
  let count = 0;
  for (let index = 0; index < length; index += 1) if (isChineseNumeral(codes[index] ?? 0)) count += 1;
  return count;
}
