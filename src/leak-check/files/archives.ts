import { gunzipSync } from 'node:zlib';
import { byteAt } from '../bytes/bytes';
import { readingsOf } from '../bytes/encodings';
import { inflate } from '../bytes/inflate';
import type { Collector } from '../reading';
import { unreadable } from '../unreadable';

type Gunzipped = { buffer: Buffer; engine: { bytesWritten: number } };

const FIXED_HEADER = 10;
const [HAS_EXTRA, HAS_NAME, HAS_COMMENT] = [4, 8, 16];

/**
 * Reads a gzip file (RFC 1952): its data, the name and comment in its header, and what follows it.
 * @throws AppError LEAK_DETECTED when it cannot be inflated
 */
export function readGzip(bytes: Buffer, collector: Collector): void {
  let data: Buffer;
  let used: number;
  try {
    const options = { maxOutputLength: Math.max(1, collector.budget.left()), info: true };
    const { buffer, engine } = gunzipSync(bytes, options) as unknown as Gunzipped;
    data = buffer;
    used = engine.bytesWritten;
  } catch {
    throw unreadable('compressed data that cannot be inflated');
  }
  collector.budget.spend(data.length);
  collector.file(data, { carrier: '压缩内容' });
  for (const note of gzipNotes(bytes)) {
    for (const text of readingsOf(note)) collector.text({ carrier: '压缩内容的名称或附注', text });
  }
  if (used < bytes.length) collector.file(bytes.subarray(used), { carrier: '压缩内容之后的字节' });
}

function gzipNotes(bytes: Buffer): Buffer[] {
  const flags = bytes.readUInt8(3);
  const notes: Buffer[] = [];
  let at = FIXED_HEADER;
  if ((flags & HAS_EXTRA) !== 0) {
    const end = at + 2 + bytes.readUInt16LE(at);
    notes.push(bytes.subarray(at + 2, end));
    at = end;
  }
  for (const flag of [HAS_NAME, HAS_COMMENT]) {
    if ((flags & flag) === 0) continue;
    const end = bytes.indexOf(0, at);
    notes.push(bytes.subarray(at, end));
    at = end + 1;
  }
  return notes;
}

const BLOCK = 512;

/** Whether bytes are a tar file (POSIX.1-2001, ustar). */
export function isTar(bytes: Buffer): boolean {
  return bytes.toString('latin1', 257, 262) === 'ustar';
}

/** Reads the files of a tar file. Their names stand in plain bytes, which the caller searches. */
export function readTar(bytes: Buffer, collector: Collector): void {
  for (let at = 0; at + BLOCK <= bytes.length; ) {
    const size = Number.parseInt(bytes.toString('latin1', at + 124, at + 136), 8) || 0;
    const data = bytes.subarray(at + BLOCK, at + BLOCK + size);
    if (data.length > 0) collector.file(data, { carrier: '归档文件' });
    at += BLOCK + Math.ceil(data.length / BLOCK) * BLOCK;
  }
}

/** Data in the compression of PDF and PNG alone, without a file around it; undefined when they are something else. */
export function inflateBare(bytes: Buffer, { budget }: Collector): Buffer | undefined {
  if (!isZlib(bytes)) return undefined;
  try {
    const { data } = inflate(bytes, { container: 'zlib', maxLength: budget.left() });
    budget.spend(data.length);
    return data;
  } catch {
    return undefined;
  }
}

/** The first two bytes: the method, deflate, and a number that 31 divides (RFC 1950, 2.2). */
function isZlib(bytes: Buffer): boolean {
  const [method, flags] = [byteAt(bytes, 0), byteAt(bytes, 1)];
  return (method & 0x8f) === 8 && (method * 256 + flags) % 31 === 0;
}
