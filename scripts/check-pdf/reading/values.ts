/** Values of PDF syntax (ISO 32000-1, 7.3), read independently of the service's own reader and writer. */
export type Name = { kind: 'name'; value: string };
/** `hex` tells how a hexadecimal string was written. */
export type Text = { kind: 'string'; bytes: Buffer; hex?: { digits: number; isClean: boolean } };
export type Reference = { kind: 'reference'; id: number };
export type Dictionary = { kind: 'dictionary'; entries: Map<string, Value> };
/** An operator, or a keyword such as `obj`. */
export type Keyword = { kind: 'keyword'; value: string };
export type Value = null | boolean | number | Name | Text | Reference | Value[] | Dictionary | Keyword;

export function isDictionary(value: Value | undefined): value is Dictionary {
  return hasKind(value, 'dictionary');
}

export function isReference(value: Value | undefined): value is Reference {
  return hasKind(value, 'reference');
}

export function isKeyword(value: Value | undefined, word?: string): value is Keyword {
  return hasKind(value, 'keyword') && (word === undefined || (value as Keyword).value === word);
}

/** The letters of a name; undefined for anything else. */
export function nameOf(value: Value | undefined): string | undefined {
  return hasKind(value, 'name') ? (value as Name).value : undefined;
}

export function bytesOf(value: Value | undefined): Buffer | undefined {
  return hasKind(value, 'string') ? (value as Text).bytes : undefined;
}

export function numberOf(value: Value | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** A text string: UTF-16 with a mark, else taken as Latin-1. */
export function textOf(value: Value | undefined): string | undefined {
  const bytes = bytesOf(value);
  if (bytes === undefined) return undefined;
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes.subarray(2));
  return bytes.toString('latin1');
}

function hasKind(value: Value | undefined, kind: string): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && value.kind === kind;
}
