/** Percentile by linear interpolation between the nearest ranks. `share` from 0 to 1; NaN for no values. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)] ?? Number.NaN, sorted[Math.ceil(place)] ?? Number.NaN];
  return low + (high - low) * (place - Math.floor(place));
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

export type Spread = { median: number; p10: number; p90: number };

export function spread(values: readonly number[]): Spread {
  return { median: median(values), p10: percentile(values, 0.1), p90: percentile(values, 0.9) };
}

export type Point = { x: number; y: number };
export type Line = {
  intercept: number;
  slope: number /** Share of the variation that the line explains. */;
  r2: number;
};

/** Least-squares line through points; at least two different x. */
export function fitLine(points: readonly Point[]): Line {
  const count = points.length;
  const meanX = points.reduce((sum, { x }) => sum + x, 0) / count;
  const meanY = points.reduce((sum, { y }) => sum + y, 0) / count;
  const xx = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  const xy = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0);
  const yy = points.reduce((sum, { y }) => sum + (y - meanY) ** 2, 0);
  const slope = xy / xx;
  const rest = points.reduce((sum, { x, y }) => sum + (y - meanY - slope * (x - meanX)) ** 2, 0);
  return { intercept: meanY - slope * meanX, slope, r2: yy === 0 ? 1 : 1 - rest / yy };
}

export type Growth = Line & {
  /** Power with which the cost grows where it is largest: 1 is linear, 2 quadratic. */
  exponent: number;
  isLinearOrBetter: boolean;
};

/** A power below this counts as linear: measured times scatter by some per cent. */
const LINEAR = 1.15;

/**
 * How a cost grows: the line through all points, and the power of the upper half of them, where a fixed cost hides the
 * growth least. The points must be in order of x, all positive.
 */
export function fitGrowth(points: readonly Point[]): Growth {
  const upper = points.slice(Math.floor((points.length - 1) / 2));
  const exponent = fitLine(upper.map(({ x, y }) => ({ x: Math.log(x), y: Math.log(y) }))).slope;
  return { ...fitLine(points), exponent, isLinearOrBetter: exponent <= LINEAR };
}

/** Four parts of equal length, in order. */
export function quarters<T>(values: readonly T[]): T[][] {
  const cut = (part: number) => Math.round((values.length * part) / 4);
  return [0, 1, 2, 3].map((part) => values.slice(cut(part), cut(part + 1)));
}

/** The newest lot took hardly less than the one before: nothing is left to warm up. */
export function isWarm(lots: readonly number[]): boolean {
  const [before, newest] = lots.slice(-2);
  return before !== undefined && newest !== undefined && newest > 0.95 * before;
}
