import { byteAt } from '../bytes/bytes';
import { readGif } from './gif';

/**
 * The pixels of a picture file as it states them, before anybody unpacks it: a small file may ask for gigabytes.
 * Undefined for anything but PNG, JPEG, GIF and BMP.
 */
export function pixelsIn(file: Buffer): number | undefined {
  if (file.length < 26) return undefined;
  const head = file.toString('latin1', 0, 4);
  if (head === '\x89PNG') return file.readUInt32BE(16) * file.readUInt32BE(20);
  if (head.startsWith('GIF8')) return file.readUInt16LE(6) * file.readUInt16LE(8);
  if (head.startsWith('\xff\xd8')) return pixelsInJpeg(file);
  if (!head.startsWith('BM')) return undefined;
  const isOld = file.readUInt32LE(14) === 12;
  return isOld ? file.readUInt16LE(18) * file.readUInt16LE(20) : Math.abs(file.readInt32LE(18) * file.readInt32LE(22));
}

/** Tables and numbers of other kinds among the marks of a frame, and marks that stand alone (ITU-T T.81, table B.1). */
const NO_FRAMES: ReadonlySet<number> = new Set([0xc4, 0xc8, 0xcc]);
const isAlone = (mark: number) => mark <= 0x01 || (mark >= 0xd0 && mark <= 0xd9);

function pixelsInJpeg(file: Buffer): number | undefined {
  for (let at = 2; at + 9 <= file.length; ) {
    const mark = byteAt(file, at + 1);
    if (file[at] !== 0xff || mark === 0xff) at += 1;
    else if (isAlone(mark)) at += 2;
    else if (mark >= 0xc0 && mark <= 0xcf && !NO_FRAMES.has(mark)) {
      return file.readUInt16BE(at + 5) * file.readUInt16BE(at + 7);
    } else at += 2 + Math.max(2, file.readUInt16BE(at + 2));
  }
  return undefined;
}

/** Where a GIF or BMP file ends by what it says itself; 0 for others, and where a bitmap does not say. */
export function pictureEnd(file: Buffer): number {
  const head = file.toString('latin1', 0, 3);
  if (head === 'GIF') return readGif(file).end;
  return head.startsWith('BM') && file.length >= 6 ? file.readUInt32LE(2) : 0;
}
