import type { Pixels } from '../reading';
import type { Shape } from './painter';
import { type Box, boxOf, cluster, rasterize } from './raster';

/** A QR code of the smallest version has over a hundred dark runs, the shortest bar code over ten bars. */
const MIN_MODULES = 12;
/** Larger shapes are frames and backgrounds; they are painted, but do not make a code. In points. */
const MAX_MODULE = 90;
/** A code is never wider than this, in points: 30 cm. */
const MAX_CODE = 850;
const QUIET_MODULES = 4;
/** Enough for a reader that looks for edges; codes with more modules than this many pixels are no codes. */
const PIXELS_PER_MODULE = 3;
const MAX_PIXELS = 1200;

/**
 * Pictures of the QR and bar codes that are drawn with shapes, like those of the service's own writer: dense groups of
 * small shapes, painted in the colours and the order of the page.
 */
export function drawnCodes(shapes: readonly Shape[]): Pixels[] {
  const modules = shapes.flatMap((shape) => shape.outlines.map(boxOf)).filter(isModule);
  if (modules.length < MIN_MODULES) return [];
  return cluster(modules, { gap: 4 * medianSide(modules) })
    .filter(({ members }) => members.length >= MIN_MODULES)
    .flatMap(({ box, members }) => paintCode(box, members, shapes) ?? []);
}

function isModule({ left, bottom, right, top }: Box): boolean {
  const [width, height] = [right - left, top - bottom];
  return Math.min(width, height) > 0 && Math.max(width, height) <= MAX_MODULE;
}

function sideOf({ left, bottom, right, top }: Box): number {
  return Math.min(right - left, top - bottom);
}

function medianSide(boxes: readonly Box[]): number {
  const sides = boxes.map(sideOf).sort((one, other) => one - other);
  return sides[sides.length >> 1] ?? 1;
}

function paintCode(box: Box, members: readonly Box[], shapes: readonly Shape[]): Pixels | undefined {
  const [width, height] = [box.right - box.left, box.top - box.bottom];
  if (Math.max(width, height) > MAX_CODE) return undefined;
  const side = moduleOf(box, members);
  const scale = Math.min(PIXELS_PER_MODULE / side, MAX_PIXELS / Math.max(width, height));
  const quiet = QUIET_MODULES * side;
  const area = {
    ...{ left: box.left - quiet, right: box.right + quiet, bottom: box.bottom - quiet, top: box.top + quiet },
  };
  return rasterize(shapes, area, scale);
}

/** The side of one module: the smallest that divides the width of the code into whole modules, more or less. */
function moduleOf(box: Box, members: readonly Box[]): number {
  const sides = members.map(sideOf).sort((one, other) => one - other);
  const smallest = sides[Math.floor(sides.length / 20)] ?? 1;
  const count = Math.round((box.right - box.left) / smallest);
  return count > 0 ? (box.right - box.left) / count : smallest;
}
