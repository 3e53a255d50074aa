import { fromGb18030, fromMarked, fromUtf8 } from '../encodings';
import type { PdfObjects } from './object-index';
import type { PdfValue } from './values';

/** What notes, fields and bookmarks are recognized by: other files have no lists of strings that people wrote. */
const LISTS = ['Annots', 'AcroForm', 'Outlines'];

/**
 * The strings that stand under one key in several dictionaries, such as the values of the fields of a form or the texts of
 * its notes: an address may be parted by the names of the fields and by whoever wrote the notes. A text for each key.
 */
export function keyedStrings({ all, names }: PdfObjects): string[] {
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
  return [...byKey.values()].filter((texts) => texts.length > 1).map(joined);
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
