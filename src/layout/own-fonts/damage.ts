import type { ReadBytes } from '../truetype';

type Records = ReadonlyMap<string, { offset: number; length: number }>;

/** Tables that are read here or copied into documents; a wrong sum elsewhere does no harm. */
const USED: ReadonlySet<string> = new Set(
  'head hhea maxp hmtx loca glyf cmap name OS/2 cvt fpgm prep'.split(' ').map((tag) => tag.padEnd(4)),
);
const HEAD_ADJUSTMENT = 8;
const CHUNK = 1 << 20;
const RECORD = 16;

/** Names of the tables whose bytes are not those that the font was made with, or that do not fit each other. */
export function damagedTables(read: ReadBytes, records: Records): string[] {
  const directory = read(12, records.size * RECORD);
  const damaged: string[] = [];
  for (let at = 0; at < directory.length; at += RECORD) {
    const tag = directory.toString('latin1', at, at + 4);
    const place = { tag, offset: directory.readUInt32BE(at + 8), length: directory.readUInt32BE(at + 12) };
    if (USED.has(tag) && sumTable(read, place) !== directory.readUInt32BE(at + 4)) damaged.push(tag.trim());
  }
  if (damaged.length > 0) return damaged;
  return [...(areMetricsWhole(read, records) ? [] : ['hmtx']), ...(areGlyphsWhole(read, records) ? [] : ['loca'])];
}

/** Check sum of a table (OpenType, "Calculating checksums"): its words, the last one filled up with zeros. */
function sumTable(read: ReadBytes, { tag, offset, length }: { tag: string; offset: number; length: number }): number {
  let sum = 0;
  for (let done = 0; done < length; done += CHUNK) {
    const part = read(offset + done, Math.min(CHUNK, length - done));
    const words = Buffer.concat([part], Math.ceil(part.length / 4) * 4);
    // The adjustment depends on the sum of the file and counts as zero.
    if (tag === 'head' && done === 0) words.writeUInt32BE(0, HEAD_ADJUSTMENT);
    for (let at = 0; at < words.length; at += 4) sum = (sum + words.readUInt32BE(at)) >>> 0;
  }
  return sum;
}

function areMetricsWhole(read: ReadBytes, records: Records): boolean {
  const glyphs = numberAt(read, records, { tag: 'maxp', at: 4 });
  const metrics = numberAt(read, records, { tag: 'hhea', at: 34 });
  const length = records.get('hmtx')?.length ?? 0;
  return metrics > 0 && metrics <= glyphs && length >= metrics * 4 + (glyphs - metrics) * 2;
}

/** Every glyph begins where the one before it ends, and the last one ends within the table. */
function areGlyphsWhole(read: ReadBytes, records: Records): boolean {
  const glyphs = numberAt(read, records, { tag: 'maxp', at: 4 });
  const isLong = numberAt(read, records, { tag: 'head', at: 50 }) === 1;
  const { offset, length } = records.get('loca') ?? { offset: 0, length: 0 };
  const width = isLong ? 4 : 2;
  if (length < (glyphs + 1) * width) return false;
  const loca = read(offset, (glyphs + 1) * width);
  let last = 0;
  for (let at = 0; at < loca.length; at += width) {
    const start = isLong ? loca.readUInt32BE(at) : loca.readUInt16BE(at) * 2;
    if (start < last) return false;
    last = start;
  }
  return last <= (records.get('glyf')?.length ?? 0);
}

function numberAt(read: ReadBytes, records: Records, { tag, at }: { tag: string; at: number }): number {
  return read((records.get(tag)?.offset ?? 0) + at, 2).readUInt16BE(0);
}
