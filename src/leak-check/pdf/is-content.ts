import { isAscii } from 'node:buffer';
import { byteAt } from '../bytes/bytes';
import { isWhite } from './syntax/tokens';

/** Fewer rectangles than this are a frame or a table, not a code. */
const MANY_RECTANGLES = 40;

/** Fewer points of lines than this are a frame too. */
const MANY_LINES = 80;

/**
 * Whether bytes are a content stream: a string followed by an operator that shows it, many rectangles or lines, or a
 * picture among operators. Nearly all
 * answers come from a few bytes around the operators; the bytes are not made a string for it.
 */
export function isContent(bytes: Buffer): boolean {
  if (hasShow(bytes, 'Tj') || hasShow(bytes, 'TJ') || showsLine(bytes)) return true;
  return hasMany(bytes, ' re', MANY_RECTANGLES) || hasMany(bytes, ' l', MANY_LINES) || hasPicture(bytes);
}

/** As much of a picture as tells that it is none. */
const SAMPLE = 4096;
/** An area of one colour, or of a few, may be one letter or a few over and over. */
const FEWEST_LETTERS = 8;

/** Whether bytes are letters and signs only, which those of pictures and fonts are not: the numbers of colours are smaller. */
export function isPlainText(bytes: Buffer): boolean {
  if (!isAscii(bytes)) return false;
  const sample = bytes.toString('latin1', 0, SAMPLE);
  return !/[^\t\n\f\r\x20-\x7e]/.test(sample) && new Set(sample).size >= FEWEST_LETTERS;
}

const isLetter = (byte: number) => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);

/** The operator behind a string or an array: `)`, `>` or `]`. */
function hasShow(bytes: Buffer, operator: string): boolean {
  for (let at = bytes.indexOf(operator); at !== -1; at = bytes.indexOf(operator, at + 2)) {
    if (isLetter(byteAt(bytes, at + 2))) continue;
    const byte = bytes[beforeBlank(bytes, at)];
    if (byte === 0x29 || byte === 0x3e || byte === 0x5d) return true;
  }
  return false;
}

/** Remarks in a row that are looked past. */
const MAX_REMARKS = 8;
const LONGEST_REMARK = 200;

/** The last byte before `at` that is neither white space nor a remark. */
function beforeBlank(bytes: Buffer, at: number): number {
  let before = at - 1;
  for (let remarks = 0; remarks < MAX_REMARKS; remarks += 1) {
    let isLineEnd = false;
    for (; isWhite(bytes[before]); before -= 1) isLineEnd ||= bytes[before] === 10 || bytes[before] === 13;
    const remark = isLineEnd ? remarkAt(bytes, before) : -1;
    if (remark === -1) return before;
    before = remark - 1;
  }
  return before;
}

/** Where the remark begins that ends a line here; -1 when there is none. */
function remarkAt(bytes: Buffer, end: number): number {
  for (let at = end; at >= 0 && end - at < LONGEST_REMARK; at -= 1) {
    const byte = bytes[at];
    if (byte === 0x25) return at;
    if (byte === 10 || byte === 13) return -1;
  }
  return -1;
}

/** The quotes that show a string are also chance in binary data: a font must be set. */
function showsLine(bytes: Buffer): boolean {
  if (!bytes.includes('Tf')) return false;
  const text = bytes.toString('latin1');
  return /\sTf\s/.test(text) && /[)>]\s*(?:%[^\r\n]*[\r\n]\s*)*['"](?![A-Za-z])/.test(text);
}

/** Counts an operator behind a number: in plain text the same letters begin words. */
function hasMany(bytes: Buffer, operator: string, limit: number): boolean {
  let found = 0;
  for (let at = bytes.indexOf(operator); at !== -1 && found < limit; at = bytes.indexOf(operator, at + 1)) {
    const before = byteAt(bytes, at - 1);
    const isNumber = (before >= 0x30 && before <= 0x39) || before === 0x2e;
    if (isNumber && !isLetter(byteAt(bytes, at + operator.length))) found += 1;
  }
  return found === limit;
}

/** Looked at in so many places; binary data hold the letters by chance. */
const MAX_TRIES = 200;
const HEAD = 400;

/** The operators around a picture inside a content stream, with the width that every one has. */
function hasPicture(bytes: Buffer): boolean {
  let at = bytes.indexOf('BI');
  for (let tries = 0; at !== -1 && tries < MAX_TRIES; tries += 1) {
    const head = bytes.subarray(at, at + HEAD);
    const data = head.indexOf('ID');
    if (isWhite(head[2]) && data !== -1 && isWhite(head[data + 2]) && head.includes('/W')) return true;
    at = bytes.indexOf('BI', at + 2);
  }
  return false;
}
