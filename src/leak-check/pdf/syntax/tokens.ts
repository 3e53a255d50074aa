import { byteAt } from '../../bytes/bytes';
import { hexString, literalString, type StringToken } from './string-tokens';
import { wordAt } from './words';

/** ISO 32000-1, 7.2 and 7.3. `name` holds bytes as Latin-1 letters; keywords include `[ ] << >>` and operators. */
export type Token =
  | { kind: 'number'; value: number }
  | { kind: 'name'; value: string }
  | { kind: 'string'; bytes: Buffer }
  | { kind: 'keyword'; value: string };

/**
 * What the lexer meets on its way, wherever it stands: malformed structure hides no string.
 * @property isAmbiguous some dictionary states a key twice
 */
export type Notes = { strings: Buffer[]; comments: Buffer[]; isAmbiguous: boolean };

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
/** More digits than this are not exact in one multiplication. */
const MAX_PLAIN = 15;

export function isWhite(byte: number | undefined): boolean {
  return byte !== undefined && CLASS[byte] === WHITE;
}

/**
 * @param names receives the names that are met; the lexers of one file share it
 * @throws (from `next`) AppError LEAK_DETECTED when a string has no end
 */
export function createLexer(bytes: Buffer, start = 0, names = new Set<string>()): Lexer {
  let at = start;
  const notes: Notes = { strings: [], comments: [], isAmbiguous: false };

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
    return wordAt(bytes, from, at);
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

  function noteString({ data, end }: StringToken): Token {
    at = end;
    notes.strings.push(data);
    return { kind: 'string', bytes: data };
  }

  /** Plain whole and decimal numbers, which is nearly all of them; for any other word it stays where it is. */
  function readPlainNumber(): Token | undefined {
    const isNegative = bytes[at] === 0x2d;
    const first = isNegative ? at + 1 : at;
    let value = 0;
    let scale = 0;
    let end = first;
    for (; end < bytes.length; end += 1) {
      const byte = byteAt(bytes, end);
      if (byte >= 0x30 && byte <= 0x39) {
        value = value * 10 + byte - 0x30;
        scale *= 10;
      } else if (byte === 0x2e && scale === 0 && end > first) scale = 1;
      else if (CLASS[byte] !== 0) break;
      else return undefined;
    }
    if (end === first || end - first > MAX_PLAIN) return undefined;
    at = end;
    if (scale > 1) value /= scale;
    return { kind: 'number', value: isNegative && value > 0 ? -value : value };
  }

  function readWord(byte: number): Token {
    const value = regular();
    if (isNumberStart(byte) && value.length <= MAX_KEYWORD && NUMBER.test(value)) {
      return { kind: 'number', value: Number.parseFloat(value) || 0 };
    }
    return { kind: 'keyword', value };
  }

  function readDelimiter(byte: number): Token {
    const isDouble = (byte === 0x3c || byte === 0x3e) && bytes[at + 1] === byte;
    at += isDouble ? 2 : 1;
    return { kind: 'keyword', value: isDouble ? (byte === 0x3c ? '<<' : '>>') : String.fromCharCode(byte) };
  }

  function next(): Token | undefined {
    skipBlank();
    const byte = bytes[at];
    if (byte === undefined) return undefined;
    if (byte === 0x2f) return readName();
    if (byte === 0x28) return noteString(literalString(bytes, at));
    if (byte === 0x3c && bytes[at + 1] !== 0x3c) return noteString(hexString(bytes, at));
    if (CLASS[byte] === DELIMITER) return readDelimiter(byte);
    const isPlain = (byte >= 0x30 && byte <= 0x39) || byte === 0x2d;
    return (isPlain ? readPlainNumber() : undefined) ?? readWord(byte);
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
