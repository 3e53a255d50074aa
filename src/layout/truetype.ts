import { type CharacterMap, readCharacterMap } from './character-map';

/** Which characters a TrueType font draws, and how wide they are. */
export type TrueTypeFont = {
  glyph: CharacterMap;
  /** Advance of a glyph in em. */
  advance(glyph: number): number;
};

/** Bytes of a font file from an offset on. */
export type ReadBytes = (offset: number, length: number) => Buffer;

/**
 * Reads the character map and the advances of a font file, nothing else.
 * @throws Error when a table is missing or of a kind that is not supported
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
  return {
    glyph: readCharacterMap(table('cmap')),
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
