/** Flate streams (RFC 1950, 1951) put together from parts that were compressed long before. */
import { constants, deflateRawSync, deflateSync } from 'node:zlib';

/** A part of a stream: whole deflate blocks that end on a byte, and the check sum of what they stand for. */
export type FlatePart = { packed: Buffer; adler: number; length: number };

/** CMF and FLG of a zlib stream with a window of 32 kB. */
const HEADER = Buffer.from([0x78, 0x9c]);
/** An empty last block. */
const END = Buffer.from([0x03, 0x00]);
const MODULUS = 65521;
/** So many bytes can be summed before the sums leave 32 bits (RFC 1950, reference implementation). */
const STRIDE = 3800;

/**
 * For data that differs from document to document. Speed counts more than the last percent; the small window keeps zlib
 * from taking 256 kB for each of the dozen streams of a document, which would keep the garbage collector busy.
 */
const QUICK = { level: 3, windowBits: 13, memLevel: 6 } as const;
/** Calling zlib takes longer than it saves. */
const TINY = 1024;

/** A whole stream, compressed quickly. */
export function packQuickly(text: string): Buffer {
  return deflateSync(Buffer.from(text, 'latin1'), QUICK);
}

/** A part that only one document has: compressed quickly, or stored as it is when it is tiny. */
export function packPartQuickly(bytes: Buffer): FlatePart {
  const options = { ...QUICK, finishFlush: constants.Z_SYNC_FLUSH };
  const packed = bytes.length < TINY ? storedBlock(bytes) : deflateRawSync(bytes, options);
  return { packed, adler: adler32(bytes), length: bytes.length };
}

/** A block that is not compressed (RFC 1951, 3.2.4). */
function storedBlock(bytes: Buffer): Buffer {
  const head = Buffer.from([0, 0, 0, 0, 0]);
  head.writeUInt16LE(bytes.length, 1);
  head.writeUInt16LE(bytes.length ^ 0xffff, 3);
  return Buffer.concat([head, bytes]);
}

/** Compresses a part that many documents have, so that any other part may follow it. */
export function packPart(bytes: Buffer): FlatePart {
  const packed = deflateRawSync(bytes, { level: 9, finishFlush: constants.Z_SYNC_FLUSH });
  return { packed, adler: adler32(bytes), length: bytes.length };
}

/** One zlib stream of all parts, in order. */
export function joinParts(parts: FlatePart[]): { packed: Buffer; length: number } {
  let adler = 1;
  let length = 0;
  const buffers: Buffer[] = [HEADER];
  for (const part of parts) {
    adler = combineAdler(adler, part);
    length += part.length;
    buffers.push(part.packed);
  }
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(adler);
  buffers.push(END, sum);
  return { packed: Buffer.concat(buffers), length };
}

function adler32(bytes: Uint8Array): number {
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
function combineAdler(first: number, { adler, length }: FlatePart): number {
  const low = first & 0xffff;
  const high = first >>> 16;
  const nextLow = adler & 0xffff;
  const nextHigh = adler >>> 16;
  const sumLow = (low + nextLow + MODULUS - 1) % MODULUS;
  const sumHigh = (high + nextHigh + (length % MODULUS) * (low + MODULUS - 1)) % MODULUS;
  return sumHigh * 0x10000 + sumLow;
}
