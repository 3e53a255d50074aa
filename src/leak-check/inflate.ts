import { inflateRawSync, inflateSync } from 'node:zlib';
import { unreadable } from './unreadable';

/** With `info`, zlib also tells how much of the input it used; the types of Node.js leave that out. */
type Inflated = { buffer: Buffer; engine: { bytesWritten: number } };

/** One piece for most streams: putting pieces together takes longer than unpacking. */
const chunkSizeFor = (length: number) => Math.min(1 << 20, Math.max(1 << 10, length * 4));

/**
 * Inflates a whole stream.
 * @param options.maxLength longest result in bytes
 * @returns the data and the number of bytes used: what follows them is no part of the stream
 * @throws AppError LEAK_DETECTED when the stream is broken, cut short or longer than `maxLength`
 */
export function inflate(
  bytes: Buffer,
  { container, maxLength }: { container: 'zlib' | 'raw'; maxLength: number },
): { data: Buffer; used: number } {
  try {
    const run = container === 'zlib' ? inflateSync : inflateRawSync;
    const { buffer, engine } = run(bytes, {
      info: true,
      maxOutputLength: Math.max(1, maxLength),
      chunkSize: chunkSizeFor(bytes.length),
    }) as unknown as Inflated;
    return { data: buffer, used: engine.bytesWritten };
  } catch {
    throw unreadable('compressed data that cannot be inflated');
  }
}
