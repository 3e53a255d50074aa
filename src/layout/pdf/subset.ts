import { AppError } from '../../errors';
import { HEAD_ADJUSTMENT, ownTables, writeDirectory } from './font-tables';
import type { FontSource, Outline } from './outlines';
import { createPiece, type Piece, sumWords } from './pieces';

/** The characters of one document that one font draws. */
export type Subset = {
  source: FontSource;
  /**
   * The codes a content stream shows a text by: four hexadecimal digits for each character.
   * @param half marks in half a cell each
   * @throws AppError GLYPH_MISSING when the font cannot draw one: a page never shows an empty box
   */
  encode(text: string, half?: boolean): string;
  /** To be asked for when all characters are known. */
  finish(): FinishedSubset;
};

export type FinishedSubset = {
  program: Buffer;
  /** Code points by glyph number; undefined for glyphs that are only parts of others. */
  codePoints: (number | undefined)[];
  /** Advances in 1/1000 em by glyph number: exactly those of the font program. */
  widths: number[];
};

const CHECKSUM_MAGIC = 0xb1b0afba;

export function createSubset(source: FontSource): Subset {
  const glyphs: Outline[] = [source.notdef];
  const codePoints: (number | undefined)[] = [undefined];
  /** By code point; marks in half a cell by its negative. */
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
  const addCharacter = (codePoint: number, half: boolean): string => {
    const outline = half ? source.halfOutlineOf(codePoint) : source.outlineOf(codePoint);
    if (outline === undefined)
      throw new AppError('GLYPH_MISSING', 'a character without a glyph reached the PDF writer');
    const code = add(outline, codePoint).toString(16).padStart(4, '0');
    codes.set(half ? -codePoint : codePoint, code);
    return code;
  };
  return {
    source,
    encode: (text, half = false) => {
      let hex = '';
      for (let at = 0; at < text.length; ) {
        const codePoint = text.codePointAt(at) ?? 0;
        hex += codes.get(half ? -codePoint : codePoint) ?? addCharacter(codePoint, half);
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

/**
 * TrueType program of the tables that PDF asks for (ISO 32000-1, 9.9, Table 126), `glyf` last. It is put together from
 * parts that are read once per process, and is not compressed: see ADR 7.
 */
function buildProgram(source: FontSource, glyphs: Outline[], componentNumber: (outline: Outline) => number): Buffer {
  const outlines: Piece[] = [];
  const offsets: number[] = [0];
  let glyfLength = 0;
  let glyfSum = 0;
  // Composite glyphs add their components to the end of the list while it is walked.
  for (const glyph of glyphs) {
    const piece = glyph.composite === undefined ? glyph.piece : renumber(glyph.composite, componentNumber);
    if (piece !== undefined) {
      outlines.push(piece);
      glyfLength += piece.bytes.length;
      glyfSum = (glyfSum + piece.sum) >>> 0;
    }
    offsets.push(glyfLength);
  }
  const tables = [...ownTables(source, glyphs, offsets)];
  const hinting = source.hinting.map(([tag, piece]) => ({
    tag,
    length: piece.bytes.length,
    sum: piece.sum,
    bytes: piece.bytes,
  }));
  const records = [
    ...tables.map(({ tag, bytes, length }) => ({ tag, length, sum: sumWords(bytes) })),
    ...hinting,
    { tag: 'glyf', length: glyfLength, sum: glyfSum },
  ];
  const directory = writeDirectory(records);
  const fileSum = records.reduce((sum, record) => (sum + record.sum) >>> 0, sumWords(directory));
  tables[0]?.bytes.writeUInt32BE((CHECKSUM_MAGIC - fileSum) >>> 0, HEAD_ADJUSTMENT);
  return Buffer.concat([
    directory,
    ...[...tables, ...hinting].map(({ bytes }) => bytes),
    ...outlines.map(({ bytes }) => bytes),
  ]);
}

function renumber(
  { bytes, components }: NonNullable<Outline['composite']>,
  componentNumber: (outline: Outline) => number,
): Piece {
  const own = Buffer.from(bytes);
  for (const { at, outline } of components) own.writeUInt16BE(componentNumber(outline), at);
  return createPiece(own);
}
