import { byteAt } from './bytes';
import { fromGb18030, fromUtf16Be, fromUtf16Le } from './encodings';

const isIdeograph = (unit: number) => unit >= 0x4e00 && unit <= 0x9fff;
const isTextUnit = (unit: number) =>
  (unit >= 0x20 && unit <= 0x7e) ||
  (unit >= 0x3000 && unit <= 0x303f) ||
  (unit >= 0xff01 && unit <= 0xff5e) ||
  isIdeograph(unit);

/** Shorter runs are noise; the data of pictures and fonts make longer ones by chance. */
const MIN_UNITS = 4;
const MIN_OPAQUE_UNITS = 6;

/** Whether a unit is text depends on its first byte alone in most cases: that is looked up first. */
const MAY_BE_HIGH = new Uint8Array(256);
for (let byte = 0x4e; byte <= 0x9f; byte += 1) MAY_BE_HIGH[byte] = 1;
for (const byte of [0x00, 0x30, 0xff]) MAY_BE_HIGH[byte] = 1;

/** Both byte orders at both alignments; four units with two ideographs at least. */
export function utf16Runs(bytes: Buffer, { isOpaque }: { isOpaque: boolean }): string[] {
  const units = isOpaque ? MIN_OPAQUE_UNITS : MIN_UNITS;
  const bigEndian: string[] = [];
  const littleEndian: string[] = [];
  // Units of one order at one alignment have their high bytes where those of the other order at the other alignment do.
  for (const parity of [0, 1]) {
    for (let first = nextStretch(bytes, parity, units); first !== -1; ) {
      let stop = first + units * 2;
      while (MAY_BE_HIGH[byteAt(bytes, stop)] === 1 && stop < bytes.length) stop += 2;
      if (hasMoreThanLetters(bytes, first - 1, stop)) {
        for (const run of textRuns(bytes, { first, stop, units, isOpaque, low: 1 })) bigEndian.push(fromUtf16Be(run));
        for (const run of textRuns(bytes, { first, stop, units, isOpaque, low: -1 }))
          littleEndian.push(fromUtf16Le(run));
      }
      first = nextStretch(bytes, stop + 2, units);
    }
  }
  return [...bigEndian, ...littleEndian];
}

/** Where the next `units` bytes, each two behind the other, begin that may all be high ones; -1 when there are none. */
function nextStretch(bytes: Buffer, from: number, units: number): number {
  const reach = (units - 1) * 2;
  let first = from;
  while (first + reach < bytes.length) {
    // Backwards: behind a byte that begins no text, no run of that length can have begun before it.
    let probe = first + reach;
    while (probe >= first && MAY_BE_HIGH[bytes[probe] as number] === 1) probe -= 2;
    if (probe < first) return first;
    first = probe + 2;
  }
  return -1;
}

/** Where high bytes are that may belong to text, and on which side of each its low byte is. */
type Search = { first: number; stop: number; units: number; isOpaque: boolean; low: 1 | -1 };

function textRuns(bytes: Buffer, { first, stop, units, isOpaque, low }: Search): Buffer[] {
  const runs: Buffer[] = [];
  for (let start = first; start < stop; ) {
    let end = start;
    while (end < stop && isTextUnit(unitAt(bytes, end, low))) end += 2;
    if (end - start >= units * 2 && isText(bytes, { start, stop: end, isOpaque, low })) {
      const from = Math.min(start, start + low);
      runs.push(bytes.subarray(from, from + end - start));
    }
    start = end + 2;
  }
  return runs;
}

function unitAt(bytes: Buffer, high: number, low: 1 | -1): number {
  const other = bytes[high + low];
  return other === undefined ? -1 : (byteAt(bytes, high) << 8) | other;
}

/** The frequent characters, level 1 of GB 2312: most of any text, and a fifth of all ideographs. */
const FREQUENT = new Uint8Array(0x10000);
for (let index = 0; index < 40 * 94; index += 1) {
  const code = Buffer.from([0xb0 + Math.floor(index / 94), 0xa1 + (index % 94)]);
  FREQUENT[fromGb18030(code).charCodeAt(0)] = 1;
}

/** Plain letters read in pairs look like ideographs too, so one unit must be more than a pair of them. */
function hasMoreThanLetters(bytes: Buffer, from: number, to: number): boolean {
  for (let at = Math.max(0, from); at < to && at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    if (byte === 0 || byte >= 0x80) return true;
  }
  return false;
}

type Run = { start: number; stop: number; isOpaque: boolean; low: 1 | -1 };

/** In the data of pictures and fonts, half of the ideographs must be frequent ones. */
function isText(bytes: Buffer, { start, stop, isOpaque, low }: Run): boolean {
  let ideographs = 0;
  let frequent = 0;
  let hasProof = false;
  for (let index = start; index < stop; index += 2) {
    const unit = unitAt(bytes, index, low);
    if (isIdeograph(unit)) ideographs += 1;
    frequent += FREQUENT[unit] as number;
    hasProof ||= unit < 0x80 || (unit & 0x8080) !== 0;
  }
  return hasProof && ideographs >= 2 && (!isOpaque || frequent * 2 >= ideographs);
}
