/** What a text is made of in deflate (RFC 1951, 3.2.5): bytes, and repeats of what stands before. */
export type Symbols = {
  literal(byte: number): void;
  repeat(length: number, distance: number): void;
};

const SHORTEST = 3;
const LONGEST = 258;
/** Deflate's window; an outline or table part is far shorter. */
const WINDOW = 32768;
const HASH_BITS = 10;

/**
 * Takes a text apart greedily, always at its longest repeat. Looks at every earlier place that starts alike: meant for
 * texts as short as an outline, each taken apart once per process.
 */
export function findRepeats(bytes: Uint8Array, symbols: Symbols): void {
  const last = new Int32Array(1 << HASH_BITS).fill(-1);
  const before = new Int32Array(bytes.length);
  const remember = (at: number): void => {
    const hash = hashAt(bytes, at);
    before[at] = last[hash] ?? -1;
    last[hash] = at;
  };
  const end = bytes.length - SHORTEST + 1;
  for (let at = 0; at < bytes.length; ) {
    let length = 1;
    let distance = 0;
    for (
      let from = at < end ? (last[hashAt(bytes, at)] ?? -1) : -1;
      from >= 0 && at - from <= WINDOW && length < LONGEST;
    ) {
      const alike = countAlike(bytes, from, at);
      if (alike >= SHORTEST && alike > length) [length, distance] = [alike, at - from];
      from = before[from] ?? -1;
    }
    if (distance === 0) symbols.literal(bytes[at] ?? 0);
    else symbols.repeat(length, distance);
    for (const next = at + length; at < next; at += 1) if (at < end) remember(at);
  }
}

function hashAt(bytes: Uint8Array, at: number): number {
  const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
  return Math.imul(three, 0x9e3779b1) >>> (32 - HASH_BITS);
}

function countAlike(bytes: Uint8Array, from: number, at: number): number {
  const most = Math.min(LONGEST, bytes.length - at);
  let count = 0;
  while (count < most && bytes[from + count] === bytes[at + count]) count += 1;
  return count;
}
