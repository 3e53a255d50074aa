/**
 * Structural similarity of two pages (Wang, Bovik, Sheikh and Simoncelli, IEEE TIP 13(4), 2004), as a mean over windows
 * in which at least one page has ink: white paper, which agrees always, would hide every difference in the text.
 */
import type { Raster } from './raster';

/** Side of a window and the step from one to the next, in pixels. */
const WINDOW = 8;
const STEP = 4;
/** The constants of the paper for 8 bits: (0.01 × 255)² and (0.03 × 255)². */
const C1 = 6.5025;
const C2 = 58.5225;
/** A window as white as this is paper. */
const PAPER = 250;

/**
 * 1 for equal pages, about 0 for unrelated ones.
 * @param options.blur radius in pixels by which both pages are blurred first, so that strokes which differ by part of a
 * pixel are not taken for different characters
 * @throws Error when the pages differ in size
 */
export function pageSimilarity(first: Raster, second: Raster, { blur }: { blur: number }): number {
  if (first.width !== second.width || first.height !== second.height) throw new Error('pages of different size');
  const a = blurred(first, blur);
  const b = blurred(second, blur);
  let sum = 0;
  let count = 0;
  for (let y = 0; y + WINDOW <= a.height; y += STEP) {
    for (let x = 0; x + WINDOW <= a.width; x += STEP) {
      const value = windowSimilarity(a, b, { x, y });
      if (value === undefined) continue;
      sum += value;
      count += 1;
    }
  }
  return count === 0 ? 1 : sum / count;
}

/** Undefined where both pages are paper. */
function windowSimilarity(a: Raster, b: Raster, { x, y }: { x: number; y: number }): number | undefined {
  let [sumA, sumB, squareA, squareB, product] = [0, 0, 0, 0, 0];
  for (let row = y; row < y + WINDOW; row += 1) {
    for (let at = row * a.width + x; at < row * a.width + x + WINDOW; at += 1) {
      const valueA = a.pixels[at] ?? 0;
      const valueB = b.pixels[at] ?? 0;
      sumA += valueA;
      sumB += valueB;
      squareA += valueA * valueA;
      squareB += valueB * valueB;
      product += valueA * valueB;
    }
  }
  const size = WINDOW * WINDOW;
  const [meanA, meanB] = [sumA / size, sumB / size];
  if (meanA > PAPER && meanB > PAPER) return undefined;
  const varianceA = squareA / size - meanA * meanA;
  const varianceB = squareB / size - meanB * meanB;
  const covariance = product / size - meanA * meanB;
  const luminance = (2 * meanA * meanB + C1) / (meanA * meanA + meanB * meanB + C1);
  return (luminance * (2 * covariance + C2)) / (varianceA + varianceB + C2);
}

/** A box blur in both directions. */
function blurred({ width, height, pixels }: Raster, radius: number): Raster {
  const across = boxBlur(pixels, { lines: height, length: width, lineStep: width, step: 1, radius });
  const down = boxBlur(across, { lines: width, length: height, lineStep: 1, step: width, radius });
  return { width, height, pixels: down };
}

type Walk = { lines: number; length: number; lineStep: number; step: number; radius: number };

function boxBlur(pixels: Uint8Array, { lines, length, lineStep, step, radius }: Walk): Uint8Array {
  const result = new Uint8Array(pixels.length);
  for (let line = 0; line < lines; line += 1) {
    for (let place = 0; place < length; place += 1) {
      const from = Math.max(0, place - radius);
      const to = Math.min(length - 1, place + radius);
      let sum = 0;
      for (let near = from; near <= to; near += 1) sum += pixels[line * lineStep + near * step] ?? 0;
      result[line * lineStep + place * step] = Math.round(sum / (to - from + 1));
    }
  }
  return result;
}
