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

const COUNTING = '一二三四五六七八九十';

/**
 * The text of a body as Word shows it: the number of a list item stands before its paragraph.
 * @param numbering the part word/numbering.xml, where there is one
 */
export function shownText(body: XmlElement, numbering: XmlElement | undefined): string {
  const counts = new Map<string, number>();
  return elementsNamed(body, 'w:p')
    .map((paragraph) => {
      const list = elementsNamed(paragraph, 'w:numId')[0]?.attributes['w:val'];
      if (list === undefined || numbering === undefined) return textOf(paragraph);
      const count = (counts.get(list) ?? 0) + 1;
      counts.set(list, count);
      return levelText(numbering, list).replace('%1', COUNTING[count - 1] ?? '?') + textOf(paragraph);
    })
    .join('');
}

function levelText(numbering: XmlElement, list: string): string {
  const valOf = (element: XmlElement, name: string) => elementsNamed(element, name)[0]?.attributes['w:val'];
  const number = elementsNamed(numbering, 'w:num').find(({ attributes }) => attributes['w:numId'] === list);
  const id = number === undefined ? undefined : valOf(number, 'w:abstractNumId');
  const levels = elementsNamed(numbering, 'w:abstractNum').find(
    ({ attributes }) => attributes['w:abstractNumId'] === id,
  );
  const text = levels === undefined ? undefined : valOf(levels, 'w:lvlText');
  if (text === undefined) throw new Error(`no list ${list}`);
  return text;
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
