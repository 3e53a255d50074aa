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
import type { Block } from '../../model';
import { inlineText } from '../../model';
import { PAGE } from '../page';
import { inlineRuns } from './inline';
import { evenIndent } from './label-indent';
import { mmToTwip } from './measures';
import { STYLE } from './style-sheet';
import { type CellPlan, columnsOf, planRows, type RowPlan, sum } from './table-plan';

type TableBlock = Extract<Block, { kind: 'table' }>;

/** A cell with this much room to spare, in mm, is a field to write in: its text stands at the top. */
const WRITING_ROOM = 15;

/**
 * A table whose columns keep their widths whatever they hold. Rows break across pages only when no page can hold them,
 * rows that a cell joins stay together, header rows repeat.
 * @param options.keepNext holds the last row on the page of the block that follows
 * @param options.inSlip holds all rows on one page
 */
export function tableOf(block: TableBlock, { keepNext, inSlip }: { keepNext: boolean; inSlip: boolean }): Table {
  const columnWidths = columnsOf(block.columns);
  const plans = planRows(block.rows, columnWidths);
  const last = plans.length - 1;
  const headerRows = (block.headerRows ?? 0) > last ? 0 : (block.headerRows ?? 0);
  const room = PAGE.typeArea.height - sum(plans.slice(0, headerRows).map(({ height }) => height));
  return new Table({
    style: STYLE.table,
    // docx would otherwise write borders of its own over the style's.
    borders: {},
    alignment: AlignmentType.CENTER,
    layout: TableLayoutType.FIXED,
    columnWidths,
    width: { size: sum(columnWidths), type: WidthType.DXA },
    rows: plans.map((plan, index) =>
      tableRow(plan, {
        isHeader: index < headerRows,
        // LibreOffice cuts off the end of a row that no page can hold if it may not be divided.
        cantSplit: plan.height <= room,
        keepNext: index === last ? keepNext : inSlip || block.whole === true || plan.joinsNext,
      }),
    ),
  });
}

type RowOptions = { isHeader: boolean; cantSplit: boolean; keepNext: boolean };

function tableRow({ cells, minHeight }: RowPlan, { isHeader, cantSplit, keepNext }: RowOptions): TableRow {
  return new TableRow({
    ...(cantSplit ? { cantSplit: true } : {}),
    ...(isHeader ? { tableHeader: true } : {}),
    ...(minHeight === 0 ? {} : { height: { value: mmToTwip(minHeight), rule: HeightRule.ATLEAST } }),
    children: cells.map((cell) => tableCell(cell, { keepNext, minHeight })),
  });
}

function tableCell(
  { cell, content, width, textHeight }: CellPlan,
  { keepNext, minHeight }: { keepNext: boolean; minHeight: number },
): TableCell {
  const isCentred = cell.align === 'center' || (cell.label === true && cell.align === undefined);
  const spare = minHeight - textHeight;
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
