/** A table or glyph of a font program: padded to whole words, with the sum of its words. */
export type Piece = { bytes: Buffer; sum: number };

export function createPiece(bytes: Buffer): Piece {
  const padded = padToWords(bytes);
  return { bytes: padded, sum: sumWords(padded) };
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
