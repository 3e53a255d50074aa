/** Which characters a TrueType font draws, and how wide they are. */
export type TrueTypeFont = {
  /** Glyph number of a code point; 0 when the font has none. */
  glyph(codePoint: number): number;
  /** Advance of a glyph in em. */
  advance(glyph: number): number;
};

type Segments = { starts: Uint32Array; ends: Uint32Array; glyphs: Uint32Array };

/** Bytes of a font file from an offset on. */
export type ReadBytes = (offset: number, length: number) => Buffer;

/**
 * Reads the character map (format 12) and the advances of a font file, nothing else.
 * @throws Error when a table is missing: the font was not made by scripts/fonts
 */
export function readTrueType(read: ReadBytes): TrueTypeFont {
  const tables = readTableRecords(read);
  const table = (tag: string): Buffer => {
    const record = tables.get(tag);
    if (record === undefined) throw new Error(`font table ${tag} is missing`);
    return read(record.offset, record.length);
  };
  const unitsPerEm = table('head').readUInt16BE(18);
  const metricCount = table('hhea').readUInt16BE(34);
  const hmtx = table('hmtx');
  const segments = readSegments(table('cmap'));
  return {
    glyph: (codePoint) => findGlyph(segments, codePoint),
    advance: (glyph) => hmtx.readUInt16BE(Math.min(glyph, metricCount - 1) * 4) / unitsPerEm,
  };
}

/** Where the tables of a font file stand. */
export function readTableRecords(read: ReadBytes): Map<string, { offset: number; length: number }> {
  const tables = new Map<string, { offset: number; length: number }>();
  const count = read(4, 2).readUInt16BE(0);
  const records = read(12, count * 16);
  for (let at = 0; at < records.length; at += 16) {
    const place = { offset: records.readUInt32BE(at + 8), length: records.readUInt32BE(at + 12) };
    tables.set(records.toString('latin1', at, at + 4), place);
  }
  return tables;
}

function readSegments(cmap: Buffer): Segments {
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const table = cmap.readUInt32BE(8 + index * 8);
    if (cmap.readUInt16BE(table) !== 12) continue;
    const count = cmap.readUInt32BE(table + 12);
    const read = (field: number) =>
      Uint32Array.from({ length: count }, (_, group) => cmap.readUInt32BE(table + 16 + group * 12 + field));
    return { starts: read(0), ends: read(4), glyphs: read(8) };
  }
  throw new Error('font has no character map of format 12');
}

function findGlyph({ starts, ends, glyphs }: Segments, codePoint: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const start = starts[middle] ?? 0;
    if (codePoint < start) high = middle - 1;
    else if (codePoint > (ends[middle] ?? 0)) low = middle + 1;
    else return (glyphs[middle] ?? 0) + codePoint - start;
  }
  return 0;
}
