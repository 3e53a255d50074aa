import { fromGb18030, fromMarked, fromUtf8 } from '../../bytes/encodings';
import type { PdfObjects } from './object-index';
import { itemsOf, type PdfValue } from './values';

type ByKey = Map<string, string[]>;

/**
 * The strings that stand under one key in several dictionaries, such as the values of the fields of a form, the texts of its
 * notes and those of the structure tree: an address may be parted by the names of the fields, by whoever wrote the notes and
 * by what language each is in. A text for each key, in the order of the file and in that of its trees.
 */
export function keyedStrings(objects: PdfObjects): string[] {
  const inFile: ByKey = new Map();
  // Objects that are strings stand under no key.
  for (const { value, notes } of objects.all) {
    if (notes.strings.length > 0 && value.kind !== 'string') addStrings(inFile, value);
  }
  const texts = textsOf(inFile);
  // Nearly every file has each key once, or one string under it.
  return texts.length === 0 ? [] : [...new Set([...texts, ...textsOf(inTrees(objects))])];
}

/** What is the same everywhere, such as whose numbers the glyphs of fonts have, parts nothing. */
const textsOf = (byKey: ByKey) => [...byKey.values()].filter((texts) => new Set(texts).size > 1).map(joined);

/** Strings in a list belong to those in the same place of other lists, such as the choices of a field and their names. */
function addStrings(byKey: ByKey, whole: PdfValue): void {
  const queue: [key: string, value: PdfValue][] = [['', whole]];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const [key, value] = next;
    if (value.kind === 'string') addString(byKey, key, value.bytes);
    else if (value.kind === 'dictionary') for (const each of [...value.entries].reverse()) queue.push(each);
    else if (value.kind === 'array') {
      const places = value.items.map((item, index): [string, PdfValue] => [
        item.kind === 'string' ? `${key} ${index}` : key,
        item,
      ]);
      for (const each of places.reverse()) queue.push(each);
    }
  }
}

function addString(byKey: ByKey, key: string, bytes: Uint8Array): void {
  const texts = byKey.get(key) ?? [];
  byKey.set(key, texts);
  texts.push(textOf(bytes));
}

/** Where the trees of a file begin, and how they go on, what is below before what is beside (ISO 32000-1, 7.7 and 12.3.3). */
const ROOTS = ['Pages', 'Outlines', 'AcroForm', 'StructTreeRoot', 'Annots'];
const BRANCHES = [...ROOTS, 'Fields', 'Kids', 'K', 'First', 'Next'].reverse();

/** The strings of pages, bookmarks, fields, notes and structure in the order in which they are shown. */
function inTrees({ all, resolve, entry }: PdfObjects): ByKey {
  const byKey: ByKey = new Map();
  const seen = new Set<PdfValue>();
  const isRoot = (value: PdfValue) => ROOTS.some((key) => entry(value, key) !== undefined);
  const queue = all
    .map(({ value }) => value)
    .filter(isRoot)
    .reverse();
  for (let item = queue.pop(); item !== undefined; item = queue.pop()) {
    const node = resolve(item);
    if (node === undefined || seen.has(node)) continue;
    seen.add(node);
    for (const each of itemsOf(node).toReversed()) queue.push(each);
    if (node.kind !== 'dictionary') continue;
    for (const [key, value] of node.entries) if (value.kind === 'string') addString(byKey, key, value.bytes);
    for (const key of BRANCHES) {
      const branch = entry(node, key);
      if (branch !== undefined) queue.push(branch);
    }
  }
  return byKey;
}

const textOf = (bytes: Uint8Array) => fromMarked(bytes) ?? fromUtf8(bytes) ?? fromGb18030(bytes);

/** One in a line; single characters that follow each other are one text, as in the boxes of a form. */
function joined(texts: readonly string[]): string {
  return texts
    .map((text, index) => (text.length === 1 && texts[index + 1]?.length === 1 ? text : `${text}\n`))
    .join('');
}
