import type { Budget } from '../budget';
import type { Pixels } from '../reading';

/** How the upper and the lower half of a letter are painted. */
type Cell = readonly [upper: number, lower: number];

const DARK = 0;
const LIGHT = 255;
const FULL: Cell = [DARK, DARK];
const EMPTY: Cell = [LIGHT, LIGHT];

const CELLS: ReadonlyMap<string, Cell> = new Map<string, Cell>([
  ...[...'█▓■⬛'].map((letter): [string, Cell] => [letter, FULL]),
  ...[...'□⬜░ \r\u00a0\u3000'].map((letter): [string, Cell] => [letter, EMPTY]),
  ['▀', [DARK, LIGHT]],
  ['▄', [LIGHT, DARK]],
]);

const IS_BLOCK = new Uint8Array(0x10000);
for (const letter of CELLS.keys()) IS_BLOCK[letter.charCodeAt(0)] = 1;

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
 * cells; or with any two other signs.
 * @throws AppError LEAK_DETECTED for more of them than the budget allows
 */
export function codesInText(text: string, budget: Budget): Pixels[] {
  if (text.length < MIN_ROWS * MIN_COLUMNS) return [];
  const codes: Pixels[] = [];
  let rows: Cell[][] = [];
  let signs: string[] = [];
  const close = () => {
    const isDrawn = rows.length >= MIN_ROWS && rows.length <= MAX_SIDE && new Set(rows.flat()).size > 1;
    if (isDrawn) {
      // On a dark screen the blocks are what is light: then the margin is of the other shade.
      for (const margin of [LIGHT, DARK])
        for (const wide of widthsOf(rows)) codes.push(paint(rows, { margin, wide, budget }));
    }
    rows = [];
    signs = [];
  };
  for (const line of text.split('\n')) {
    const mayBeRow = hasFewSigns(line);
    let row = mayBeRow ? cellsOf(line, signs) : undefined;
    if (mayBeRow && row === undefined && signs.length > 0) {
      close();
      row = cellsOf(line, signs);
    }
    if (row === undefined) close();
    else rows.push(row);
  }
  close();
  return codes;
}

/** Whether a line may be one of a code, by how it begins: nearly every line of a text has a third sign among its first letters. */
function hasFewSigns(line: string): boolean {
  if (line.length < MIN_COLUMNS || line.length > MAX_SIDE) return false;
  let [first, second] = [-1, -1];
  for (let at = 0; at < MIN_COLUMNS; at += 1) {
    const code = line.charCodeAt(at);
    // Signs in two units may share their first.
    if (IS_BLOCK[code] === 1 || (code >= 0xd800 && code <= 0xdbff)) continue;
    if (first === -1 || code === first) first = code;
    else if (second === -1 || code === second) second = code;
    else return false;
  }
  return true;
}

/** @param signs other letters than blocks in the lines before: the first is dark, the second light, and there is no third */
function cellsOf(line: string, signs: string[]): Cell[] | undefined {
  const cells: Cell[] = [];
  for (const letter of line) {
    const cell = CELLS.get(letter) ?? cellOf(letter, signs);
    if (cell === undefined) return undefined;
    cells.push(cell);
  }
  return cells;
}

function cellOf(letter: string, signs: string[]): Cell | undefined {
  if (signs.length < 2 && !signs.includes(letter)) signs.push(letter);
  return [FULL, EMPTY][signs.indexOf(letter)];
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
