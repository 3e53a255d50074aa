import type { FlowUnit } from '../flow';
import type { FontMetrics } from '../font-metrics';
import { disown, moveDown, type PageItem } from '../page-items';
import { AREA } from '../styles';
import { drawGroup, type Frame, frameEdge, innerEdge } from './draw';
import { columnEdges, placeCells, type Table } from './grid';
import { groupHeight, groupRows, type RowGroup, splitGroup } from './rows';

/** Header rows that take more of a page than this are not repeated. */
const LARGEST_HEADER = 1 / 3;

type Part = { frame: Frame; header: RowGroup[] };

/**
 * One unit per group of rows. Header rows are set again above the first row of every further page; a group is divided
 * only when it is higher than a page.
 */
export function tableUnits(table: Table, block: number, metrics: FontMetrics): FlowUnit[] {
  const edges = columnEdges(table.columns);
  const frame = { left: edges[0] ?? 0, right: edges.at(-1) ?? 0 };
  const groups = groupRows(table, placeCells(table, block, metrics));
  const headerCount = countHeaderGroups(groups, table.headerRows ?? 0);
  const header = groups.slice(0, headerCount);
  return groups.map((group, index) => {
    const isHeader = index < headerCount;
    const unit = groupUnit(
      group,
      { frame, header: isHeader ? [] : header },
      { isFirst: index === 0, isLast: index === groups.length - 1 },
    );
    const staysWithNext = isHeader || (table.whole === true && index < groups.length - 1);
    return staysWithNext ? { ...unit, keepWithNext: true } : unit;
  });
}

function groupUnit(group: RowGroup, part: Part, place: { isFirst: boolean; isLast: boolean }): FlowUnit {
  const { frame, header } = part;
  const height = groupHeight(group);
  const top = place.isFirst ? frameEdge(frame) : innerEdge(frame);
  const end = place.isLast ? [moveDown(frameEdge(frame), height)] : [];
  return {
    kind: 'box',
    height,
    items: [...drawGroup(group, frame), top, ...end],
    atPageTop: [frameEdge(frame)],
    atPageBottom: place.isLast ? [] : [frameEdge(frame)],
    ...(header.length === 0 ? {} : { repeated: headerUnit(header, frame) }),
    split: (available) => {
      const parts = splitGroup(group, available);
      if (parts === undefined) return undefined;
      return [
        groupUnit(parts[0], part, { ...place, isLast: false }),
        groupUnit(parts[1], part, { ...place, isFirst: false }),
      ];
    },
  };
}

function headerUnit(header: RowGroup[], frame: Frame): { height: number; items: PageItem[] } {
  const items: PageItem[] = [frameEdge(frame)];
  let height = 0;
  for (const group of header) {
    items.push(...[...disown(drawGroup(group, frame)), innerEdge(frame)].map((item) => moveDown(item, height)));
    height += groupHeight(group);
  }
  return { height, items };
}

function countHeaderGroups(groups: RowGroup[], headerRows: number): number {
  let rows = 0;
  let count = 0;
  while (rows < headerRows && count < groups.length) {
    rows += groups[count]?.heights.length ?? 0;
    count += 1;
  }
  // A table of header rows only has nothing to repeat them for, and a header may not push the rows off the page.
  const height = groups.slice(0, count).reduce((sum, group) => sum + groupHeight(group), 0);
  return count === groups.length || height > AREA.height * LARGEST_HEADER ? 0 : count;
}
