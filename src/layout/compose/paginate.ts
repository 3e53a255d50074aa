import type { FlowUnit } from './flow';
import type { LineGrid } from './line-grid';
import { moveDown, type PageItem } from './page-items';
import { AREA } from './styles';

type Cursor = { grid: LineGrid; pages: PageItem[][]; y: number; last?: FlowUnit };

const TOLERANCE = 0.01;

/**
 * Distributes units over pages; items come back in page coordinates. A document has at least one page.
 * @param grid what the units on the grid were moved to
 */
export function paginate(units: FlowUnit[], grid: LineGrid): PageItem[][] {
  const cursor: Cursor = { grid, pages: [[]], y: 0 };
  let start = 0;
  while (start < units.length) {
    let end = start;
    while (units[end]?.keepWithNext === true && end + 1 < units.length) end += 1;
    placeGroup(cursor, units.slice(start, end + 1));
    start = end + 1;
  }
  closePage(cursor);
  return cursor.pages;
}

function placeGroup(cursor: Cursor, group: FlowUnit[]): void {
  const height = group.reduce((sum, unit) => sum + unit.height, 0);
  const needed = height + (group[0]?.repeated?.height ?? 0);
  const room = roomFor(group.at(-1), cursor) + TOLERANCE;
  if (cursor.y > 0 && height > room - cursor.y && needed <= room) startPage(cursor);
  for (const unit of group) placeUnit(cursor, unit);
}

function placeUnit(cursor: Cursor, unit: FlowUnit): void {
  if (unit.kind === 'break') {
    if (cursor.y > 0) startPage(cursor);
    return;
  }
  if (unit.kind === 'gap' && (cursor.y === 0 || unit.height > remaining(cursor, unit))) return;
  const repeated = unit.repeated?.height ?? 0;
  const room = remaining(cursor, unit) - (cursor.y === 0 ? repeated : 0);
  if (unit.height <= room + TOLERANCE) {
    draw(cursor, unit);
    return;
  }
  const needsDivision = unit.height + repeated > AREA.height + TOLERANCE;
  const parts = needsDivision ? unit.split?.(room) : undefined;
  if (parts !== undefined) {
    draw(cursor, parts[0]);
    startPage(cursor);
    placeUnit(cursor, parts[1]);
  } else if (cursor.y > 0) {
    startPage(cursor);
    placeUnit(cursor, unit);
  } else {
    draw(cursor, unit);
  }
}

function draw(cursor: Cursor, unit: FlowUnit): void {
  if (cursor.y === 0 && unit.repeated !== undefined) {
    put(cursor, unit.repeated.items);
    cursor.y += unit.repeated.height;
  } else if (cursor.y === 0) {
    put(cursor, unit.atPageTop ?? []);
  }
  put(cursor, unit.items);
  cursor.y += unit.height;
  cursor.last = unit;
}

function startPage(cursor: Cursor): void {
  closePage(cursor);
  cursor.pages.push([]);
  cursor.y = 0;
  delete cursor.last;
}

function closePage(cursor: Cursor): void {
  const { last } = cursor;
  if (last?.atPageBottom === undefined) return;
  const page = cursor.pages.at(-1);
  page?.push(...last.atPageBottom.map((item) => moveDown(item, AREA.top + cursor.y)));
}

function put(cursor: Cursor, items: PageItem[]): void {
  cursor.pages.at(-1)?.push(...items.map((item) => moveDown(item, AREA.top + cursor.y)));
}

function remaining(cursor: Cursor, unit: FlowUnit): number {
  return roomFor(unit, cursor) - cursor.y;
}

/** Height of a page: tables end within the type area; of a line the white below it may stand outside. */
function roomFor(unit: FlowUnit | undefined, { grid }: Cursor): number {
  return unit?.onGrid === true ? grid.height : AREA.height;
}
