import type { Budget } from '../../budget';
import { fromUtf16Be } from '../../bytes/encodings';
import { unreadable } from '../../unreadable';
import type { PdfObjects } from '../syntax/object-index';
import { type Dictionary, itemsOf, nameOf, numberOr, type PdfValue, wordOf } from '../syntax/values';
import { adobeGb1Text } from './adobe-gb1';
import { type CMap, codeAt, MAX_BASES, readCMap } from './cmap';
import { schemeOf } from './encoding-scheme';
import { fontProgram } from './font-program';
import { isWord, textAtCode } from './glyph-names';
import { charactersByName } from './numbered-names';
import { compositeWidths, simpleWidths } from './widths';

/** What a code shows. `other` is a second reading, where the file contradicts itself; width in thousandths of an em. */
export type Glyph = { text: string; other: string; width: number; isSpace: boolean };

/** The glyphs of a shown string. A glyph without text is `UNKNOWN`. Those of Type 3 are drawn by content streams. */
export type PdfFont = { (codes: Buffer): Glyph[]; isDrawn?: boolean };

/** What a glyph without text is read as. On a page it makes the file unreadable. */
export const UNKNOWN = '\ufffd';

type Context = { objects: PdfObjects; budget: Budget };

/**
 * Reads a font by what the file says about its codes (ISO 32000-1, 9.10.2), and by what the embedded program says
 * about its glyphs. Outlines are not looked at.
 * @throws AppError LEAK_DETECTED for encodings that no reader here knows
 */
export function readFont(font: Dictionary, context: Context): PdfFont {
  const { objects } = context;
  for (const key of ['Encoding', 'ToUnicode', 'DescendantFonts']) {
    const value = font.entries.get(key);
    if (value !== undefined && objects.resolve(value) === undefined) {
      throw unreadable('a PDF font of which the file does not hold all');
    }
  }
  const cmap = readToUnicode(objects.entry(font, 'ToUnicode'), context);
  const isComposite = nameOf(objects.entry(font, 'Subtype')) === 'Type0';
  return isComposite ? readComposite(font, cmap, context) : readSimple(font, cmap, context);
}

/** The map of codes to text, with the one that it is based on; by the name of an identity the codes are the text. */
function readToUnicode(value: PdfValue | undefined, context: Context, level = 0): TextMap | undefined {
  const { objects, budget } = context;
  const stream = objects.streamOf(value);
  if (stream !== undefined) {
    const map = readCMap(stream, budget);
    const named = objects.entry(value, 'UseCMap');
    const base = named === undefined || level > MAX_BASES ? undefined : readToUnicode(named, context, level + 1);
    return base === undefined
      ? map
      : { textOf: (code, length) => map.textOf(code, length) ?? base.textOf(code, length) };
  }
  const isIdentity = /^Identity-[HV]$/.test(wordOf(value));
  return isIdentity ? { textOf: (code) => fromUtf16Be(Buffer.from([code >> 8, code & 0xff])) } : undefined;
}

type TextMap = Pick<CMap, 'textOf'>;

function readComposite(font: Dictionary, cmap: TextMap | undefined, { objects, budget }: Context): PdfFont {
  const { lengthAt, read, cidOf } = schemeOf(objects.entry(font, 'Encoding'), { objects, budget });
  const list = objects.entry(font, 'DescendantFonts');
  const descendant = objects.dictionary(list?.kind === 'array' ? list.items[0] : list);
  const widthOf = compositeWidths(descendant, objects);
  const program = descendant === undefined || read !== undefined ? undefined : fontProgram(descendant, objects, budget);
  const isGb1 = program === undefined && isAdobeGb1(descendant, objects);
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
        const cid = cidOf?.(code, length) ?? code;
        const drawn = isGb1 ? adobeGb1Text(cid) : program?.textOf(glyphNumber(cid));
        const shown = read?.(codes.subarray(at, at + length)) ?? drawn;
        const mapped = cmap?.textOf(code, length);
        const text = mapped !== undefined && saysNothing(mapped) ? muteText(code) : (mapped ?? shown ?? UNKNOWN);
        glyph = { text, other: shown ?? text, width: widthOf(cid), isSpace: false };
        known.set(key, glyph);
      }
      glyphs.push(glyph);
      at += length;
    }
    return glyphs;
  };
}

/** No character, or none that anybody can see. The first tells nearly always. */
const saysNothing = (text: string) => !(text.charCodeAt(0) > LAST_CONTROL) && NOTHING.test(text);
const LAST_CONTROL = 0x1f;
const NOTHING = /^[\0-\x08\x0e-\x1f]*$/;

function glyphNumbers(map: Buffer | undefined): (code: number) => number {
  return (code) => (map !== undefined && 2 * code + 1 < map.length ? map.readUInt16BE(2 * code) : code);
}

/**
 * Whether the glyphs have the numbers of Adobe-GB1: in fonts of Adobe's kind, and in those that the reader's system has to
 * bring. Of TrueType programs it is often said without being so.
 */
function isAdobeGb1(descendant: Dictionary | undefined, objects: PdfObjects): boolean {
  if (objects.entry(objects.entry(descendant, 'FontDescriptor'), 'FontFile2') !== undefined) return false;
  const ordering = objects.entry(objects.entry(descendant, 'CIDSystemInfo'), 'Ordering');
  return ordering?.kind === 'string' && ordering.bytes.toString('latin1') === 'GB1';
}

/** Letters, digits and signs stand at the same codes in every Western encoding that matters here. */
function readSimple(font: Dictionary, cmap: TextMap | undefined, { objects, budget }: Context): PdfFont {
  const { named, numbered, counted } = namedCodes(objects.entry(font, 'Encoding'), objects);
  const widthOf = simpleWidths(font, objects);
  const program = fontProgram(font, objects, budget);
  const drawn = (code: number) => program?.textOf(program.glyphOf(code) ?? -1);
  const isSymbolic = (numberOr(objects.entry(objects.entry(font, 'FontDescriptor'), 'Flags'), 0) & SYMBOLIC) !== 0;
  const isOwn = isEmbedded(font, objects);
  /** Where the file brings glyphs and nothing tells what they are, their codes are no letters (9.10.2). */
  const isMute = (code: number) =>
    isOwn &&
    code !== BLANK &&
    (counted.has(code) || isSymbolic) &&
    program?.isNamed(program.glyphOf(code) ?? -1) !== true;
  const isDingbats = wordOf(objects.entry(font, 'BaseFont')) === 'ZapfDingbats';
  const glyphs = Array.from({ length: 256 }, (_, code): Glyph => {
    // No Western encoding has a letter below 32: subsets begin there, and then nothing tells what their codes are.
    const plain = code < 32 ? undefined : isDingbats ? dingbatAt(code) : String.fromCharCode(code);
    const letter = plain !== undefined && isMute(code) && !named.has(code) ? muteText(code) : plain;
    const name = named.get(code);
    const number = numbered.get(code);
    const mapped = cmap?.textOf(code, 1);
    const said = mapped !== undefined && isOwn && saysNothing(mapped) ? muteText(code) : mapped;
    const text = said ?? name ?? drawn(code) ?? number ?? letter ?? UNKNOWN;
    // Codes of a symbolic font go straight to its program, names or not.
    const other = (isSymbolic ? drawn(code) : undefined) ?? name ?? drawn(code) ?? letter ?? text;
    return { text, other, width: widthOf(code), isSpace: code === 32 };
  });
  return (codes) => [...codes].map((code) => glyphs[code] as Glyph);
}

const BLANK = 32;

/** What a glyph that the file brings, but that nothing tells the meaning of, is read as: each code as another character. */
function muteText(code: number): string {
  return String.fromCharCode(FIRST_MUTE + (code & 0xfff));
}

/** The private use area, where fonts have signs of their own. */
const FIRST_MUTE = 0xe000;

/** Whether the outlines are in the file; those of Type 3 always are. */
function isEmbedded(font: Dictionary, objects: PdfObjects): boolean {
  const descriptor = objects.entry(font, 'FontDescriptor');
  const hasProgram = ['FontFile', 'FontFile2', 'FontFile3'].some((key) => objects.entry(descriptor, key) !== undefined);
  return hasProgram || nameOf(objects.entry(font, 'Subtype')) === 'Type3';
}

const BLACK_SQUARE = 0x6e;

/** Numbers in circles of four kinds, ten each, and the square of which codes are made; other signs say nothing (D.6). */
function dingbatAt(code: number): string {
  const isNumber = code >= 0xac && code <= 0xd3;
  if (code === BLANK || code === BLACK_SQUARE) return code === BLANK ? ' ' : '■';
  return isNumber ? String.fromCodePoint(code < 0xb6 ? 0x2460 + code - 0xac : 0x2776 + code - 0xb6) : '·';
}

/** The bit of the flags that says so (9.8.2). */
const SYMBOLIC = 4;

/** `numbered` are names that say nothing but the number of a character, `counted` those that say nothing at all. */
type Codes = {
  named: ReadonlyMap<number, string>;
  numbered: ReadonlyMap<number, string>;
  counted: ReadonlySet<number>;
};

/** The texts that /Differences gives to codes (9.6.6). */
function namedCodes(encoding: PdfValue | undefined, objects: PdfObjects): Codes {
  const texts = new Map<number, string>();
  const unknown = new Map<number, string>();
  const differences = objects.entry(encoding, 'Differences');
  let code = 0;
  for (const each of itemsOf(differences)) {
    const item = objects.resolve(each);
    code = numberOr(item, code);
    const name = nameOf(item);
    if (name === undefined) continue;
    const text = textAtCode(code, name);
    if (text === undefined) unknown.set(code, name);
    else texts.set(code, text);
    code += 1;
  }
  const counted = new Set([...unknown].filter(([, name]) => !isWord(name)).map(([code]) => code));
  return { named: texts, numbered: charactersByName(unknown), counted };
}
