import { fromGb18030, fromMarked, fromUtf8 } from '../encodings';
import type { PdfObjects } from './object-index';
import type { PdfValue } from './values';

/** What notes, fields and bookmarks are recognized by: other files have no lists of strings that people wrote. */
const LISTS = ['Annots', 'AcroForm', 'Outlines'];

/**
 * The strings that stand under one key in several dictionaries, such as the values of the fields of a form or the texts of
 * its notes: an address may be parted by the names of the fields and by whoever wrote the notes. A text for each key.
 */
export function keyedStrings(objects: PdfObjects): string[] {
  const { all, names } = objects;
  if (!LISTS.some((name) => names.has(name))) return [];
  const byKey = new Map<string, string[]>();
  const queue: PdfValue[] = all.map(({ value }) => value).reverse();
  for (let value = queue.pop(); value !== undefined; value = queue.pop()) {
    if (value.kind === 'array') queue.push(...value.items.toReversed());
    if (value.kind !== 'dictionary') continue;
    for (const [key, item] of value.entries) {
      if (item.kind === 'string') addTo(byKey, key, textOf(item.bytes));
      else if (item.kind === 'array' || item.kind === 'dictionary') queue.push(item);
    }
  }
  return [...byKey.values(), bookmarks(objects)].filter((texts) => texts.length > 1).map(joined);
}

/** The titles of the bookmarks in the order in which they are shown: each names the next one (ISO 32000-1, 12.3.3). */
function bookmarks(objects: PdfObjects): string[] {
  const titles: string[] = [];
  const seen = new Set<PdfValue>();
  const queue = objects.all.map(({ value }) => objects.entry(objects.entry(value, 'Outlines'), 'First')).reverse();
  for (let item = queue.pop(); queue.length > 0 || item !== undefined; item = queue.pop()) {
    if (item === undefined || seen.has(item)) continue;
    seen.add(item);
    const title = objects.entry(item, 'Title');
    if (title?.kind === 'string') titles.push(textOf(title.bytes));
    queue.push(objects.entry(item, 'Next'), objects.entry(item, 'First'));
  }
  return titles;
}

function addTo(byKey: Map<string, string[]>, key: string, text: string): void {
  const texts = byKey.get(key);
  if (texts === undefined) byKey.set(key, [text]);
  else texts.push(text);
}

const textOf = (bytes: Uint8Array) => fromMarked(bytes) ?? fromUtf8(bytes) ?? fromGb18030(bytes);

/** One in a line; single characters that follow each other are one text, as in the boxes of a form. */
function joined(texts: readonly string[]): string {
  return texts
    .map((text, index) => (text.length === 1 && texts[index + 1]?.length === 1 ? text : `${text}\n`))
    .join('');
}
