import { byteAt } from '../bytes';
import { isWhite } from './tokens';

/** Fewer rectangles than this are a frame or a table, not a code. */
const MANY_RECTANGLES = 40;

/**
 * Whether bytes are a content stream: a string followed by an operator that shows it, or many rectangles. Nearly all
 * answers come from a few bytes around the operators; the bytes are not made a string for it.
 */
export function isContent(bytes: Buffer): boolean {
  return hasShow(bytes, 'Tj') || hasShow(bytes, 'TJ') || showsLine(bytes) || hasMany(bytes, ' re', MANY_RECTANGLES);
}

const isLetter = (byte: number) => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);

/** The operator behind a string or an array: `)`, `>` or `]`. */
function hasShow(bytes: Buffer, operator: string): boolean {
  for (let at = bytes.indexOf(operator); at !== -1; at = bytes.indexOf(operator, at + 2)) {
    if (isLetter(byteAt(bytes, at + 2))) continue;
    let before = at - 1;
    while (isWhite(bytes[before])) before -= 1;
    const byte = bytes[before];
    if (byte === 0x29 || byte === 0x3e || byte === 0x5d) return true;
  }
  return false;
}

/** The quotes that show a string are also chance in binary data: a font must be set. */
function showsLine(bytes: Buffer): boolean {
  if (!bytes.includes('Tf')) return false;
  const text = bytes.toString('latin1');
  return /\sTf\s/.test(text) && /\)\s*['"](?![A-Za-z])/.test(text);
}

function hasMany(bytes: Buffer, word: string, limit: number): boolean {
  let found = 0;
  for (let at = bytes.indexOf(word); at !== -1 && found < limit; at = bytes.indexOf(word, at + word.length)) found += 1;
  return found === limit;
}
