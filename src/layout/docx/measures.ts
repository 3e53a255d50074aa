/** The page of ../page.ts in OOXML's own units: twips (1/20 pt), half points, EMU. */
import type { LineGrid } from '../compose/line-grid';
import { mmToPt, PAGE, TYPE_SIZE } from '../page';

const TWIPS_PER_PT = 20;
const EMU_PER_MM = 36_000;

/** Millimetres to twips, rounded. */
export function mmToTwip(mm: number): number {
  return Math.round(mmToPt(mm) * TWIPS_PER_PT);
}

/** Millimetres to EMU, the unit of drawings. */
export function mmToEmu(mm: number): number {
  return Math.round(mm * EMU_PER_MM);
}

/** Points to twips, rounded. */
export function ptToTwip(pt: number): number {
  return Math.round(pt * TWIPS_PER_PT);
}

/** A4 as Word writes it: rounding 210 × 297 mm gives 11905.5 × 16837.8, which Word reports as a custom paper. */
export const PAPER = { width: 11906, height: 16838 } as const;

export const MARGIN = {
  top: mmToTwip(PAGE.margin.top),
  right: mmToTwip(PAGE.margin.right),
  bottom: mmToTwip(PAGE.margin.bottom),
  // One twip over 28 mm keeps the type area at 156 mm after rounding.
  left: PAPER.width - mmToTwip(PAGE.typeArea.width) - mmToTwip(PAGE.margin.right),
} as const;

export const TYPE_AREA_WIDTH = PAPER.width - MARGIN.left - MARGIN.right;

/** Body line pitch: rounded down, or the last line of a page would not fit. */
export function lineOf({ pitch }: LineGrid): number {
  return Math.floor(pitch * TWIPS_PER_PT);
}

/** Margin under the last line of the grid. */
export function bottomMargin({ height }: LineGrid): number {
  return Math.min(MARGIN.bottom, PAPER.height - MARGIN.top - ptToTwip(height));
}

/** Word knows only half points: 3号 is written as 16 pt and drawn 1/4 pt tighter, which is its true 15.75 pt. */
export const BODY_HALF_POINTS = 32;
export const BODY_TRACKING = Math.round((TYPE_SIZE.san - BODY_HALF_POINTS / 2) * TWIPS_PER_PT);

/** Advance of one body character. */
export const CELL = BODY_HALF_POINTS * (TWIPS_PER_PT / 2) + BODY_TRACKING;
