import { fromUtf16Be, fromUtf16Le, readingsOf, wideText } from './bytes/encodings';
import { legacyTexts, looksPacked } from './bytes/legacy-text';
import { type LooseOptions, looseText } from './bytes/loose-text';
import { inflateBare, isTar, readGzip, readTar } from './files/archives';
import { readCompound } from './files/compound';
import { readDocx } from './files/docx';
import { readRichText } from './files/rtf';
import { packedWords, writtenFiles } from './files/written-files';
import { isArchive } from './files/zip';
import { readPdf } from './pdf/read-pdf';
import { createLexer } from './pdf/syntax/tokens';
import { readEmbedded } from './pictures/embedded';
import { jpegTexts } from './pictures/jpeg';
import { pictureEnd } from './pictures/picture-size';
import { pngTexts } from './pictures/png';
import { svgCodes } from './pictures/svg';
import type { Collector, ContainedReader, Place } from './reading';
import { base64Parts, isMail } from './text/mail';
import { OTHER_PICTURE, PACKED_OR_SOUND } from './unread-kinds';
import { unreadable } from './unreadable';

/** A file in a file in a file: deeper ones are an attack. */
const MAX_DEPTH = 4;

type Found = { place: Place; collector: Collector; options: LooseOptions };

/** A file inside a file: how it begins, and how to read it. */
type Kind = [start: RegExp, read: (bytes: Buffer, found: Found) => void];

const KINDS: Kind[] = [
  [/^%PDF-/, inner(readPdf)],
  [/^PK(?:\x03\x04|\x05\x06)/, inner(readDocx)],
  [/^\xd0\xcf\x11\xe0/, inner(readCompound)],
  [/^\x1f\x8b\x08/, inner(readGzip)],
  [/^\s*\{\\rt/, readRtf],
  [/^%FDF-/, readForms],
  [/^%!/, readPostScript],
  [/^\x89PNG\r\n\x1a\n/, readPng],
  [/^\xff\xd8\xff/, readJpeg],
  [/^GIF8[79]a/, readPicture],
  [/^BM.{4}\0{4}/s, readPicture],
  [PACKED_OR_SOUND, refused('a packed file that is no ZIP, or sound')],
  [OTHER_PICTURE, refused('a picture in an unusual format')],
  [/^(?:\0<\0|<\0.\0)/s, readXml],
];

/** How far into a file its kind can be told. */
const HEAD = 48;

/**
 * Reads bytes of unknown kind that a file holds: another file is taken apart, a picture looked at, anything else searched
 * for text and for files in it.
 * @throws AppError LEAK_DETECTED for what cannot be read
 */
export const readContained: ContainedReader = (bytes, found) => {
  const head = bytes.toString('latin1', 0, HEAD);
  const kind = KINDS.find(([start]) => start.test(head));
  if (kind !== undefined) kind[1](bytes, found);
  else readUnknown(bytes, found);
};

function readUnknown(bytes: Buffer, { place, collector, options }: Found): void {
  const holdsFiles = readFilesIn(bytes, { place, collector, options });
  const wide = wideText(bytes);
  if (options.isAdded && !holdsFiles && wide === undefined && looksPacked(bytes)) {
    throw unreadable('data that look packed or encrypted', 'unsupported');
  }
  const text = wide ?? looseText(bytes, options);
  for (const reading of [text, ...legacyTexts(bytes)]) collector.text({ ...place, text: reading });
  for (const file of writtenFiles(text)) collector.file(file, place);
  for (const file of packedWords(text)) collector.file(file, place, { isAdded: true });
  // Other bytes than text break what is taken for text into runs, and drawings with it.
  const source = bytes.includes('<svg') ? bytes.toString('latin1') : text;
  for (const drawing of svgCodes(source, collector.budget)) collector.picture({ ...place, ...drawing });
  if (isMail(text)) for (const part of base64Parts(text)) collector.file(part, place, { isAdded: true });
}

/** Whether the bytes are, or hold, files of other kinds. */
function readFilesIn(bytes: Buffer, found: Found): boolean {
  const { place, collector } = found;
  if (isTar(bytes)) readTar(bytes, collector);
  else if (isArchive(bytes)) inner(readDocx)(bytes, found);
  else {
    const inflated = inflateBare(bytes, collector);
    if (inflated !== undefined) collector.file(inflated, place);
    return readEmbedded(bytes, 0, place, collector) || inflated !== undefined;
  }
  return true;
}

function inner(read: (bytes: Buffer, collector: Collector) => void): Kind[1] {
  return (bytes, { place, collector }) => {
    if (collector.depth >= MAX_DEPTH) throw unreadable('files nested too deeply', 'excessive');
    read(bytes, collector.inside(place));
  };
}

/** What stands in plain bytes is still named. */
function refused(what: string): Kind[1] {
  return (bytes, { place, collector }) => {
    collector.text({ ...place, text: looseText(bytes, { isOpaque: true }) });
    throw unreadable(what, 'unsupported');
  };
}

function readRtf(bytes: Buffer, { place, collector }: Found): void {
  const { text, shown, files, hasOtherPictures } = readRichText(bytes);
  for (const reading of new Set([text, shown])) collector.text({ ...place, text: reading });
  for (const file of files) collector.file(file, place);
  if (hasOtherPictures) throw unreadable('a picture in an unusual format', 'unsupported');
}

/** PostScript is a program: what it draws stands nowhere in it. */
function readPostScript(bytes: Buffer, found: Found): void {
  readForms(bytes, found);
  throw unreadable('a PostScript program', 'unsupported');
}

/** Form data and PostScript have the strings of PDF. */
function readForms(bytes: Buffer, { place, collector }: Found): void {
  const lexer = createLexer(bytes);
  collector.budget.spendOnSyntax(bytes.length);
  collector.text({ ...place, text: looseText(bytes) });
  while (lexer.next() !== undefined);
  collector.text({ ...place, text: lexer.notes.strings.flatMap(readingsOf).join('\n') });
}

/** XML in UTF-16 without a byte order mark; what only looks like it is searched as any bytes too. */
function readXml(bytes: Buffer, { place, collector, options }: Found): void {
  collector.text({ ...place, text: looseText(bytes, options) });
  collector.text({ ...place, text: bytes[0] === 0 ? fromUtf16Be(bytes) : fromUtf16Le(bytes) });
}

function readPicture(bytes: Buffer, { place, collector }: Found): void {
  collector.text({ ...place, text: looseText(bytes, { isOpaque: true }) });
  collector.picture({ ...place, file: bytes });
  readEmbedded(bytes, 1, place, collector);
  // Another picture of a kind that has no long signature may follow.
  const end = pictureEnd(bytes);
  if (end > 0 && end < bytes.length) collector.file(bytes.subarray(end), place);
}

function readJpeg(bytes: Buffer, found: Found): void {
  for (const text of jpegTexts(bytes)) found.collector.text({ ...found.place, text });
  readPicture(bytes, found);
}

function readPng(bytes: Buffer, found: Found): void {
  const { place, collector } = found;
  for (const text of pngTexts(bytes, collector.budget)) collector.text({ ...place, text });
  readPicture(bytes, found);
}
