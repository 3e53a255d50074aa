import type { Budget } from '../../budget';
import { numberAt } from '../../bytes/bytes';
import { glyphText, isWord } from './glyph-names';
import { type FontProgram, type Reader, toReader } from './true-type';

/** The standard strings that matter here: digits, capitals, small letters (Adobe Technical Note 5176, appendix A). */
const STANDARD_STRINGS = 391;
const STANDARD_RUNS: readonly [first: number, character: string, count: number][] = [
  [17, '0', 10],
  [34, 'A', 26],
  [66, 'a', 26],
];

type Index = { items: Buffer[]; end: number };

/** Reads the glyph names of a CFF font; undefined when it has none, as fonts for Chinese mostly do. */
export function readCompactFont(bytes: Buffer, budget: Budget): FontProgram | undefined {
  const font = toReader(bytes);
  const names = readIndex(font, font.u8(2), budget);
  const tops = readIndex(font, names.end, budget);
  const strings = readIndex(font, tops.end, budget);
  const top = readDictionary(tops.items[0] ?? Buffer.alloc(0));
  if (top.has(ROS)) return undefined;
  const glyphs = readIndex(font, top.get(CHAR_STRINGS) ?? 0, budget).items.length;
  const ids = readCharset(font, top.get(CHARSET) ?? 0, glyphs);
  const codes = readCodes(font, top.get(ENCODING) ?? 0, ids);
  const ownName = (id: number) => strings.items[id - STANDARD_STRINGS]?.toString('latin1') ?? '';
  const textOf = (glyph: number) => {
    const id = numberAt(ids, glyph);
    if (id >= STANDARD_STRINGS) return glyphText(ownName(id));
    const run = STANDARD_RUNS.find(([first, , count]) => id >= first && id < first + count);
    return run === undefined ? undefined : String.fromCharCode(run[1].charCodeAt(0) + id - run[0]);
  };
  const isNamed = (glyph: number) => {
    const id = numberAt(ids, glyph);
    return (id > 0 && id < STANDARD_STRINGS) || textOf(glyph) !== undefined || isWord(ownName(id));
  };
  return { textOf, glyphOf: (code) => codes.get(code), isNamed };
}

const CHARSET = 15;
const ENCODING = 16;
const CHAR_STRINGS = 17;
/** Fonts with this key have numbers instead of names. */
const ROS = 1230;

function readIndex(font: Reader, at: number, budget: Budget): Index {
  const count = font.u16(at);
  if (count === 0) return { items: [], end: at + 2 };
  budget.spendOnSyntax(count);
  const size = Math.min(4, font.u8(at + 2));
  const base = at + 2 + (count + 1) * size;
  const offset = (index: number) => {
    let value = 0;
    for (let byte = 0; byte < size; byte += 1) value = value * 256 + font.u8(at + 3 + index * size + byte);
    return base + value;
  };
  const items = Array.from({ length: count }, (_, index) => font.bytes.subarray(offset(index), offset(index + 1)));
  return { items, end: offset(count) };
}

/** The last operand of each key; keys of two bytes count as 1200 and the second. */
function readDictionary(data: Buffer): Map<number, number> {
  const font = toReader(data);
  const values = new Map<number, number>();
  let operand = 0;
  for (let at = 0; at < data.length; ) {
    const byte = font.u8(at);
    if (byte <= 21) {
      values.set(byte === 12 ? 1200 + font.u8(at + 1) : byte, operand);
      at += byte === 12 ? 2 : 1;
    } else if (byte === 29) {
      operand = font.u32(at + 1);
      at += 5;
    } else if (byte === 28) {
      operand = font.u16(at + 1);
      at += 3;
    } else if (byte === 30) {
      at += 1;
      while (at < data.length && (font.u8(at) & 15) !== 15) at += 1;
      at += 1;
    } else {
      operand = byte <= 246 ? byte - 139 : (byte - 247) * 256 + font.u8(at + 1) + 108;
      at += byte <= 246 ? 1 : 2;
    }
  }
  return values;
}

/** The name of each glyph as the number of a string. */
function readCharset(font: Reader, at: number, glyphs: number): number[] {
  if (at <= 2) return Array.from({ length: glyphs }, (_, glyph) => glyph);
  const format = font.u8(at);
  const ids = [0];
  if (format === 0) {
    for (let glyph = 1; glyph < glyphs; glyph += 1) ids.push(font.u16(at + 2 * glyph - 1));
    return ids;
  }
  const step = format === 1 ? 3 : 4;
  for (let from = at + 1; ids.length < glyphs && from < font.bytes.length; from += step) {
    const first = font.u16(from);
    const more = format === 1 ? font.u8(from + 2) : font.u16(from + 2);
    for (let index = 0; index <= more && ids.length < glyphs; index += 1) ids.push(first + index);
  }
  return ids;
}

/** The first of the standard strings name the plain letters and signs, in the order of their codes from the blank on. */
const PLAIN_STRINGS = 95;
const BEFORE_PLAIN = 31;

/**
 * The glyphs of the codes that a simple font has (chapter 12). Of the predefined encodings the standard one is known as far
 * as it is plain.
 * @param ids the names of the glyphs as numbers of strings
 */
function readCodes(font: Reader, at: number, ids: readonly number[]): Map<number, number> {
  const codes = new Map<number, number>();
  if (at === 0) {
    for (const [glyph, id] of ids.entries()) if (id > 0 && id <= PLAIN_STRINGS) codes.set(id + BEFORE_PLAIN, glyph);
  }
  if (at <= 1) return codes;
  const isRanges = (font.u8(at) & 1) === 1;
  let glyph = 1;
  for (let index = 0; index < font.u8(at + 1); index += 1) {
    const from = at + 2 + index * (isRanges ? 2 : 1);
    const more = isRanges ? font.u8(from + 1) : 0;
    for (let step = 0; step <= more; step += 1, glyph += 1) codes.set(font.u8(from) + step, glyph);
  }
  return codes;
}
