import { unreadable } from '../../unreadable';
import type { Lexer, Token } from './tokens';

export type PdfValue = Token | { kind: 'reference'; id: number } | { kind: 'array'; items: PdfValue[] } | Dictionary;

/** `earlier` holds the first values of keys that are stated again: readers differ on which one counts. */
export type Dictionary = { kind: 'dictionary'; entries: Map<string, PdfValue>; earlier?: Map<string, PdfValue> };

const MAX_DEPTH = 100;

/** Keywords that end whatever is open: the rest of a broken value belongs to the next object. */
export const ENDS: ReadonlySet<string> = new Set([
  'obj',
  'endobj',
  'stream',
  'endstream',
  'xref',
  'startxref',
  'trailer',
]);

/**
 * Reads one value, or one operator of a content stream; undefined at the end. An unfinished container is given up (its
 * strings are in the lexer's notes).
 * @throws AppError LEAK_DETECTED for containers more than 100 deep
 */
export function readValue(lexer: Lexer): PdfValue | undefined {
  const first = lexer.next();
  const isContainer = first?.kind === 'keyword' && (first.value === '[' || first.value === '<<');
  return isContainer ? readContainer(lexer, first.value) : first;
}

/** @param mark how it begins; its inner ones are read along with it */
function readContainer(lexer: Lexer, mark: string): PdfValue | undefined {
  const open: { mark: string; items: PdfValue[] }[] = [{ mark, items: [] }];
  for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
    let value: PdfValue = token;
    if (token.kind === 'keyword') {
      if (token.value === '[' || token.value === '<<') {
        if (open.length === MAX_DEPTH) throw unreadable('PDF values nested too deeply');
        open.push({ mark: token.value, items: [] });
        continue;
      }
      if (ENDS.has(token.value)) return token;
      const closed = token.value === ']' || token.value === '>>' ? open.pop() : undefined;
      if (closed !== undefined) {
        value = closed.mark === '[' ? { kind: 'array', items: closed.items } : toDictionary(closed.items, lexer);
      }
    }
    const top = open.at(-1);
    if (top === undefined) return value;
    push(top.items, value);
  }
  return undefined;
}

/** Adds a value to a list; `12 0 R` becomes one reference. */
export function push(items: PdfValue[], value: PdfValue): void {
  const id = value.kind === 'keyword' && value.value === 'R' ? items.at(-2) : undefined;
  if (id?.kind === 'number' && items.at(-1)?.kind === 'number') {
    items.length -= 2;
    items.push({ kind: 'reference', id: id.value });
  } else items.push(value);
}

function toDictionary(items: PdfValue[], { notes }: Lexer): Dictionary {
  const entries = new Map<string, PdfValue>();
  let earlier: Map<string, PdfValue> | undefined;
  for (let index = 0; index < items.length; index += 1) {
    const key = items[index];
    const value = items[index + 1];
    if (key?.kind === 'name' && value !== undefined) {
      const before = entries.get(key.value);
      if (before !== undefined) {
        earlier ??= new Map();
        if (!earlier.has(key.value)) earlier.set(key.value, before);
      }
      entries.set(key.value, value);
      index += 1;
    }
  }
  if (earlier === undefined) return { kind: 'dictionary', entries };
  notes.isAmbiguous = true;
  return { kind: 'dictionary', entries, earlier };
}

/** The same value as those readers see it for whom the first of two equal keys counts. */
export function firstReading(value: PdfValue): PdfValue {
  if (value.kind === 'array') return { kind: 'array', items: value.items.map(firstReading) };
  if (value.kind !== 'dictionary') return value;
  const { entries, earlier } = value;
  const read = [...entries].map(([key, last]) => [key, firstReading(earlier?.get(key) ?? last)] as const);
  return { kind: 'dictionary', entries: new Map(read) };
}

/** The name under a key; undefined for anything else. */
export function nameOf(value: PdfValue | undefined): string | undefined {
  return value?.kind === 'name' ? value.value : undefined;
}

export function numberOf(value: PdfValue | undefined): number | undefined {
  return value?.kind === 'number' ? value.value : undefined;
}

/** The name under a key, or no letters. */
export function wordOf(value: PdfValue | undefined): string {
  return nameOf(value) ?? '';
}

export function numberOr(value: PdfValue | undefined, fallback: number): number {
  return numberOf(value) ?? fallback;
}

export function itemsOf(value: PdfValue | undefined): PdfValue[] {
  return value?.kind === 'array' ? value.items : [];
}
