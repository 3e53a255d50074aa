import { byteAt } from '../bytes/bytes';
import { legacyTexts } from '../bytes/legacy-text';
import { looseText } from '../bytes/loose-text';

const [START, COMMENT] = [0xd8, 0xfe];
const [SCAN, END] = [0xda, 0xd9];
/** Where cameras and programs write: Exif and XMP, and the notes of Photoshop (JEITA CP-3451; XMP 3, 1.1.3). */
const NOTES: ReadonlySet<number> = new Set([0xe1, 0xed, COMMENT]);

/** What stands before the XML of XMP. */
const XMP = /^http:\/\/ns\.adobe\.com\/x[am]p\/[^\0]*\0/;

/** The texts in the notes of a JPEG file, each read as a file of its own: they are no pixels. */
export function jpegTexts(file: Buffer): string[] {
  return notesOf(file).flatMap((note) => {
    const head = XMP.exec(note.toString('latin1', 0, 80))?.[0] ?? '';
    const data = note.subarray(head.length);
    return [looseText(data), ...legacyTexts(data)];
  });
}

function notesOf(file: Buffer): Buffer[] {
  const notes: Buffer[] = [];
  if (byteAt(file, 1) !== START) return notes;
  for (let at = 2; at + 4 <= file.length && byteAt(file, at) === 0xff; ) {
    const mark = byteAt(file, at + 1);
    if (mark === SCAN || mark === END) break;
    const length = file.readUInt16BE(at + 2);
    if (NOTES.has(mark)) notes.push(file.subarray(at + 4, at + 2 + length));
    at += 2 + Math.max(2, length);
  }
  return notes;
}
