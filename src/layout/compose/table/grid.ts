import type { Block, Cell } from '../../../model';
import { mmToPt, PAGE } from '../../page';
import type { FontMetrics } from '../font-metrics';
import { own, type PageItem } from '../page-items';
import { AREA, STYLES, type TextStyle } from '../styles';
import { setText } from '../text-lines';

export type Table = Extract<Block, { kind: 'table' }>;

/** A cell in its place: rows are counted within the table; `x` and `width` in pt; lines start at y = 0. */
export type PlacedCell = {
  row: number;
  rowSpan: number;
  x: number;
  width: number;
  lines: PageItem[][];
  pitch: number;
  centred: boolean;
  /** Least height of its row in pt, whatever the other cells need: room that was asked for is there to write in. */
  least: number;
  /** Its text goes on in the next part of a divided row. */
  goesOn?: boolean;
};

const PADDING_X = mmToPt(1.8);
export const PADDING_Y = mmToPt(1);

/** Edges of the columns in pt: as wide as asked for, or scaled down to the type area; centred in it. */
export function columnEdges(columns: number[]): number[] {
  const total = columns.reduce((sum, width) => sum + width, 0);
  const scale = Math.min(1, PAGE.typeArea.width / total);
  const edges = [AREA.left + (AREA.width - mmToPt(total * scale)) / 2];
  for (const width of columns) edges.push((edges.at(-1) ?? 0) + mmToPt(width * scale));
  return edges;
}

/** Puts every cell in the first free columns of its row, as HTML does, and sets its text. */
export function placeCells(table: Table, block: number, metrics: FontMetrics): PlacedCell[] {
  const edges = columnEdges(table.columns);
  const takenUntil = table.columns.map(() => 0);
  return table.rows.flatMap((row, rowIndex) => {
    let column = 0;
    return row.cells.map((cell, cellIndex) => {
      while ((takenUntil[column] ?? 0) > rowIndex) column += 1;
      const first = Math.min(column, table.columns.length - 1);
      const last = Math.min(first + (cell.colSpan ?? 1), table.columns.length);
      const rowSpan = Math.min(cell.rowSpan ?? 1, table.rows.length - rowIndex);
      takenUntil.fill(rowIndex + rowSpan, first, last);
      column = last;
      const x = edges[first] ?? AREA.left;
      const width = (edges[last] ?? x) - x;
      const { lines, pitch, centred } = setCell(cell, { x, width }, metrics);
      const owner = { block, row: rowIndex, cell: cellIndex };
      const least = mmToPt(row.minHeight ?? 0);
      return {
        row: rowIndex,
        rowSpan,
        x,
        width,
        lines: lines.map((items) => own(items, owner)),
        pitch,
        centred,
        least,
      };
    });
  });
}

function setCell(
  cell: Cell,
  { x, width }: { x: number; width: number },
  metrics: FontMetrics,
): Pick<PlacedCell, 'lines' | 'pitch' | 'centred'> {
  const style: TextStyle = cell.label === true ? STYLES.label : STYLES.cell;
  const centred = cell.align === 'center' || (cell.label === true && cell.align === undefined);
  const lines = cell.content.flatMap((content) =>
    setText(content, {
      style,
      metrics,
      x: x + PADDING_X,
      width: Math.max(style.size, width - 2 * PADDING_X),
      align: centred ? 'center' : 'justify',
      mayHang: false,
      even: centred,
    }),
  );
  return { lines, pitch: style.pitch, centred };
}
