/** Widths in cells, the unit of the body grid: one full-width character is 1, a digit or letter ½. */

const HALF_WIDTH = /^[\u0020-\u007e\u00a0-\u00b6\u00b8-\u00ff]$/;
/** Where the reader's program sets a quarter of a character between Chinese and digits or letters. */
const SCRIPT_CHANGE = /(?<=\p{Script=Han})(?=[\da-z])|(?<=[\da-z])(?=\p{Script=Han})/giu;
const SCRIPT_GAP = 0.25;

/** Width of `text` in cells, with the gaps between Chinese and digits. */
export function widthInCells(text: string): number {
  const halves = [...text].reduce((sum, character) => sum + (HALF_WIDTH.test(character) ? 1 : 2), 0);
  return halves / 2 + [...text.matchAll(SCRIPT_CHANGE)].length * SCRIPT_GAP;
}

/** Width of `text` in cells, rounded up to a whole one. */
export function cellsOf(text: string): number {
  return Math.ceil(widthInCells(text));
}
