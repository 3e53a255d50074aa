import type { Budget } from '../budget';
import { fromGb18030, fromUtf16Be } from '../encodings';
import { unreadable } from '../unreadable';
import { type CMap, codeAt, readCMap } from './cmap';
import type { PdfObjects } from './object-index';
import { type Dictionary, nameOf, numberOf, type PdfValue } from './values';

/** Turns the codes of a shown string into text; a code without text becomes `UNKNOWN`. */
export type FontDecoder = (codes: Buffer) => string;

/** What a glyph without text is read as. On a page it makes the file unreadable. */
export const UNKNOWN = '\ufffd';

type Context = { objects: PdfObjects; budget: Budget };

/**
 * The decoder of a font by what the file itself says about its codes (ISO 32000-1, 9.10.2). The glyph shapes are not
 * looked at.
 * @throws AppError LEAK_DETECTED for encodings that no reader here knows
 */
export function fontDecoder(font: Dictionary, { objects, budget }: Context): FontDecoder {
  const toUnicode = objects.streamOf(objects.resolve(font.entries.get('ToUnicode')));
  const cmap = toUnicode === undefined ? undefined : readCMap(toUnicode, budget);
  const encoding = objects.resolve(font.entries.get('Encoding'));
  const isComposite = nameOf(objects.resolve(font.entries.get('Subtype'))) === 'Type0';
  return isComposite
    ? compositeDecoder(encoding, cmap, { objects, budget })
    : simpleDecoder(glyphTexts(encoding, objects), cmap);
}

type Scheme = { lengthAt(codes: Buffer, at: number): number; read?: (code: Buffer) => string };

function compositeDecoder(encoding: PdfValue | undefined, cmap: CMap | undefined, context: Context): FontDecoder {
  const { lengthAt, read } = schemeOf(encoding, context);
  return (codes) => {
    let text = '';
    for (let at = 0; at < codes.length; ) {
      const length = Math.max(1, lengthAt(codes, at));
      text += cmap?.textOf(codeAt(codes, at, length), length) ?? read?.(codes.subarray(at, at + length)) ?? UNKNOWN;
      at += length;
    }
    return text;
  };
}

/** Predefined CMaps for simplified Chinese (9.7.5.2), Identity, and embedded ones. */
function schemeOf(encoding: PdfValue | undefined, { objects, budget }: Context): Scheme {
  const stream = objects.streamOf(encoding);
  if (stream !== undefined) return { lengthAt: readCMap(stream, budget).lengthAt };
  const name = nameOf(encoding) ?? '';
  if (/^Identity-[HV]$/.test(name)) return { lengthAt: () => 2 };
  if (/^Uni.*-(UCS2|UTF16)-[HV]$/.test(name)) return { lengthAt: () => 2, read: fromUtf16Be };
  if (/^GB.*-[HV]$/.test(name))
    return { lengthAt: (codes, at) => ((codes[at] ?? 0) > 0x80 ? 2 : 1), read: fromGb18030 };
  throw unreadable('a PDF font with an unusual encoding');
}

/** Letters, digits and signs stand at the same codes in every Western encoding that matters here. */
function simpleDecoder(glyphs: Map<number, string>, cmap: CMap | undefined): FontDecoder {
  return (codes) =>
    [...codes].map((code) => cmap?.textOf(code, 1) ?? glyphs.get(code) ?? String.fromCharCode(code)).join('');
}

/** Glyph names that an address or a telephone number needs (Adobe Glyph List); letters name themselves. */
const DIGIT_NAMES = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** The texts that /Differences gives to codes (9.6.6). */
function glyphTexts(encoding: PdfValue | undefined, objects: PdfObjects): Map<number, string> {
  const texts = new Map<number, string>();
  const differences =
    encoding?.kind === 'dictionary' ? objects.resolve(encoding.entries.get('Differences')) : undefined;
  let code = 0;
  for (const item of differences?.kind === 'array' ? differences.items : []) {
    code = numberOf(item) ?? code;
    const name = nameOf(item);
    if (name === undefined) continue;
    const text = glyphText(name);
    if (text !== undefined) texts.set(code, text);
    code += 1;
  }
  return texts;
}

function glyphText(name: string): string | undefined {
  if (/^[A-Za-z]$/.test(name)) return name;
  const digit = DIGIT_NAMES.indexOf(name.replace(/\..*$/, ''));
  if (digit !== -1) return String(digit);
  const hex = /^(?:uni((?:[0-9A-F]{4})+)|u([0-9A-F]{4,6}))(?:\.|$)/.exec(name);
  if (hex === null) return undefined;
  const [, units, point = ''] = hex;
  if (units !== undefined) return fromUtf16Be(Buffer.from(units, 'hex'));
  const code = Number.parseInt(point, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
