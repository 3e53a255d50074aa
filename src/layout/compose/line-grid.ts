import { LINE_PITCH_PT } from '../page';
import type { FlowUnit } from './flow';
import { moveDown, type PageItem } from './page-items';
import { AREA, baselineIn, RULE_THICKNESS, ruleBelow, STYLES } from './styles';

/** The lines of running text on every page of a document; in pt. */
export type LineGrid = {
  pitch: number;
  /** From the top of the type area to the bottom of the last line: the type area, or a little more below white. */
  height: number;
};

/**
 * The grid of a line pitch. A page holds the lines whose characters and underlines stand in the type area; the white
 * below the last one may reach into the margin. That makes 22 lines at the standard pitch, 23 at 4 % less
 * (GB/T 9704-2012 5.2.3: 特定情况可以作适当调整).
 */
export function lineGrid(pitch: number): LineGrid {
  const { size } = STYLES.body;
  const inked = baselineIn({ ...STYLES.body, pitch }) + ruleBelow(size) + RULE_THICKNESS;
  const lines = Math.floor((AREA.height + pitch - inked) / pitch);
  return { pitch, height: Math.max(AREA.height, lines * pitch) };
}

/** The grid of every document that fits it: 22 lines fill the type area. */
export const STANDARD_GRID: LineGrid = lineGrid(LINE_PITCH_PT);

/** Moves the lines of a unit, which were set at the standard pitch, to another; other units keep their height. */
export function toGrid(unit: FlowUnit, { pitch }: LineGrid): FlowUnit {
  if (unit.onGrid !== true || pitch === LINE_PITCH_PT) return unit;
  const widened = pitch - LINE_PITCH_PT;
  const lines = Math.round(unit.height / LINE_PITCH_PT);
  // Characters stand in the middle of their line.
  const move = (item: PageItem) => moveDown(item, (Math.floor(topOf(item) / LINE_PITCH_PT) + 0.5) * widened);
  return { ...unit, height: lines * pitch, items: unit.items.map(move) };
}

function topOf(item: PageItem): number {
  switch (item.kind) {
    case 'text':
      return item.baseline;
    case 'rule':
      return item.y1;
    case 'code':
      return item.y;
  }
}
