import { precedes, streamEnd } from '../reading/document';
import { type Dictionary, isDictionary, isReference, nameOf, numberOf, type Text, type Value } from '../reading/values';
import { type Breach, breach, type Rule, type Subject, unless } from '../rule';

/** ISO 19005-2, 6.1: the file as bytes. */
export const FILE_RULES: Rule[] = [
  {
    id: 'A2-6.1.2-header',
    clause: 'ISO 19005-2, 6.1.2',
    says: 'the file starts with %PDF-1.n, then a comment of four bytes above 127',
    test: ({ document: { bytes } }) =>
      unless(
        /^%PDF-1\.[0-7](\r\n|\r|\n)%[\x80-\xff]{4}/.test(bytes.toString('latin1', 0, 20)),
        'file',
        'another header',
      ),
  },
  {
    id: 'A2-6.1.3-id',
    clause: 'ISO 19005-2, 6.1.3; ISO 32000-1, 14.4',
    says: 'the trailer has a file identifier of two strings',
    test: ({ document }) => {
      const id = document.get(document.trailer, 'ID');
      const isWhole = Array.isArray(id) && id.length === 2 && id.every((part) => lengthOf(part) >= 16);
      return unless(isWhole, 'trailer', 'no /ID of two strings');
    },
  },
  {
    id: 'A2-6.1.3-encrypt',
    clause: 'ISO 19005-2, 6.1.3; ISO 14289-1, 7.16',
    says: 'the file is not encrypted',
    test: ({ document }) => unless(!document.trailer.entries.has('Encrypt'), 'trailer', '/Encrypt'),
  },
  {
    id: 'A2-6.1.3-end',
    clause: 'ISO 19005-2, 6.1.3',
    says: 'nothing but one line end follows the last %%EOF',
    test: ({ document: { bytes } }) =>
      unless(/%%EOF(\r\n|\r|\n)?$/.test(bytes.toString('latin1', bytes.length - 8)), 'file', 'bytes after the end'),
  },
  {
    id: 'A2-6.1.4-xref',
    clause: 'ISO 19005-2, 6.1.4; ISO 32000-1, 7.5.4',
    says: 'the cross-reference table is written with single line ends and entries of 20 bytes',
    test: ({ document: { bytes, xrefOffset } }) => {
      const table = bytes.toString('latin1', xrefOffset);
      const isClean = /^xref(\r\n|\r|\n)(\d+ \d+ ?(\r\n|\r|\n)(\d{10} \d{5} [nf]( \r| \n|\r\n))+)+trailer/.test(table);
      return unless(isClean, 'cross-reference table', 'another form');
    },
  },
  {
    id: 'A2-6.1.6-hex',
    clause: 'ISO 19005-2, 6.1.6',
    says: 'hexadecimal strings have an even number of digits and nothing else',
    test: (subject) =>
      everyValue(subject, (value, object) => {
        const hex = isText(value) ? value.hex : undefined;
        return hex === undefined ? [] : unless(hex.isClean && hex.digits % 2 === 0, object, 'a hexadecimal string');
      }),
  },
  {
    id: 'A2-6.1.7-length',
    clause: 'ISO 19005-2, 6.1.7.1',
    says: '/Length is the number of bytes before the line end and endstream',
    test: ({ document }) =>
      [...document.objects.values()]
        .filter((object) => object.raw !== undefined)
        .flatMap((object) =>
          unless(/^(\r\n|\r|\n)endstream/.test(streamEnd(document, object)), `stream ${object.id}`, 'another length'),
        ),
  },
  {
    id: 'A2-6.1.7-keyword',
    clause: 'ISO 19005-2, 6.1.7.1',
    says: 'the keyword stream is followed by a line feed, with or without a carriage return before it',
    test: ({ document }) =>
      [...document.objects.values()]
        .filter((object) => object.raw !== undefined)
        .flatMap((object) => {
          const text = document.bytes.toString('latin1', object.valueEnd, object.valueEnd + 12);
          return unless(/^\s*stream(\r\n|\n)/.test(text), `stream ${object.id}`, 'another line end');
        }),
  },
  {
    id: 'A2-6.1.7-external',
    clause: 'ISO 19005-2, 6.1.7.1',
    says: 'no stream is kept in another file',
    test: ({ document }) =>
      [...document.objects.values()].flatMap(({ id, value, raw }) => {
        const isExternal =
          isDictionary(value) && ['F', 'FFilter', 'FDecodeParms'].some((key) => value.entries.has(key));
        return unless(raw === undefined || !isExternal, `stream ${id}`, 'an external file');
      }),
  },
  {
    id: 'A2-6.1.7-filter',
    clause: 'ISO 19005-2, 6.1.7.2',
    says: 'streams use standard filters: no LZW, no encryption, nor JPEG 2000, which has rules that are not tested here',
    test: ({ document }) =>
      [...document.objects.values()].flatMap(({ id, value, raw }) => {
        if (raw === undefined) return [];
        const filter = document.get(value, 'Filter');
        const names = (Array.isArray(filter) ? filter : [filter]).map((one) => nameOf(document.resolve(one)));
        return names.flatMap((name) =>
          unless(name === undefined || FILTERS.has(name), `stream ${id}`, `filter ${name}`),
        );
      }),
  },
  {
    id: 'A2-6.1.8-utf8',
    clause: 'ISO 19005-2, 6.1.8',
    says: 'names are valid UTF-8',
    test: (subject) =>
      everyValue(subject, (value, object) => {
        const name = nameOf(value);
        const bytes = Buffer.from(name ?? '', 'latin1');
        return unless(bytes.equals(Buffer.from(bytes.toString('utf8'), 'utf8')), object, 'a name');
      }),
  },
  {
    id: 'A2-6.1.9-spacing',
    clause: 'ISO 19005-2, 6.1.9',
    says: 'object numbers, obj and endobj are set off by single spaces and line ends',
    test: ({ document }) =>
      [...document.objects.values()].flatMap((object) => {
        const start = document.bytes.toString('latin1', object.offset, object.offset + 32);
        const isClean =
          /^\d+ \d+ obj[\r\n]/.test(start) && precedes(document, object) && endsClean(document.bytes, object);
        return unless(isClean, `object ${object.id}`, 'other spacing');
      }),
  },
  {
    id: 'A2-6.1.13-limits',
    clause: 'ISO 19005-2, 6.1.13',
    says: 'numbers, strings, names, objects and nesting stay within the limits',
    test: (subject) => [
      ...everyValue(subject, (value, object) => unless(isWithinLimits(value), object, 'a value beyond the limits')),
      ...unless(subject.document.objects.size <= 8388607, 'file', 'too many objects'),
      ...subject.pages.flatMap(({ object, content }) => unless(content.depth <= 28, object, 'q nested too deeply')),
      ...subject.pages.flatMap(({ object, dictionary }) =>
        BOXES.flatMap((box) => unless(hasFairSize(subject, dictionary, box), object, `/${box} of another size`)),
      ),
    ],
  },
];

const BOXES = ['MediaBox', 'CropBox', 'BleedBox', 'TrimBox', 'ArtBox'];

/** Sides between 3 and 14 400 units; only the first of the boxes must be there. */
function hasFairSize({ document }: Subject, page: Dictionary, key: string): boolean {
  const box = document.get(page, key);
  if (box === undefined && key !== 'MediaBox') return true;
  const [left = 0, bottom = 0, right = 0, top = 0] = Array.isArray(box) ? box.map((side) => numberOf(side) ?? 0) : [];
  return [right - left, top - bottom].every((side) => side >= 3 && side <= 14400);
}

const FILTERS = new Set([
  'ASCIIHexDecode',
  'ASCII85Decode',
  'FlateDecode',
  'RunLengthDecode',
  'CCITTFaxDecode',
  'JBIG2Decode',
  'DCTDecode',
]);

function lengthOf(value: Value): number {
  return isText(value) ? value.bytes.length : 0;
}

function isText(value: Value | undefined): value is Text {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'string';
}

/** The end of an object without a stream; streams have a rule of their own. */
function endsClean(bytes: Buffer, { valueEnd, raw }: { valueEnd: number; raw?: Buffer }): boolean {
  const start = raw === undefined ? valueEnd : raw.byteOffset - bytes.byteOffset + raw.length;
  const text = bytes.toString('latin1', start, start + 32);
  return raw === undefined ? /^(\r\n|\r|\n)endobj[\r\n]/.test(text) : /^[\r\n]+endstream[\r\n]+endobj[\r\n]/.test(text);
}

function isWithinLimits(value: Value): boolean {
  if (typeof value === 'number') {
    const size = Math.abs(value);
    return Number.isInteger(value) ? size <= 2147483647 : size <= 3.403e38 && size >= 1.175e-38;
  }
  if (isText(value)) return value.bytes.length <= 32767;
  return (nameOf(value) ?? '').length <= 127;
}

/** Asks a question of every value of every object and content stream, names of keys included. */
function everyValue({ document, pages }: Subject, ask: (value: Value, object: string) => Breach[]): Breach[] {
  const breaches: Breach[] = [];
  const visit = (value: Value, object: string): void => {
    if (isReference(value)) return;
    breaches.push(...ask(value, object));
    if (Array.isArray(value)) for (const item of value) visit(item, object);
    if (!isDictionary(value)) return;
    for (const [key, item] of value.entries) {
      breaches.push(...ask({ kind: 'name', value: key }, object));
      visit(item, object);
    }
  };
  for (const { id, value } of document.objects.values()) visit(value, `object ${id}`);
  visit(document.trailer, 'trailer');
  for (const { object, content } of pages) for (const value of content.operands) visit(value, object);
  return breaches;
}

/** A file that cannot be read breaks this rule and is asked no other. */
export const READABLE: Rule = {
  id: 'A2-6.1-readable',
  clause: 'ISO 19005-2, 6.1',
  says: 'the file can be read from its cross-reference table to its last object',
  test: () => [],
};

export function unreadable(reason: string): Breach {
  return breach('file', reason);
}
