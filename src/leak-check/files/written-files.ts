import { looksPacked } from '../bytes/legacy-text';
import { filesInText } from '../bytes/text-files';
import { longWords } from '../text/coded-words';

/** How pictures that nobody can look into, and packed data, begin in Base64: TIFF, WebP, EMF, WMF, zlib. */
const STARTS = ['SUkqA', 'TU0AK', 'UklGR', 'AQAAAGwAAA', '183Gm', 'eJw', 'eNo', 'eAE'];
/** A bitmap: its letters, its length, four zeros. */
const BITMAP = 'Qk[A-Za-z0-9+/]{6}AAAA';
const BASE64 = new RegExp(`(?<![A-Za-z0-9+/]|;base64,)(?:${STARTS.join('|')}|${BITMAP})[A-Za-z0-9+/=\\s]*`, 'g');
/** One of these stands in every such word; to look for them is faster than for words. */
const MARKS = [...STARTS, 'Qk'];
/** Shorter words are names. */
const MIN_WORD = 24;

/** Certificates and messages between words that say so (RFC 7468). */
const ARMOURED = /-----BEGIN [^-\r\n]+-----([^-]*)-----END/g;

/** Files between a line that says how they may be used and one that says that they end (POSIX, uuencode). */
const UUENCODED = /^begin [0-7]{3,4} [^\r\n]*\r?\n/gm;
const UUENCODED_END = /^[ \t]*end/gm;

/**
 * Files that an attachment or a part of a package holds as text, in other ways than any text may.
 * @returns their bytes, of whatever kind
 */
export function writtenFiles(text: string): Buffer[] {
  const files: Buffer[] = [];
  const inBase64 = (word: string) => files.push(Buffer.from(word, 'base64'));
  if (MARKS.some((mark) => text.includes(mark))) {
    for (const [word] of text.matchAll(BASE64)) if (word.length >= MIN_WORD) inBase64(word);
  }
  if (text.includes('-----BEGIN ')) for (const [, body] of text.matchAll(ARMOURED)) inBase64(String(body));
  if (text.includes('begin ')) files.push(...uuencodedFiles(text));
  return files;
}

/** Shorter ones hold too little to tell packed data from text. */
const MIN_PACKED_WORD = 684;
const IS_HEX = /^[0-9a-f\s]+$/i;
/** How JSON writes the ends of lines, and what it may put before a slash. */
const ESCAPES = /(?:\\r)?\\n|\\r|\\(?=\/)/g;

/** Data in Base64 or hexadecimal digits that look packed or encrypted and begin like no file that any text may hold. */
export function packedWords(text: string): Buffer[] {
  const plain = text.replace(ESCAPES, (found) => (found === '\\' ? '' : '\n'));
  return longWords(plain)
    .filter((word) => word.length >= MIN_PACKED_WORD && filesInText(word).length === 0)
    .map((word) => (IS_HEX.test(word) ? Buffer.from(word.replace(/\s/g, ''), 'hex') : Buffer.from(word, 'base64')))
    .filter(looksPacked);
}

/** Looked for from one end to the next, not from each beginning to the end of the text. */
function uuencodedFiles(text: string): Buffer[] {
  const files: Buffer[] = [];
  let done = 0;
  for (const { 0: head, index } of text.matchAll(UUENCODED)) {
    const start = index + head.length;
    if (index < done) continue;
    UUENCODED_END.lastIndex = start;
    const end = UUENCODED_END.exec(text);
    if (end === null) return files;
    files.push(uudecode(text.slice(start, end.index)));
    done = end.index;
  }
  return files;
}

/** Each line is the number of its bytes, then four letters for every three of them, counted from the blank on. */
function uudecode(body: string): Buffer {
  const bytes: number[] = [];
  const value = (line: string, at: number) => (line.charCodeAt(at) - 0x20) & 0x3f || 0;
  for (const line of body.split(/\r?\n/)) {
    const end = bytes.length + value(line, 0);
    for (let at = 1; at < line.length; at += 4) {
      const bits =
        (value(line, at) << 18) | (value(line, at + 1) << 12) | (value(line, at + 2) << 6) | value(line, at + 3);
      bytes.push(bits >> 16, (bits >> 8) & 0xff, bits & 0xff);
    }
    bytes.length = Math.min(bytes.length, end);
  }
  return Buffer.from(bytes);
}
