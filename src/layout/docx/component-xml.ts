/**
 * The XML of `docx`'s components, without its Packer: that writes a theme, lists, notes, an author and the hour of
 * writing for every document, zips them, and leaves us to take them out again (60 % of the time of a document).
 */
import { Document, type XmlComponent } from 'docx';

/** What components ask while they are written: lists, notes and links, of which no instrument has any. */
const HOST = new Document({ sections: [] });

/** XML of one component. @throws Error when it writes nothing */
export function componentXml(component: XmlComponent): string {
  const object = component.prepForXml({ file: HOST, viewWrapper: HOST.Document, stack: [] });
  if (object === undefined) throw new Error('a component of the document is empty');
  return elementXml(object);
}

/** `{ name: [{ _attr: {…} }, child, 'text'] }`, the form that docx gives its components. */
function elementXml(element: object): string {
  for (const [name, content] of Object.entries(element)) {
    const { attributes, inner } = contentXml(content);
    return inner === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${inner}</${name}>`;
  }
  return '';
}

type Content = { attributes: string; inner: string };

function contentXml(content: unknown): Content {
  if (!Array.isArray(content)) return partXml(content);
  let attributes = '';
  let inner = '';
  for (const part of content) {
    const written = partXml(part);
    attributes += written.attributes;
    inner += written.inner;
  }
  return { attributes, inner };
}

function partXml(part: unknown): Content {
  if (typeof part !== 'object' || part === null) return { attributes: '', inner: escapeXml(String(part)) };
  if ('_attr' in part) return { attributes: attributesXml(part._attr), inner: '' };
  return { attributes: '', inner: elementXml(part) };
}

function attributesXml(attributes: unknown): string {
  if (typeof attributes !== 'object' || attributes === null) return '';
  let xml = '';
  for (const [name, value] of Object.entries(attributes)) xml += ` ${name}="${escapeXml(String(value))}"`;
  return xml;
}

/** XML 1.0 has no way to write control characters; they are left out. */
const RESERVED = /[&<>"\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it may stand in an element or between the double quotes of an attribute. */
export function escapeXml(text: string): string {
  return text.replace(RESERVED, (character) => ENTITIES[character] ?? '');
}
