/** A TrueType font program, as embedded or as a file: only what the rules ask for. */
export type FontProgram = {
  tables: Map<string, { offset: number; length: number; sum: number }>;
  bytes: Buffer;
  unitsPerEm: number;
  glyphCount: number;
  /** In font units. */
  advance(glyph: number): number;
  /** The glyph's description; empty for a blank. @throws RangeError outside the program */
  outline(glyph: number): Buffer;
  /** Glyph of a code point by the font's own character map (format 12); 0 when there is none. */
  glyphOf(codePoint: number): number;
  postScriptName: string | undefined;
};

/** @throws Error when a table that glyphs need is missing */
export function readFontProgram(bytes: Buffer): FontProgram {
  const tables: FontProgram['tables'] = new Map();
  for (let index = 0; index < bytes.readUInt16BE(4); index += 1) {
    const at = 12 + index * 16;
    const place = {
      sum: bytes.readUInt32BE(at + 4),
      offset: bytes.readUInt32BE(at + 8),
      length: bytes.readUInt32BE(at + 12),
    };
    tables.set(bytes.toString('latin1', at, at + 4), place);
  }
  const offsetOf = (tag: string): number => {
    const table = tables.get(tag);
    if (table === undefined) throw new Error(`table ${tag} is missing`);
    return table.offset;
  };
  const [head, hhea, maxp, hmtx, loca, glyf] = ['head', 'hhea', 'maxp', 'hmtx', 'loca', 'glyf'].map(offsetOf);
  const metricCount = bytes.readUInt16BE((hhea ?? 0) + 34);
  const isLong = bytes.readInt16BE((head ?? 0) + 50) === 1;
  const place = (glyph: number) =>
    isLong ? bytes.readUInt32BE((loca ?? 0) + glyph * 4) : bytes.readUInt16BE((loca ?? 0) + glyph * 2) * 2;
  return {
    tables,
    bytes,
    unitsPerEm: bytes.readUInt16BE((head ?? 0) + 18),
    glyphCount: bytes.readUInt16BE((maxp ?? 0) + 4),
    advance: (glyph) => bytes.readUInt16BE((hmtx ?? 0) + Math.min(glyph, metricCount - 1) * 4),
    outline: (glyph) => bytes.subarray((glyf ?? 0) + place(glyph), (glyf ?? 0) + place(glyph + 1)),
    glyphOf: (codePoint) => findGlyph(bytes, tables.get('cmap')?.offset, codePoint),
    postScriptName: findName(bytes, tables.get('name')?.offset),
  };
}

function findGlyph(bytes: Buffer, cmap: number | undefined, codePoint: number): number {
  if (cmap === undefined) return 0;
  for (let index = 0; index < bytes.readUInt16BE(cmap + 2); index += 1) {
    const table = cmap + bytes.readUInt32BE(cmap + 8 + index * 8);
    if (bytes.readUInt16BE(table) !== 12) continue;
    for (let group = 0; group < bytes.readUInt32BE(table + 12); group += 1) {
      const at = table + 16 + group * 12;
      const start = bytes.readUInt32BE(at);
      if (codePoint >= start && codePoint <= bytes.readUInt32BE(at + 4))
        return bytes.readUInt32BE(at + 8) + codePoint - start;
    }
  }
  return 0;
}

function findName(bytes: Buffer, name: number | undefined): string | undefined {
  if (name === undefined) return undefined;
  for (let index = 0; index < bytes.readUInt16BE(name + 2); index += 1) {
    const at = name + 6 + index * 12;
    if (bytes.readUInt16BE(at + 6) !== 6) continue;
    const start = name + bytes.readUInt16BE(name + 4) + bytes.readUInt16BE(at + 10);
    return bytes.toString('latin1', start, start + bytes.readUInt16BE(at + 8)).replaceAll('\0', '');
  }
  return undefined;
}
