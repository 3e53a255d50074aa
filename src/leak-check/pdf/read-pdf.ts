import { fromMarked, readingsOf } from '../bytes/encodings';
import { looseText } from '../bytes/loose-text';
import { readEmbedded } from '../pictures/embedded';
import type { Collector, Mark, Place } from '../reading';
import { unreadable } from '../unreadable';
import { cmapRemarks } from './fonts/cmap-remarks';
import { STANDARD_NAMES } from './fonts/standard-names';
import { type PictureObject, readPicture } from './images/images';
import { isContent, isPlainText } from './is-content';
import { readPageText } from './read-pages';
import { indexResources, isPicture } from './resources';
import { keyedStrings } from './syntax/keyed-strings';
import { type PdfObjects, placeOf } from './syntax/object-index';
import { readObjects } from './syntax/objects';
import { type Dictionary, itemsOf, numberOf, numberOr, type PdfValue, wordOf } from './syntax/values';

/**
 * Everything that a tool can read in a PDF: page text in drawing and reading order, hidden or covered or not; every
 * string, name and stream of every object of every revision, used or not; files and pictures in it; and the bytes
 * between the objects.
 * @throws AppError LEAK_DETECTED when it is no PDF, or encrypted
 */
export function readPdf(bytes: Buffer, collector: Collector): void {
  if (!bytes.subarray(0, 1024).includes('%PDF-')) throw unreadable('not a PDF file');
  collector.budget.spend(bytes.length);
  const objects = readObjects(bytes, collector);
  // Nothing that could be read is no proof that nothing is there.
  if (objects.all.length === 0) collector.unread({ carrier: 'PDF 文件' }, unreadable('holds no object'));
  const resources = indexResources(objects, collector.budget);
  const programs = fontPrograms(objects);
  readPageText({ objects, resources, programs, collector });
  readStrings(objects, collector);
  collector.text({ carrier: 'PDF 名称', text: nameText(objects) });
  for (const text of keyedStrings(objects)) collector.text({ carrier: 'PDF 同类字符串', text, isPlain: true });
  readStreams(objects, programs, collector);
  collector.text({ carrier: 'PDF 对象之外的字节', text: outsideText(objects.outside.objects) });
  const outside = withoutSignature(objects.outside.streams);
  const place = { carrier: 'PDF 数据流之外的字节' };
  collector.text({ ...place, text: looseText(outside, { chineseOnly: true }) });
  collector.text({ carrier: 'PDF 数字', text: longNumbers(outside) });
  readEmbedded(outside, 0, place, collector);
}

/** Telephone and identity numbers that stand as numbers, not as strings. */
function longNumbers(bytes: Buffer): string {
  return (bytes.toString('latin1').match(/\d{11,18}[Xx]?/g) ?? []).join('ꙮ');
}

/** The font programs of all revisions, by their dictionaries. */
function fontPrograms({ all, definitions }: PdfObjects): ReadonlySet<PdfValue> {
  const programs = new Set<PdfValue>();
  for (const { value } of all) {
    if (value.kind !== 'dictionary') continue;
    for (const key of ['FontFile', 'FontFile2', 'FontFile3']) {
      const entry = value.entries.get(key);
      if (entry !== undefined) for (const program of definitions(entry)) programs.add(program);
    }
  }
  return programs;
}

/** Strings that programs decode once more need a view of their own. */
const HAS_MARKUP = /[<&%\\{[+\x0e\x1b\u202e]|~\{|xn--|U\+|_x|=[?89A-Fa-f]|[A-Za-z0-9+/]{16}|from[Cc]|\.reverse\(/;

/** Control characters that no text has: a certificate, a profile, a digest. */
const IS_BINARY = /[\0-\x08\x0e-\x1f]/;

/** Every reading of a string; in binary ones text stands between other bytes. */
function textsOf(bytes: Buffer): string[] {
  const isBinary = bytes.length >= MIN_BINARY && fromMarked(bytes) === undefined;
  const readings = readingsOf(bytes);
  return isBinary && IS_BINARY.test(bytes.toString('latin1')) ? [...readings, looseText(bytes)] : readings;
}

/** Shorter ones are numbers of files. */
const MIN_BINARY = 24;

/**
 * The strings of all objects, one after another: an address may be cut into several, such as the elements of the
 * structure tree.
 */
function readStrings({ all }: PdfObjects, collector: Collector): void {
  const texts: string[] = [];
  const marks: Mark[] = [];
  let length = 0;
  for (const { id, notes } of all) {
    if (notes.strings.length + notes.comments.length === 0) continue;
    const strings = [...notes.strings, ...notes.comments].flatMap(textsOf).filter((text) => text !== '');
    if (strings.length === 0) continue;
    const text = strings.join('\n');
    marks.push(id < 0 ? { at: length } : { at: length, object: id });
    texts.push(text);
    length += text.length + 1;
    for (const string of strings) {
      if (HAS_MARKUP.test(string)) collector.text({ ...placeOf('PDF 字符串', id), text: string });
    }
  }
  collector.text({ carrier: 'PDF 字符串', text: texts.join('\n'), marks, isPlain: true });
}

/** The names that the format itself does not define. */
function nameText({ names }: PdfObjects): string {
  const own = [...names].filter((name) => !STANDARD_NAMES.has(name));
  return own.flatMap((name) => readingsOf(Buffer.from(name, 'latin1'))).join('ꙮ');
}

function readStreams(objects: PdfObjects, programs: ReadonlySet<PdfValue>, collector: Collector): void {
  const attached = attachedFiles(objects);
  for (const object of objects.all) {
    const { id, value, stream } = object;
    if (stream === undefined || value.kind !== 'dictionary') continue;
    const isBinary = isPicture(value, objects) || programs.has(value);
    if (isShaded(value, stream, objects)) {
      collector.unread(placeOf('PDF 数据流', id), unreadable('a drawing made of shades', 'unsupported'));
    }
    if (isSound(value)) collector.unread(placeOf('PDF 数据流', id), unreadable('sound', 'unsupported'));
    // Nobody checks what a stream says it is.
    if (attached.has(value)) collector.file(stream, placeOf('PDF 数据流', id), { isAdded: true });
    else if (isBinary && isPlainText(stream)) collector.file(stream, placeOf('PDF 数据流', id));
    if (isPicture(value, objects)) readImage({ ...object, value, stream }, objects, collector);
    else if (programs.has(value)) {
      collector.text({ ...placeOf('PDF 字体程序', id), text: looseText(stream, { isOpaque: true }) });
    } else if (isSyntax(value, stream, objects)) {
      collector.text({ ...placeOf('PDF 数据流', id), text: looseText(stream, { chineseOnly: true }) });
      if (isObjects(value)) collector.text({ ...placeOf('PDF 数字', id), text: longNumbers(stream) });
      collector.attempt(placeOf('PDF 数据流', id), () => {
        if (isMap(stream)) collector.text({ ...placeOf('PDF 数据流', id), text: cmapRemarks(stream) });
      });
    } else if (!attached.has(value)) collector.file(stream, placeOf('PDF 数据流', id));
  }
  for (const { id, value } of objects.all) readForm(value, placeOf('PDF 表单数据', id), { objects, collector });
}

/** Streams that viewers offer to save, whatever else they say they are (ISO 32000-1, 7.11.4). */
function attachedFiles({ all, names, entry, definitions }: PdfObjects): ReadonlySet<PdfValue> {
  const files = new Set<PdfValue>();
  if (!names.has('EF')) return files;
  const queue = all.map(({ value }) => value);
  for (let value = queue.pop(); value !== undefined; value = queue.pop()) {
    if (value.kind === 'array') for (const item of value.items) queue.push(item);
    if (value.kind !== 'dictionary') continue;
    for (const item of value.entries.values()) queue.push(item);
    const parts = entry(value, 'EF');
    if (parts?.kind !== 'dictionary') continue;
    for (const file of parts.entries.values()) for (const stream of definitions(file)) files.add(stream);
  }
  return files;
}

const isObjects = (value: Dictionary) => value.entries.has('N') && value.entries.has('First');

/** The smallest code has as many modules in a row. */
const MIN_SIDE = 20;
/** The smallest code made of triangles takes twice as many bytes; what shades a letter or a button takes a tenth. */
const MAX_MESH = 1000;
const FIRST_MESH = 4;

/** Tables of shades for two directions, and nets of coloured triangles (ISO 32000-1, 7.10.2 and 8.7.4.5), as large as a picture. */
function isShaded(value: Dictionary, stream: Buffer, { entry, resolve }: PdfObjects): boolean {
  if (numberOr(entry(value, 'ShadingType'), 0) >= FIRST_MESH) return stream.length > MAX_MESH;
  const sides = itemsOf(entry(value, 'Size')).filter((side) => numberOr(resolve(side), 0) >= MIN_SIDE);
  return sides.length === 2 && value.entries.has('FunctionType');
}

/** Only sounds have a rate of samples (ISO 32000-1, 13.3); their data have no signature. */
const isSound = (value: Dictionary) => numberOf(value.entries.get('R')) !== undefined;

const isMap = (stream: Buffer) => stream.includes('begincmap');

/** The data of an XFA form are one XML file that may be cut into several streams anywhere (ISO 32000-1, 12.7.8). */
function readForm(value: PdfValue, place: Place, { objects, collector }: Context): void {
  const form = objects.entry(value, 'XFA') ?? objects.entry(objects.entry(value, 'AcroForm'), 'XFA');
  const parts = itemsOf(form).flatMap((item) => objects.streamOf(objects.resolve(item)) ?? []);
  if (parts.length > 1) collector.text({ ...place, text: looseText(Buffer.concat(parts)) });
}

type Context = { objects: PdfObjects; collector: Collector };

/** Streams with a syntax of their own are read properly elsewhere: their numbers and operators would only be noise. */
function isSyntax(value: Dictionary, stream: Buffer, objects: PdfObjects): boolean {
  const type = wordOf(objects.entry(value, 'Type'));
  // Tables are numbers in bytes, whatever a text says that it is.
  if (isObjects(value) || (type === 'XRef' && !isPlainText(stream))) return true;
  return isMap(stream) || isContent(stream);
}

function readImage(object: PictureObject, objects: PdfObjects, collector: Collector): void {
  const place = placeOf('PDF 图片', object.id);
  collector.text({ ...place, text: looseText(object.stream, { isOpaque: true }) });
  collector.attempt(place, () => readPicture(object, { place, objects, collector }));
}

/** What the format itself writes between objects: it holds only numbers of its own. */
const FRAME =
  /^\d{10} \d{5} [fn]\s*$|^\d+ \d+ obj\s*$|^(?:endstream|endobj|xref|startxref|trailer|%%EOF|\d+(?: \d+)?)\s*$/gm;

function outsideText(bytes: Buffer): string {
  const text = looseText(withoutSignature(bytes));
  // White space as a whole: to look for a line break in it from each of its characters on is quadratic.
  return text.replace(FRAME, '').replace(/(?<!\s)\s+/g, (white) => (white.includes('\n') ? '\n' : white));
}

/** The file's own signature would make it look like a file inside a file. */
function withoutSignature(bytes: Buffer): Buffer {
  const at = bytes.indexOf(SIGNATURE);
  return Buffer.concat([bytes.subarray(0, Math.max(0, at)), bytes.subarray(at + SIGNATURE.length)]);
}

const SIGNATURE = '%PDF-';
