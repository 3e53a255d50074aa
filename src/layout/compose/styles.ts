import { CELL_PT, LINE_PITCH_PT, mmToPt, PAGE, TYPE_SIZE } from '../page';
import type { Face } from './font-metrics';

/** How a piece of text is set: face, size, extra advance and line pitch in pt. */
export type TextStyle = {
  face: Face;
  size: number;
  /** Added to every character's advance; on the body grid it makes 28 characters fill the line. */
  tracking: number;
  pitch: number;
};

const grid = (face: Face): TextStyle => ({
  face,
  size: TYPE_SIZE.san,
  tracking: CELL_PT - TYPE_SIZE.san,
  pitch: LINE_PITCH_PT,
});
const plain = (face: Face, size: number, pitch: number): TextStyle => ({ face, size, tracking: 0, pitch });

/** GB/T 9704-2012 5.2, 7.3; small text after the table forms of courts and police. */
export const STYLES = {
  body: grid('fang'),
  heading1: grid('hei'),
  heading2: grid('kai'),
  /** One grid line high, so that the body below stays on the grid of 22 lines. */
  title: plain('title', TYPE_SIZE.er, LINE_PITCH_PT),
  cell: plain('fang', TYPE_SIZE.xiaoSi, 18),
  label: plain('hei', TYPE_SIZE.xiaoSi, 18),
  note: plain('fang', TYPE_SIZE.xiaoWu, 13),
  cutLine: plain('fang', TYPE_SIZE.wu, 24),
  pageNumber: plain('song', TYPE_SIZE.si, LINE_PITCH_PT),
  caption: plain('fang', TYPE_SIZE.xiaoWu, 13),
} as const satisfies Record<string, TextStyle>;

/** The type area in pt from the page's top left corner. */
export const AREA = {
  left: mmToPt(PAGE.margin.left),
  top: mmToPt(PAGE.margin.top),
  width: mmToPt(PAGE.typeArea.width),
  height: mmToPt(PAGE.typeArea.height),
  right: mmToPt(PAGE.margin.left + PAGE.typeArea.width),
  bottom: mmToPt(PAGE.margin.top + PAGE.typeArea.height),
} as const;

/** Part of a Han character's em square that stands above the baseline. */
const ABOVE_BASELINE = 0.88;
/** Distance of an underline from the baseline, in em: clear of every stroke, the same for all faces. */
const RULE_DROP = 0.2;
export const RULE_THICKNESS = 0.5;

/** Baseline of a line whose pitch box starts at 0: the em square stands in the middle of the box. */
export function baselineIn({ size, pitch }: TextStyle): number {
  return (pitch - size) / 2 + size * ABOVE_BASELINE;
}

/** Where the rule of an underlined value runs, below its baseline. */
export function ruleBelow(size: number): number {
  return size * RULE_DROP;
}
