import PDFDocument, { type Reference } from 'pdfmake/js/PDFDocument';
import { mmToPt, PAGE } from '../page';

/** A document without pages, fonts and names of programs. */
export function openDocument(info: Record<string, unknown>): PDFDocument {
  const document = new PDFDocument(
    {},
    {},
    {},
    {},
    {
      size: [mmToPt(PAGE.width), mmToPt(PAGE.height)],
      margin: 0,
      pdfVersion: '1.7',
      lang: 'zh-CN',
      tagged: true,
      displayTitle: true,
      autoFirstPage: false,
      font: null,
      info,
    },
  );
  // The name of a program tells nothing about the document.
  delete document.info['Creator'];
  return document;
}

/** What is left to the stream is its end, which nobody reads. */
const pushNothing = () => true;

/**
 * Takes what the engine writes, some 500 short lines, as it writes it: a buffer for each and the way through a stream
 * take longer than writing them.
 * @returns the whole file, when the document has ended
 */
export function collectFile(document: PDFDocument): () => Buffer {
  const parts: Buffer[] = [];
  let text = document.read().toString('latin1');
  const flush = () => {
    parts.push(Buffer.from(text, 'latin1'));
    text = '';
  };
  const write: PDFDocument['_write'] = (data) => {
    if (typeof data === 'string') text += `${data}\n`;
    else {
      flush();
      parts.push(data);
    }
    document._offset += typeof data === 'string' ? data.length + 1 : data.length;
  };
  document._write = write;
  document.push = pushNothing;
  return () => {
    flush();
    return Buffer.concat(parts);
  };
}

/**
 * Writes a stream as it is. Packing what a document needs would make two pages some 40 kB smaller and take a fifth of the time, with
 * the reading back (ADR 7).
 */
export function endStream(document: PDFDocument, entries: Record<string, unknown>, bytes: Buffer): Reference {
  const reference = document.ref(entries);
  reference.compress = false;
  reference.end(bytes);
  return reference;
}

/** Takes the operators of a page as they are drawn: the engine makes a buffer of each. */
export function collectOperators(document: PDFDocument): string[] {
  const operators: string[] = [];
  const addContent: PDFDocument['addContent'] = (operator) => {
    operators.push(operator);
    return document;
  };
  document.addContent = addContent;
  return operators;
}
