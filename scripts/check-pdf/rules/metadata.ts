import { nameOf, textOf } from '../reading/values';
import type { XmpProperty } from '../reading/xmp';
import { breach, type Rule, type Subject, unless } from '../rule';

const PDFA = 'http://www.aiim.org/pdfa/ns/id/';
const PDFUA = 'http://www.aiim.org/pdfua/ns/id/';
const DC = 'http://purl.org/dc/elements/1.1/';
const XMP = 'http://ns.adobe.com/xap/1.0/';
const PDF = 'http://ns.adobe.com/pdf/1.3/';
const EXTENSION = 'http://www.aiim.org/pdfa/ns/extension/';

/** Properties that XMP itself defines (XMP Specification 2005), so far as documents of this service could use them. */
const PREDEFINED = new Map<string, string[]>([
  [DC, ['title', 'creator', 'description', 'subject', 'language', 'format', 'date', 'rights', 'publisher', 'type']],
  [XMP, ['CreateDate', 'ModifyDate', 'MetadataDate', 'CreatorTool', 'Identifier', 'Label']],
  [PDF, ['Producer', 'Keywords', 'PDFVersion']],
  [PDFA, ['part', 'conformance', 'amd']],
  [EXTENSION, ['schemas']],
  ['http://ns.adobe.com/xap/1.0/mm/', ['DocumentID', 'InstanceID', 'RenditionClass', 'History', 'VersionID']],
  ['http://ns.adobe.com/xap/1.0/t/pg/', ['NPages', 'MaxPageSize']],
]);

/** Entries of the information dictionary and the properties that must say the same (ISO 19005-1, 6.7.3, Table 1). */
const PAIRS: [entry: string, namespace: string, name: string][] = [
  ['Title', DC, 'title'],
  ['Author', DC, 'creator'],
  ['Subject', DC, 'description'],
  ['Keywords', PDF, 'Keywords'],
  ['Creator', XMP, 'CreatorTool'],
  ['Producer', PDF, 'Producer'],
  ['CreationDate', XMP, 'CreateDate'],
  ['ModDate', XMP, 'ModifyDate'],
];

/** Properties that hold several values; all others are simple. */
const CONTAINERS: Record<string, string> = {
  [`${DC}title`]: 'Alt',
  [`${DC}description`]: 'Alt',
  [`${DC}rights`]: 'Alt',
  [`${DC}creator`]: 'Seq',
  [`${DC}date`]: 'Seq',
  [`${DC}subject`]: 'Bag',
  [`${DC}language`]: 'Bag',
  [`${DC}publisher`]: 'Bag',
  [`${DC}type`]: 'Bag',
  [`${EXTENSION}schemas`]: 'Bag',
  'http://ns.adobe.com/xap/1.0/mm/History': 'Seq',
};
const DATES = new Set(['CreateDate', 'ModifyDate', 'MetadataDate'].map((name) => `${XMP}${name}`));
const ISO_DATE = /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?$/;

/** ISO 19005-2, 6.6 and ISO 14289-1, 5 and 7.1: what the file says about itself. */
export const METADATA_RULES: Rule[] = [
  {
    id: 'A2-6.6.2-stream',
    clause: 'ISO 19005-2, 6.6.2.1; ISO 14289-1, 7.1',
    says: 'the catalog has an XMP metadata stream',
    test: ({ document, xmp }) => {
      const stream = document.get(document.dictionary(document.trailer, 'Root'), 'Metadata');
      const isXml =
        nameOf(document.get(stream, 'Type')) === 'Metadata' && nameOf(document.get(stream, 'Subtype')) === 'XML';
      return unless(xmp.text !== undefined && isXml, 'catalog', 'no /Metadata of type XML');
    },
  },
  {
    id: 'A2-6.6.2-packet',
    clause: 'ISO 19005-2, 6.6.2.2',
    says: 'the packet header has neither bytes nor encoding',
    test: ({ xmp }) => {
      if (xmp.text === undefined) return [];
      const header = /<\?xpacket begin=[^?]*\?>/.exec(xmp.text)?.[0] ?? 'bytes';
      return unless(!/\b(bytes|encoding)\b/.test(header), 'metadata', 'another header');
    },
  },
  {
    id: 'A2-6.6.2-wellformed',
    clause: 'ISO 19005-2, 6.6.2.1; ISO 16684-1',
    says: 'the metadata is well-formed XML in UTF-8',
    test: ({ xmp }) => xmp.faults.map((fault) => breach('metadata', fault)),
  },
  {
    id: 'A2-6.6.2-properties',
    clause: 'ISO 19005-2, 6.6.2.3',
    says: 'every property is predefined or described by an extension schema',
    test: ({ xmp }) =>
      xmp.properties.flatMap(({ namespace, name, prefix }) => {
        const isKnown = PREDEFINED.get(namespace)?.includes(name) || xmp.described.has(`${namespace} ${name}`);
        return unless(isKnown === true, 'metadata', `${prefix}:${name}`);
      }),
  },
  {
    id: 'A2-6.6.2-types',
    clause: 'ISO 19005-2, 6.6.2.3.1; XMP Specification 2005',
    says: 'every property is of its type: alternatives, lists, dates, numbers, simple text',
    test: ({ xmp }) =>
      xmp.properties.flatMap((property) => {
        const { namespace, prefix, name, container, value } = property;
        const wanted = CONTAINERS[`${namespace}${name}`];
        const isDate = !DATES.has(`${namespace}${name}`) || ISO_DATE.test(value);
        const isNumber = name !== 'part' || /^\d+$/.test(value);
        return unless(container === wanted && isDate && isNumber, 'metadata', `${prefix}:${name}`);
      }),
  },
  {
    id: 'A2-6.6.2-extension',
    clause: 'ISO 19005-2, 6.6.2.3.3',
    says: 'descriptions of schemas are whole: fields, sequences, categories, prefixes',
    test: ({ xmp }) => xmp.schemaFaults.map(({ schema, detail }) => breach(`schema ${schema}`, detail)),
  },
  {
    id: 'A2-6.6.2-once',
    clause: 'ISO 16684-1, 6.1',
    says: 'no property is said twice',
    test: ({ xmp }) => {
      const names = xmp.properties.map(({ namespace, name }) => `${namespace}${name}`);
      return xmp.properties
        .filter((_, index) => names.indexOf(names[index] ?? '') !== index)
        .map(({ prefix, name }) => breach('metadata', `${prefix}:${name}`));
    },
  },
  {
    id: 'A2-6.6.4-identifier',
    clause: 'ISO 19005-2, 6.6.4',
    says: 'the metadata says PDF/A-2, conformance A, B or U, with the prefix pdfaid',
    test: (subject) => {
      if (subject.xmp.text === undefined) return [];
      const [part, conformance] = [find(subject, PDFA, 'part'), find(subject, PDFA, 'conformance')];
      const isRight = part?.value === '2' && /^[ABU]$/.test(conformance?.value ?? '') && part.prefix === 'pdfaid';
      return unless(isRight, 'metadata', 'another PDF/A identifier');
    },
  },
  {
    id: 'A2-6.6.3-info',
    clause: 'ISO 19005-2, 6.6.3; ISO 19005-1, 6.7.3',
    says: 'the information dictionary and the metadata say the same',
    test: (subject) => {
      const { document } = subject;
      const info = document.dictionary(document.trailer, 'Info');
      const known = new Set([...PAIRS.map(([entry]) => entry), 'Trapped']);
      const others = [...(info?.entries.keys() ?? [])].filter((key) => !known.has(key));
      return [
        ...others.map((key) => breach('information dictionary', `/${key}`)),
        ...PAIRS.flatMap(([entry, namespace, name]) => {
          const stated = textOf(document.get(info, entry));
          if (stated === undefined) return [];
          const said = find(subject, namespace, name)?.value;
          const isSame = entry.endsWith('Date') ? Date.parse(said ?? '') === timeOf(stated) : said === stated;
          return unless(isSame, 'information dictionary', `/${entry}`);
        }),
      ];
    },
  },
  {
    id: 'UA1-5-identifier',
    clause: 'ISO 14289-1, 5',
    says: 'the metadata says PDF/UA-1, with the prefix pdfuaid',
    test: (subject) => {
      const part = find(subject, PDFUA, 'part');
      return unless(part?.value === '1' && part.prefix === 'pdfuaid', 'metadata', 'another PDF/UA identifier');
    },
  },
  {
    id: 'UA1-7.1-title',
    clause: 'ISO 14289-1, 7.1',
    says: 'the metadata has a title in dc:title',
    test: (subject) => {
      const title = find(subject, DC, 'title');
      return unless((title?.value ?? '').trim() !== '' && title?.lang === 'x-default', 'metadata', 'no title');
    },
  },
  {
    id: 'UA1-7.1-display',
    clause: 'ISO 14289-1, 7.1',
    says: 'viewers show the title',
    test: ({ document }) => {
      const preferences = document.get(document.dictionary(document.trailer, 'Root'), 'ViewerPreferences');
      return unless(document.get(preferences, 'DisplayDocTitle') === true, 'catalog', 'no /DisplayDocTitle true');
    },
  },
];

function find({ xmp }: Subject, namespace: string, name: string): XmpProperty | undefined {
  return xmp.properties.find((property) => property.namespace === namespace && property.name === name);
}

/** The moment that `D:20261121080000Z` names; NaN for another form. */
function timeOf(date: string): number {
  const parts = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-]\d\d)'(\d\d)'?)$/.exec(date);
  if (parts === null) return Number.NaN;
  const [, year, month, day, hour, minute, second, hours, minutes] = parts;
  const zone = hours === undefined ? 'Z' : `${hours}:${minutes}`;
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
}
