import type { Budget } from '../../budget';
import { byteAt, numberAt } from '../../bytes/bytes';
import { unreadable } from '../../unreadable';
import { keyOf, LONGEST_CODE, RUN_CODES } from './fax-codes';

/** The parameters of the filter (ISO 32000-1, table 11). */
export type FaxParameters = { k: number; columns: number; rows: number; isAligned: boolean; blackIsOne: boolean };

/** Where the colour of a line changes, from white on. */
type Line = readonly number[];

/** Vertical mode: how far a change lies from the one above, by its code (ITU-T T.6, table 1). */
const SHIFTS: ReadonlyMap<number, number> = new Map([
  [keyOf(0b1, 1), 0],
  [keyOf(0b011, 3), 1],
  [keyOf(0b000011, 6), 2],
  [keyOf(0b0000011, 7), 3],
  [keyOf(0b010, 3), -1],
  [keyOf(0b000010, 6), -2],
  [keyOf(0b0000010, 7), -3],
]);
const HORIZONTAL = keyOf(0b001, 3);
const PASS = keyOf(0b0001, 4);
const LONGEST_MODE = 7;
/** Eleven zeros and a one end a line, or everything. */
const END_ZEROS = 11;

/**
 * Undoes the compression of fax machines and scanners (ITU-T T.4 and T.6).
 * @returns one bit for each pixel, every line from a new byte on
 * @throws AppError LEAK_DETECTED for codes that mean nothing
 */
export function decodeFax(
  data: Buffer,
  { k, columns, rows, isAligned, blackIsOne }: FaxParameters,
  budget: Budget,
): Buffer {
  const bits = createBits(data);
  const stride = Math.ceil(columns / 8);
  const lines: Buffer[] = [];
  let above: Line = [];
  while (lines.length < rows) {
    if (isAligned) bits.align();
    const ends = k < 0 ? Number(bits.zeros() >= END_ZEROS) * 2 : skipEnds(bits, k > 0);
    if (ends > 1 || bits.isSpent()) break;
    const isByAbove = k < 0 || (k > 0 && bits.lastTag() === 0);
    above = isByAbove ? lineByAbove(bits, above, columns) : lineByRuns(bits, columns);
    budget.spend(stride + above.length);
    lines.push(pack(above, { stride, columns, blackIsOne }));
  }
  const missing = Math.max(0, rows - lines.length) * stride;
  budget.spend(missing);
  return Buffer.concat([...lines, Buffer.alloc(missing, blackIsOne ? 0 : 0xff)]);
}

type Bits = ReturnType<typeof createBits>;

function createBits(data: Buffer) {
  const size = data.length * 8;
  let at = 0;
  let tag = 1;
  const bitAt = (index: number) => (byteAt(data, index >> 3) >> (7 - (index & 7))) & 1;
  /** How many zeros come next, up to the end. */
  const zeros = () => {
    let count = 0;
    while (at + count < size && bitAt(at + count) === 0) count += 1;
    return count;
  };
  return {
    /** Whether nothing is left, or what fills up the last byte. */
    isSpent: () => at + zeros() >= size,
    align() {
      at = (at + 7) & ~7;
    },
    zeros,
    skip(count: number) {
      at += count;
    },
    /** The mark behind the end of a line that tells how the next one is written. */
    readTag() {
      tag = bitAt(at);
      at += 1;
    },
    lastTag: () => tag,
    /** The first code for which there is a meaning. */
    code<T>(longest: number, meaningOf: (key: number) => T | undefined): T {
      let code = 0;
      for (let length = 1; length <= longest && at + length <= size; length += 1) {
        code = code * 2 + bitAt(at + length - 1);
        const meaning = meaningOf(keyOf(code, length));
        if (meaning === undefined) continue;
        at += length;
        return meaning;
      }
      throw unreadable('a picture in fax compression');
    },
  };
}

/** Skips the marks between two lines, each with whatever fills it up. More than one of them ends the picture. */
function skipEnds(bits: Bits, hasTags: boolean): number {
  let count = 0;
  for (let zeros = bits.zeros(); zeros >= END_ZEROS && !bits.isSpent(); zeros = bits.zeros()) {
    bits.skip(zeros + 1);
    if (hasTags) bits.readTag();
    count += 1;
  }
  return count;
}

function lineByRuns(bits: Bits, columns: number): Line {
  const line: number[] = [];
  for (let at = 0; at < columns; ) {
    at += readRun(bits, line.length & 1);
    line.push(at);
  }
  return line;
}

/** Long runs are the sum of several; the last is shorter than 64. */
function readRun(bits: Bits, colour: number): number {
  let run = 0;
  for (;;) {
    const part = bits.code(LONGEST_CODE, (key) => RUN_CODES[colour === 0 ? 0 : 1].get(key));
    run += part;
    if (part < 64) return run;
  }
}

/** A line as it differs from the one above (T.6, 2.2). */
function lineByAbove(bits: Bits, above: Line, columns: number): Line {
  const line: number[] = [];
  let at = -1;
  let next = 0;
  while (at < columns) {
    // The first change above and to the right that is to the other colour.
    while (next > 0 && numberAt(above, next - 1) > at) next -= 1;
    while (next < above.length && (numberAt(above, next) <= at || (next & 1) !== (line.length & 1))) next += 1;
    const change = above[next] ?? columns;
    const mode = bits.code(
      LONGEST_MODE,
      (key) => (key === HORIZONTAL || key === PASS ? key : undefined) ?? shiftOf(key),
    );
    if (mode === PASS) at = above[next + 1] ?? columns;
    else if (mode === HORIZONTAL) {
      const first = Math.max(0, at) + readRun(bits, line.length & 1);
      const second = first + readRun(bits, (line.length + 1) & 1);
      line.push(first, second);
      at = second;
    } else {
      const found = change + mode - SHIFTED;
      if (found < at) throw unreadable('a picture in fax compression');
      at = found;
      line.push(at);
    }
  }
  return line;
}

/** Tells shifts from the keys of the other modes. */
const SHIFTED = 1000;

function shiftOf(key: number): number | undefined {
  const shift = SHIFTS.get(key);
  return shift === undefined ? undefined : shift + SHIFTED;
}

type Packing = { stride: number; columns: number; blackIsOne: boolean };

function pack(line: Line, { stride, columns, blackIsOne }: Packing): Buffer {
  const row = Buffer.alloc(stride, blackIsOne ? 0 : 0xff);
  for (let index = 0; index < line.length; index += 2) {
    const end = Math.min(columns, line[index + 1] ?? columns);
    for (let column = numberAt(line, index); column < end; column += 1) {
      row[column >> 3] = byteAt(row, column >> 3) ^ (0x80 >> (column & 7));
    }
  }
  return row;
}
