import type { Budget } from '../../budget';
import { type Extent, isCovered, merge, without } from '../../drawing/extents';
import type { Collector } from '../../reading';
import { unreadable } from '../../unreadable';
import { decodeStream } from '../images/filters';
import { findPositions, type Position } from './find-objects';
import { type PdfObject, type PdfObjects, placeOf } from './object-index';
import { createLexer, isWhite } from './tokens';
import { type Dictionary, ENDS, firstReading, numberOf, numberOr, type PdfValue, push, readValue } from './values';

/**
 * Finds the objects by looking for `obj` from the first byte to the last, inside streams as well: cross-reference tables
 * only say what a viewer shows. Streams without an end and filters that cannot be undone are noted.
 * @throws AppError LEAK_DETECTED for encrypted files
 */
export function readObjects(file: Buffer, collector: Collector): PdfObjects {
  const { budget } = collector;
  const all: PdfObject[] = [];
  const names = new Set<string>();
  const byId = new Map<number, PdfObject[]>();
  const owners = new Map<PdfValue, PdfObject>();
  const resolve = (value: PdfValue | undefined): PdfValue | undefined =>
    value?.kind === 'reference' ? follow(value, byId).at(-1) : value;
  const dictionary = (value: PdfValue | undefined) => {
    const found = resolve(value);
    return found?.kind === 'dictionary' ? found : undefined;
  };
  const ownerOf = (value: PdfValue | undefined) => (value === undefined ? undefined : owners.get(value));
  const objects: PdfObjects = {
    ...{ all, names, resolve, dictionary, ownerOf },
    entry: (value, key) => resolve(dictionary(value)?.entries.get(key)),
    definitions: (value) => follow(value, byId),
    streamOf: (value) => ownerOf(value)?.stream,
    isRevised: false,
    outside: { streams: file, objects: file },
  };
  const packed: Extent[] = [];
  const add = (object: PdfObject) => {
    all.push(object);
    const revisions = byId.get(object.id);
    if (revisions === undefined) byId.set(object.id, [object]);
    else revisions.push(object);
  };

  const addStream = ({ object, dataStart }: FoundObject) => {
    const { value, id } = object;
    if (value.kind !== 'dictionary' || dataStart === undefined) return;
    collector.attempt(placeOf('PDF 数据流', id), () => {
      const [start, end] = streamExtent(file, { dataStart, dictionary: value, objects, budget });
      packed.push([start, end]);
      const { data, picture } = decodeStream(file.subarray(start, end), { dictionary: value, objects, budget });
      object.stream = data;
      if (picture !== undefined) object.picture = picture;
      owners.set(value, object);
      if (isObjectStream(object)) {
        for (const inner of unpackObjects(data, { dictionary: value, objects, budget })) add(inner);
      }
    });
  };

  const readAll = (positions: Position[]) =>
    positions.flatMap((position) => {
      const read = () => readObject(file, position, { names, budget });
      const object = collector.attempt(placeOf('PDF 对象', position.id), read);
      // What failed was read to the end of the file.
      if (object === undefined) budget.spendOnSyntax(file.length - position.at);
      return object === undefined ? [] : bothReadings(object);
    });

  const { certain, unnumbered } = findPositions(file);
  const found = readAll(certain);
  for (const { object } of found) {
    if (object.value.kind === 'dictionary' && object.value.entries.has('Encrypt')) {
      throw unreadable('an encrypted PDF', 'encrypted');
    }
    add(object);
  }
  // Other streams may keep the names of their filters in object streams.
  for (const each of found.filter(({ object }) => isObjectStream(object))) addStream(each);
  for (const each of found.filter(({ object }) => !isObjectStream(object))) addStream(each);
  // `1 % remark` + line break + `0 obj` is legal; without a number, three letters in packed data are chance.
  const outermost = merge(packed);
  const loose = readAll(unnumbered.filter(({ at }) => !isCovered(at, outermost)).slice(0, MAX_LOOSE + 1));
  if (loose.length > MAX_LOOSE) throw unreadable('a PDF with too many loose objects', 'excessive');
  for (const each of loose) {
    add(each.object);
    addStream(each);
  }
  const values = [...found, ...loose].map(({ extent }) => extent);
  objects.isRevised = [...byId].some(([id, revisions]) => id !== -1 && revisions.length > 1);
  objects.outside = { streams: without(file, merge(packed)), objects: without(file, merge([...packed, ...values])) };
  return objects;
}

/** Told by its keys: readers find it by the cross-reference stream and do not ask for its type. */
function isObjectStream({ value }: PdfObject): boolean {
  return value.kind === 'dictionary' && value.entries.has('N') && value.entries.has('First');
}

/** More than this are an attack. */
const MAX_LOOSE = 100;

type FoundObject = { object: PdfObject; extent: Extent; dataStart?: number };

/** An object with a key stated twice counts as two revisions of it: everything that knows one reads both. */
function bothReadings(found: FoundObject): FoundObject[] {
  return revisionsOf(found.object).map((object) => ({ ...found, object }));
}

function revisionsOf(object: PdfObject): PdfObject[] {
  if (!object.notes.isAmbiguous) return [object];
  const notes = { strings: [], comments: [], isAmbiguous: false };
  return [{ ...object, value: firstReading(object.value), notes }, object];
}

type ReadOptions = { names: Set<string>; budget: Budget };

function readObject(file: Buffer, { id, at }: Position, { names, budget }: ReadOptions): FoundObject {
  const lexer = createLexer(file, at, names);
  const items: PdfValue[] = [];
  let end: string | undefined;
  for (let value = readValue(lexer); value !== undefined; value = readValue(lexer)) {
    if (value.kind === 'keyword' && ENDS.has(value.value)) {
      end = value.value;
      break;
    }
    push(items, value);
  }
  budget.spendOnSyntax(lexer.position() - at + 32);
  const object = { id, value: items[0] ?? { kind: 'keyword', value: 'null' }, notes: lexer.notes } satisfies PdfObject;
  const extent: Extent = [at, lexer.position()];
  return end === 'stream' ? { object, extent, dataStart: lexer.position() } : { object, extent };
}

type StreamContext = { dictionary: Dictionary; objects: PdfObjects; budget: Budget };

const END_OF_STREAM = 'endstream';

/** Where the data of a stream begins and ends (7.3.8): by its length if that is true, else by the next `endstream`. */
function streamExtent(
  file: Buffer,
  { dataStart, dictionary, objects, budget }: StreamContext & { dataStart: number },
): Extent {
  let start = dataStart;
  if (file[start] === 13) start += 1;
  if (file[start] === 10) start += 1;
  const length = numberOf(objects.resolve(dictionary.entries.get('Length')));
  if (length !== undefined && length >= 0) {
    let after = start + length;
    while (isWhite(file[after])) after += 1;
    if (file.toString('latin1', after, after + END_OF_STREAM.length) === END_OF_STREAM) return [start, start + length];
  }
  const end = file.indexOf(END_OF_STREAM, start);
  if (end === -1) throw unreadable('a PDF stream without an end');
  budget.spend(end - start);
  return [start, end];
}

/** The objects of an object stream (7.5.7), and whatever else its body holds between them. */
function unpackObjects(data: Buffer, { dictionary, objects, budget }: StreamContext): PdfObject[] {
  const { names } = objects;
  const count = numberOr(objects.resolve(dictionary.entries.get('N')), 0);
  const first = numberOr(objects.resolve(dictionary.entries.get('First')), 0);
  const header = createLexer(data, 0, names);
  const inner: PdfObject[] = [];
  for (let index = 0; index < count; index += 1) {
    const id = header.next();
    const offset = header.next();
    if (id?.kind !== 'number' || offset?.kind !== 'number') throw unreadable('a PDF object stream');
    const at = first + offset.value;
    if (at < 0 || at > data.length) throw unreadable('a PDF object stream');
    const lexer = createLexer(data, at, names);
    const value = readValue(lexer) ?? { kind: 'keyword', value: 'null' };
    budget.spendOnSyntax(lexer.position() - at + 32);
    inner.push(...revisionsOf({ id: id.value, value, notes: lexer.notes }));
  }
  const sweep = createLexer(data, Math.max(0, first), names);
  while (sweep.next() !== undefined);
  budget.spendOnSyntax(data.length);
  return [...inner, { id: -1, value: { kind: 'keyword', value: 'null' }, notes: sweep.notes }];
}

function follow(value: PdfValue | undefined, byId: Map<number, PdfObject[]>): PdfValue[] {
  const revisions = value?.kind === 'reference' ? byId.get(value.id) : undefined;
  const only = revisions?.length === 1 ? revisions[0]?.value : undefined;
  // Nearly every reference leads to one object, at once.
  if (only !== undefined && only.kind !== 'reference') return [only];
  const found: PdfValue[] = [];
  const visited = new Set<number>();
  const queue = value === undefined ? [] : [value];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (next.kind !== 'reference') found.push(next);
    else if (!visited.has(next.id)) {
      visited.add(next.id);
      queue.push(...(byId.get(next.id) ?? []).map((object) => object.value));
    }
  }
  return found;
}
