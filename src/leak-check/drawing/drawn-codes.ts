import { numberAt } from '../bytes/bytes';
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
  const modules = modulesAmong(shapes.flatMap((shape) => shape.outlines.map(moduleOf)));
  if (modules.length < MIN_MODULES) return [];
  return cluster(modules, { gap: 4 * medianSide(modules) })
    .filter(
      ({ box, members }) => members.length >= MIN_MODULES && widthOf(box) <= MAX_CODE && heightOf(box) <= MAX_CODE,
    )
    .map(({ box, members }) => (isSlanted(members) ? turnedDrawing(box, shapes) : toDrawing(box, members, shapes)));
}

/** Readers of bar codes need a line across all bars: a code that stands at a slant has none. */
const isSlanted = (members: readonly Module[]) => members.filter(isTurned).length * 2 > members.length;

const isTurned = ({ thickness }: Module) => thickness !== undefined;

/** What is drawn in a box, turned so that the first slanted rectangle in it lies straight. */
function turnedDrawing(box: Box, shapes: readonly Shape[]): Drawing {
  const inside = shapes.flatMap((shape) => {
    const outlines = shape.outlines.filter((outline) => isInside(boxOf(outline), box));
    return outlines.length === 0 ? [] : [{ ...shape, outlines }];
  });
  const slanted = inside.flatMap(({ outlines }) => outlines).find((outline) => isTurned(moduleOf(outline))) as number[];
  const [x1, y1, x2, y2] = [0, 1, 2, 3].map((index) => numberAt(slanted, index)) as [number, number, number, number];
  const length = Math.hypot(x2 - x1, y2 - y1);
  const [cosine, sine] = [(x2 - x1) / length, (y2 - y1) / length];
  const turn = (outline: readonly number[]) =>
    outline.map((value, index) =>
      index % 2 === 0
        ? value * cosine + numberAt(outline, index + 1) * sine
        : value * cosine - numberAt(outline, index - 1) * sine,
    );
  const turned = inside.map((shape) => ({ ...shape, outlines: shape.outlines.map(turn) }));
  const modules = turned.flatMap(({ outlines }) => outlines.map(boxOf));
  return toDrawing(
    boxOf(modules.flatMap(({ left, bottom, right, top }) => [left, bottom, right, top])),
    modules,
    turned,
  );
}

const isInside = (one: Box, box: Box) =>
  one.left >= box.left && one.right <= box.right && one.bottom >= box.bottom && one.top <= box.top;

const widthOf = ({ left, right }: Box) => right - left;
const heightOf = ({ bottom, top }: Box) => top - bottom;
const sideOf = (box: Module) => box.thickness ?? Math.min(widthOf(box), heightOf(box));

const lengthOf = (box: Box) => Math.max(widthOf(box), heightOf(box));

/** A dark shape; `thickness` is that of a bar that is drawn at a slant, whose box is much wider. */
type Module = Box & { thickness?: number };

/** Numbers in a rectangle: four corners and perhaps the first one again. */
const RECTANGLE = [8, 10];

function moduleOf(outline: readonly number[]): Module {
  const box = boxOf(outline);
  if (!RECTANGLE.includes(outline.length)) return box;
  const [x1, y1, x2, y2, x3, y3] = outline as [number, number, number, number, number, number];
  if (x1 === x2 || y1 === y2) return box;
  return { ...box, thickness: Math.min(Math.hypot(x2 - x1, y2 - y1), Math.hypot(x3 - x2, y3 - y2)) };
}

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

function toDrawing(box: Box, members: readonly Module[], shapes: readonly Shape[]): Drawing {
  const side = sideOfModules(box, members);
  const quiet = QUIET_MODULES * side;
  const area = {
    ...{ left: box.left - quiet, right: box.right + quiet, bottom: box.bottom - quiet, top: box.top + quiet },
  };
  const largest = MAX_PIXELS / Math.max(widthOf(box), heightOf(box));
  return { paint: (pixelsPerModule) => rasterize(shapes, area, Math.min(pixelsPerModule / side, largest)) };
}

/** The side of one module: the smallest that divides the width of the code into whole modules, more or less. */
function sideOfModules(box: Box, members: readonly Module[]): number {
  const sides = members.map(sideOf).sort((one, other) => one - other);
  const smallest = numberAt(sides, Math.floor(sides.length / 20));
  const step = stepOf(members, smallest);
  // Modules that do not touch each other: behind the last one there is no gap.
  if (step > smallest * MIN_GAP) return step;
  return widthOf(box) / Math.max(1, Math.round(widthOf(box) / smallest));
}

/** Dots and squares with gaps between them are drawn at this much of their step at most. */
const MIN_GAP = 1.05;
/** Smaller steps than this, counted in modules, are inaccuracy. */
const LEAST_STEP = 0.5;

/** The distance from one column of modules to the next. */
function stepOf(members: readonly Box[], smallest: number): number {
  const lefts = members.map(({ left }) => left).sort((one, other) => one - other);
  let step = 2 * smallest;
  for (const [index, left] of lefts.entries()) {
    const distance = left - (lefts[index - 1] ?? left);
    if (distance > LEAST_STEP * smallest && distance < step) step = distance;
  }
  return step;
}
