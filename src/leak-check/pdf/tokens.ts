import { byteAt } from '../bytes';
import { unreadable } from '../unreadable';

/** ISO 32000-1, 7.2 and 7.3. `name` holds bytes as Latin-1 letters; keywords include `[ ] << >>` and operators. */
export type Token =
  | { kind: 'number'; value: number }
  | { kind: 'name'; value: string }
  | { kind: 'string'; bytes: Buffer }
  | { kind: 'keyword'; value: string };

/** What the lexer meets on its way, wherever it stands: malformed structure hides no string. */
export type Notes = { strings: Buffer[]; comments: Buffer[] };

export type Lexer = {
  next(): Token | undefined;
  position(): number;
  seek(position: number): void;
  notes: Notes;
};

const WHITE = 1;
const DELIMITER = 2;
const CLASS = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) CLASS[byte] = WHITE;
for (const char of '()<>[]{}/%') CLASS[char.charCodeAt(0)] = DELIMITER;

const NUMBER = /^[+-]*(\d+\.?\d*|\.\d+)-?\d*$/;
const MAX_KEYWORD = 64;

export function isWhite(byte: number | undefined): boolean {
  return byte !== undefined && CLASS[byte] === WHITE;
}

/** Bytes, and the same as Latin-1 letters: cutting words out of a string is much faster than out of bytes. */
export type Source = { bytes: Buffer; latin: string };

export function toSource(bytes: Buffer): Source {
  return { bytes, latin: bytes.toString('latin1') };
}

const HEX_DIGITS = new Int8Array(256).fill(-1);
for (const [value, digit] of [...'0123456789abcdef'].entries()) {
  HEX_DIGITS[digit.charCodeAt(0)] = value;
  HEX_DIGITS[digit.toUpperCase().charCodeAt(0)] = value;
}

/**
 * @param names receives the names that are met; the lexers of one file share it
 * @throws (from `next`) AppError LEAK_DETECTED when a string has no end
 */
export function createLexer({ bytes, latin }: Source, start = 0, names = new Set<string>()): Lexer {
  let at = start;
  const notes: Notes = { strings: [], comments: [] };

  function skipBlank(): void {
    while (at < bytes.length) {
      const byte = byteAt(bytes, at);
      if (byte === 0x25) {
        const from = at;
        while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at += 1;
        if (at > from + 1) notes.comments.push(bytes.subarray(from + 1, at));
      } else if (CLASS[byte] === WHITE) at += 1;
      else return;
    }
  }

  function regular(): string {
    const from = at;
    while (at < bytes.length && CLASS[byteAt(bytes, at)] === 0) at += 1;
    return latin.slice(from, at);
  }

  function readName(): Token {
    at += 1;
    const word = regular();
    const value = word.includes('#')
      ? word.replace(/#([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
      : word;
    names.add(value);
    return { kind: 'name', value };
  }

  function readHex(): Token {
    const end = latin.indexOf('>', at);
    if (end === -1) throw unreadable('a PDF string without an end');
    const data = Buffer.allocUnsafe((end - at) >> 1);
    let digits = 0;
    for (let index = at + 1; index < end; index += 1) {
      const digit = HEX_DIGITS[byteAt(bytes, index)] as number;
      if (digit === -1) continue;
      // The last digit may be missing; it is 0 then.
      if (digits % 2 === 0) data[digits >> 1] = digit << 4;
      else data[digits >> 1] = byteAt(data, digits >> 1) | digit;
      digits += 1;
    }
    at = end + 1;
    return noteString(data.subarray(0, (digits + 1) >> 1));
  }

  function readLiteral(): Token {
    const { data, end } = literalString({ bytes, latin }, at);
    at = end;
    return noteString(data);
  }

  function noteString(data: Buffer): Token {
    notes.strings.push(data);
    return { kind: 'string', bytes: data };
  }

  /** Plain whole and decimal numbers, which is nearly all of them; -1 for any other word. */
  function plainNumber(end: number): number {
    let value = 0;
    let scale = 0;
    for (let index = at; index < end; index += 1) {
      const byte = byteAt(bytes, index);
      if (byte >= 0x30 && byte <= 0x39) {
        value = value * 10 + byte - 0x30;
        scale *= 10;
      } else if (byte === 0x2e && scale === 0 && index > at) scale = 1;
      else return -1;
    }
    return scale > 1 ? value / scale : value;
  }

  function next(): Token | undefined {
    skipBlank();
    const byte = bytes[at];
    if (byte === undefined) return undefined;
    if (byte === 0x2f) return readName();
    if (byte === 0x28) return readLiteral();
    if (byte === 0x3c && bytes[at + 1] !== 0x3c) return readHex();
    if (CLASS[byte] === DELIMITER) {
      const isDouble = (byte === 0x3c || byte === 0x3e) && bytes[at + 1] === byte;
      const value = latin.slice(at, at + (isDouble ? 2 : 1));
      at += value.length;
      return { kind: 'keyword', value };
    }
    if (byte >= 0x30 && byte <= 0x39) {
      let end = at + 1;
      while (CLASS[byteAt(bytes, end)] === 0 && end < bytes.length) end += 1;
      const value = end - at <= 15 ? plainNumber(end) : -1;
      if (value >= 0) {
        at = end;
        return { kind: 'number', value };
      }
    }
    const word = regular();
    if (isNumberStart(byte) && word.length <= MAX_KEYWORD && NUMBER.test(word)) {
      return { kind: 'number', value: Number.parseFloat(word) || 0 };
    }
    return { kind: 'keyword', value: word };
  }

  return {
    next,
    position: () => at,
    seek(position) {
      at = position;
    },
    notes,
  };
}

function isNumberStart(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || byte === 0x2b || byte === 0x2d || byte === 0x2e;
}

const ESCAPES: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/** A literal string with balanced brackets, escapes and octal codes (7.3.4.2). */
function literalString({ bytes, latin }: Source, start: number): { data: Buffer; end: number } {
  const data: number[] = [];
  let depth = 1;
  for (let at = start + 1; at < bytes.length; at += 1) {
    const byte = byteAt(bytes, at);
    if (byte === 0x5c) {
      at += 1;
      const octal = /^[0-7]{1,3}/.exec(latin.slice(at, at + 3))?.[0];
      const escaped = latin.charAt(at);
      if (octal !== undefined) {
        data.push(Number.parseInt(octal, 8) & 0xff);
        at += octal.length - 1;
      } else if (escaped === '\r' && bytes[at + 1] === 10) at += 1;
      else if (escaped !== '\n' && escaped !== '\r') data.push(ESCAPES[escaped] ?? byteAt(bytes, at));
      continue;
    }
    if (byte === 0x28) depth += 1;
    if (byte === 0x29) depth -= 1;
    if (depth === 0) return { data: Buffer.from(data), end: at + 1 };
    data.push(byte);
  }
  throw unreadable('a PDF string without an end');
}
