import { isUtf8 } from 'node:buffer';
import { byteAt } from '../bytes/bytes';
import { fromGb18030, fromUtf16Be, fromUtf16Le } from '../bytes/encodings';

/** Sixteen signs are eight bytes in hexadecimal and twelve in Base64: four ideographs. */
const MIN_WORD = 16;

/** Hexadecimal and Base64 words that are Chinese text or plain letters once decoded, all together; none, or one text. */
export function decodeWords(text: string): string[] {
  const words = longWords(text);
  const found: string[] = [];
  for (const word of words.flatMap(hexadecimalIn)) {
    const bytes = Buffer.from(word, 'hex');
    found.push(...readWord(bytes));
    if (mayBeUtf16(bytes, 0)) found.push(fromUtf16Be(bytes));
  }
  for (const word of words) {
    const bytes = Buffer.from(word, 'base64');
    found.push(...readWord(bytes));
    if (mayBeUtf16(bytes, 0)) found.push(fromUtf16Be(bytes));
  }
  const texts = new Set(found.filter((text) => isChinese(text) || IS_PLAIN.test(text)));
  return texts.size === 0 ? [] : [[...texts].join('\n')];
}

// No regular expressions for words of any length: on some megabytes their stack overflows.

/** The pairs of hexadecimal digits in a word, as far as there are enough of them. */
function hexadecimalIn(word: string): string[] {
  const found: string[] = [];
  for (let at = 0, start = 0; at <= word.length; at += 1) {
    if (IS_HEX[word.charCodeAt(at)] === 1) continue;
    const length = (at - start) & ~1;
    if (length >= MIN_WORD) found.push(word.slice(start, start + length));
    start = at + 1;
  }
  return found;
}

const IS_HEX = new Uint8Array(0x10000);
for (const char of '0123456789abcdefABCDEF') IS_HEX[char.charCodeAt(0)] = 1;

const IN_WORD = new Uint8Array(0x10000);
for (const char of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/_-')
  IN_WORD[char.charCodeAt(0)] = 1;

/** The words that may be coded, over the ends of lines. Looks at every sixteenth character only: each covers one of them. */
export function longWords(text: string): string[] {
  const words: string[] = [];
  for (let at = MIN_WORD - 1; at < text.length; at += MIN_WORD) {
    if (IN_WORD[text.charCodeAt(at)] === 0) continue;
    let start = at;
    while (start > 0 && IN_WORD[text.charCodeAt(start - 1)] === 1) start -= 1;
    while (at + 1 < text.length && IN_WORD[text.charCodeAt(at + 1)] === 1) at += 1;
    if (at + 1 - start < MIN_WORD) continue;
    const end = endOfLines(text, at + 1);
    words.push(text.slice(start, end));
    at = end - 1;
  }
  return words;
}

/** Where a word ends whose lines are broken, as those of Base64 are. */
function endOfLines(text: string, firstEnd: number): number {
  let end = firstEnd;
  for (;;) {
    let next = text.charAt(end) === '\r' ? end + 1 : end;
    if (text.charAt(next) !== '\n') return end;
    next += 1;
    // Lists of addresses indent what goes on (RFC 2849).
    if (text.charAt(next) === ' ') next += 1;
    if (IN_WORD[text.charCodeAt(next)] !== 1) return end;
    while (IN_WORD[text.charCodeAt(next)] === 1) next += 1;
    end = next;
  }
}

/**
 * The readings of bytes that can be Chinese. Nearly every long word is no coded text at all, and to see that in its bytes
 * costs a tenth of decoding it.
 */
function readWord(bytes: Buffer): string[] {
  const readings: string[] = [];
  if (hasNoControls(bytes)) {
    if (isUtf8(bytes)) readings.push(bytes.toString());
    readings.push(fromGb18030(bytes));
  }
  if (mayBeUtf16(bytes, 1)) readings.push(fromUtf16Le(bytes));
  return readings;
}

/** Bytes that stand for nothing a line of Chinese text can hold, neither in UTF-8 nor in GB 18030. */
const CONTROLS = new Uint8Array(256);
for (let byte = 0; byte < 0x20; byte += 1) if (byte < 9 || byte > 13) CONTROLS[byte] = 1;
CONTROLS[0x7f] = 1;

const hasNoControls = (bytes: Buffer) => !bytes.some((byte) => CONTROLS[byte] === 1);

/** High bytes of ideographs, punctuation, plain letters and spaces; a mark of the byte order and surrogates included. */
const HIGH_BYTES = new Uint8Array(256);
for (const [first, last] of [
  [0x00, 0x00],
  [0x16, 0x16],
  [0x20, 0x20],
  [0x2e, 0x9f],
  [0xd8, 0xdf],
  [0xf9, 0xff],
] as const) {
  HIGH_BYTES.fill(1, first, last + 1);
}

/** @param high where in a pair of bytes the higher one stands */
function mayBeUtf16(bytes: Buffer, high: 0 | 1): boolean {
  for (let at = high; at < bytes.length; at += 2) if (HIGH_BYTES[byteAt(bytes, at)] === 0) return false;
  return true;
}

/** A telephone number, or text that is escaped or coded once more: letters that chance hardly ever brings together. */
const IS_PLAIN = /^[\t\r\n\x20-\x7e]+$/;

/** Nothing but ideographs, plain letters and punctuation, and enough of the first: chance does not look like this. */
function isChinese(text: string): boolean {
  return /^[\p{Script=Han}\x20-\x7e\u3000-\u303f\uff00-\uffef\s]+$/u.test(text) && /\p{Script=Han}{2}/u.test(text);
}
