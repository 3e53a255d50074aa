import { simplify } from './traditional';

/**
 * The form in which texts are compared: one spelling for every way a fact can be written.
 * Each unit remembers where it came from, so that a match gives the exact span of the original text.
 */
export type NormalForm = { units: string; starts: number[]; ends: number[] };

/** Kept: letters, digits and ideographs. White space, punctuation and marks separate nothing when facts are compared. */
const SIGNIFICANT = /[\p{L}\p{N}]/u;

/** 幢, 座 and # after a number are 栋, and so is 号楼. */
const BUILDINGS = new Set(['栋', '幢', '座', '#']);
const BUILDING = '栋';

const DIGITS: Record<string, number> = {
  ...{ 〇: 0, 零: 0, 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 两: 2, 幺: 1 },
  ...{ 壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9 },
};
const SCALES: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };

type Unit = { char: string; start: number; end: number };

/** Folds width, case and traditional characters. */
function toUnits(text: string): Unit[] {
  const units: Unit[] = [];
  let offset = 0;
  for (const char of text) {
    for (const folded of char.normalize('NFKC').toLowerCase()) {
      if (SIGNIFICANT.test(folded) || (folded === '#' && isNumber(units.at(-1)?.char))) {
        units.push({ char: simplify(folded), start: offset, end: offset + char.length });
      }
    }
    offset += char.length;
  }
  return units;
}

/** 八十八 to 88, 三〇一 to 301, 一百零二 to 102. */
function readNumeral(run: string): string {
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

function isNumber(char: string | undefined): boolean {
  return char !== undefined && (isNumeral(char) || /[0-9a-z]/.test(char));
}

/** How many units name a building after a number: 1 for 幢, 2 for 号楼 or #楼, 0 when they do not. */
function buildingLength(units: readonly Unit[], index: number): number {
  if (!isNumber(units[index - 1]?.char)) return 0;
  const [first, second] = [units[index]?.char ?? '', units[index + 1]?.char];
  if ((first === '号' || first === '#') && second === '楼') return 2;
  return BUILDINGS.has(first) ? 1 : 0;
}

/** The plain form: width, case, white space, punctuation and traditional characters folded; numerals left alone. */
export function toPlainForm(text: string): NormalForm {
  const form: NormalForm = { units: '', starts: [], ends: [] };
  for (const unit of foldBuildings(toUnits(text))) push(form, unit);
  return form;
}

function foldBuildings(units: readonly Unit[]): Unit[] {
  const folded: Unit[] = [];
  for (let index = 0; index < units.length; ) {
    const unit = units[index];
    if (unit === undefined) break;
    const length = buildingLength(units, index);
    const last = units[index + length - 1] ?? unit;
    folded.push(length === 0 ? unit : { char: BUILDING, start: unit.start, end: last.end });
    index += Math.max(1, length);
  }
  return folded;
}

/** The plain form with Chinese numerals read as numbers. Time and memory grow linearly with the length of the text. */
export function toNormalForm(text: string): NormalForm {
  const units = foldBuildings(toUnits(text));
  const form: NormalForm = { units: '', starts: [], ends: [] };
  for (let index = 0; index < units.length; ) {
    const unit = units[index];
    if (unit === undefined) break;
    let stop = index;
    while (stop < units.length && isNumeral(units[stop]?.char ?? '')) stop += 1;
    const last = units[stop - 1];
    if (stop > index && last !== undefined) {
      const run = units.slice(index, stop);
      push(form, { char: readNumeral(run.map(({ char }) => char).join('')), start: unit.start, end: last.end });
      index = stop;
    } else {
      push(form, unit);
      index += 1;
    }
  }
  return form;
}

function push(form: NormalForm, { char, start, end }: Unit): void {
  for (let index = 0; index < char.length; index += 1) {
    form.starts.push(start);
    form.ends.push(end);
  }
  form.units += char;
}
