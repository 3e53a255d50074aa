/** Which characters a TrueType font draws, and how wide they are. */
export type TrueTypeFont = {
  /** Glyph number of a code point; 0 when the font has none. */
  glyph(codePoint: number): number;
  /** Advance of a glyph in em. */
  advance(glyph: number): number;
};

type Segments = { starts: Uint32Array; ends: Uint32Array; glyphs: Uint32Array };

/**
 * Reads the character map (format 12) and the advances of a font file, nothing else.
 * @throws Error when a table is missing: the font was not made by scripts/fonts
 */
export function readTrueType(bytes: Buffer): TrueTypeFont {
  const tables = readTableRecords(bytes);
  const offsetOf = (tag: string): number => {
    const record = tables.get(tag);
    if (record === undefined) throw new Error(`font table ${tag} is missing`);
    return record.offset;
  };
  const unitsPerEm = bytes.readUInt16BE(offsetOf('head') + 18);
  const metricCount = bytes.readUInt16BE(offsetOf('hhea') + 34);
  const hmtx = offsetOf('hmtx');
  const segments = readSegments(bytes, offsetOf('cmap'));
  return {
    glyph: (codePoint) => findGlyph(segments, codePoint),
    advance: (glyph) => bytes.readUInt16BE(hmtx + Math.min(glyph, metricCount - 1) * 4) / unitsPerEm,
  };
}

/** Where the tables of a font file stand. */
export function readTableRecords(bytes: Buffer): Map<string, { offset: number; length: number }> {
  const tables = new Map<string, { offset: number; length: number }>();
  for (let index = 0; index < bytes.readUInt16BE(4); index += 1) {
    const record = 12 + index * 16;
    const place = { offset: bytes.readUInt32BE(record + 8), length: bytes.readUInt32BE(record + 12) };
    tables.set(bytes.toString('latin1', record, record + 4), place);
  }
  return tables;
}

function readSegments(bytes: Buffer, cmap: number): Segments {
  for (let index = 0; index < bytes.readUInt16BE(cmap + 2); index += 1) {
    const table = cmap + bytes.readUInt32BE(cmap + 8 + index * 8);
    if (bytes.readUInt16BE(table) !== 12) continue;
    const count = bytes.readUInt32BE(table + 12);
    const read = (field: number) =>
      Uint32Array.from({ length: count }, (_, group) => bytes.readUInt32BE(table + 16 + group * 12 + field));
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
