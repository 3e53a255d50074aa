import type { Collector, Place } from '../reading';
import { pngTexts } from './png';

/** Files that take everything behind their beginning. */
const CONTAINERS = ['%PDF-', 'PK\x03\x04', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', '{\\rtf1'];
const PNG = '\x89PNG\r\n\x1a\n';
const JPEG = '\xff\xd8\xff';
/** What follows the beginning of a JPEG file: three bytes alone are chance in pixels. */
const JPEG_HEAD = /^\xff\xd8\xff(?:[\xe0\xe1\xee]..(?:JFIF|Exif|Adobe|http)|\xdb\0[\x43\x84])/s;

/** More than this in one file are an attack; each is looked at by itself. */
const MAX_PICTURES = 64;

/**
 * Hands on the files that stand somewhere inside other bytes: an archive behind a picture, the small picture inside a
 * photograph, the pictures of an old Word file, a document behind a header of names.
 * @param from where to begin: behind the beginning of a file that is being read itself
 * @returns whether there were any
 */
export function readEmbedded(bytes: Buffer, from: number, place: Place, collector: Collector): boolean {
  const starts = CONTAINERS.map((mark) => bytes.indexOf(mark, from, 'latin1')).filter((start) => start > 0);
  const end = Math.min(bytes.length, ...starts);
  const pictures = pictureStarts(bytes, from, end);
  for (const at of pictures) {
    const file = bytes.subarray(at, end);
    collector.budget.spend(file.length);
    collector.picture({ ...place, file });
    if (bytes[at] === 0x89) {
      for (const text of pngTexts(file, collector.budget)) collector.text({ ...place, text });
    }
  }
  if (end < bytes.length) collector.file(bytes.subarray(end), place);
  return pictures.length > 0 || end < bytes.length;
}

function pictureStarts(bytes: Buffer, from: number, end: number): number[] {
  const starts: number[] = [];
  const seek = (mark: string, isStart: (at: number) => boolean) => {
    for (
      let at = bytes.indexOf(mark, from, 'latin1');
      at !== -1 && at < end;
      at = bytes.indexOf(mark, at + 3, 'latin1')
    ) {
      if (starts.length < MAX_PICTURES && isStart(at)) starts.push(at);
    }
  };
  seek(PNG, () => true);
  seek(JPEG, (at) => JPEG_HEAD.test(bytes.toString('latin1', at, at + 12)));
  return starts;
}
