import { deflateSync } from 'node:zlib';

/**
 * For data that differs from document to document. Speed counts more than the last percent; the small window keeps zlib
 * from taking 256 kB for each stream of a document, which would keep the garbage collector busy.
 */
const QUICK = { level: 3, windowBits: 13, memLevel: 6, chunkSize: 4096 } as const;

/** A whole Flate stream, compressed quickly. */
export function packQuickly(bytes: Buffer): Buffer {
  return deflateSync(bytes, QUICK);
}
