import { isUtf8 } from 'node:buffer';
import { byteAt } from './bytes';

/** Bytes whose encoding nobody declares: every reading a Chinese desktop program might try. */

const UTF8 = new TextDecoder('utf-8');
const UTF16BE = new TextDecoder('utf-16be');
const UTF16LE = new TextDecoder('utf-16le');
const GB18030 = new TextDecoder('gb18030');

export function fromUtf16Be(bytes: Uint8Array): string {
  return (bytes.length === 2 ? oneUnit(bytes) : undefined) ?? UTF16BE.decode(bytes);
}

/** A single unit, as the maps of fonts are full of: a decoder takes ten times as long. Half a pair and a mark it reads. */
function oneUnit(bytes: Uint8Array): string | undefined {
  const [high, low] = [byteAt(bytes, 0), byteAt(bytes, 1)];
  const isPlain = high < 0xd8 || (high > 0xdf && high < 0xfe);
  return isPlain ? String.fromCharCode((high << 8) | low) : undefined;
}

export function fromUtf16Le(bytes: Uint8Array): string {
  return UTF16LE.decode(bytes);
}

export function fromGb18030(bytes: Uint8Array): string {
  return GB18030.decode(bytes);
}

/** The text, when the bytes are valid UTF-8. Asked first: a decoder that throws takes longer than one that decodes. */
export function fromUtf8(bytes: Uint8Array): string | undefined {
  return isUtf8(bytes) ? UTF8.decode(bytes) : undefined;
}

/** A character in four bytes; no decoder of the platform knows this encoding. */
function fromUtf32(bytes: Uint8Array, isBig: boolean, from = 4): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = '';
  for (let at = from; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, !isBig);
    text += code <= 0x10ffff ? String.fromCodePoint(code) : UNREADABLE;
  }
  return text;
}

const UNREADABLE = '\ufffd';

/** The text, when a byte order mark says how to read it. */
export function fromMarked(bytes: Uint8Array): string | undefined {
  const isFull = bytes.length % 4 === 0;
  if (isFull && bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 0xfe && bytes[3] === 0xff)
    return fromUtf32(bytes, true);
  if (isFull && bytes[0] === 0xff && bytes[1] === 0xfe && bytes[2] === 0 && bytes[3] === 0)
    return fromUtf32(bytes, false);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return UTF16BE.decode(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return UTF16LE.decode(bytes);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return fromUtf8(bytes);
  return undefined;
}

const PLAIN_TEXT = /^[\t\r\n\x20-\x7e\u2010-\u203b\u3000-\u303f\uff00-\uffef\p{Script=Han}]+$/u;
const SAMPLE = 256;

/** A whole text in UTF-16 or UTF-32 without a mark, such as a table of short cells; undefined for anything else. */
export function wideText(bytes: Uint8Array): string | undefined {
  if (bytes.length % 2 !== 0 || !bytes.includes(0)) return undefined;
  for (const decoder of [UTF16LE, UTF16BE]) {
    if (PLAIN_TEXT.test(decoder.decode(bytes.subarray(0, SAMPLE)))) return decoder.decode(bytes);
  }
  for (const isBig of bytes.length % 4 === 0 ? [false, true] : []) {
    if (PLAIN_TEXT.test(fromUtf32(bytes.subarray(0, SAMPLE), isBig, 0))) return fromUtf32(bytes, isBig, 0);
  }
  return undefined;
}

/** Language codes between escapes are legal inside UTF-16 strings (ISO 32000-1, 7.9.2.2) and would split a match. */
const LANGUAGE_ESCAPE = /\u001b[A-Za-z]{2,4}\u001b/g;

/** The same bytes, not copied. */
function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Every reading of a short string: a PDF string or name, a ZIP name or comment. */
export function readingsOf(bytes: Uint8Array): string[] {
  const marked = fromMarked(bytes);
  if (marked !== undefined) return [marked.replace(LANGUAGE_ESCAPE, '')];
  const latin = toBuffer(bytes).toString('latin1');
  if (!/[\0\x80-\xff]/.test(latin)) return [latin];
  const readings = [fromUtf8(bytes), GB18030.decode(bytes), latin];
  if (bytes.length % 2 === 0) readings.push(UTF16BE.decode(bytes), UTF16LE.decode(bytes));
  return readings.filter((reading) => reading !== undefined);
}
