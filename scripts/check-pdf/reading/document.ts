import { inflateSync } from 'node:zlib';
import { createLexer, isWhite } from './lexer';
import { type Dictionary, isDictionary, isKeyword, isReference, nameOf, numberOf, type Value } from './values';

export type PdfObject = {
  id: number;
  value: Value;
  /** Where the object starts in the file, where its value and where it ends. */
  offset: number;
  valueEnd: number;
  /** The bytes of its stream as stored. */
  raw?: Buffer;
};

/** A file read by its cross-reference table, as viewers read it. */
export type PdfDocument = {
  bytes: Buffer;
  objects: Map<number, PdfObject>;
  trailer: Dictionary;
  xrefOffset: number;
  /** Follows references. */
  resolve(value: Value | undefined): Value | undefined;
  /** The value under a key, references followed. */
  get(dictionary: Value | undefined, key: string): Value | undefined;
  dictionary(dictionary: Value | undefined, key: string): Dictionary | undefined;
  /** The number of the object that a dictionary is. */
  idOf(value: Value | undefined): number | undefined;
  /** The decoded bytes of the stream whose dictionary this is. @throws Error for filters other than Flate */
  streamOf(dictionary: Value | undefined): Buffer | undefined;
};

/**
 * Reads a PDF file.
 * @throws Error when it cannot be read to the last object: then nothing about it can be proven
 */
export function readDocument(bytes: Buffer): PdfDocument {
  const { offsets, trailer, xrefOffset } = readCrossReferences(bytes);
  const objects = new Map<number, PdfObject>();
  for (const [id, offset] of offsets) objects.set(id, readObject(bytes, id, offset));
  const byValue = new Map<Value, PdfObject>();
  for (const object of objects.values()) if (isDictionary(object.value)) byValue.set(object.value, object);

  const resolve = (value: Value | undefined): Value | undefined => {
    let current = value;
    for (let hop = 0; isReference(current) && hop < 16; hop += 1) current = objects.get(current.id)?.value ?? null;
    return current;
  };
  const get = (dictionary: Value | undefined, key: string): Value | undefined => {
    const holder = resolve(dictionary);
    return isDictionary(holder) ? resolve(holder.entries.get(key)) : undefined;
  };
  for (const object of objects.values()) {
    if (object.raw === undefined || !isDictionary(object.value)) continue;
    const length = numberOf(get(object.value, 'Length')) ?? 0;
    object.raw = object.raw.subarray(0, length);
  }
  const decoded = new Map<PdfObject, Buffer>();
  return {
    bytes,
    objects,
    trailer,
    xrefOffset,
    resolve,
    get,
    dictionary: (dictionary, key) => {
      const value = get(dictionary, key);
      return isDictionary(value) ? value : undefined;
    },
    idOf: (value) => byValue.get(resolve(value) ?? null)?.id,
    streamOf: (dictionary) => {
      const object = byValue.get(resolve(dictionary) ?? null);
      if (object?.raw === undefined) return undefined;
      const known = decoded.get(object) ?? decode(object.raw, get(object.value, 'Filter'), resolve);
      decoded.set(object, known);
      return known;
    },
  };
}

type CrossReferences = { offsets: Map<number, number>; trailer: Dictionary; xrefOffset: number };

function readCrossReferences(bytes: Buffer): CrossReferences {
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - 1024));
  const xrefOffset = Number([...tail.matchAll(/startxref\s+(\d+)\s+%%EOF/g)].at(-1)?.[1] ?? -1);
  const lexer = createLexer(bytes, Math.max(0, xrefOffset));
  if (xrefOffset < 0 || !isKeyword(lexer.next(), 'xref'))
    throw new Error('no cross-reference table where startxref says');
  const offsets = new Map<number, number>();
  for (let first = lexer.next(); typeof first === 'number'; first = lexer.next()) {
    const count = numberOf(lexer.next()) ?? 0;
    for (let index = 0; index < count; index += 1) {
      const [offset, , use] = [lexer.next(), lexer.next(), lexer.next()];
      if (isKeyword(use, 'n') && typeof offset === 'number') offsets.set(first + index, offset);
    }
  }
  const trailer = lexer.next();
  if (!isDictionary(trailer)) throw new Error('no trailer');
  if (trailer.entries.has('Prev') || trailer.entries.has('XRefStm'))
    throw new Error('more than one cross-reference section');
  return { offsets, trailer, xrefOffset };
}

function readObject(bytes: Buffer, id: number, offset: number): PdfObject {
  const lexer = createLexer(bytes, offset);
  const [number, generation, keyword] = [lexer.next(), lexer.next(), lexer.next()];
  if (number !== id || typeof generation !== 'number' || !isKeyword(keyword, 'obj'))
    throw new Error(`object ${id} is not where the cross-reference table says`);
  const value = lexer.next();
  if (value === undefined) throw new Error(`object ${id} is empty`);
  const valueEnd = lexer.position();
  const end = lexer.next();
  // A number may turn out to be the start of a reference.
  if (typeof end === 'number' && typeof value === 'number' && isKeyword(lexer.next(), 'R'))
    return { id, value: { kind: 'reference', id: value }, offset, valueEnd: lexer.position() };
  if (!isKeyword(end, 'stream')) return { id, value, offset, valueEnd };
  let start = lexer.position();
  if (bytes[start] === 13) start += 1;
  if (bytes[start] === 10) start += 1;
  // The length may be an object of its own: it is applied when all are read.
  return { id, value, offset, valueEnd, raw: bytes.subarray(start) };
}

function decode(
  raw: Buffer,
  filter: Value | undefined,
  resolve: (value: Value | undefined) => Value | undefined,
): Buffer {
  const filters = Array.isArray(filter) ? filter.map(resolve) : filter === undefined || filter === null ? [] : [filter];
  return filters.reduce<Buffer>((data, one) => {
    if (nameOf(one) !== 'FlateDecode') throw new Error(`filter ${nameOf(one)} is not read here`);
    return inflateSync(data);
  }, raw);
}

/** What follows a stream's data: its end must be where /Length says. */
export function streamEnd({ bytes }: PdfDocument, object: PdfObject): string {
  const raw = object.raw ?? Buffer.alloc(0);
  const end = raw.byteOffset - bytes.byteOffset + raw.length;
  return bytes.toString('latin1', end, end + 11);
}

/** What stands before an object's number. */
export function precedes({ bytes }: PdfDocument, object: PdfObject): boolean {
  const before = bytes[object.offset - 1];
  return isWhite(before) && (before === 10 || before === 13);
}
