import { type ContentReading, readContent } from './content';
import type { PdfDocument } from './document';
import { type Dictionary, isDictionary, nameOf, type Value } from './values';

export type PageReading = {
  /** For reports: `page 2`. */
  object: string;
  dictionary: Dictionary;
  /** Its own, not inherited (ISO 19005-2, 6.2.2). */
  resources: Dictionary | undefined;
  content: ContentReading;
};

/** @throws Error when the page tree or a content stream cannot be read */
export function readPages(document: PdfDocument): PageReading[] {
  const root = document.dictionary(document.trailer, 'Root');
  return pageDictionaries(document, document.get(root, 'Pages'), 0).map((dictionary, index) => {
    const resources = document.dictionary(dictionary, 'Resources');
    const contents = document.get(dictionary, 'Contents');
    const streams = (Array.isArray(contents) ? contents : [contents]).map(
      (value) => document.streamOf(value) ?? Buffer.alloc(0),
    );
    // Streams of one page are read as if they were one, with white space between (7.8.2).
    const stream = Buffer.concat(streams.flatMap((bytes) => [bytes, Buffer.from('\n')]));
    return { object: `page ${index + 1}`, dictionary, resources, content: readContent(document, stream, resources) };
  });
}

function pageDictionaries(document: PdfDocument, node: Value | undefined, depth: number): Dictionary[] {
  const value = document.resolve(node);
  if (!isDictionary(value) || depth > 32) throw new Error('the page tree cannot be read');
  if (nameOf(document.get(value, 'Type')) === 'Page') return [value];
  const kids = document.get(value, 'Kids');
  if (!Array.isArray(kids)) throw new Error('a node of the page tree has no kids');
  return kids.flatMap((kid) => pageDictionaries(document, kid, depth + 1));
}
