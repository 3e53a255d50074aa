import { numberAt } from '../bytes';
import type { Drawing } from '../reading';
import type { Shape } from './painter';
import { type Box, boxOf, cluster, rasterize } from './raster';
import { barsAmong, withoutRules } from './rules';

/** A QR code of the smallest version has over a hundred dark runs, the shortest bar code over ten bars. */
const MIN_MODULES = 12;
/** Wider shapes are frames and backgrounds; they are painted, but do not make a code. In points. */
const MAX_MODULE = 90;
/** A code is never wider than this, in points: 30 cm. */
const MAX_CODE = 850;
const QUIET_MODULES = 4;
/** Codes with more modules are no codes. */
const MAX_PIXELS = 1200;

/**
 * The QR and bar codes that are drawn with shapes, like those of the service's own writer: dense groups of
 * small shapes, painted in the colours and the order of the page.
 */
export function drawnCodes(shapes: readonly Shape[]): Drawing[] {
  const modules = modulesAmong(shapes.flatMap((shape) => shape.outlines.map(boxOf)));
  if (modules.length < MIN_MODULES) return [];
  return cluster(modules, { gap: 4 * medianSide(modules) })
    .filter(
      ({ box, members }) => members.length >= MIN_MODULES && widthOf(box) <= MAX_CODE && heightOf(box) <= MAX_CODE,
    )
    .map(({ box, members }) => toDrawing(box, members, shapes));
}

const widthOf = ({ left, right }: Box) => right - left;
const heightOf = ({ bottom, top }: Box) => top - bottom;
const sideOf = (box: Box) => Math.min(widthOf(box), heightOf(box));

const lengthOf = (box: Box) => Math.max(widthOf(box), heightOf(box));

function modulesAmong(boxes: readonly Box[]): readonly Box[] {
  const shapes = boxes.filter((box) => sideOf(box) > 0 && sideOf(box) <= MAX_MODULE && lengthOf(box) <= MAX_CODE);
  const short = shapes.filter((box) => lengthOf(box) <= MAX_MODULE);
  const long = shapes.filter((box) => lengthOf(box) > MAX_MODULE);
  return [...withoutRules(short), ...barsAmong(long)];
}

function medianSide(boxes: readonly Box[]): number {
  const sides = boxes.map(sideOf).sort((one, other) => one - other);
  return numberAt(sides, sides.length >> 1);
}

function toDrawing(box: Box, members: readonly Box[], shapes: readonly Shape[]): Drawing {
  const side = moduleOf(box, members);
  const quiet = QUIET_MODULES * side;
  const area = {
    ...{ left: box.left - quiet, right: box.right + quiet, bottom: box.bottom - quiet, top: box.top + quiet },
  };
  const largest = MAX_PIXELS / Math.max(widthOf(box), heightOf(box));
  return { paint: (pixelsPerModule) => rasterize(shapes, area, Math.min(pixelsPerModule / side, largest)) };
}

/** The side of one module: the smallest that divides the width of the code into whole modules, more or less. */
function moduleOf(box: Box, members: readonly Box[]): number {
  const sides = members.map(sideOf).sort((one, other) => one - other);
  const smallest = numberAt(sides, Math.floor(sides.length / 20));
  return widthOf(box) / Math.max(1, Math.round(widthOf(box) / smallest));
}
