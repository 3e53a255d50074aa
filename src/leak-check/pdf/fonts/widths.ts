import { type Matrix, toMatrix } from '../../drawing/matrix';
import type { PdfObjects } from '../syntax/object-index';
import { type Dictionary, itemsOf, nameOf, numberOf, numberOr } from '../syntax/values';

/** Advance of a code in thousandths of an em. */
export type Widths = (code: number) => number;

/** Helvetica's digits and most letters are about this wide; used where a file gives no width. */
const UNKNOWN_WIDTH = 556;
const DEFAULT_WIDTH = 1000;

/** /FirstChar and /Widths of a simple font (ISO 32000-1, 9.6.2). */
export function simpleWidths(font: Dictionary, objects: PdfObjects): Widths {
  const first = numberOr(objects.entry(font, 'FirstChar'), 0);
  const list = objects.entry(font, 'Widths');
  const widths = itemsOf(list).map((item) => numberOf(objects.resolve(item)));
  // Fonts of Type 3 say themselves how long their units are (9.6.5).
  const unit = nameOf(objects.entry(font, 'Subtype')) === 'Type3' ? matrixOf(font, objects)[0] * 1000 : 1;
  return (code) => (widths[code - first] ?? UNKNOWN_WIDTH / unit) * unit;
}

/** /DW and /W of a composite font's descendant: `c [w1 w2]` or `first last w` (9.7.4.3). */
export function compositeWidths(descendant: Dictionary | undefined, objects: PdfObjects): Widths {
  const base = numberOr(objects.entry(descendant, 'DW'), DEFAULT_WIDTH);
  const list = objects.entry(descendant, 'W');
  const items = itemsOf(list).map((item) => objects.resolve(item));
  const single = new Map<number, number>();
  const ranges: { first: number; last: number; width: number }[] = [];
  for (let index = 0; index + 1 < items.length; ) {
    const [first, second, third] = items.slice(index, index + 3);
    const from = numberOr(first, 0);
    if (second?.kind === 'array') {
      for (const [step, item] of second.items.entries()) single.set(from + step, numberOr(objects.resolve(item), base));
      index += 2;
    } else {
      ranges.push({ first: from, last: numberOr(second, from), width: numberOr(third, base) });
      index += 3;
    }
  }
  return (code) => single.get(code) ?? ranges.find(({ first, last }) => first <= code && code <= last)?.width ?? base;
}

/** How an em of the font is placed in one of text: a thousandth where the font does not say. */
export function matrixOf(font: Dictionary, objects: PdfObjects): Matrix {
  const numbers = itemsOf(objects.entry(font, 'FontMatrix')).map((item) => numberOf(objects.resolve(item)));
  return numbers.length === 0 ? [0.001, 0, 0, 0.001, 0, 0] : toMatrix(numbers);
}
