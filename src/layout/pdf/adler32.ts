const MODULUS = 65521;
/** So many bytes can be summed before the sums leave 32 bits (RFC 1950, reference implementation). */
const STRIDE = 3800;

/** The sum of a text as zlib streams end with it (RFC 1950, 8). */
export function adler32(bytes: Uint8Array): number {
  let low = 1;
  let high = 0;
  for (let start = 0; start < bytes.length; start += STRIDE) {
    const end = Math.min(start + STRIDE, bytes.length);
    for (let index = start; index < end; index += 1) {
      low += bytes[index] ?? 0;
      high += low;
    }
    low %= MODULUS;
    high %= MODULUS;
  }
  return high * 0x10000 + low;
}

/** The sum of two texts from the sums of both (zlib's adler32_combine). */
export function combineAdler(first: number, { adler, length }: { adler: number; length: number }): number {
  const low = first & 0xffff;
  const high = first >>> 16;
  const nextLow = adler & 0xffff;
  const nextHigh = adler >>> 16;
  const sumLow = (low + nextLow + MODULUS - 1) % MODULUS;
  const sumHigh = (high + nextHigh + (length % MODULUS) * (low + MODULUS - 1)) % MODULUS;
  return sumHigh * 0x10000 + sumLow;
}
