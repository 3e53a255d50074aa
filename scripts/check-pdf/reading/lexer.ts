import type { Dictionary, Value } from './values';

const WHITE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITERS = new Set([...'()<>[]{}/%'].map((character) => character.charCodeAt(0)));
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)$/;
const ESCAPES: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

export type Lexer = {
  /** The next value, operator or keyword; undefined at the end. */
  next(): Value | undefined;
  position(): number;
  seek(position: number): void;
};

export function isWhite(byte: number | undefined): boolean {
  return byte !== undefined && WHITE.has(byte);
}

/** Reads PDF values from `bytes`. @throws (from `next`) Error for syntax that is no PDF */
export function createLexer(bytes: Buffer, start = 0): Lexer {
  let at = start;

  const skipBlank = (): void => {
    while (at < bytes.length) {
      if (bytes[at] === 0x25) while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at += 1;
      else if (WHITE.has(bytes[at] ?? 0)) at += 1;
      else return;
    }
  };
  const regular = (): string => {
    const from = at;
    while (at < bytes.length && !WHITE.has(bytes[at] ?? 0) && !DELIMITERS.has(bytes[at] ?? 0)) at += 1;
    return bytes.toString('latin1', from, at);
  };
  const readHex = (): Value => {
    const end = bytes.indexOf(0x3e, at);
    if (end === -1) throw new Error('a hexadecimal string without an end');
    const written = bytes.toString('latin1', at + 1, end).replace(/[\0\t\n\f\r ]/g, '');
    const digits = written.replace(/[^0-9a-f]/gi, '');
    at = end + 1;
    const even = digits.length % 2 === 0 ? digits : `${digits}0`;
    const hex = { digits: written.length, isClean: digits.length === written.length };
    return { kind: 'string', bytes: Buffer.from(even, 'hex'), hex };
  };
  const readLiteral = (): Value => {
    const data: number[] = [];
    let depth = 1;
    for (at += 1; at < bytes.length; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte === 0x5c) {
        at += 1;
        const octal = /^[0-7]{1,3}/.exec(bytes.toString('latin1', at, at + 3))?.[0];
        const letter = String.fromCharCode(bytes[at] ?? 0);
        if (octal !== undefined) {
          data.push(Number.parseInt(octal, 8) & 0xff);
          at += octal.length - 1;
        } else if (letter === '\r' && bytes[at + 1] === 10) at += 1;
        else if (letter !== '\r' && letter !== '\n') data.push(ESCAPES[letter] ?? bytes[at] ?? 0);
        continue;
      }
      if (byte === 0x28) depth += 1;
      if (byte === 0x29) depth -= 1;
      if (depth === 0) {
        at += 1;
        return { kind: 'string', bytes: Buffer.from(data) };
      }
      data.push(byte);
    }
    throw new Error('a literal string without an end');
  };
  const readArray = (): Value[] => {
    const items: Value[] = [];
    at += 1;
    for (;;) {
      skipBlank();
      if (bytes[at] === 0x5d) {
        at += 1;
        return items;
      }
      pushValue(items, required());
    }
  };
  const readDictionary = (): Dictionary => {
    const items: Value[] = [];
    at += 2;
    for (;;) {
      skipBlank();
      if (bytes[at] === 0x3e && bytes[at + 1] === 0x3e) {
        at += 2;
        return toDictionary(items);
      }
      pushValue(items, required());
    }
  };
  const required = (): Value => {
    const value = next();
    if (value === undefined) throw new Error('an array or dictionary without an end');
    return value;
  };
  const next = (): Value | undefined => {
    skipBlank();
    const byte = bytes[at];
    if (byte === undefined) return undefined;
    if (byte === 0x2f) {
      at += 1;
      const escaped = regular().replace(/#([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
      return { kind: 'name', value: escaped };
    }
    if (byte === 0x28) return readLiteral();
    if (byte === 0x5b) return readArray();
    if (byte === 0x3c) return bytes[at + 1] === 0x3c ? readDictionary() : readHex();
    if (DELIMITERS.has(byte)) throw new Error(`an unexpected ${String.fromCharCode(byte)}`);
    const word = regular();
    if (NUMBER.test(word)) return Number(word);
    if (word === 'true' || word === 'false') return word === 'true';
    return word === 'null' ? null : { kind: 'keyword', value: word };
  };
  return {
    next,
    position: () => at,
    seek: (position) => {
      at = position;
    },
  };
}

/** Adds a value; `12 0 R` becomes one reference. */
function pushValue(items: Value[], value: Value): void {
  const [id, generation] = items.slice(-2);
  const isReference = typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'keyword';
  if (isReference && value.value === 'R' && typeof id === 'number' && typeof generation === 'number') {
    items.splice(-2, 2, { kind: 'reference', id });
  } else items.push(value);
}

function toDictionary(items: Value[]): Dictionary {
  const entries = new Map<string, Value>();
  for (let index = 0; index + 1 < items.length; index += 2) {
    const key = items[index];
    const value = items[index + 1];
    if (typeof key !== 'object' || key === null || !('kind' in key) || key.kind !== 'name' || value === undefined)
      throw new Error('a dictionary with a key that is no name');
    if (entries.has(key.value)) throw new Error(`a dictionary with two values for /${key.value}`);
    entries.set(key.value, value);
  }
  return { kind: 'dictionary', entries };
}
