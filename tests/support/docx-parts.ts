/** Opens a DOCX and reads its XML as an independent reader would: no code of the writer is used. */
import { strFromU8, unzipSync } from 'fflate';

export type XmlElement = { name: string; attributes: Record<string, string>; children: (XmlElement | string)[] };

/** The parts of a package by name; binary parts are left out. */
export function xmlParts(file: Buffer): Record<string, string> {
  const entries = Object.entries(unzipSync(file)).filter(([name]) => /\.(xml|rels)$/.test(name));
  return Object.fromEntries(entries.map(([name, data]) => [name, strFromU8(data)]));
}

/** @throws Error when a tag is not closed, not opened, or an ampersand is not an entity */
export function parseXml(xml: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  for (const [token] of xml.matchAll(/<[^>]+>|[^<]+/g)) {
    const parent = open.at(-1);
    if (parent === undefined) throw new Error('closed too often');
    if (token.startsWith('<?')) continue;
    if (token.startsWith('</')) {
      if (parent.name !== token.slice(2, -1)) throw new Error(`${parent.name} closed by ${token}`);
      open.pop();
    } else if (token.startsWith('<')) {
      const element = elementOf(token);
      parent.children.push(element);
      if (!token.endsWith('/>')) open.push(element);
    } else {
      parent.children.push(decode(token));
    }
  }
  const [document] = root.children.filter((child) => typeof child !== 'string');
  if (open.length !== 1 || document === undefined) throw new Error('not closed');
  return document;
}

/** Every element of that name below `element`, in order. */
export function elementsNamed(element: XmlElement, name: string): XmlElement[] {
  return childElements(element).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...elementsNamed(child, name),
  ]);
}

export function childElements(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string');
}

/** The text of every `w:t` below `element`. */
export function textOf(element: XmlElement): string {
  return elementsNamed(element, 'w:t')
    .flatMap(({ children }) => children)
    .join('');
}

/** Text without white space and table bars, to compare what was printed with what was meant. */
export function squeezed(text: string): string {
  return text.replace(/[\s|]/g, '');
}

function elementOf(tag: string): XmlElement {
  const attributes = Object.fromEntries(
    [...tag.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, decode(value)]),
  );
  return { name: /^<([\w:]+)/.exec(tag)?.[1] ?? '', attributes, children: [] };
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(text: string): string {
  return text.replace(/&(#?\w*);?/g, (entity, name: string) => {
    if (!entity.endsWith(';')) throw new Error('bare ampersand');
    return name.startsWith('#') ? String.fromCodePoint(Number(name.slice(1))) : (ENTITIES[name] ?? entity);
  });
}
