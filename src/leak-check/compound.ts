import { fromUtf16Le } from './encodings';
import type { Collector } from './reading';
import { unreadable } from './unreadable';

const HEADER_SIZE = 512;
const ENTRY_SIZE = 128;
const LAST_SECTOR = 0xfffffffa;
const KINDS = { storage: 1, stream: 2, root: 5 } as const;

/**
 * Reads a compound file (OLE, MS-CFB): every stream, and the names of all entries. Old Word files and objects embedded
 * by Office are such files.
 * @throws AppError LEAK_DETECTED when its tables are broken
 */
export function readCompound(file: Buffer, collector: Collector): void {
  if (file.length < HEADER_SIZE) throw unreadable('an OLE file');
  const sectorSize = 1 << Math.min(file.readUInt16LE(30), 12);
  const miniSize = 1 << Math.min(file.readUInt16LE(32), 12);
  const miniLimit = file.readUInt32LE(56);
  const { budget } = collector;
  const sector = (index: number) => file.subarray((index + 1) * sectorSize, (index + 2) * sectorSize);
  const fat = readFat(file, sector);
  const chain = (first: number, next: Buffer, read: (index: number) => Buffer): Buffer => {
    const parts: Buffer[] = [];
    for (let index = first; index < LAST_SECTOR; index = entry(next, index)) {
      const part = read(index);
      if (part.length === 0) throw unreadable('an OLE file');
      budget.spend(part.length);
      parts.push(part);
    }
    return Buffer.concat(parts);
  };
  const directory = chain(file.readUInt32LE(48), fat, sector);
  const miniFat = chain(file.readUInt32LE(60), fat, sector);
  const root = directory.subarray(0, ENTRY_SIZE);
  if (root.length < ENTRY_SIZE || root[66] !== KINDS.root) throw unreadable('an OLE file');
  const miniStream = chain(root.readUInt32LE(116), fat, sector);
  const miniSector = (index: number) => miniStream.subarray(index * miniSize, (index + 1) * miniSize);
  const names: string[] = [];
  for (let at = 0; at + ENTRY_SIZE <= directory.length; at += ENTRY_SIZE) {
    const record = directory.subarray(at, at + ENTRY_SIZE);
    const name = fromUtf16Le(record.subarray(0, Math.max(0, Math.min(64, record.readUInt16LE(64)) - 2)));
    names.push(name);
    if (name === 'VBA') collector.unread({ carrier: '宏' }, unreadable('macros', 'unsupported'));
    if (record[66] !== KINDS.stream) continue;
    const size = record.readUInt32LE(120);
    const first = record.readUInt32LE(116);
    const data = size < miniLimit ? chain(first, miniFat, miniSector) : chain(first, fat, sector);
    const place = { carrier: 'OLE 数据流' };
    collector.file(data.subarray(0, size), place);
    for (const start of embeddedStarts(data)) collector.file(data.subarray(start, size), place);
  }
  collector.text({ carrier: 'OLE 名称', text: names.join('\n') });
  // What a file keeps of former versions stands in sectors that no stream uses.
  collector.file(file.subarray(HEADER_SIZE), { carrier: 'OLE 未用部分' });
}

const entry = (table: Buffer, index: number) =>
  index * 4 + 4 <= table.length ? table.readUInt32LE(index * 4) : LAST_SECTOR;

/** The table of sector chains: its first 109 sectors are listed in the header, the others in sectors of their own. */
function readFat(file: Buffer, sector: (index: number) => Buffer): Buffer {
  const list: Buffer[] = [file.subarray(76, HEADER_SIZE)];
  const seen = new Set<number>();
  for (let next = file.readUInt32LE(68); next < LAST_SECTOR && !seen.has(next); ) {
    seen.add(next);
    const part = sector(next);
    if (part.length < 8) throw unreadable('an OLE file');
    list.push(part.subarray(0, -4));
    next = part.readUInt32LE(part.length - 4);
  }
  const numbers = Buffer.concat(list);
  const parts: Buffer[] = [];
  for (let at = 0; at < numbers.length; at += 4) {
    const index = numbers.readUInt32LE(at);
    if (index < LAST_SECTOR) parts.push(sector(index));
  }
  return Buffer.concat(parts);
}

/** A packaged object puts its own file behind a header of names. */
function embeddedStarts(data: Buffer): number[] {
  return ['%PDF-', 'PK\x03\x04'].map((start) => data.indexOf(start, 0, 'latin1')).filter((start) => start > 0);
}
