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

type ByteOrder = { high: 0 | 1; decode(bytes: Buffer): string };

const BYTE_ORDERS: ByteOrder[] = [
  { high: 0, decode: fromUtf16Be },
  { high: 1, decode: fromUtf16Le },
];

/** Whether a unit is text depends on its first byte alone in most cases: that is looked up first. */
const MAY_BE_HIGH = new Uint8Array(256);
for (let byte = 0x4e; byte <= 0x9f; byte += 1) MAY_BE_HIGH[byte] = 1;
for (const byte of [0x00, 0x30, 0xff]) MAY_BE_HIGH[byte] = 1;

/**
 * Both byte orders at both alignments; four units with two ideographs at least. Plain letters read in pairs look like
 * ideographs too, so one unit must be more than a pair of them.
 */
export function utf16Runs(bytes: Buffer, { isOpaque }: { isOpaque: boolean }): string[] {
  const units = isOpaque ? MIN_OPAQUE_UNITS : MIN_UNITS;
  return BYTE_ORDERS.flatMap((order) =>
    [0, 1].flatMap((from) => alignedRuns(bytes, { from, units, isOpaque, ...order })),
  );
}

type Search = ByteOrder & { from: number; units: number; isOpaque: boolean };

function alignedRuns(bytes: Buffer, { high, decode, from, units, isOpaque }: Search): string[] {
  const runs: string[] = [];
  const low = 1 - high;
  const end = bytes.length - 1;
  const unitAt = (index: number) => (byteAt(bytes, index + high) << 8) | byteAt(bytes, index + low);
  const reach = (units - 1) * 2;
  for (let index = from; index + reach < end; ) {
    // Backwards: behind a byte that begins no text, no run of that length can have begun before it.
    let probe = index + reach + high;
    while (probe >= index && MAY_BE_HIGH[bytes[probe] as number] === 1) probe -= 2;
    if (probe >= index) {
      index = probe - high + 2;
      continue;
    }
    let stop = index;
    while (stop < end && isTextUnit(unitAt(stop))) stop += 2;
    let start = index;
    while (start >= from + 2 && isTextUnit(unitAt(start - 2))) start -= 2;
    if (stop - start >= units * 2 && isText({ unitAt, start, stop, isOpaque }))
      runs.push(decode(bytes.subarray(start, stop)));
    index = stop + 2;
  }
  return runs;
}

/** The frequent characters, level 1 of GB 2312: most of any text, and a fifth of all ideographs. */
const FREQUENT: ReadonlySet<number> = new Set(
  Array.from({ length: 40 * 94 }, (_, index) => {
    const code = Buffer.from([0xb0 + Math.floor(index / 94), 0xa1 + (index % 94)]);
    return fromGb18030(code).charCodeAt(0);
  }),
);

type Run = { unitAt: (index: number) => number; start: number; stop: number; isOpaque: boolean };

/** In the data of pictures and fonts, half of the ideographs must be frequent ones. */
function isText({ unitAt, start, stop, isOpaque }: Run): boolean {
  let ideographs = 0;
  let frequent = 0;
  let hasProof = false;
  for (let index = start; index < stop; index += 2) {
    const unit = unitAt(index);
    if (isIdeograph(unit)) ideographs += 1;
    if (FREQUENT.has(unit)) frequent += 1;
    hasProof ||= unit < 0x80 || (unit & 0x8080) !== 0;
  }
  return hasProof && ideographs >= 2 && (!isOpaque || frequent * 2 >= ideographs);
}
