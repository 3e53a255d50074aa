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
import type { Block, Cell, Inline, Row } from '../../model';
import { inlineText } from '../../model';
import { mmToPt, PAGE, TYPE_SIZE } from '../page';
import { inlineRuns, splitAtBreaks } from './inline';
import { evenIndent } from './label-indent';
import { mmToTwip, ptToTwip } from './measures';
import { STYLE, TABLE_LINE_PT } from './style-sheet';
import { cellsOf } from './text-width';

type TableBlock = Extract<Block, { kind: 'table' }>;

/** A cell with this much room to spare, in mm, is a field to write in: its text stands at the top. */
const WRITING_ROOM = 15;

/**
 * A table whose columns keep their widths whatever they hold. Rows never break across pages, rows that a cell joins
 * stay together, header rows repeat.
 * @param options.keepNext holds the last row on the page of the block that follows
 * @param options.inSlip holds all rows on one page
 */
export function tableOf(block: TableBlock, { keepNext, inSlip }: { keepNext: boolean; inSlip: boolean }): Table {
  const columnWidths = columnsOf(block.columns);
  const starts = columnStarts(block.rows);
  const last = block.rows.length - 1;
  const headerRows = (block.headerRows ?? 0) > last ? 0 : (block.headerRows ?? 0);
  return new Table({
    style: STYLE.table,
    // docx would otherwise write borders of its own over the style's.
    borders: {},
    alignment: AlignmentType.CENTER,
    layout: TableLayoutType.FIXED,
    columnWidths,
    width: { size: sum(columnWidths), type: WidthType.DXA },
    rows: block.rows.map((row, index) =>
      tableRow(row, {
        columnWidths,
        starts: starts[index] ?? [],
        isHeader: index < headerRows,
        keepNext: index === last ? keepNext : inSlip || block.whole === true || isJoinedToNext(block.rows, index),
      }),
    ),
  });
}

/** As wide as asked for, or scaled down to the type area. */
function columnsOf(columns: number[]): number[] {
  const scale = Math.min(1, PAGE.typeArea.width / sum(columns));
  return columns.map((width) => mmToTwip(width * scale));
}

/** Whether a cell of this row or of one above reaches into the next row. */
function isJoinedToNext(rows: Row[], index: number): boolean {
  return rows
    .slice(0, index + 1)
    .some((row, above) => row.cells.some(({ rowSpan = 1 }) => above + rowSpan > index + 1));
}

type RowOptions = { columnWidths: number[]; starts: number[]; isHeader: boolean; keepNext: boolean };

function tableRow(row: Row, { columnWidths, starts, isHeader, keepNext }: RowOptions): TableRow {
  const { minHeight } = row;
  return new TableRow({
    cantSplit: true,
    ...(isHeader ? { tableHeader: true } : {}),
    ...(minHeight === undefined ? {} : { height: { value: mmToTwip(minHeight), rule: HeightRule.ATLEAST } }),
    children: row.cells.map((cell, index) => {
      const start = starts[index] ?? 0;
      const width = sum(columnWidths.slice(start, start + (cell.colSpan ?? 1)));
      return tableCell(cell, { width, keepNext, minHeight: minHeight ?? 0 });
    }),
  });
}

function tableCell(cell: Cell, options: { width: number; keepNext: boolean; minHeight: number }): TableCell {
  const { width, keepNext, minHeight } = options;
  const content = cell.content.length === 0 ? [[]] : cell.content.flatMap(splitAtBreaks);
  const isCentred = cell.align === 'center' || (cell.label === true && cell.align === undefined);
  const spare = minHeight - textHeight(content, width);
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: !isCentred && spare > WRITING_ROOM ? VerticalAlign.TOP : VerticalAlign.CENTER,
    ...(cell.colSpan === undefined ? {} : { columnSpan: cell.colSpan }),
    ...(cell.rowSpan === undefined ? {} : { rowSpan: cell.rowSpan }),
    children: content.map(
      (line) =>
        new Paragraph({
          style: cell.label === true ? STYLE.tableLabel : STYLE.tableText,
          ...(keepNext ? { keepNext } : {}),
          ...(cell.align === undefined ? {} : { alignment: cell.align }),
          ...(cell.label === true && isCentred ? evenIndent(inlineText(line), width) : {}),
          children: inlineRuns(line),
        }),
    ),
  });
}

/** Height of the text in a cell `width` twips wide, in mm, near enough to tell a full cell from an empty one. */
function textHeight(content: Inline[][], width: number): number {
  const perLine = Math.max(1, Math.floor(width / ptToTwip(TYPE_SIZE.xiaoSi)) - 1);
  const lines = content.map((line) => Math.max(1, Math.ceil(cellsOf(inlineText(line)) / perLine)));
  return (sum(lines) * TABLE_LINE_PT) / mmToPt(1);
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
