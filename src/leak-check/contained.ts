import { gunzipSync } from 'node:zlib';
import { readCompound } from './compound';
import { readDocx } from './docx';
import { type LooseOptions, looseText } from './loose-text';
import { readPdf } from './pdf/read-pdf';
import { pngTexts } from './png';
import type { Collector, ContainedReader, Place } from './reading';
import { rtfText } from './rtf';
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
  [/^\{\\rtf/, (bytes, { place, collector }) => collector.text({ ...place, text: rtfText(bytes) })],
  [/^\x89PNG\r\n\x1a\n/, readPng],
  [/^\xff\xd8\xff/, readPicture],
  [/^GIF8[79]a/, readPicture],
  [/^BM.{4}\0{4}/s, readPicture],
  [/^(?:7z\xbc\xaf|Rar!)/, refuse('an archive that is no ZIP')],
  [/^MIME-Version/i, refuse('a web archive')],
  // TIFF, WebP, JPEG 2000, placeable and enhanced metafiles.
  [/^(?:II\*\0|MM\0\*|RIFF.{4}WEBP|\0\0\0\x0cjP|\xd7\xcd\xc6\x9a|\x01\0{3}.{36} EMF)/s, readOtherPicture],
];

/** How far into a file its kind can be told. */
const HEAD = 48;

/**
 * Reads bytes of unknown kind that a file holds: another file is taken apart, a picture looked at, anything else searched
 * for text.
 * @throws AppError LEAK_DETECTED for what cannot be read
 */
export const readContained: ContainedReader = (bytes, found) => {
  const head = bytes.toString('latin1', 0, HEAD);
  const kind = KINDS.find(([start]) => start.test(head));
  if (kind !== undefined) kind[1](bytes, found);
  else found.collector.text({ ...found.place, text: looseText(bytes, found.options) });
};

function inner(read: (bytes: Buffer, collector: Collector) => void): Kind[1] {
  return (bytes, { place, collector }) => {
    if (collector.depth >= MAX_DEPTH) throw unreadable('files nested too deeply', 'excessive');
    read(bytes, collector.inside(place));
  };
}

function refuse(what: string): Kind[1] {
  return () => {
    throw unreadable(what, 'unsupported');
  };
}

function readPicture(bytes: Buffer, { place, collector }: Found): void {
  collector.text({ ...place, text: looseText(bytes, { isOpaque: true }) });
  collector.picture({ ...place, file: bytes });
}

function readPng(bytes: Buffer, found: Found): void {
  const { place, collector } = found;
  for (const text of pngTexts(bytes, collector.budget)) collector.text({ ...place, text });
  readPicture(bytes, found);
}

function readOtherPicture(bytes: Buffer, { place, collector }: Found): void {
  collector.text({ ...place, text: looseText(bytes, { isOpaque: true }) });
  throw unreadable('a picture in an unusual format', 'unsupported');
}

function readGzip(bytes: Buffer, collector: Collector): void {
  let data: Buffer;
  try {
    data = gunzipSync(bytes, { maxOutputLength: Math.max(1, collector.budget.left()) });
  } catch {
    throw unreadable('compressed data that cannot be inflated');
  }
  collector.budget.spend(data.length);
  collector.file(data, { carrier: '压缩内容' });
}
