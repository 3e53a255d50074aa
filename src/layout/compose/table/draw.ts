import { mmToPt } from '../../page';
import { moveDown, type PageItem, type RuleItem } from '../page-items';
import { PADDING_Y, type PlacedCell } from './grid';
import type { RowGroup } from './rows';

/** Borders in pt; police and court forms frame a table more strongly than its cells. */
const OUTER = 1.25;
const INNER = 0.5;
/** A cell with this much room to spare is a field to write in: its text stands at the top. */
const WRITING_ROOM = mmToPt(15);

export type Frame = { left: number; right: number };

/** Cell texts and the rules at the right and lower edge of every cell; the frame is drawn by its own functions. */
export function drawGroup(group: RowGroup, frame: Frame): PageItem[] {
  const tops = [0];
  for (const height of group.heights) tops.push((tops.at(-1) ?? 0) + height);
  const bottom = tops.at(-1) ?? 0;
  const items = group.cells.flatMap((cell) => {
    const top = tops[cell.row] ?? 0;
    const end = tops[cell.row + cell.rowSpan] ?? bottom;
    return [...cellText(cell, top, end), ...cellRules(cell, { top, end, bottom, frame })];
  });
  return [...items, vertical(frame.left, 0, bottom, OUTER), vertical(frame.right, 0, bottom, OUTER)];
}

/** The upper or lower edge of the table's frame. */
export function frameEdge({ left, right }: Frame): PageItem {
  return horizontal(left - OUTER / 2, right + OUTER / 2, 0, OUTER);
}

function cellText(cell: PlacedCell, top: number, end: number): PageItem[] {
  const height = cell.lines.length * cell.pitch;
  const isField = cell.least - height > WRITING_ROOM;
  const startsAtTop = !cell.centred && (isField || cell.goesOn === true);
  const shift = startsAtTop ? PADDING_Y : (end - top - height) / 2;
  return cell.lines.flatMap((line, index) => line.map((item) => moveDown(item, top + shift + index * cell.pitch)));
}

type Extent = { top: number; end: number; bottom: number; frame: Frame };

function cellRules({ x, width }: PlacedCell, { top, end, bottom, frame }: Extent): RuleItem[] {
  const right = x + width;
  const rules: RuleItem[] = [];
  if (frame.right - right > INNER) rules.push(vertical(right, top, end, INNER));
  // The lower edge of the group belongs to the next group or to the frame.
  if (bottom - end > INNER) rules.push(horizontal(x, right, end, INNER));
  return rules;
}

/** The rule between two groups of rows. */
export function innerEdge({ left, right }: Frame): PageItem {
  return horizontal(left, right, 0, INNER);
}

function horizontal(x1: number, x2: number, y: number, thickness: number): RuleItem {
  return { kind: 'rule', x1, y1: y, x2, y2: y, thickness };
}

function vertical(x: number, y1: number, y2: number, thickness: number): RuleItem {
  return { kind: 'rule', x1: x, y1, x2: x, y2, thickness };
}
