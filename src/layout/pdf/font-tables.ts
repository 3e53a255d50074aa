import type { FontSource, Outline } from './outlines';
import { padToWords } from './pieces';

/** Where `head` keeps the sum that makes the whole program add up. */
export const HEAD_ADJUSTMENT = 8;

export type OwnTable = { tag: string; bytes: Buffer; length: number };

/** The tables with numbers of the subset's own, `head` first; `bytes` are padded to whole words. */
export function ownTables(source: FontSource, glyphs: Outline[], offsets: number[]): OwnTable[] {
  const head = copyPadded(source.tables.head);
  head.writeUInt32BE(0, HEAD_ADJUSTMENT);
  head.writeInt16BE(1, 50);
  const hhea = copyPadded(source.tables.hhea);
  hhea.writeUInt16BE(glyphs.length, 34);
  const maxp = copyPadded(source.tables.maxp);
  maxp.writeUInt16BE(glyphs.length, 4);
  const hmtx = Buffer.alloc(glyphs.length * 4);
  glyphs.forEach(({ advance, leftBearing }, index) => {
    hmtx.writeUInt16BE(advance, index * 4);
    hmtx.writeInt16BE(leftBearing, index * 4 + 2);
  });
  const loca = Buffer.alloc(offsets.length * 4);
  offsets.forEach((offset, index) => {
    loca.writeUInt32BE(offset, index * 4);
  });
  return [
    { tag: 'head', bytes: head, length: source.tables.head.length },
    { tag: 'hhea', bytes: hhea, length: source.tables.hhea.length },
    { tag: 'maxp', bytes: maxp, length: source.tables.maxp.length },
    { tag: 'hmtx', bytes: hmtx, length: hmtx.length },
    { tag: 'loca', bytes: loca, length: loca.length },
  ];
}

function copyPadded(bytes: Buffer): Buffer {
  return Buffer.from(padToWords(bytes));
}

/** Header and table directory (OpenType, "Table directory"): tables stand in the given order, records by tag. */
export function writeDirectory(tables: { tag: string; length: number; sum: number }[]): Buffer {
  const power = Math.floor(Math.log2(tables.length));
  const bytes = Buffer.alloc(12 + tables.length * 16);
  bytes.writeUInt32BE(0x00010000, 0);
  bytes.writeUInt16BE(tables.length, 4);
  bytes.writeUInt16BE(2 ** power * 16, 6);
  bytes.writeUInt16BE(power, 8);
  bytes.writeUInt16BE(tables.length * 16 - 2 ** power * 16, 10);
  let offset = bytes.length;
  const placed = tables.map((table) => {
    const place = { tag: table.tag, length: table.length, sum: table.sum, offset };
    offset += Math.ceil(table.length / 4) * 4;
    return place;
  });
  placed.sort((first, second) => (first.tag < second.tag ? -1 : 1));
  placed.forEach(({ tag, sum, offset: start, length }, index) => {
    const at = 12 + index * 16;
    bytes.write(tag, at, 'latin1');
    bytes.writeUInt32BE(sum, at + 4);
    bytes.writeUInt32BE(start, at + 8);
    bytes.writeUInt32BE(length, at + 12);
  });
  return bytes;
}
