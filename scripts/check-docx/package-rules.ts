/**
 * What the schema validator leaves out: the package around the parts (ECMA-376 part 2) and names that must meet.
 * Every rule takes the parts of a package by name and returns what breaks it.
 */
import { posix } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Fault } from './fault';

type Parts = Map<string, string>;

/** Elements of the core properties (ECMA-376 part 2, 11.1); each at most once. */
const CORE_PROPERTY =
  /^(cp:(category|contentStatus|contentType|keywords|lastModifiedBy|lastPrinted|revision|version)|dc:(creator|description|identifier|language|subject|title)|dcterms:(created|modified))$/;
const W3CDTF = /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?$/;

/** Everything that is wrong with the package of a DOCX file. */
export function packageFaults(file: Buffer): Fault[] {
  const entries = Object.entries(unzipSync(file));
  const parts: Parts = new Map(entries.map(([name, data]) => [name, isXml(name) ? strFromU8(data) : '']));
  return [
    ...untypedParts(parts),
    ...danglingTargets(parts),
    ...unknownRelationships(parts),
    ...unknownStyles(parts),
    ...unknownFonts(parts),
    ...unknownLists(parts),
    ...repeatedNames(parts),
    ...wrongCoreProperties(parts),
  ];
}

function untypedParts(parts: Parts): Fault[] {
  const part = '[Content_Types].xml';
  const types = parts.get(part) ?? '';
  const extensions = attributes(types, 'Default', 'Extension');
  const overrides = attributes(types, 'Override', 'PartName').map((name) => name.slice(1));
  const names = [...parts.keys()].filter((name) => name !== part);
  return [
    ...names
      .filter((name) => !overrides.includes(name) && !extensions.includes(extensionOf(name)))
      .map((name) => ({ rule: 'ContentType', part, detail: `no content type for ${name}` })),
    ...overrides
      .filter((name) => !parts.has(name))
      .map((name) => ({ rule: 'ContentType', part, detail: `content type for a part that is missing: ${name}` })),
  ];
}

function danglingTargets(parts: Parts): Fault[] {
  return [...parts].flatMap(([part, xml]) => {
    if (!part.endsWith('.rels')) return [];
    const folder = posix.dirname(posix.dirname(part));
    return attributes(xml, 'Relationship', 'Target')
      .filter((target) => !parts.has(posix.join(folder, target)))
      .map((target) => ({ rule: 'RelationshipTarget', part, detail: `no part ${target}` }));
  });
}

function unknownRelationships(parts: Parts): Fault[] {
  return [...parts].flatMap(([part, xml]) => {
    const known = attributes(parts.get(relationshipsOf(part)) ?? '', 'Relationship', 'Id');
    return [...xml.matchAll(/\sr:(?:id|embed|link)="([^"]*)"/g)]
      .filter(([, id = '']) => !known.includes(id))
      .map(([, id]) => ({ rule: 'RelationshipId', part, detail: `no relationship ${id}` }));
  });
}

function unknownStyles(parts: Parts): Fault[] {
  const known = attributes(parts.get('word/styles.xml') ?? '', 'w:style', 'w:styleId');
  return [...parts].flatMap(([part, xml]) =>
    ['w:pStyle', 'w:rStyle', 'w:tblStyle', 'w:basedOn', 'w:next']
      .flatMap((element) => attributes(xml, element, 'w:val'))
      .filter((style) => !known.includes(style))
      .map((style) => ({ rule: 'Style', part, detail: `no style ${style}` })),
  );
}

/** Word looks a missing font up by what the font table says of it. */
function unknownFonts(parts: Parts): Fault[] {
  const known = attributes(parts.get('word/fontTable.xml') ?? '', 'w:font', 'w:name');
  return [...parts].flatMap(([part, xml]) =>
    ['w:ascii', 'w:hAnsi', 'w:eastAsia', 'w:cs']
      .flatMap((channel) => attributes(xml, 'w:rFonts', channel))
      .filter((font) => !known.includes(font))
      .map((font) => ({ rule: 'Font', part, detail: `no font ${font} in the font table` })),
  );
}

function unknownLists(parts: Parts): Fault[] {
  const numbering = parts.get('word/numbering.xml') ?? '';
  const lists = attributes(numbering, 'w:num', 'w:numId');
  const kinds = attributes(numbering, 'w:abstractNum', 'w:abstractNumId');
  const missing = [...parts].flatMap(([part, xml]) => [
    ...(part === 'word/numbering.xml' ? [] : attributes(xml, 'w:numId', 'w:val'))
      .filter((list) => !lists.includes(list))
      .map((list) => ({ rule: 'List', part, detail: `no list ${list}` })),
    ...attributes(xml, 'w:abstractNumId', 'w:val')
      .filter((kind) => !kinds.includes(kind))
      .map((kind) => ({ rule: 'List', part, detail: `no kind of list ${kind}` })),
  ]);
  const unnamed = kinds.length - attributes(numbering, 'w:nsid', 'w:val').length;
  if (unnamed === 0) return missing;
  return [...missing, { rule: 'List', part: 'word/numbering.xml', detail: `${unnamed} kinds of list without w:nsid` }];
}

/** What must be unlike any other of its kind: in a part, or in all parts of a document for pictures (20.4.2.5). */
function repeatedNames(parts: Parts): Fault[] {
  const single = [...parts].flatMap(([part, xml]) => [
    ...repeated(attributes(xml, 'Relationship', 'Id')).map((id) => ({ rule: 'Repeated', part, detail: `Id ${id}` })),
    ...repeated(attributes(xml, 'w:nsid', 'w:val')).map((id) => ({ rule: 'Repeated', part, detail: `nsid ${id}` })),
    ...repeated(attributes(xml, 'w:style', 'w:styleId')).map((id) => ({
      rule: 'Repeated',
      part,
      detail: `style ${id}`,
    })),
    ...['w:headerReference', 'w:footerReference'].flatMap((element) =>
      repeated(attributes(xml, element, 'w:type')).map((type) => ({
        rule: 'Repeated',
        part,
        detail: `${element} ${type}`,
      })),
    ),
  ]);
  const pictures = [...parts].flatMap(([part, xml]) => attributes(xml, 'wp:docPr', 'id').map((id) => ({ part, id })));
  const ids = pictures.map(({ id }) => id);
  return [
    ...single,
    ...pictures
      .filter(({ id }, index) => ids.indexOf(id) !== index)
      .map(({ part, id }) => ({ rule: 'Repeated', part, detail: `picture ${id}` })),
  ];
}

function repeated(names: string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}

function wrongCoreProperties(parts: Parts): Fault[] {
  const part = 'docProps/core.xml';
  const xml = parts.get(part) ?? '';
  const inner = xml.replace(/^[\s\S]*?<cp:coreProperties[^>]*>/, '').replace(/<\/cp:coreProperties>\s*$/, '');
  const found = [...inner.matchAll(/<([\w:]+)([^>]*)>([^<]*)<\/[\w:]+>/g)];
  const names = found.map(([, name = '']) => name);
  const fault = (detail: string): Fault => ({ rule: 'CoreProperties', part, detail });
  return [
    ...names.filter((name) => !CORE_PROPERTY.test(name)).map((name) => fault(`unknown property ${name}`)),
    ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => fault(`${name} stands twice`)),
    ...found
      .filter(([, name = '', type = '', value = '']) => {
        return name.startsWith('dcterms:') && !(type.includes('xsi:type="dcterms:W3CDTF"') && W3CDTF.test(value));
      })
      .map(([, name]) => fault(`${name} is not a W3CDTF time`)),
  ];
}

function relationshipsOf(part: string): string {
  return posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
}

/** Of `_rels/.rels` too, which node:path takes for a name without one. */
function extensionOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

function isXml(name: string): boolean {
  return /\.(xml|rels)$/.test(name);
}

function attributes(xml: string, element: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${element}\\s[^>]*?\\b${name}="([^"]*)"`, 'g'))].map(([, value = '']) => value);
}
