import { fold, GAP } from './fold';
import { DIGIT_VALUES } from './numerals';

/**
 * A text as the row of its significant characters, each folded to one code and with its half-open span in the
 * original. `gaps[i]` tells what stood before unit i; the last entry what stood after the last unit.
 */
export type Units = {
  length: number;
  codes: Uint16Array;
  starts: Int32Array;
  ends: Int32Array;
  gaps: Uint8Array;
  text: string;
};

/** One character can stand for several (㎏, ⑫); no character of Unicode folds to more than eighteen. */
const GROWTH = 18;

/** Answers for the characters of the basic plane, filled as they are met. */
const SIMPLE = new Uint16Array(0x10000);
const SIMPLE_GAP = new Uint8Array(0x10000);
const [UNKNOWN, NOT_SIMPLE, IS_GAP] = [0, 1, 2];

function learn(code: number): number {
  const { codes, gap } = fold(String.fromCharCode(code));
  if (codes.length === 0) {
    SIMPLE_GAP[code] = gap;
    SIMPLE[code] = IS_GAP;
  } else SIMPLE[code] = codes.length === 1 ? (codes[0] ?? NOT_SIMPLE) : NOT_SIMPLE;
  return SIMPLE[code] ?? NOT_SIMPLE;
}

const ZERO = '零'.charCodeAt(0);
const isSurrogate = (code: number) => code >= 0xd800 && code <= 0xdfff;
const isRing = (code: number) => code === 0x25cb || code === 0x25ef;

/** Brings a text into units. Time and memory grow linearly with its length. */
export function toUnits(text: string): Units {
  let room = text.length + 64;
  let codes = new Uint16Array(room);
  let starts = new Int32Array(room);
  let ends = new Int32Array(room);
  let gaps = new Uint8Array(room + 1);
  let length = 0;
  let gap = 0;
  const grow = () => {
    room *= 2;
    codes = copy(codes, new Uint16Array(room));
    starts = copy(starts, new Int32Array(room));
    ends = copy(ends, new Int32Array(room));
    gaps = copy(gaps, new Uint8Array(room + 1));
  };
  const push = (code: number, start: number, end: number) => {
    codes[length] = code;
    starts[length] = start;
    ends[length] = end;
    gaps[length] = gap;
    length += 1;
    gap = 0;
  };
  for (let offset = 0; offset < text.length; ) {
    if (length + GROWTH > room) grow();
    const code = text.charCodeAt(offset);
    const simple = SIMPLE[code] === UNKNOWN ? learn(code) : (SIMPLE[code] ?? NOT_SIMPLE);
    if (simple > IS_GAP && !isSurrogate(code)) {
      push(simple, offset, offset + 1);
      offset += 1;
    } else if (simple === IS_GAP && !isSurrogate(code)) {
      // A ring after a Chinese digit is a zero (三○一); anywhere else it hides something (○○号).
      if (isRing(code) && gap === 0 && length > 0 && DIGIT_VALUES.has(codes[length - 1] ?? 0)) {
        push(ZERO, offset, offset + 1);
      } else gap |= SIMPLE_GAP[code] ?? GAP.mark;
      offset += 1;
    } else {
      const char = String.fromCodePoint(text.codePointAt(offset) ?? 0);
      const folded = fold(char);
      for (const one of folded.codes) push(one, offset, offset + char.length);
      gap |= folded.gap;
      offset += char.length;
    }
  }
  gaps[length] = gap;
  return { length, codes, starts, ends, gaps, text };
}

function copy<T extends Uint16Array | Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** The units from `from` up to `to` as text. */
export function unitsText({ codes }: Units, from: number, to: number): string {
  return String.fromCharCode(...codes.subarray(from, to));
}

/** Everything that stood before the units from `from` up to and including `to`. */
export function gapsBetween({ gaps }: Units, from: number, to: number): number {
  let bits = 0;
  for (let index = from; index <= to; index += 1) bits |= gaps[index] ?? 0;
  return bits;
}

/** The codes of a text's units, for building patterns. */
export function codesOf(text: string): number[] {
  const { codes, length } = toUnits(text);
  return [...codes.subarray(0, length)];
}
