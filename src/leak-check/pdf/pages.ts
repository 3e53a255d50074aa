import type { PdfObjects } from './syntax/object-index';
import { type Dictionary, nameOf, type PdfValue } from './syntax/values';

/** A page with what it draws, in order, and the resources it uses. */
export type Page = {
  contents: Dictionary[];
  bytes: Buffer;
  resources: PdfValue | undefined;
  annotations: PdfValue | undefined;
};

const MAX_PARENTS = 32;

/** The pages in reading order; pages that no page tree mentions come last. */
export function readPages(objects: PdfObjects): Page[] {
  const dictionaries = objects.all.map(({ value }) => value).filter((value) => value.kind === 'dictionary');
  const typeOf = (value: Dictionary) => nameOf(objects.entry(value, 'Type'));
  const pages = new Set<Dictionary>();
  const visited = new Set<PdfValue>();
  const roots = dictionaries.filter((value) => typeOf(value) === 'Catalog').map((value) => value.entries.get('Pages'));
  // Later revisions first: their tree gives the order that readers see.
  const queue = roots.reverse();
  while (queue.length > 0) {
    const node = objects.resolve(queue.shift());
    if (node?.kind !== 'dictionary' || visited.has(node)) continue;
    visited.add(node);
    const kids = objects.entry(node, 'Kids');
    if (kids?.kind === 'array') queue.unshift(...kids.items);
    else pages.add(node);
  }
  for (const value of dictionaries) if (typeOf(value) === 'Page') pages.add(value);
  return [...pages].map((page) => toPage(page, objects));
}

function toPage(page: Dictionary, objects: PdfObjects): Page {
  const value = objects.entry(page, 'Contents');
  const parts = value?.kind === 'array' ? value.items.map((item) => objects.resolve(item)) : [value];
  const contents = parts.filter((part) => part?.kind === 'dictionary');
  // A part may end in the middle of a line, but never of a token (7.8.2).
  const bytes = Buffer.concat(
    contents.flatMap((part) => [objects.streamOf(part) ?? Buffer.alloc(0), Buffer.from('\n')]),
  );
  return { contents, bytes, resources: inherited(page, objects), annotations: objects.entry(page, 'Annots') };
}

/** Resources are inherited from the page tree (7.7.3.4). */
function inherited(page: Dictionary, objects: PdfObjects): PdfValue | undefined {
  let node: PdfValue | undefined = page;
  for (let level = 0; level < MAX_PARENTS && node?.kind === 'dictionary'; level += 1) {
    const resources = node.entries.get('Resources');
    if (resources !== undefined) return resources;
    node = objects.resolve(node.entries.get('Parent'));
  }
  return undefined;
}
