import { mmToPt } from '../../page';
import { PADDING_Y, type PlacedCell, type Table } from './grid';

/** Rows that stay together because cells span them; rows are counted from 0 within the group. */
export type RowGroup = { heights: number[]; cells: PlacedCell[] };

/** Joins rows that a cell spans; every other row is a group of its own. */
export function groupRows(table: Table, cells: PlacedCell[]): RowGroup[] {
  const groups: RowGroup[] = [];
  let start = 0;
  while (start < table.rows.length) {
    let end = start + 1;
    for (let row = start; row < end; row += 1) {
      for (const cell of cells) if (cell.row === row) end = Math.max(end, row + cell.rowSpan);
    }
    const from = start;
    const least = table.rows.slice(from, end).map((row) => mmToPt(row.minHeight ?? 0));
    const own = cells.filter((cell) => cell.row >= from && cell.row < end);
    groups.push(
      measureGroup(
        least,
        own.map((cell) => ({ ...cell, row: cell.row - from })),
      ),
    );
    start = end;
  }
  return groups;
}

/** Rows as high as their cells need; what a spanning cell needs beyond its rows goes to the last of them. */
function measureGroup(least: number[], cells: PlacedCell[]): RowGroup {
  const heights = [...least];
  for (const cell of [...cells].sort((first, second) => first.rowSpan - second.rowSpan)) {
    const last = cell.row + cell.rowSpan - 1;
    const have = sum(heights.slice(cell.row, last + 1));
    heights[last] = (heights[last] ?? 0) + Math.max(0, neededBy(cell) - have);
  }
  return { heights, cells };
}

export function groupHeight(group: RowGroup): number {
  return sum(group.heights);
}

/**
 * Divides a group at `available` pt: between two rows if at least one row fits, otherwise through the lines of its
 * first row. Undefined when not even one line fits.
 */
export function splitGroup(group: RowGroup, available: number): [RowGroup, RowGroup] | undefined {
  let rows = 0;
  while (rows < group.heights.length - 1 && sum(group.heights.slice(0, rows + 1)) <= available) rows += 1;
  return rows > 0 ? splitBetweenRows(group, rows) : splitFirstRow(group, available);
}

function splitBetweenRows({ heights, cells }: RowGroup, rows: number): [RowGroup, RowGroup] {
  const above: PlacedCell[] = [];
  const below: PlacedCell[] = [];
  for (const cell of cells) {
    if (cell.row >= rows) below.push({ ...cell, row: cell.row - rows });
    else if (cell.row + cell.rowSpan <= rows) above.push(cell);
    else {
      const fitting = lineCapacity(sum(heights.slice(cell.row, rows)), cell);
      above.push({ ...firstLines(cell, fitting), rowSpan: rows - cell.row });
      below.push({ ...cell, row: 0, rowSpan: cell.row + cell.rowSpan - rows, lines: cell.lines.slice(fitting) });
    }
  }
  return [{ heights: heights.slice(0, rows), cells: above }, measureGroup(heights.slice(rows), below)];
}

function splitFirstRow({ heights, cells }: RowGroup, available: number): [RowGroup, RowGroup] | undefined {
  const first = cells.filter((cell) => cell.row === 0);
  const capacity = Math.max(0, ...first.map((cell) => Math.min(cell.lines.length, lineCapacity(available, cell))));
  if (capacity === 0) return undefined;
  const above = first.map((cell) => ({ ...firstLines(cell, lineCapacity(available, cell)), rowSpan: 1 }));
  const below = cells.map((cell) =>
    cell.row === 0 ? { ...cell, lines: cell.lines.slice(lineCapacity(available, cell)) } : cell,
  );
  const [, ...rest] = heights;
  return [measureGroup([available], above), measureGroup([0, ...rest], below)];
}

function firstLines(cell: PlacedCell, count: number): PlacedCell {
  return { ...cell, lines: cell.lines.slice(0, count), goesOn: cell.lines.length > count };
}

function neededBy(cell: PlacedCell): number {
  return cell.lines.length * cell.pitch + 2 * PADDING_Y;
}

function lineCapacity(height: number, cell: PlacedCell): number {
  return Math.max(0, Math.floor((height - 2 * PADDING_Y) / cell.pitch + 1e-6));
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
