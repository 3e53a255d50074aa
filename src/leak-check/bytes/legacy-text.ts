import { isUtf8 } from 'node:buffer';

/** Encodings of text in Chinese and its neighbours, oldest computers of Taiwan, Hong Kong, Japan and Korea included. */
const DECODERS = ['gb18030', 'big5', 'euc-jp', 'shift_jis', 'euc-kr'].map(
  (label) => new TextDecoder(label, { fatal: true }),
);

/** Bytes that no text has in any of them. */
const NO_TEXT = new Uint8Array(256);
for (let byte = 0; byte < 0x20; byte += 1) if (byte < 8 || (byte > 13 && byte !== 0x1b)) NO_TEXT[byte] = 1;
NO_TEXT[0x7f] = 1;

/**
 * Text in which some bytes are no plain letters, and that is no UTF-8 either: every reading that a program of the region can
 * make of it as a whole. None for other bytes.
 */
export function legacyTexts(bytes: Buffer): string[] {
  if (bytes.some((byte) => NO_TEXT[byte] === 1) || isUtf8(bytes)) return [];
  // The last character of a text that was cut off, or of a record, may have lost its second half.
  return DECODERS.flatMap((decoder) => decoded(decoder, bytes) ?? decoded(decoder, bytes.subarray(0, -1)) ?? []);
}

function decoded(decoder: (typeof DECODERS)[number], bytes: Buffer): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Enough bytes to tell: fewer may as well be text in UTF-16. */
const MIN_PACKED = 512;

/**
 * How far from even the bytes of a packed file may be, summed up as for a test of chance (chi-square, 255 degrees), and how
 * much further for each byte: what a packer leaves adds up. Fonts, pictures and programs are tens of times less even.
 */
const MOST_UNEVEN = 420;
const MORE_UNEVEN = 0.05;

/**
 * Whether every byte is about as frequent as any other: packed or encrypted data look like this, and nothing else that
 * people put into a document.
 */
export function looksPacked(bytes: Buffer): boolean {
  if (bytes.length < MIN_PACKED) return false;
  const counts = new Uint32Array(256);
  for (const byte of bytes) counts[byte] = (counts[byte] as number) + 1;
  const expected = bytes.length / 256;
  let uneven = 0;
  for (let byte = 0; byte < 256; byte += 1) uneven += ((counts[byte] as number) - expected) ** 2 / expected;
  return uneven < MOST_UNEVEN + MORE_UNEVEN * bytes.length;
}
