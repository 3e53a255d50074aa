import type { FlateCode, FlatePart } from './flate-code';

/** A table or glyph of a font program: padded to whole words, coded, with the sum of its words. */
export type Piece = FlatePart & { sum: number };

export function createPiece(bytes: Buffer, encode: FlateCode['encode']): Piece {
  const padded = padToWords(bytes);
  const { words, at, bits, length, adler } = encode(padded);
  // Written out: pieces that were copied key by key make a font program take a third longer.
  return { words, at, bits, length, adler, sum: sumWords(padded) };
}

/** Tables and glyphs of a subset start at whole words. */
export function padToWords(bytes: Buffer): Buffer {
  return bytes.length % 4 === 0 ? bytes : Buffer.concat([bytes], bytes.length + 4 - (bytes.length % 4));
}

/** Check sum of a table (OpenType, "Calculating checksums"). */
export function sumWords(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}
