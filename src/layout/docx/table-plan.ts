/** Where the cells of a table stand and how high they are, before anything is written. */
import type { Cell, Inline, Row } from '../../model';
import { inlineText } from '../../model';
import { mmToPt, PAGE, TYPE_SIZE } from '../page';
import { splitAtBreaks } from './inline';
import { mmToTwip, ptToTwip } from './measures';
import { CELL_PADDING_MM, TABLE_LINE_PT } from './style-sheet';
import { cellsOf } from './text-width';

/** `width` in twips; `textHeight` in mm, near enough to tell a full cell from an empty one. */
export type CellPlan = { cell: Cell; content: Inline[][]; width: number; textHeight: number };

/**
 * `height` in mm, rather too much than too little; cells that reach into other rows count for nothing.
 * `joinsNext`: a cell of this row or of one above reaches into the next.
 */
export type RowPlan = { cells: CellPlan[]; minHeight: number; height: number; joinsNext: boolean };

/** Widths in twips: as wide as asked for, or scaled down to the type area. */
export function columnsOf(columns: number[]): number[] {
  const scale = Math.min(1, PAGE.typeArea.width / sum(columns));
  return columns.map((width) => mmToTwip(width * scale));
}

/** Puts every cell in the first free columns of its row: cells that reach down from above push later ones to the right. */
export function planRows(rows: Row[], columnWidths: number[]): RowPlan[] {
  const heldUntil: number[] = [];
  let reach = 0;
  return rows.map((row, rowIndex) => {
    let column = 0;
    const cells = row.cells.map((cell) => {
      const { colSpan = 1, rowSpan = 1 } = cell;
      while ((heldUntil[column] ?? 0) > rowIndex) column += 1;
      const start = column;
      column += colSpan;
      reach = Math.max(reach, rowIndex + rowSpan);
      for (let held = start; held < column; held += 1) heldUntil[held] = rowIndex + rowSpan;
      return planCell(cell, sum(columnWidths.slice(start, column)));
    });
    const minHeight = row.minHeight ?? 0;
    const height = Math.max(minHeight, ...cells.map(neededBy));
    return { cells, minHeight, height, joinsNext: reach > rowIndex + 1 };
  });
}

function planCell(cell: Cell, width: number): CellPlan {
  const content = cell.content.length === 0 ? [[]] : cell.content.flatMap(splitAtBreaks);
  const perLine = Math.max(1, Math.floor(width / ptToTwip(TYPE_SIZE.xiaoSi)) - 1);
  const lines = content.map((line) => Math.max(1, Math.ceil(cellsOf(inlineText(line)) / perLine)));
  return { cell, content, width, textHeight: (sum(lines) * TABLE_LINE_PT) / mmToPt(1) };
}

function neededBy({ cell, textHeight }: CellPlan): number {
  return (cell.rowSpan ?? 1) > 1 ? 0 : textHeight + 2 * CELL_PADDING_MM.y;
}

export function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
