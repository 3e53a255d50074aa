import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import type { ReadBytes } from './truetype';

/**
 * A font file as the PDF writer embeds it; `id` is the SHA-256 of its bytes. Only what a document needs is read: whole
 * files would take 35 MB of memory, 65 MB with the rare face.
 */
export type FontFile = { id: string; read: ReadBytes };

export type OpenFontFile = FontFile & {
  /** In bytes. */
  size: number;
  close(): void;
};

/** Bytes of a font file that are summed at a time. */
const CHUNK = 1 << 20;

/**
 * Opens and sums a file. It stays open, so that what was checked is what is read later, also when an update puts another
 * file in its place.
 * @throws Error of the file system
 */
export function openFontFile(path: string): OpenFontFile {
  const fd = openSync(path, 'r');
  try {
    const { id, size } = digest(fd);
    return { id, size, read: reader(fd), close: () => closeSync(fd) };
  } catch (error) {
    closeSync(fd);
    throw error;
  }
}

/** Blocks the process, which serves nothing yet, and takes a chunk of memory instead of a file's size. */
function digest(fd: number): { id: string; size: number } {
  const hash = createHash('sha256');
  const chunk = Buffer.alloc(CHUNK);
  for (let size = 0; ; ) {
    const read = readSync(fd, chunk, 0, CHUNK, size);
    if (read === 0) return { id: hash.digest('hex'), size };
    hash.update(chunk.subarray(0, read));
    size += read;
  }
}

function reader(fd: number): ReadBytes {
  return (offset, length) => {
    const bytes = Buffer.alloc(length);
    if (readSync(fd, bytes, 0, length, offset) < length) throw new Error('a font file ends too early');
    return bytes;
  };
}
