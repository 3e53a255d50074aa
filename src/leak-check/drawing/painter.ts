import { numberAt } from '../bytes/bytes';
import { numberOf, numberOr, type PdfValue } from '../pdf/syntax/values';
import { unreadable } from '../unreadable';
import { dashLine, dashOf } from './dashes';
import { lengthScale, type Matrix, type Point, transform } from './matrix';

/** A filled area of a page: outlines as x, y, x, y … in points, and how dark it is (0 is black, 255 white). */
export type Shape = { outlines: number[][]; grey: number; rule: 'winding' | 'even-odd' };

/** Follows the operators that build, paint and colour paths (ISO 32000-1, 8.5 and 8.6). */
export type Painter = {
  operate(operator: string, operands: readonly PdfValue[], ctm: Matrix): void;
  /** A number that differs where the colour to fill with, or the cuts, do; 0 for black without any. */
  look(): number;
  save(): void;
  restore(): void;
};

type Colors = { fill: number; stroke: number; lineWidth: number; dash: readonly number[]; phase: number; cut: number };

/** A page of maps or drawings; verification codes have a thousandth of it. */
const MAX_POINTS = 2_000_000;

/** A frame is cut out with one or two outlines. */
const MANY_CUTS = 12;

/** Each cut counts more than any shade. */
const CUT = 1000;

/** @param cuts receives what is cut out: whatever is painted there afterwards shows in its form */
export function createPainter(into: Shape[], cuts: Shape[] = []): Painter {
  let colors: Colors = { fill: 0, stroke: 0, lineWidth: 1, dash: [], phase: 0, cut: 0 };
  const saved: Colors[] = [];
  let path: number[][] = [];
  let current: number[] = [];
  let points = 0;
  let isClip = false;

  const begin = () => {
    if (current.length >= 4) path.push(current);
    current = [];
  };
  const count = (more: number) => {
    points += more;
    if (points > MAX_POINTS) throw unreadable('more PDF drawing than a document can need', 'excessive');
  };
  const add = (x: number, y: number, ctm: Matrix) => {
    count(1);
    const point = transform({ x, y }, ctm);
    current.push(point.x, point.y);
  };
  /** Codes are made of rectangles: each is one closed outline at once. */
  const addRectangle = (corner: Point, size: Point, ctm: Matrix) => {
    begin();
    count(4);
    const { x, y } = transform(corner, ctm);
    const across = { x: size.x * ctm[0], y: size.x * ctm[1] };
    const up = { x: size.y * ctm[2], y: size.y * ctm[3] };
    const [x1, y1] = [x + across.x, y + across.y];
    path.push([x, y, x1, y1, x1 + up.x, y1 + up.y, x + up.x, y + up.y, x, y]);
    current = [x, y];
  };
  const close = () => {
    const [x, y] = current;
    if (x === undefined || y === undefined) return;
    current.push(x, y);
    begin();
    current = [x, y];
  };
  const fill = (operator: string) => {
    begin();
    const rule = operator.endsWith('*') ? 'even-odd' : 'winding';
    if (path.length > 0) into.push({ outlines: path, grey: colors.fill, rule });
  };
  const stroke = (ctm: Matrix) => {
    begin();
    const scale = lengthScale(ctm);
    const dashes = { lengths: colors.dash.map((length) => length * scale), phase: colors.phase * scale };
    const lines = path.flatMap((points) => dashLine(points, dashes, count));
    const outlines = lines.flatMap((points) => strokeOutlines(points, (colors.lineWidth * scale) / 2));
    if (outlines.length > 0) into.push({ outlines, grey: colors.stroke, rule: 'winding' });
  };
  const end = () => {
    path = [];
    current = [];
    if (isClip) colors = { ...colors, cut: colors.cut + CUT };
    isClip = false;
  };

  return {
    look: () => colors.fill + colors.cut,
    save: () => saved.push(colors),
    restore() {
      colors = saved.pop() ?? colors;
    },
    operate(operator, operands, ctm) {
      const at = (index: number) => numberOr(operands[index], 0);
      switch (operator) {
        case 'm':
          begin();
          return add(at(0), at(1), ctm);
        case 'l':
          return add(at(0), at(1), ctm);
        // Curves are rare in codes; their middle is near enough.
        case 'c':
          add((at(0) + at(2)) / 2, (at(1) + at(3)) / 2, ctm);
          return add(at(4), at(5), ctm);
        case 'v':
        case 'y':
          add((at(0) + at(2)) / 2, (at(1) + at(3)) / 2, ctm);
          return add(at(2), at(3), ctm);
        case 're':
          return addRectangle({ x: at(0), y: at(1) }, { x: at(2), y: at(3) }, ctm);
        case 'h':
          return close();
        case 'f':
        case 'F':
        case 'f*':
          fill(operator);
          return end();
        case 'B':
        case 'B*':
        case 'b':
        case 'b*':
          fill(operator);
          stroke(ctm);
          return end();
        case 'S':
        case 's':
          stroke(ctm);
          return end();
        case 'W':
        case 'W*':
          isClip = true;
          return;
        case 'n':
          // A code may be cut out of what is painted afterwards.
          begin();
          if (isClip && path.length >= MANY_CUTS) cuts.push({ outlines: path, grey: 0, rule: 'winding' });
          return end();
        case 'w':
          colors = { ...colors, lineWidth: at(0) };
          return;
        case 'd':
          colors = { ...colors, dash: dashOf(operands[0]), phase: at(1) };
          return;
        case 'g':
        case 'rg':
        case 'k':
        case 'sc':
        case 'scn':
        case 'cs':
          colors = { ...colors, fill: greyOf(operands) };
          return;
        case 'G':
        case 'RG':
        case 'K':
        case 'SC':
        case 'SCN':
        case 'CS':
          colors = { ...colors, stroke: greyOf(operands) };
          return;
      }
    },
  };
}

/** How dark one, three or four components are: grey, red-green-blue or inks. Any other number counts as black. */
function greyOf(operands: readonly PdfValue[]): number {
  const parts = operands.map(numberOf).filter((part) => part !== undefined);
  const [first = 0, second = 0, third = 0, fourth = 0] = parts;
  if (parts.length === 1) return first * 255;
  if (parts.length === 3) return (0.299 * first + 0.587 * second + 0.114 * third) * 255;
  if (parts.length === 4) return (1 - Math.min(1, 0.299 * first + 0.587 * second + 0.114 * third + fourth)) * 255;
  return 0;
}

/** Every straight piece of a line as a rectangle. */
function strokeOutlines(points: number[], half: number): number[][] {
  const outlines: number[][] = [];
  for (let index = 0; index + 3 < points.length; index += 2) {
    const [x1, y1] = [numberAt(points, index), numberAt(points, index + 1)];
    const [x2, y2] = [numberAt(points, index + 2), numberAt(points, index + 3)];
    const length = Math.hypot(x2 - x1, y2 - y1);
    if (length === 0) {
      // A dot, where lines have round or square ends.
      outlines.push([x1 - half, y1 - half, x1 + half, y1 - half, x1 + half, y1 + half, x1 - half, y1 + half]);
      continue;
    }
    const [dx, dy] = [((y1 - y2) / length) * half, ((x2 - x1) / length) * half];
    outlines.push([x1 + dx, y1 + dy, x2 + dx, y2 + dy, x2 - dx, y2 - dy, x1 - dx, y1 - dy]);
  }
  return outlines;
}
