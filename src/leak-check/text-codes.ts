import type { Budget } from './budget';
import type { Pixels } from './reading';

/** How the upper and the lower half of a letter are painted. */
type Cell = readonly [upper: number, lower: number];

const DARK = 0;
const LIGHT = 255;
const FULL: Cell = [DARK, DARK];
const EMPTY: Cell = [LIGHT, LIGHT];

const CELLS: ReadonlyMap<string, Cell> = new Map<string, Cell>([
  ...[...'█▓■⬛'].map((letter): [string, Cell] => [letter, FULL]),
  ...[...'□⬜░ \u00a0\u3000'].map((letter): [string, Cell] => [letter, EMPTY]),
  ['▀', [DARK, LIGHT]],
  ['▄', [LIGHT, DARK]],
]);

/** One of these stands in every code. */
const BLOCKS = ['█', '■', '⬛', '▓'];

/** The smallest code has 21 modules; two stand in the height of a letter at most. */
const MIN_ROWS = 10;
const MIN_COLUMNS = 20;
/** No code has more modules. */
const MAX_SIDE = 400;

/** Pixels in the width of a letter, and in half of its height; the margin is counted in letters. */
const SCALE = 3;
const MARGIN = 4;

/**
 * The codes that are written with blocks, as programs show them on a screen of text: line upon line of full, half and empty
 * cells.
 * @throws AppError LEAK_DETECTED for more of them than the budget allows
 */
export function codesInText(text: string, budget: Budget): Pixels[] {
  if (!BLOCKS.some((letter) => text.includes(letter))) return [];
  const codes: Pixels[] = [];
  let rows: Cell[][] = [];
  const close = () => {
    if (rows.length >= MIN_ROWS && rows.length <= MAX_SIDE) {
      // On a dark screen the blocks are what is light: then the margin is of the other shade.
      for (const margin of [LIGHT, DARK])
        for (const wide of widthsOf(rows)) codes.push(paint(rows, { margin, wide, budget }));
    }
    rows = [];
  };
  for (const line of text.split('\n')) {
    const row = cellsOf(line.replace('\r', ''));
    if (row === undefined) close();
    else rows.push(row);
  }
  close();
  return codes;
}

function cellsOf(line: string): Cell[] | undefined {
  if (line.length < MIN_COLUMNS || line.length > MAX_SIDE) return undefined;
  const cells: Cell[] = [];
  for (const letter of line) {
    const cell = CELLS.get(letter);
    if (cell === undefined) return undefined;
    cells.push(cell);
  }
  return cells;
}

/** Letters are half as wide as high, but signs of blocks may be square: then there are no halves of them. */
function widthsOf(rows: readonly Cell[][]): number[] {
  return rows.some((cells) => cells.some(([upper, lower]) => upper !== lower)) ? [1] : [1, 2];
}

type Paint = { margin: number; wide: number; budget: Budget };

function paint(rows: readonly Cell[][], { margin, wide, budget }: Paint): Pixels {
  const columns = Math.max(...rows.map((cells) => cells.length)) + 2 * MARGIN;
  const side = SCALE * wide;
  const width = columns * side;
  const height = (rows.length + 2 * MARGIN) * 2 * SCALE;
  budget.spend(width * height);
  const grey = new Uint8Array(width * height).fill(margin);
  for (const [row, cells] of rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      for (const [half, shade] of cell.entries()) {
        const left = (column + MARGIN) * side;
        const top = ((row + MARGIN) * 2 + half) * SCALE;
        for (let y = top; y < top + SCALE; y += 1) grey.fill(shade, y * width + left, y * width + left + side);
      }
    }
  }
  return { width, height, grey };
}
