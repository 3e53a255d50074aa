import {
  AlignmentType,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Block, Cell, Row } from '../../model';
import { inlineRuns } from './inline';
import { mmToTwip } from './measures';
import { STYLE } from './style-sheet';

type TableBlock = Extract<Block, { kind: 'table' }>;

/**
 * A table whose columns keep their widths whatever they hold. Rows never break across pages, header rows repeat.
 * @param keepNext holds the last row on the page of the block that follows
 */
export function tableOf(block: TableBlock, keepNext: boolean): Table {
  const columnWidths = block.columns.map(mmToTwip);
  const starts = columnStarts(block.rows);
  return new Table({
    style: STYLE.table,
    alignment: AlignmentType.CENTER,
    layout: TableLayoutType.FIXED,
    columnWidths,
    width: { size: sum(columnWidths), type: WidthType.DXA },
    rows: block.rows.map((row, index) =>
      tableRow(row, {
        columnWidths,
        starts: starts[index] ?? [],
        isHeader: index < (block.headerRows ?? 0),
        keepNext: keepNext && index === block.rows.length - 1,
      }),
    ),
  });
}

type RowOptions = { columnWidths: number[]; starts: number[]; isHeader: boolean; keepNext: boolean };

function tableRow(row: Row, { columnWidths, starts, isHeader, keepNext }: RowOptions): TableRow {
  return new TableRow({
    cantSplit: true,
    tableHeader: isHeader,
    ...(row.minHeight === undefined ? {} : { height: { value: mmToTwip(row.minHeight), rule: HeightRule.ATLEAST } }),
    children: row.cells.map((cell, index) => {
      const start = starts[index] ?? 0;
      const width = sum(columnWidths.slice(start, start + (cell.colSpan ?? 1)));
      return tableCell(cell, width, keepNext);
    }),
  });
}

function tableCell(cell: Cell, width: number, keepNext: boolean): TableCell {
  const style = cell.label === true ? STYLE.tableLabel : STYLE.tableText;
  const content = cell.content.length === 0 ? [[]] : cell.content;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    ...(cell.colSpan === undefined ? {} : { columnSpan: cell.colSpan }),
    ...(cell.rowSpan === undefined ? {} : { rowSpan: cell.rowSpan }),
    children: content.map(
      (line) =>
        new Paragraph({
          style,
          keepNext,
          children: inlineRuns(line),
          ...(cell.align === undefined ? {} : { alignment: cell.align }),
        }),
    ),
  });
}

/** First column of every cell, row by row: cells that reach down from above push later ones to the right. */
function columnStarts(rows: Row[]): number[][] {
  const heldUntil: number[] = [];
  return rows.map((row, rowIndex) => {
    let column = 0;
    return row.cells.map((cell) => {
      while ((heldUntil[column] ?? 0) > rowIndex) column += 1;
      const start = column;
      for (let offset = 0; offset < (cell.colSpan ?? 1); offset += 1) {
        heldUntil[start + offset] = rowIndex + (cell.rowSpan ?? 1);
      }
      column = start + (cell.colSpan ?? 1);
      return start;
    });
  });
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
