import type { Budget } from '../../budget';
import type { PdfObjects } from '../syntax/object-index';
import type { Dictionary } from '../syntax/values';
import { readCompactFont } from './compact-font';
import { isWord, textAtCode } from './glyph-names';
import { type FontProgram, readTrueType, tablesOf, toReader } from './true-type';

/**
 * What the embedded program of a font says about its glyphs: a map from codes to text may lie, the program is what is
 * drawn. Outlines are not looked at.
 * @param font the font, or the descendant of a composite one
 */
export function fontProgram(font: Dictionary, objects: PdfObjects, budget: Budget): FontProgram | undefined {
  const descriptor = objects.entry(font, 'FontDescriptor');
  const file = (key: string) => objects.streamOf(objects.entry(descriptor, key));
  const trueType = file('FontFile2');
  if (trueType !== undefined) return readTrueType(trueType, budget);
  const compact = file('FontFile3');
  if (compact !== undefined) return readOpenType(compact, budget);
  const type1 = file('FontFile');
  return type1 === undefined ? undefined : readType1(type1);
}

/** A bare CFF font begins with its version, 1; anything else is a font file with tables. */
function readOpenType(bytes: Buffer, budget: Budget): FontProgram | undefined {
  if (bytes[0] === 1 && bytes[1] === 0 && bytes[2] !== 0) return readCompactFont(bytes, budget);
  const tables = readTrueType(bytes, budget);
  const cff = tablesOf(toReader(bytes)).get('CFF ');
  return tables ?? (cff === undefined ? undefined : readCompactFont(bytes.subarray(cff), budget));
}

/** `dup 65 /uni5E78 put`: glyphs have names only, so the codes stand for them. */
function readType1(bytes: Buffer): FontProgram | undefined {
  const texts = new Map<number, string>();
  const named = new Set<number>();
  for (const [, code, word] of bytes.toString('latin1').matchAll(/dup\s+(\d{1,3})\s*\/(\S+)\s+put/g)) {
    const name = String(word);
    const text = textAtCode(Number(code), name);
    if (text !== undefined) texts.set(Number(code), text);
    if (text !== undefined || isWord(name)) named.add(Number(code));
  }
  if (named.size === 0) return undefined;
  return { textOf: (glyph) => texts.get(glyph), glyphOf: (code) => code, isNamed: (glyph) => named.has(glyph) };
}
