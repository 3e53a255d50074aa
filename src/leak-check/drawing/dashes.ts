import { numberAt } from '../bytes/bytes';
import { itemsOf, numberOf, type PdfValue } from '../pdf/syntax/values';

/** Lengths of dashes and gaps in turn, in points, and how much of them lies before the line. */
export type Dashes = { lengths: readonly number[]; phase: number };

/** The lengths of a dash array (ISO 32000-1, 8.4.3.6); none for a solid line. */
export function dashOf(value: PdfValue | undefined): readonly number[] {
  const lengths = itemsOf(value).map((item) => Math.max(0, numberOf(item) ?? 0));
  return lengths.some((length) => length > 0) ? lengths : [];
}

/**
 * The dashes of a line, each as a line of its own: a bar code may be one line with gaps.
 * @param points x, y, x, y …
 * @param count pays for so many points
 */
export function dashLine(points: number[], { lengths, phase }: Dashes, count: (more: number) => void): number[][] {
  if (lengths.length === 0) return [points];
  const dashes: number[][] = [];
  for (let index = 0; index + 3 < points.length; index += 2) {
    const [x1, y1] = [numberAt(points, index), numberAt(points, index + 1)];
    const [x2, y2] = [numberAt(points, index + 2), numberAt(points, index + 3)];
    const length = Math.hypot(x2 - x1, y2 - y1);
    const at = (distance: number) => [x1 + ((x2 - x1) * distance) / length, y1 + ((y2 - y1) * distance) / length];
    let from = -phase;
    for (let turn = 0; from < length; turn += 1) {
      count(1);
      const to = from + numberAt(lengths, turn % lengths.length);
      const isDash = turn % 2 === 0 && to > 0;
      if (isDash) dashes.push([...at(Math.max(0, from)), ...at(Math.min(length, to))]);
      from = to;
    }
  }
  return dashes;
}
