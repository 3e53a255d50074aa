import type { Box } from './raster';

/** Length by thickness from which on a shape is a bar of a code or a rule of a table; a module is never so thin. */
const THIN = 8;
/** Bars of a code stand closer than this, counted in their own thickness: no space of any code is wider than four bars. */
const NEAR = 8;
/** So many shapes are no table; looking for neighbours of each would take too long. */
const MOST = 2000;

/**
 * Leaves out the rules of tables and forms: thin shapes beside which no other lies along. A page of a table has hundreds of
 * them, and to paint it and look for codes takes longer than to read the rest of the page.
 */
export function withoutRules(boxes: readonly Box[]): readonly Box[] {
  if (boxes.length > MOST) return boxes;
  return boxes.filter((box) => {
    if (!isThin(box)) return true;
    const liesBeside = isUpright(box) ? besideUpright : besideLevel;
    // Every module of a code is compared with all others: nothing is made anew for a pair.
    return boxes.some((other) => other !== box && liesBeside(box, other) && !isAcross(box, other));
  });
}

/** Long shapes beside which another lies along: bars of a code. In order, so that only neighbours are compared. */
export function barsAmong(boxes: readonly Box[]): readonly Box[] {
  const upright = boxes.filter(isUpright).toSorted((one, other) => one.left - other.left);
  const level = boxes.filter((box) => !isUpright(box)).toSorted((one, other) => one.bottom - other.bottom);
  const beside = (bars: readonly Box[], liesBeside: (bar: Box, other: Box) => boolean) =>
    bars.filter((bar, index) => [bars[index - 1], bars[index + 1]].some((near) => near && liesBeside(bar, near)));
  return [...beside(upright, besideUpright), ...beside(level, besideLevel)];
}

const widthOf = ({ left, right }: Box) => right - left;
const heightOf = ({ bottom, top }: Box) => top - bottom;
const isUpright = (box: Box) => heightOf(box) > widthOf(box);

function isThin(box: Box): boolean {
  const [width, height] = [widthOf(box), heightOf(box)];
  return Math.max(width, height) > THIN * Math.min(width, height);
}

/** Rules of a table touch the ones that cross them. */
const isAcross = (thin: Box, other: Box) => isThin(other) && isUpright(other) !== isUpright(thin);

/** Whether another shape is near an upright thin one, for half of the shorter height at least. */
function besideUpright(thin: Box, other: Box): boolean {
  if (Math.max(thin.left, other.left) - Math.min(thin.right, other.right) > NEAR * widthOf(thin)) return false;
  const overlap = Math.min(thin.top, other.top) - Math.max(thin.bottom, other.bottom);
  return overlap * 2 >= Math.min(heightOf(thin), heightOf(other));
}

/** The same for one that lies. */
function besideLevel(thin: Box, other: Box): boolean {
  if (Math.max(thin.bottom, other.bottom) - Math.min(thin.top, other.top) > NEAR * heightOf(thin)) return false;
  const overlap = Math.min(thin.right, other.right) - Math.max(thin.left, other.left);
  return overlap * 2 >= Math.min(widthOf(thin), widthOf(other));
}
