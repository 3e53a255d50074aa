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
  /** What `readLetters` found, kept with the text: several searches ask for it, one after the other. */
  letters?: LettersRead;
};

/** The letters of a text that stand for digits. */
export type LettersRead = {
  /** See `withLettersRead`. */
  units: Units | undefined;
  /** How many rows of letters have a digit directly behind. */
  beforeDigits: number;
};

/** One character can stand for several (㎏, ⑫); no character of Unicode folds to more than eighteen. */
const GROWTH = 18;

/** Answers for the characters of the basic plane, filled as they are met. */
const SIMPLE = new Uint16Array(0x10000);
const SIMPLE_GAP = new Uint8Array(0x10000);
const [UNKNOWN, NOT_SIMPLE, IS_GAP, IS_MARK] = [0, 1, 2, 3];
/** Accents, the frame of a keycap: they belong to the character before them. */
const MARK = /^\p{M}$/u;

function learn(code: number): number {
  const char = String.fromCharCode(code);
  const { codes, gap } = fold(char);
  const isOrdinary = !isSurrogate(code) && !isRing(code);
  if (isOrdinary && codes.length === 0) SIMPLE_GAP[code] = gap;
  const empty = MARK.test(char) ? IS_MARK : IS_GAP;
  const simple = codes.length === 0 ? empty : codes.length === 1 ? (codes[0] ?? NOT_SIMPLE) : NOT_SIMPLE;
  SIMPLE[code] = isOrdinary ? simple : NOT_SIMPLE;
  return SIMPLE[code];
}

const ZERO = '零'.charCodeAt(0);
const isSurrogate = (code: number) => code >= 0xd800 && code <= 0xdfff;
const isRing = (code: number) => code === 0x25cb || code === 0x25ef;

type Rows = Pick<Units, 'codes' | 'starts' | 'ends' | 'gaps'>;

/** Rows for texts of common length are used again: to allocate them costs more than to read a short text. */
const USUAL_ROOM = 0x8000;
const usualRows = createRows(USUAL_ROOM);

function createRows(room: number): Rows {
  return {
    codes: new Uint16Array(room),
    starts: new Int32Array(room),
    ends: new Int32Array(room),
    gaps: new Uint8Array(room + 1),
  };
}

/** Twice the room, with what the rows hold. */
function growRows({ codes, starts, ends, gaps }: Rows): Rows {
  const rows = createRows(codes.length * 2);
  rows.codes.set(codes);
  rows.starts.set(starts);
  rows.ends.set(ends);
  rows.gaps.set(gaps);
  return rows;
}

/** Writes the units of a text into rows; they are to be copied before the next text is read. */
function fillRows(text: string): { rows: Rows; length: number } {
  let rows = text.length + GROWTH < USUAL_ROOM ? usualRows : createRows(text.length + 64);
  let { codes, starts, ends, gaps } = rows;
  let length = 0;
  let gap = 0;
  for (let offset = 0; offset < text.length; ) {
    if (length + GROWTH > codes.length) {
      rows = growRows(rows);
      ({ codes, starts, ends, gaps } = rows);
    }
    const code = text.charCodeAt(offset);
    let simple = SIMPLE[code] ?? NOT_SIMPLE;
    if (simple === UNKNOWN) simple = learn(code);
    if (simple > IS_MARK) {
      codes[length] = simple;
      starts[length] = offset;
      offset += 1;
      ends[length] = offset;
      gaps[length] = gap;
      length += 1;
      gap = 0;
    } else if (simple !== NOT_SIMPLE) {
      gap |= SIMPLE_GAP[code] ?? GAP.mark;
      offset += 1;
      if (simple === IS_MARK && ends[length - 1] === offset - 1) ends[length - 1] = offset;
    } else {
      const char = String.fromCodePoint(text.codePointAt(offset) ?? 0);
      // A ring after a Chinese digit is a zero (三○一); anywhere else it hides something (○○号).
      const isZero = isRing(code) && gap === 0 && length > 0 && DIGIT_VALUES.has(codes[length - 1] ?? 0);
      const folded = isZero ? FOLDED_ZERO : fold(char);
      for (const one of folded.codes) {
        codes[length] = one;
        starts[length] = offset;
        ends[length] = offset + char.length;
        gaps[length] = gap;
        length += 1;
        gap = 0;
      }
      gap |= folded.gap;
      offset += char.length;
    }
  }
  gaps[length] = gap;
  return { rows, length };
}

const FOLDED_ZERO = { codes: [ZERO], gap: 0 };

/** Brings a text into units. Time and memory grow linearly with its length. */
export function toUnits(text: string): Units {
  const { rows, length } = fillRows(text);
  return {
    length,
    codes: rows.codes.slice(0, length),
    starts: rows.starts.slice(0, length),
    ends: rows.ends.slice(0, length),
    gaps: rows.gaps.slice(0, length + 1),
    text,
  };
}

/** The units from `from` up to `to` as text. */
export function unitsText({ codes }: Units, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at += MOST_ARGUMENTS) {
    text += Reflect.apply(String.fromCharCode, null, codes.subarray(at, Math.min(at + MOST_ARGUMENTS, to)));
  }
  return text;
}

/** A call takes only so many arguments. */
const MOST_ARGUMENTS = 4096;

/** Everything that stood before the units from `from` up to and including `to`. */
export function gapsBetween({ gaps }: Units, from: number, to: number): number {
  let bits = 0;
  for (let index = from; index <= to; index += 1) bits |= gaps[index] ?? 0;
  return bits;
}

/** The codes of a text's units, for building patterns. */
export function codesOf(text: string): number[] {
  const { rows, length } = fillRows(text);
  const codes: number[] = [];
  for (let index = 0; index < length; index += 1) codes.push(rows.codes[index] ?? 0);
  return codes;
}
