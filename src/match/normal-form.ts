/**
 * The form in which texts are compared: one spelling for every way a fact can be written.
 * Each unit remembers where it came from, so that a match gives the exact span of the original text.
 */
export type NormalForm = { units: string; starts: number[]; ends: number[] };

/** Kept: letters, digits and ideographs. White space, punctuation and marks separate nothing when facts are compared. */
const SIGNIFICANT = /[\p{L}\p{N}]/u;

const DIGITS: Record<string, number> = {
  ...{ 〇: 0, 零: 0, 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 两: 2, 幺: 1 },
  ...{ 壹: 1, 贰: 2, 貳: 2, 叁: 3, 參: 3, 肆: 4, 伍: 5, 陆: 6, 陸: 6, 柒: 7, 捌: 8, 玖: 9 },
};
const SCALES: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };

type Unit = { char: string; start: number; end: number };

function toUnits(text: string): Unit[] {
  const units: Unit[] = [];
  let offset = 0;
  for (const char of text) {
    for (const folded of char.normalize('NFKC').toLowerCase()) {
      if (SIGNIFICANT.test(folded)) units.push({ char: folded, start: offset, end: offset + char.length });
    }
    offset += char.length;
  }
  return units;
}

/** 八十八 to 88, 三〇一 to 301, 一百零二 to 102; undefined when the run is no number. */
function readNumeral(run: string): string | undefined {
  const chars = [...run];
  if (chars.every((char) => DIGITS[char] !== undefined)) return chars.map((char) => DIGITS[char]).join('');
  let total = 0;
  let digit: number | undefined;
  for (const char of chars) {
    const scale = SCALES[char];
    if (scale === undefined) digit = DIGITS[char];
    else {
      total += (digit ?? 1) * scale;
      digit = undefined;
    }
  }
  return String(total + (digit ?? 0));
}

function isNumeral(char: string): boolean {
  return DIGITS[char] !== undefined || SCALES[char] !== undefined;
}

/** Brings a text into the form used for comparison. Time and memory grow linearly with its length. */
export function toNormalForm(text: string): NormalForm {
  const units = toUnits(text);
  const form: NormalForm = { units: '', starts: [], ends: [] };
  const push = (chars: string, start: number, end: number) => {
    for (let index = 0; index < chars.length; index += 1) {
      form.starts.push(start);
      form.ends.push(end);
    }
    form.units += chars;
  };
  for (let index = 0; index < units.length; ) {
    const unit = units[index];
    if (unit === undefined) break;
    let stop = index;
    while (stop < units.length && isNumeral(units[stop]?.char ?? '')) stop += 1;
    const last = units[stop - 1];
    const run = units
      .slice(index, stop)
      .map(({ char }) => char)
      .join('');
    const number = stop > index ? readNumeral(run) : undefined;
    if (number !== undefined && last !== undefined) {
      push(number, unit.start, last.end);
      index = stop;
    } else {
      push(unit.char, unit.start, unit.end);
      index += 1;
    }
  }
  return form;
}
