/** Questions to a written DOCX, asked of its XML as an independent reader would. */
import { writeDocx } from '../../src/layout/docx';
import type { DocumentModel } from '../../src/model';
import { ruling } from './docx-models';
import { elementsNamed, parseXml, squeezed, textOf, type XmlElement, xmlParts } from './docx-parts';

export const issuedAt = new Date('2026-11-21T08:30:15Z');

export async function partOf(model: DocumentModel, name: string): Promise<XmlElement> {
  const xml = xmlParts(await writeDocx(model, { issuedAt }))[`word/${name}.xml`];
  if (xml === undefined) throw new Error(`no part ${name}`);
  return parseXml(xml);
}

export async function paragraphsOf(model: DocumentModel): Promise<XmlElement[]> {
  return elementsNamed(await partOf(model, 'document'), 'w:p');
}

export function first(element: XmlElement | undefined, name: string): Record<string, string> | undefined {
  return element === undefined ? undefined : elementsNamed(element, name)[0]?.attributes;
}

export function styleOf(element: XmlElement | undefined): string | undefined {
  return first(element, 'w:pStyle')?.['w:val'];
}

export function paragraphWith(paragraphs: XmlElement[], text: string): XmlElement {
  const found = paragraphs.find((paragraph) => squeezed(textOf(paragraph)).includes(text));
  if (found === undefined) throw new Error(`no paragraph with ${text}`);
  return found;
}

export async function styleNamed(name: string): Promise<XmlElement> {
  const styles = elementsNamed(await partOf(ruling, 'styles'), 'w:style');
  const found = styles.find(
    (style) => first(style, 'w:name')?.['w:val'] === name || first(style, 'w:aliases')?.['w:val'] === name,
  );
  if (found === undefined) throw new Error(`no style ${name}`);
  return found;
}
