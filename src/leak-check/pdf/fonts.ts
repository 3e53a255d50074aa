import type { Budget } from '../budget';
import { byteAt } from '../bytes';
import { fromGb18030, fromUtf16Be } from '../encodings';
import { unreadable } from '../unreadable';
import { type CMap, codeAt, readCMap } from './cmap';
import { fontProgram } from './font-program';
import { glyphText } from './glyph-names';
import type { PdfObjects } from './object-index';
import { type Dictionary, itemsOf, nameOf, numberOr, type PdfValue, wordOf } from './values';
import { compositeWidths, simpleWidths } from './widths';

/** What a code shows. `other` is a second reading, where the file contradicts itself; width in thousandths of an em. */
export type Glyph = { text: string; other: string; width: number; isSpace: boolean };

/** The glyphs of a shown string. A glyph without text is `UNKNOWN`. */
export type PdfFont = (codes: Buffer) => Glyph[];

/** What a glyph without text is read as. On a page it makes the file unreadable. */
export const UNKNOWN = '\ufffd';

type Context = { objects: PdfObjects; budget: Budget };

/**
 * Reads a font by what the file says about its codes (ISO 32000-1, 9.10.2), and by what the embedded program says
 * about its glyphs. Outlines are not looked at.
 * @throws AppError LEAK_DETECTED for encodings that no reader here knows
 */
export function readFont(font: Dictionary, context: Context): PdfFont {
  const { objects, budget } = context;
  const toUnicode = objects.streamOf(objects.entry(font, 'ToUnicode'));
  const cmap = toUnicode === undefined ? undefined : readCMap(toUnicode, budget);
  const isComposite = nameOf(objects.entry(font, 'Subtype')) === 'Type0';
  return isComposite ? readComposite(font, cmap, context) : readSimple(font, cmap, context);
}

function readComposite(font: Dictionary, cmap: CMap | undefined, { objects, budget }: Context): PdfFont {
  const { lengthAt, read } = schemeOf(objects.entry(font, 'Encoding'), { objects, budget });
  const list = objects.entry(font, 'DescendantFonts');
  const descendant = objects.dictionary(list?.kind === 'array' ? list.items[0] : list);
  const widthOf = compositeWidths(descendant, objects);
  const program = descendant === undefined || read !== undefined ? undefined : fontProgram(descendant, objects, budget);
  const glyphNumber = glyphNumbers(objects.streamOf(objects.entry(descendant, 'CIDToGIDMap')));
  const known = new Map<number, Glyph>();
  return (codes) => {
    const glyphs: Glyph[] = [];
    for (let at = 0; at < codes.length; ) {
      const length = Math.max(1, lengthAt(codes, at));
      const code = codeAt(codes, at, length);
      const key = code * 8 + length;
      let glyph = known.get(key);
      if (glyph === undefined) {
        const drawn = program?.textOf(glyphNumber(code));
        const text = cmap?.textOf(code, length) ?? read?.(codes.subarray(at, at + length)) ?? drawn ?? UNKNOWN;
        glyph = { text, other: drawn ?? text, width: widthOf(code), isSpace: false };
        known.set(key, glyph);
      }
      glyphs.push(glyph);
      at += length;
    }
    return glyphs;
  };
}

function glyphNumbers(map: Buffer | undefined): (code: number) => number {
  return (code) => (map !== undefined && 2 * code + 1 < map.length ? map.readUInt16BE(2 * code) : code);
}

type Scheme = { lengthAt(codes: Buffer, at: number): number; read?: (code: Buffer) => string };

/** Predefined CMaps for simplified Chinese (9.7.5.2), Identity, and embedded ones. */
function schemeOf(encoding: PdfValue | undefined, { objects, budget }: Context): Scheme {
  const stream = objects.streamOf(encoding);
  if (stream !== undefined) return { lengthAt: readCMap(stream, budget).lengthAt };
  const name = wordOf(encoding);
  if (/^Identity-[HV]$/.test(name)) return { lengthAt: () => 2 };
  if (/^Uni.*-(UCS2|UTF16)-[HV]$/.test(name)) return { lengthAt: () => 2, read: fromUtf16Be };
  if (/^GB.*-[HV]$/.test(name))
    return { lengthAt: (codes, at) => (byteAt(codes, at) > 0x80 ? 2 : 1), read: fromGb18030 };
  throw unreadable('a PDF font with an unusual encoding', 'unsupported');
}

/** Letters, digits and signs stand at the same codes in every Western encoding that matters here. */
function readSimple(font: Dictionary, cmap: CMap | undefined, { objects, budget }: Context): PdfFont {
  const named = namedCodes(objects.entry(font, 'Encoding'), objects);
  const widthOf = simpleWidths(font, objects);
  const program = fontProgram(font, objects, budget);
  const drawn = (code: number) => program?.textOf(program.glyphOf(code) ?? -1);
  const glyphs = Array.from({ length: 256 }, (_, code): Glyph => {
    const other = named.get(code) ?? drawn(code) ?? String.fromCharCode(code);
    return { text: cmap?.textOf(code, 1) ?? other, other, width: widthOf(code), isSpace: code === 32 };
  });
  return (codes) => [...codes].map((code) => glyphs[code] as Glyph);
}

/** The texts that /Differences gives to codes (9.6.6). */
function namedCodes(encoding: PdfValue | undefined, objects: PdfObjects): Map<number, string> {
  const texts = new Map<number, string>();
  const differences = objects.entry(encoding, 'Differences');
  let code = 0;
  for (const item of itemsOf(differences)) {
    code = numberOr(item, code);
    const name = nameOf(item);
    if (name === undefined) continue;
    const text = glyphText(name);
    if (text !== undefined) texts.set(code, text);
    code += 1;
  }
  return texts;
}
