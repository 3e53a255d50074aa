import type { Budget } from '../budget';
import { inflate } from '../bytes/inflate';
import { unreadable } from '../unreadable';

/** One entry: decoded data, and every other field in which text can stand. */
export type ZipEntry = { name: Buffer; data: Buffer; notes: Buffer[] };

export type ZipFile = { entries: ZipEntry[]; comment: Buffer };

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const DESCRIPTOR = 0x08074b50;
const END_SIZE = 22;
const MAX_ENTRIES = 10_000;

/**
 * Reads a ZIP file strictly (APPNOTE 6.3): entries, directory and end record must cover the file without a gap, because
 * bytes that no directory mentions are where data survives unseen.
 * @throws AppError LEAK_DETECTED for anything that cannot be read to the last byte
 */
export function readZip(bytes: Buffer, budget: Budget): ZipFile {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  const directory = bytes.readUInt32LE(end + 16);
  if (count > MAX_ENTRIES || directory + bytes.readUInt32LE(end + 12) !== end) throw unreadable('ZIP directory');
  const headers = readDirectory(bytes, { directory, end, count });
  const entries: ZipEntry[] = [];
  let position = 0;
  for (const header of headers.sort((one, other) => one.offset - other.offset)) {
    if (header.offset !== position) throw unreadable('ZIP bytes outside every entry');
    const { entry, next } = readEntry(bytes, header, budget);
    entries.push(entry);
    position = next;
  }
  if (position !== directory) throw unreadable('ZIP bytes outside every entry');
  return { entries, comment: bytes.subarray(end + END_SIZE) };
}

type Header = {
  offset: number;
  flags: number;
  method: number;
  packed: number;
  size: number;
  name: Buffer;
  notes: Buffer[];
};

function findEnd(bytes: Buffer): number {
  const end = endOf(bytes);
  if (end === undefined) throw unreadable('not a ZIP file');
  return end;
}

function endOf(bytes: Buffer): number | undefined {
  for (let at = bytes.length - END_SIZE; at >= 0 && at >= bytes.length - END_SIZE - 0xffff; at -= 1) {
    if (bytes.readUInt32LE(at) === END && at + END_SIZE + bytes.readUInt16LE(at + 20) === bytes.length) return at;
  }
  return undefined;
}

/** Whether bytes end as a ZIP file does, whatever stands before it: programs that unpack themselves begin as programs. */
export function isArchive(bytes: Buffer): boolean {
  return endOf(bytes) !== undefined;
}

function readDirectory(bytes: Buffer, place: { directory: number; end: number; count: number }): Header[] {
  const headers: Header[] = [];
  let at = place.directory;
  while (at < place.end) {
    if (at + 46 > place.end || bytes.readUInt32LE(at) !== CENTRAL) throw unreadable('ZIP directory');
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
    const commentEnd = extraEnd + bytes.readUInt16LE(at + 32);
    headers.push({
      offset: bytes.readUInt32LE(at + 42),
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      name: bytes.subarray(at + 46, nameEnd),
      notes: [bytes.subarray(nameEnd, extraEnd), bytes.subarray(extraEnd, commentEnd)],
    });
    at = commentEnd;
  }
  if (at !== place.end || headers.length !== place.count) throw unreadable('ZIP directory');
  return headers;
}

const ENCRYPTED = 0x2041;
const HAS_DESCRIPTOR = 0x8;

function readEntry(bytes: Buffer, header: Header, budget: Budget): { entry: ZipEntry; next: number } {
  const { offset, method, packed, size } = header;
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) throw unreadable('ZIP entry');
  // Some writers state in the entry alone that its sizes follow the data.
  const flags = header.flags | bytes.readUInt16LE(offset + 6);
  if ((flags & ENCRYPTED) !== 0) throw unreadable('encrypted ZIP entry', 'encrypted');
  // Programs that read from the beginning go by the entry, the others by the directory.
  if (bytes.readUInt16LE(offset + 8) !== method) throw unreadable('ZIP entry that the directory contradicts');
  const nameEnd = offset + 30 + bytes.readUInt16LE(offset + 26);
  const extraEnd = nameEnd + bytes.readUInt16LE(offset + 28);
  const dataEnd = extraEnd + packed;
  if (dataEnd > bytes.length) throw unreadable('ZIP entry');
  const data = unpack(bytes.subarray(extraEnd, dataEnd), { method, size }, budget);
  const notes = [...header.notes, bytes.subarray(offset + 30, nameEnd), bytes.subarray(nameEnd, extraEnd)];
  return { entry: { name: header.name, data, notes }, next: dataEnd + descriptorSize(bytes, dataEnd, flags) };
}

function descriptorSize(bytes: Buffer, at: number, flags: number): number {
  if ((flags & HAS_DESCRIPTOR) === 0) return 0;
  return at + 4 <= bytes.length && bytes.readUInt32LE(at) === DESCRIPTOR ? 16 : 12;
}

function unpack(packed: Buffer, { method, size }: { method: number; size: number }, budget: Budget): Buffer {
  budget.spend(size);
  if (method === 0 && packed.length === size) return packed;
  if (method !== 8) throw unreadable('ZIP compression method');
  const { data, used } = inflate(packed, { container: 'raw', maxLength: size, expected: size });
  if (data.length !== size || used !== packed.length) throw unreadable('ZIP entry has another size than it says');
  return data;
}
