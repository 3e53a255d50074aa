import type { FontFile } from '../fonts';
import { type ReadBytes, readTableRecords, readTrueType } from '../truetype';
import { createPiece, type Piece } from './pieces';

/** A glyph that can be put into any subset. */
export type Outline = {
  /** Undefined for a blank. */
  piece: Piece | undefined;
  /** In font units, as in `hmtx`. */
  advance: number;
  leftBearing: number;
  /** What a composite glyph is made of; its bytes name other glyphs by numbers that each subset sets anew. */
  composite: { bytes: Buffer; components: { at: number; outline: Outline }[] } | undefined;
};

/** An opened font file: everything that does not depend on a document is read once per process. */
export type FontSource = {
  postScriptName: string;
  unitsPerEm: number;
  /** In 1/1000 em, as font descriptors want them. */
  metrics: { bbox: number[]; ascent: number; descent: number; capHeight: number };
  /** Tables a subset copies with counts of its own. */
  tables: { head: Buffer; hhea: Buffer; maxp: Buffer };
  /** Programs that hinted glyphs call. */
  hinting: [tag: string, piece: Piece][];
  /** Undefined when the font cannot draw the character. */
  outlineOf(codePoint: number): Outline | undefined;
  /** The same in half a cell, for marks whose other half is blank: a reader sees two side by side, not one over the other. */
  halfOutlineOf(codePoint: number): Outline | undefined;
  /** Glyph 0, which every font program must hold. */
  notdef: Outline;
};

const HINTING = ['cvt ', 'fpgm', 'prep'];
const POSTSCRIPT_NAME = 6;
const MAX_DEPTH = 8;

const opened = new Map<string, FontSource>();

/**
 * Opens a font file for embedding.
 * @throws Error when a table is missing
 */
export function openFontSource(file: FontFile): FontSource {
  const source = opened.get(file.id) ?? readFontSource(file.read);
  opened.set(file.id, source);
  return source;
}

function readFontSource(read: ReadBytes): FontSource {
  const records = readTableRecords(read);
  const place = (tag: string) => {
    const record = records.get(tag);
    if (record === undefined) throw new Error(`font table ${tag} is missing`);
    return record;
  };
  const table = (tag: string): Buffer => read(place(tag).offset, place(tag).length);
  const { glyph } = readTrueType(read);
  const [head, hhea, os2] = [table('head'), table('hhea'), table('OS/2')];
  const unitsPerEm = head.readUInt16BE(18);
  const perMille = (units: number) => Math.round((units * 1000) / unitsPerEm);
  const ascent = perMille(hhea.readInt16BE(4));
  const glyf = place('glyf').offset;
  const readGlyph: ReadBytes = (offset, length) => read(glyf + offset, length);
  const bytesOf = glyphReader(readGlyph, table('loca'), head);
  const outline = outlineReader(bytesOf, { hhea, hmtx: table('hmtx') });
  const outlineOf = remember((codePoint) => {
    const id = glyph(codePoint);
    return id === 0 ? undefined : outline(id);
  });
  const halfOutlineOf = remember((codePoint) => {
    const whole = outlineOf(codePoint);
    return whole === undefined ? undefined : { ...whole, advance: Math.round(whole.advance / 2) };
  });
  return {
    postScriptName: readPostScriptName(table('name')),
    unitsPerEm,
    metrics: {
      bbox: [36, 38, 40, 42].map((at) => perMille(head.readInt16BE(at))),
      ascent,
      descent: perMille(hhea.readInt16BE(6)),
      // sCapHeight came with version 2 of the table.
      capHeight: os2.readUInt16BE(0) >= 2 ? perMille(os2.readInt16BE(88)) : ascent,
    },
    tables: { head, hhea, maxp: table('maxp') },
    hinting: HINTING.filter((tag) => records.has(tag)).map((tag) => [tag, createPiece(table(tag))]),
    outlineOf,
    halfOutlineOf,
    notdef: outline(0),
  };
}

/** Each glyph is read once per process. */
function remember(find: (codePoint: number) => Outline | undefined): (codePoint: number) => Outline | undefined {
  const known = new Map<number, Outline | undefined>();
  return (codePoint) => {
    if (known.has(codePoint)) return known.get(codePoint);
    const found = find(codePoint);
    known.set(codePoint, found);
    return found;
  };
}

type GlyphBytes = (id: number) => Buffer;

function glyphReader(read: ReadBytes, loca: Buffer, head: Buffer): GlyphBytes {
  const isLong = head.readInt16BE(50) === 1;
  const offset = (id: number) => (isLong ? loca.readUInt32BE(id * 4) : loca.readUInt16BE(id * 2) * 2);
  return (id) => read(offset(id), offset(id + 1) - offset(id));
}

type Tables = { hhea: Buffer; hmtx: Buffer };

function outlineReader(bytesOf: GlyphBytes, { hhea, hmtx }: Tables): (id: number) => Outline {
  const metricCount = hhea.readUInt16BE(34);
  const read = (id: number, depth: number): Outline => {
    const bytes = bytesOf(id);
    const advance = hmtx.readUInt16BE(Math.min(id, metricCount - 1) * 4);
    const bearingAt = id < metricCount ? id * 4 + 2 : metricCount * 4 + (id - metricCount) * 2;
    const leftBearing = hmtx.readInt16BE(bearingAt);
    if (bytes.length === 0) return { piece: undefined, advance, leftBearing, composite: undefined };
    // A negative number of contours marks a glyph made of others; one deeper than any real font has none.
    if (bytes.readInt16BE(0) >= 0 || depth === MAX_DEPTH)
      return { piece: createPiece(bytes), advance, leftBearing, composite: undefined };
    const components = componentsOf(bytes).map(({ at, id: part }) => ({ at, outline: read(part, depth + 1) }));
    return { piece: undefined, advance, leftBearing, composite: { bytes, components } };
  };
  return (id) => read(id, 0);
}

/** Numbers of the glyphs that a composite glyph consists of, and where they stand in it (OpenType, `glyf`). */
function componentsOf(bytes: Buffer): { at: number; id: number }[] {
  const components: { at: number; id: number }[] = [];
  let at = 10;
  for (let flags = 0x20; (flags & 0x20) !== 0; ) {
    flags = bytes.readUInt16BE(at);
    components.push({ at: at + 2, id: bytes.readUInt16BE(at + 2) });
    const scale = (flags & 0x08) !== 0 ? 2 : (flags & 0x40) !== 0 ? 4 : (flags & 0x80) !== 0 ? 8 : 0;
    at += 4 + ((flags & 0x01) !== 0 ? 4 : 2) + scale;
  }
  return components;
}

function readPostScriptName(name: Buffer): string {
  const strings = name.readUInt16BE(4);
  for (let index = 0; index < name.readUInt16BE(2); index += 1) {
    const record = 6 + index * 12;
    if (name.readUInt16BE(record + 6) !== POSTSCRIPT_NAME) continue;
    const start = strings + name.readUInt16BE(record + 10);
    const text = name.toString('latin1', start, start + name.readUInt16BE(record + 8));
    // UTF-16 and Latin-1 alike: the name is ASCII by definition.
    return text.replace(/[^!-~]|[[\](){}<>/%#]/g, '');
  }
  throw new Error('font has no PostScript name');
}
