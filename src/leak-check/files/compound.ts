import { byteAt } from '../bytes/bytes';
import { fromUtf16Le } from '../bytes/encodings';
import { looseText } from '../bytes/loose-text';
import type { Collector } from '../reading';
import { unreadable } from '../unreadable';
import { cellNumbers } from './cell-numbers';

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
    const stream = data.subarray(0, size);
    const place = { carrier: 'OLE 数据流' };
    if (isEncryptedPart(name, stream)) collector.unread(place, unreadable('an encrypted Office file', 'encrypted'));
    if (OLD_TEXT.test(name)) collector.text({ ...place, text: shortTexts(stream) });
    if (OLD_SHEETS.test(name)) collector.text({ ...place, text: cellNumbers(stream) });
    collector.file(stream, place);
  }
  collector.text({ carrier: 'OLE 名称', text: names.join('\n') });
  // What a file keeps of former versions stands in sectors that no stream uses.
  collector.text({ carrier: 'OLE 未用部分', text: looseText(file.subarray(HEADER_SIZE)) });
}

/** Where Office puts encrypted packages and properties (MS-OFFCRYPTO, 2.3.4 and 2.3.5). */
const ENCRYPTED = /^Encrypted(?:Package|Summary)$/;

/** The record before encrypted ones in a workbook (MS-XLS, 2.4.117), and what follows its beginning. */
const FILE_PASS = 0x2f;
/** The mark of an encrypted presentation (MS-PPT, 2.3.2). */
const ENCRYPTED_SHOW = 0xf3d1c4df;

/** How the stream of a Word file begins (MS-DOC, 2.5.2). */
const WORD_MARK = 0xa5ec;

/** Whether a stream is encrypted as a whole, or a document, workbook or presentation of old Office in place. */
function isEncryptedPart(name: string, stream: Buffer): boolean {
  if (ENCRYPTED.test(name)) return true;
  if (name === 'WordDocument') {
    return byteAt(stream, 0) + byteAt(stream, 1) * 256 === WORD_MARK && (byteAt(stream, 11) & 1) === 1;
  }
  if (name === 'Current User') return stream.length >= 16 && stream.readUInt32LE(12) === ENCRYPTED_SHOW;
  if (name !== 'Workbook' && name !== 'Book') return false;
  const second = 4 + byteAt(stream, 2) + byteAt(stream, 3) * 256;
  return byteAt(stream, second) === FILE_PASS && byteAt(stream, second + 1) === 0;
}

/** Streams of text in UTF-16: its cells and paragraphs are shorter than what is taken for text anywhere else. */
const OLD_TEXT = /^(?:WordDocument|Workbook|Book|PowerPoint Document)$/;

const OLD_SHEETS = /^(?:Workbook|Book)$/;

/** Runs of digits and ideographs of any length, from both alignments: strings of workbooks begin at odd places too. */
function shortTexts(stream: Buffer): string {
  const read = (bytes: Buffer) => fromUtf16Le(bytes).match(/[\p{Script=Han}\d-]+/gu) ?? [];
  return [...read(stream), BARRIER, ...read(stream.subarray(1))].join('\n');
}

/** A letter that no document uses: the two readings do not run on. */
const BARRIER = 'ꙮ';

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
