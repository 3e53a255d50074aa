import { numberAt } from '../bytes/bytes';
import type { Pixels } from '../reading';
import type { Shape } from './painter';

/** In points, from the lower left corner of the page. */
export type Box = { left: number; bottom: number; right: number; top: number };

export function boxOf(outline: readonly number[]): Box {
  const box = { left: Infinity, bottom: Infinity, right: -Infinity, top: -Infinity };
  for (let index = 0; index + 1 < outline.length; index += 2) {
    const x = numberAt(outline, index);
    const y = numberAt(outline, index + 1);
    if (x < box.left) box.left = x;
    if (x > box.right) box.right = x;
    if (y < box.bottom) box.bottom = y;
    if (y > box.top) box.top = y;
  }
  return box;
}

type Cluster = { box: Box; members: Box[] };

/** Cells of one row of the grid are numbered on; no page is this wide. */
const ROW = 1 << 20;
const NEIGHBOURS = [-ROW - 1, -ROW, -ROW + 1, -1, 1, ROW - 1, ROW, ROW + 1];

/**
 * Groups boxes whose distance is less than a gap, by a grid of cells of that size: boxes in one cell or in neighbouring
 * ones belong together.
 */
export function cluster(boxes: readonly Box[], { gap }: { gap: number }): Cluster[] {
  const cells = new Map<number, Box[]>();
  const cellOf = (value: number) => Math.floor(value / gap);
  for (const box of boxes) {
    const lastColumn = cellOf(box.right);
    const lastRow = cellOf(box.top);
    // A bar is longer than a cell: it stands in every cell that it crosses.
    for (let row = cellOf(box.bottom); row <= lastRow; row += 1) {
      for (let column = cellOf(box.left); column <= lastColumn; column += 1) {
        const cell = cells.get(row * ROW + column);
        if (cell === undefined) cells.set(row * ROW + column, [box]);
        else cell.push(box);
      }
    }
  }
  const clusters: Cluster[] = [];
  for (const [first, boxesInside] of cells) {
    cells.delete(first);
    const members = new Set(boxesInside);
    const queue = [first];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      for (const step of NEIGHBOURS) {
        const inside = cells.get(next + step);
        if (inside === undefined) continue;
        for (const box of inside) members.add(box);
        cells.delete(next + step);
        queue.push(next + step);
      }
    }
    clusters.push({ box: around(members), members: [...members] });
  }
  return clusters;
}

function around(boxes: Iterable<Box>): Box {
  const box = { left: Infinity, bottom: Infinity, right: -Infinity, top: -Infinity };
  for (const { left, bottom, right, top } of boxes) {
    if (left < box.left) box.left = left;
    if (bottom < box.bottom) box.bottom = bottom;
    if (right > box.right) box.right = right;
    if (top > box.top) box.top = top;
  }
  return box;
}

/**
 * Paints shapes over white, each over the ones before; a pixel is inside when its middle is.
 * @param scale pixels per point
 */
export function rasterize(shapes: readonly Shape[], area: Box, scale: number): Pixels {
  const width = Math.max(1, Math.round((area.right - area.left) * scale));
  const height = Math.max(1, Math.round((area.top - area.bottom) * scale));
  const grey = new Uint8Array(width * height).fill(255);
  for (const { outlines, grey: shade, rule } of shapes) {
    const inside = outlines.filter((outline) => overlaps(boxOf(outline), area));
    if (inside.length > 0) fillOutlines(inside, { area, scale, width, height, grey, shade, rule });
  }
  return { width, height, grey };
}

function overlaps(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.bottom < other.top && other.bottom < one.top;
}

type Canvas = { area: Box; scale: number; width: number; height: number; grey: Uint8Array; shade: number } & Pick<
  Shape,
  'rule'
>;

/** Where an outline crosses a line of pixels, and whether it goes up (1) or down (-1). */
type Crossing = { x: number; direction: 1 | -1 };

/** Line by line, by the rule that the operator asks for (ISO 32000-1, 8.5.3.3). */
function fillOutlines(outlines: readonly number[][], canvas: Canvas): void {
  const { area, scale, width, height, grey, shade, rule } = canvas;
  const crossings = new Map<number, Crossing[]>();
  for (const outline of outlines) {
    for (let index = 0; index < outline.length; index += 2) {
      const next = (index + 2) % outline.length;
      const x1 = (numberAt(outline, index) - area.left) * scale;
      const y1 = (area.top - numberAt(outline, index + 1)) * scale;
      const x2 = (numberAt(outline, next) - area.left) * scale;
      const y2 = (area.top - numberAt(outline, next + 1)) * scale;
      if (y1 === y2) continue;
      const first = Math.max(0, Math.ceil(Math.min(y1, y2) - 0.5));
      const last = Math.min(height - 1, Math.ceil(Math.max(y1, y2) - 0.5) - 1);
      for (let row = first; row <= last; row += 1) {
        const x = x1 + ((row + 0.5 - y1) / (y2 - y1)) * (x2 - x1);
        const crossing: Crossing = { x, direction: y1 < y2 ? 1 : -1 };
        const list = crossings.get(row);
        if (list === undefined) crossings.set(row, [crossing]);
        else list.push(crossing);
      }
    }
  }
  for (const [row, list] of crossings) {
    list.sort((one, other) => one.x - other.x);
    let winding = 0;
    for (const [index, { x, direction }] of list.entries()) {
      winding += rule === 'even-odd' ? 1 : direction;
      const isInside = rule === 'even-odd' ? winding % 2 === 1 : winding !== 0;
      const from = Math.max(0, Math.ceil(x - 0.5));
      const to = Math.min(width, Math.ceil((list[index + 1]?.x ?? x) - 0.5));
      if (isInside && from < to) grey.fill(shade, row * width + from, row * width + to);
    }
  }
}
