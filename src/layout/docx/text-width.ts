/** Widths in cells, the unit of the body grid: one full-width character is 1, a digit or letter ½. */

const HALF_WIDTH = /^[\u0020-\u007e\u00a0-\u00b6\u00b8-\u00ff]$/;

/** Width of `text` in cells, rounded up to a whole one. */
export function cellsOf(text: string): number {
  const halves = [...text].reduce((sum, character) => sum + (HALF_WIDTH.test(character) ? 1 : 2), 0);
  return Math.ceil(halves / 2);
}
