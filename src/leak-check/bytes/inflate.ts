import { inflateRawSync, inflateSync } from 'node:zlib';
import { unreadable } from '../unreadable';

/** With `info`, zlib also tells how much of the input it used; the types of Node.js leave that out. */
type Inflated = { buffer: Buffer; engine: { bytesWritten: number } };

const MIN_CHUNK = 1 << 10;
const MAX_CHUNK = 1 << 20;

/**
 * Inflates a whole stream.
 * @param options.maxLength longest result in bytes
 * @param options.expected length of the result in bytes, where the file says one; it may lie
 * @returns the data and the number of bytes used: what follows them is no part of the stream
 * @throws AppError LEAK_DETECTED when the stream is broken, cut short or longer than `maxLength`
 */
export function inflate(
  bytes: Buffer,
  { container, maxLength, expected }: { container: 'zlib' | 'raw'; maxLength: number; expected?: number | undefined },
): { data: Buffer; used: number } {
  // One piece for most streams: putting pieces together takes longer than unpacking. A full one would ask for a second.
  const chunk = expected === undefined ? bytes.length * 4 : expected + 1;
  try {
    const run = container === 'zlib' ? inflateSync : inflateRawSync;
    const { buffer, engine } = run(bytes, {
      info: true,
      maxOutputLength: Math.max(1, maxLength),
      chunkSize: Math.min(MAX_CHUNK, Math.max(MIN_CHUNK, chunk)),
    }) as unknown as Inflated;
    return { data: buffer, used: engine.bytesWritten };
  } catch {
    throw unreadable('compressed data that cannot be inflated');
  }
}
