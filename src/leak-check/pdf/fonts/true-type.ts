import type { Budget } from '../../budget';
import { byteAt } from '../../bytes/bytes';
import { glyphText, isWord } from './glyph-names';

/** What a font program itself says about its glyphs, independent of the PDF around it. */
export type FontProgram = {
  /** The text of a glyph, by its number. */
  textOf(glyph: number): string | undefined;
  /** The glyph that a simple font draws for a code; undefined where only its encoding tells. */
  glyphOf(code: number): number | undefined;
  /** Whether it has a name for a glyph, be it one that no address needs. */
  isNamed(glyph: number): boolean;
};

/** Outside of a buffer everything is 0: broken tables end by themselves. */
export type Reader = { u8(at: number): number; u16(at: number): number; u32(at: number): number; bytes: Buffer };

export function toReader(bytes: Buffer): Reader {
  const u8 = (at: number) => byteAt(bytes, at);
  const u16 = (at: number) => u8(at) * 256 + u8(at + 1);
  return { u8, u16, u32: (at) => u16(at) * 65536 + u16(at + 2), bytes };
}

/** Where the tables of a TrueType or OpenType font begin (OpenType 1.9, "Organization of an OpenType Font"). */
export function tablesOf(font: Reader): Map<string, number> {
  const count = Math.min(font.u16(4), 64);
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const at = 12 + index * 16;
      return [font.bytes.toString('latin1', at, at + 4), font.u32(at + 8)];
    }),
  );
}

/** Reads the character map and the glyph names of a TrueType font; undefined when it has neither. */
export function readTrueType(bytes: Buffer, budget: Budget): FontProgram | undefined {
  const font = toReader(bytes);
  const tables = tablesOf(font);
  const cmap = tables.get('cmap');
  const post = tables.get('post');
  const texts = new Map<number, string>();
  const codes = new Map<number, number>();
  const named = new Set<number>();
  for (const [glyph, name] of post === undefined ? [] : readNames(font, post, budget)) {
    const text = name === STANDARD ? undefined : glyphText(name);
    if (text !== undefined) texts.set(glyph, text);
    if (text !== undefined || isWord(name)) named.add(glyph);
  }
  for (let index = 0; cmap !== undefined && index < Math.min(font.u16(cmap + 2), 16); index += 1) {
    const at = cmap + 4 + index * 8;
    const [platform, encoding] = [font.u16(at), font.u16(at + 2)];
    const isUnicode = platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10));
    for (const [code, glyph] of readMap(font, cmap + font.u32(at + 4), budget)) {
      // Glyph 0 is drawn for whatever the font does not have.
      if (glyph === 0) continue;
      if (isUnicode) texts.set(glyph, String.fromCodePoint(Math.min(code, 0x10ffff)));
      // Symbol fonts put their codes at U+F000.
      else codes.set(platform === 3 ? code & 0xff : code, glyph);
    }
  }
  if (texts.size + named.size === 0) return undefined;
  return {
    textOf: (glyph) => texts.get(glyph),
    glyphOf: (code) => codes.get(code),
    isNamed: (glyph) => named.has(glyph) || texts.has(glyph),
  };
}

/** Pairs of code and glyph, from the formats that are in use. */
function readMap(font: Reader, at: number, budget: Budget): [code: number, glyph: number][] {
  switch (font.u16(at)) {
    case 0:
      return Array.from({ length: 256 }, (_, code) => [code, font.u8(at + 6 + code)]);
    case 4:
      return readSegments(font, at, budget);
    case 6:
      return Array.from({ length: font.u16(at + 8) }, (_, index) => [
        font.u16(at + 6) + index,
        font.u16(at + 10 + 2 * index),
      ]);
    case 12:
      return readGroups(font, at, budget);
    default:
      return [];
  }
}

function readSegments(font: Reader, at: number, budget: Budget): [number, number][] {
  const pairs: [number, number][] = [];
  const double = font.u16(at + 6);
  for (let segment = 0; segment < double; segment += 2) {
    const end = font.u16(at + 14 + segment);
    const start = font.u16(at + 16 + double + segment);
    const delta = font.u16(at + 16 + 2 * double + segment);
    const offsetAt = at + 16 + 3 * double + segment;
    const offset = font.u16(offsetAt);
    if (end < start) continue;
    budget.spendOnSyntax(end - start + 1);
    for (let code = start; code <= end; code += 1) {
      const direct = offset === 0 ? code : font.u16(offsetAt + offset + 2 * (code - start));
      pairs.push([code, (direct + delta) & 0xffff]);
    }
  }
  return pairs;
}

function readGroups(font: Reader, at: number, budget: Budget): [number, number][] {
  const pairs: [number, number][] = [];
  const count = font.u32(at + 12);
  budget.spendOnSyntax(count);
  for (let group = 0; group < count; group += 1) {
    const from = at + 16 + group * 12;
    const [start, end, glyph] = [font.u32(from), font.u32(from + 4), font.u32(from + 8)];
    if (end < start) continue;
    budget.spendOnSyntax(end - start + 1);
    for (let code = start; code <= end; code += 1) pairs.push([code, glyph + code - start]);
  }
  return pairs;
}

const NAMES_FORMAT = 0x20000;
/** Names that every Macintosh font shares are not stored. */
const STANDARD_NAMES = 258;
const STANDARD = 'standard';

function readNames(font: Reader, at: number, budget: Budget): [glyph: number, name: string][] {
  if (font.u32(at) !== NAMES_FORMAT) return [];
  const count = font.u16(at + 32);
  budget.spendOnSyntax(count);
  const names: string[] = [];
  for (let from = at + 34 + 2 * count; from < font.bytes.length && names.length < count; ) {
    const length = font.u8(from);
    names.push(font.bytes.toString('latin1', from + 1, from + 1 + length));
    from += 1 + length;
  }
  return Array.from({ length: count }, (_, glyph) => glyph).flatMap((glyph) => {
    const number = font.u16(at + 34 + 2 * glyph);
    const name = number > 0 && number < STANDARD_NAMES ? STANDARD : names[number - STANDARD_NAMES];
    return name === undefined ? [] : [[glyph, name] satisfies [number, string]];
  });
}
