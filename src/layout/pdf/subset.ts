import { AppError } from '../../errors';
import { createPiece, type FontSource, type Outline, type Piece, padToWords, sumWords } from './outlines';

/** The characters of one document that one font draws. */
export type Subset = {
  source: FontSource;
  /**
   * The codes a content stream shows a text by: four hexadecimal digits for each character.
   * @throws AppError GLYPH_MISSING when the font cannot draw one: a page never shows an empty box
   */
  encode(text: string): string;
  /** To be asked for when all characters are known. */
  finish(): FinishedSubset;
};

export type FinishedSubset = {
  program: { packed: Buffer; length: number };
  /** Code points by glyph number; undefined for glyphs that are only parts of others. */
  codePoints: (number | undefined)[];
  /** Advances in 1/1000 em by glyph number: exactly those of the font program. */
  widths: number[];
};

const HEAD_ADJUSTMENT = 8;
const CHECKSUM_MAGIC = 0xb1b0afba;

export function createSubset(source: FontSource): Subset {
  const glyphs: Outline[] = [source.notdef];
  const codePoints: (number | undefined)[] = [undefined];
  const codes = new Map<number, string>();
  const numbers = new Map<Outline, number>();

  const add = (outline: Outline, codePoint: number | undefined): number => {
    glyphs.push(outline);
    codePoints.push(codePoint);
    return glyphs.length - 1;
  };
  const componentNumber = (outline: Outline): number => {
    const number = numbers.get(outline) ?? add(outline, undefined);
    numbers.set(outline, number);
    return number;
  };
  const addCharacter = (codePoint: number): string => {
    const outline = source.outlineOf(codePoint);
    if (outline === undefined)
      throw new AppError('GLYPH_MISSING', 'a character without a glyph reached the PDF writer');
    const code = add(outline, codePoint).toString(16).padStart(4, '0');
    codes.set(codePoint, code);
    return code;
  };
  return {
    source,
    encode: (text) => {
      let hex = '';
      for (let at = 0; at < text.length; ) {
        const codePoint = text.codePointAt(at) ?? 0;
        hex += codes.get(codePoint) ?? addCharacter(codePoint);
        at += codePoint > 0xffff ? 2 : 1;
      }
      return hex;
    },
    finish: () => {
      const program = buildProgram(source, glyphs, componentNumber);
      const widths = glyphs.map(({ advance }) => (advance * 1000) / source.unitsPerEm);
      return { program, codePoints, widths };
    },
  };
}

/** TrueType program of the tables that PDF asks for (ISO 32000-1, 9.9, Table 126), `glyf` last. */
function buildProgram(
  source: FontSource,
  glyphs: Outline[],
  componentNumber: (outline: Outline) => number,
): { packed: Buffer; length: number } {
  const outlines: Piece[] = [];
  const offsets: number[] = [0];
  let glyfLength = 0;
  let glyfSum = 0;
  // Composite glyphs add their components to the end of the list while it is walked.
  for (const glyph of glyphs) {
    const piece = glyph.composite === undefined ? glyph.piece : renumber(source, glyph.composite, componentNumber);
    if (piece !== undefined) {
      outlines.push(piece);
      glyfLength += piece.length;
      glyfSum = (glyfSum + piece.sum) >>> 0;
    }
    offsets.push(glyfLength);
  }
  const tables = [...ownTables(source, glyphs, offsets)];
  const hinting = source.hinting.map(([tag, piece]) => ({ tag, length: piece.length, sum: piece.sum, piece }));
  const records = [
    ...tables.map(({ tag, bytes, length }) => ({ tag, length, sum: sumWords(bytes) })),
    ...hinting,
    { tag: 'glyf', length: glyfLength, sum: glyfSum },
  ];
  const directory = writeDirectory(records);
  const fileSum = records.reduce((sum, record) => (sum + record.sum) >>> 0, sumWords(directory));
  tables[0]?.bytes.writeUInt32BE((CHECKSUM_MAGIC - fileSum) >>> 0, HEAD_ADJUSTMENT);
  const start = createPiece(Buffer.concat([directory, ...tables.map(({ bytes }) => bytes)]), source.code.encodeQuickly);
  return source.code.join([start, ...hinting.map(({ piece }) => piece), ...outlines]);
}

function renumber(
  { code }: FontSource,
  { bytes, components }: NonNullable<Outline['composite']>,
  componentNumber: (outline: Outline) => number,
): Piece {
  const own = Buffer.from(bytes);
  for (const { at, outline } of components) own.writeUInt16BE(componentNumber(outline), at);
  return createPiece(own, code.encodeQuickly);
}

type OwnTable = { tag: string; bytes: Buffer; length: number };

/** The tables with numbers of the subset's own, `head` first; `bytes` are padded to whole words. */
function ownTables(source: FontSource, glyphs: Outline[], offsets: number[]): OwnTable[] {
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
function writeDirectory(tables: { tag: string; length: number; sum: number }[]): Buffer {
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
