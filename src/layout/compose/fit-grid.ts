import { LINE_PITCH_PT } from '../page';
import type { FlowUnit } from './flow';
import { type LineGrid, lineGrid, STANDARD_GRID, toGrid } from './line-grid';
import { paginate } from './paginate';

/**
 * Line pitches that may be taken, as parts of the standard one: at most 4 % less, in steps that nobody sees.
 *
 * Only narrower ones. A clerk whose signature does not fit any more pulls the lines together (GB/T 9704-2012 7.3.5.5:
 * 可采取调整行距、字距的措施解决), because that saves a sheet. Wider lines would bring text to a signature that stands alone;
 * here two lines go with it anyway, and full pages would have 21 lines instead of 22.
 */
const NARROWER = [0.99, 0.98, 0.97, 0.96];

const GRIDS = NARROWER.map((part) => lineGrid(part * LINE_PITCH_PT));

/**
 * The widest grid on which a document needs fewer pages than on the standard one; the standard grid when there is none.
 * All pages get the same, so that the lines on both sides of a sheet cover each other.
 */
export function fitGrid(units: FlowUnit[]): LineGrid {
  // What is drawn in a unit does not matter here, and moving it would cost more than all the rest.
  const bare = units.map((unit) => ({ ...unit, items: [] }));
  const pages = countPages(bare, STANDARD_GRID);
  const saves = (grid: LineGrid) => countPages(bare, grid) < pages;
  const narrowest = GRIDS.at(-1);
  // Most documents end here: what four per cent do not save, one does not either.
  if (pages === 1 || narrowest === undefined || !saves(narrowest)) return STANDARD_GRID;
  return GRIDS.find(saves) ?? STANDARD_GRID;
}

function countPages(units: FlowUnit[], grid: LineGrid): number {
  return paginate(
    units.map((unit) => toGrid(unit, grid)),
    grid,
  ).length;
}
