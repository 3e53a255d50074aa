import type { ReadBytes } from '../truetype';

/** A readable font: its bytes from an offset on, and how many there are. */
export type FontBytes = { read: ReadBytes; size: number };

/** Header of a table directory and one record in it, in bytes. */
const HEADER = 12;
const RECORD = 16;

/** Number of fonts in a collection (TTC); undefined for a file that is none. */
export function countFonts({ read, size }: FontBytes): number | undefined {
  return size >= HEADER && read(0, 4).toString('latin1') === 'ttcf' ? read(8, 4).readUInt32BE(0) : undefined;
}

/**
 * One font of a collection as if it were a file of its own: its table directory, and behind it the whole file, to whose
 * beginning the offsets in a collection's directories refer.
 */
export function fontInCollection({ read, size }: FontBytes, index: number): FontBytes {
  const start = read(HEADER + 4 * index, 4).readUInt32BE(0);
  const directory = read(start, HEADER + RECORD * read(start + 4, 2).readUInt16BE(0));
  for (let at = HEADER; at < directory.length; at += RECORD)
    directory.writeUInt32BE(directory.readUInt32BE(at + 8) + directory.length, at + 8);
  return {
    size: size + directory.length,
    read: (offset, length) =>
      offset < directory.length ? directory.subarray(offset, offset + length) : read(offset - directory.length, length),
  };
}
