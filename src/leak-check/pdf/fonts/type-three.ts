import { IDENTITY } from '../../drawing/matrix';
import type { DrawnGlyphs, Form } from '../content';
import type { PdfObjects } from '../syntax/object-index';
import { type Dictionary, itemsOf, nameOf, numberOr } from '../syntax/values';
import { matrixOf } from './widths';

/**
 * Curves are the outlines of letters, and pictures those of scanned or old fonts: both are read as letters. What is left is
 * rectangles, of which a code may be made, and text.
 */
const IS_LETTER = /(?:^|\s)(?:c|v|y|BI)(?=\s|$)/;
/** A glyph that shows text shows it whatever else it draws. */
const SHOWS_TEXT = /T[fjJ]/;

/**
 * The glyphs of a Type 3 font (ISO 32000-1, 9.6.5) that may be parts of a code, or texts; undefined for other fonts.
 * @param toForm how a stream of the font is read as something to draw
 */
export function drawnGlyphs(
  font: Dictionary,
  objects: PdfObjects,
  toForm: (stream: Dictionary, bytes: Buffer) => Form,
): DrawnGlyphs | undefined {
  if (nameOf(objects.entry(font, 'Subtype')) !== 'Type3') return undefined;
  const procedures = objects.entry(font, 'CharProcs');
  const names = namesOf(font, objects);
  const known = new Map<number, Form | undefined>();
  const read = (code: number): Form | undefined => {
    const stream = objects.dictionary(objects.entry(procedures, names.get(code) ?? ''));
    const bytes = objects.streamOf(stream);
    if (stream === undefined || bytes === undefined) return undefined;
    const source = bytes.toString('latin1');
    if (IS_LETTER.test(source) && !SHOWS_TEXT.test(source)) return undefined;
    return { ...toForm(stream, bytes), matrix: IDENTITY };
  };
  const formOf = (code: number): Form | undefined => {
    if (!known.has(code)) known.set(code, read(code));
    return known.get(code);
  };
  return { matrix: matrixOf(font, objects), formOf };
}

function namesOf(font: Dictionary, objects: PdfObjects): Map<number, string> {
  const names = new Map<number, string>();
  let code = 0;
  for (const each of itemsOf(objects.entry(objects.entry(font, 'Encoding'), 'Differences'))) {
    const item = objects.resolve(each);
    code = numberOr(item, code);
    const name = nameOf(item);
    if (name === undefined) continue;
    names.set(code, name);
    code += 1;
  }
  return names;
}
