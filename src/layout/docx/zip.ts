/** ZIP files (APPNOTE 6.3, ECMA-376 part 2 annex B) whose unchanging entries are compressed once per process. */
import { crc32, deflateRawSync } from 'node:zlib';

/** A compressed file on its way into a ZIP. `size` is its length before compression. */
export type ZipEntry = { name: string; packed: Buffer; method: 0 | 8; crc: number; size: number };

const STORED = 0;
const DEFLATED = 8;
/** Documents are read once and printed: half the time of level 6 for 5 % more bytes. */
const LEVEL = 3;

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_HEADER = 0x02014b50;
const DIRECTORY_END = 0x06054b50;
/** 2.0: the first version that knows deflate. */
const VERSION = 20;
/** 1 January 1980, the first moment a ZIP can name; at 0:00 the time is 0. */
const DATE = 0x0021;

/** Compresses one file. Pictures are compressed already and are stored as they are. */
export function zipEntry(name: string, content: string | Buffer): ZipEntry {
  if (typeof content !== 'string') {
    return { name, packed: content, method: STORED, crc: crc32(content), size: content.length };
  }
  const bytes = Buffer.from(content, 'utf8');
  const packed = deflateRawSync(bytes, { level: LEVEL });
  return { name, packed, method: DEFLATED, crc: crc32(bytes), size: bytes.length };
}

const fixed = new Map<string, ZipEntry>();
/** Many times what all instruments have; the lists of a narrative can follow each other in any number of ways. */
const MOST_FIXED = 500;

/** As `zipEntry`, for contents of which there are only a few in all documents: each is compressed once and kept. */
export function fixedZipEntry(name: string, content: string): ZipEntry {
  const key = `${name}\n${content}`;
  const known = fixed.get(key);
  if (known !== undefined) return known;
  if (fixed.size >= MOST_FIXED) fixed.clear();
  const entry = zipEntry(name, content);
  fixed.set(key, entry);
  return entry;
}

/** The ZIP of these entries, in order of their names: the same entries always give the same bytes. */
export function joinZip(entries: readonly ZipEntry[]): Buffer {
  const sorted = [...entries].sort((first, second) => (first.name < second.name ? -1 : 1));
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of sorted) {
    const local = headerOf(entry, LOCAL_HEADER, []);
    // Length of the comment, first disk, attributes inside and outside, and where the file begins.
    directory.push(headerOf(entry, DIRECTORY_HEADER, [0, 0, 0, 0, 0, offset & 0xffff, offset >>> 16]));
    files.push(local, entry.packed);
    offset += local.length + entry.packed.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(DIRECTORY_END, 0);
  end.writeUInt16LE(sorted.length, 8);
  end.writeUInt16LE(sorted.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, index, end]);
}

/** The two headers differ in a first word, the version of the writer, and what the directory adds before the name. */
function headerOf({ name, packed, method, crc, size }: ZipEntry, signature: number, added: number[]): Buffer {
  const isDirectory = signature === DIRECTORY_HEADER;
  const bytes = Buffer.alloc((isDirectory ? 32 : 30) + added.length * 2 + name.length);
  let at = bytes.writeUInt32LE(signature, 0);
  if (isDirectory) at = bytes.writeUInt16LE(VERSION, at);
  for (const word of [VERSION, 0, method, 0, DATE]) at = bytes.writeUInt16LE(word, at);
  for (const long of [crc, packed.length, size]) at = bytes.writeUInt32LE(long, at);
  for (const word of [name.length, 0, ...added]) at = bytes.writeUInt16LE(word, at);
  bytes.write(name, at, 'latin1');
  return bytes;
}
