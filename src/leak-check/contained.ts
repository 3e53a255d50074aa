import { gunzipSync } from 'node:zlib';
import { readCompound } from './compound';
import { readDocxParts } from './docx';
import { type LooseOptions, looseText } from './loose-text';
import { readPdfFile } from './pdf/read-pdf';
import { pngTexts } from './png';
import type { Collector, Place } from './reading';
import { rtfText } from './rtf';
import { unreadable } from './unreadable';

/** A file in a file in a file: deeper ones are an attack. */
const MAX_DEPTH = 4;

type Kind = {
  starts: readonly string[];
  /** Shown to people. */
  read(bytes: Buffer, place: Place, collector: Collector): void;
};

const inner =
  (read: (bytes: Buffer, collector: Collector) => void) => (bytes: Buffer, place: Place, collector: Collector) => {
    if (collector.depth >= MAX_DEPTH) throw unreadable('files nested too deeply', 'excessive');
    read(bytes, collector.inside(place));
  };

const picture = (bytes: Buffer, place: Place, collector: Collector) => {
  collector.text({ ...place, text: looseText(bytes, { isOpaque: true }) });
  collector.picture({ ...place, file: bytes });
};

const refuse = (what: string) => (_bytes: Buffer, _place: Place, _collector: Collector) => {
  throw unreadable(what, 'unsupported');
};

/** Files inside files, by how they begin. */
const KINDS: Kind[] = [
  { starts: ['%PDF-'], read: inner(readPdfFile) },
  { starts: ['PK\x03\x04', 'PK\x05\x06'], read: inner(readDocxParts) },
  { starts: ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'], read: inner(readCompound) },
  { starts: ['\x1f\x8b\x08'], read: inner(readGzip) },
  {
    starts: ['{\\rtf'],
    read: (bytes, place, collector) => collector.text({ ...place, text: rtfText(bytes) }),
  },
  {
    starts: ['\x89PNG\r\n\x1a\n'],
    read(bytes, place, collector) {
      for (const text of pngTexts(bytes, collector.budget)) collector.text({ ...place, text });
      picture(bytes, place, collector);
    },
  },
  { starts: ['\xff\xd8\xff', 'GIF87a', 'GIF89a', 'BM'], read: picture },
  { starts: ['7z\xbc\xaf', 'Rar!'], read: refuse('an archive that is no ZIP') },
  { starts: ['MIME-Version'], read: refuse('a web archive') },
  { starts: ['II*\0', 'MM\0*', 'RIFF', '\0\0\0\x0cjP', '\xd7\xcd\xc6\x9a'], read: refuse('a picture in an unusual format') },
];

/**
 * Reads bytes of unknown kind that a file holds: another file is taken apart, a picture looked at, anything else searched
 * for text.
 * @param options how to search what is no file
 */
export function readContained(bytes: Buffer, place: Place, collector: Collector, options: LooseOptions = {}): void {
  collector.attempt(place, () => {
    const head = bytes.toString('latin1', 0, 16);
    const kind = KINDS.find(({ starts }) => starts.some((start) => head.startsWith(start)));
    if (kind !== undefined) kind.read(bytes, place, collector);
    else if (isEnhancedMetafile(bytes)) {
      collector.text({ ...place, text: looseText(bytes, { isOpaque: true }) });
      throw unreadable('a picture in an unusual format', 'unsupported');
    } else collector.text({ ...place, text: looseText(bytes, options) });
  });
}

/** EMF: a header record, and its signature at byte 40. */
function isEnhancedMetafile(bytes: Buffer): boolean {
  return bytes[0] === 1 && bytes.toString('latin1', 40, 44) === ' EMF';
}

function readGzip(bytes: Buffer, collector: Collector): void {
  let data: Buffer;
  try {
    data = gunzipSync(bytes, { maxOutputLength: Math.max(1, collector.budget.left()) });
  } catch {
    throw unreadable('compressed data that cannot be inflated');
  }
  collector.budget.spend(data.length);
  readContained(data, { carrier: '压缩内容' }, collector);
}
