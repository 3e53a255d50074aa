import type { CarrierText } from '../assert-no-leak';
import { createBudget } from '../budget';
import { readingsOf } from '../encodings';
import { looseText } from '../loose-text';
import { unreadable } from '../unreadable';
import type { PdfObject, PdfObjects } from './object-index';
import { readObjects } from './objects';
import { isContent, readPageText } from './page-text';
import { indexResources, isPicture } from './resources';
import { nameOf } from './values';

/**
 * Everything that a tool can read in a PDF: page text in drawing and reading order, hidden or covered or not; every
 * string, name and stream of every object of every revision, used or not; and the bytes between the objects. Pictures
 * are not looked at, only the text stored in their data.
 * @throws AppError LEAK_DETECTED for anything that cannot be decoded
 */
export function readPdf(bytes: Buffer): CarrierText[] {
  if (!bytes.subarray(0, 1024).includes('%PDF-')) throw unreadable('not a PDF file');
  const budget = createBudget();
  budget.spend(bytes.length);
  const objects = readObjects(bytes, budget);
  const resources = indexResources(objects, budget);
  const strings = objects.all.map(stringText);
  return [
    ...readPageText({ objects, resources, budget }),
    ...strings,
    // An address may be cut into several objects, such as the elements of the structure tree.
    { carrier: 'PDF 全部字符串', text: strings.map(({ text }) => text).join('\n') },
    { carrier: 'PDF 名称', text: nameText(objects) },
    ...objects.all.flatMap((object) => streamText(object, objects)),
    { carrier: 'PDF 对象之外的字节', text: looseText(withoutSignature(objects.outside.objects)) },
    {
      carrier: 'PDF 数据流之外的字节',
      text: looseText(withoutSignature(objects.outside.streams), { chineseOnly: true }),
    },
  ];
}

function stringText({ id, notes }: PdfObject): CarrierText {
  const comments = notes.comments.filter((comment) => comment.length > 0);
  return { carrier: `PDF ${label(id)}的字符串`, text: [...notes.strings, ...comments].flatMap(readingsOf).join('\n') };
}

function label(id: number): string {
  return id === -1 ? '无编号对象' : `对象 ${id} `;
}

function nameText(objects: PdfObjects): string {
  const names = new Set(objects.all.flatMap(({ notes }) => [...notes.names]));
  return [...names].flatMap((name) => readingsOf(Buffer.from(name, 'latin1'))).join('ꙮ');
}

/** Streams with a syntax of their own are read properly elsewhere: their numbers and operators would only be noise. */
const SYNTAX = /^(ObjStm|XRef)$/;

function streamText({ id, value, stream }: PdfObject, objects: PdfObjects): CarrierText[] {
  if (stream === undefined || value.kind !== 'dictionary') return [];
  const type = nameOf(objects.resolve(value.entries.get('Type'))) ?? '';
  const isSyntax = SYNTAX.test(type) || isPicture(value, objects) || isContent(stream) || stream.includes('begincmap');
  return [{ carrier: `PDF ${label(id)}的数据流`, text: looseText(stream, { chineseOnly: isSyntax }) }];
}

/** The file's own signature would make it look like a file inside a file. */
function withoutSignature(bytes: Buffer): Buffer {
  return bytes.subarray(bytes.indexOf('%PDF-') + 5);
}
