import type { Atom } from './atoms';
import type { BrokenLine } from './broken-line';
import type { PageItem, TextItem } from './page-items';
import { endsInPair, shareLastCell, squeeze, sumOf, unnoticed } from './squeeze';
import { RULE_THICKNESS, ruleBelow, type TextStyle } from './styles';

export type LinePlace = {
  /** Left edge and width of the line in pt. */
  x: number;
  width: number;
  baseline: number;
  align: 'left' | 'center' | 'right' | 'justify';
  style: TextStyle;
};

/** Beyond this much extra per gap, in em, a line is left ragged rather than pulled apart; books allow a quarter. */
const MAX_STRETCH = 0.2;
const SAME = 1e-6;

/**
 * Places one broken line: justified lines are stretched or squeezed to the exact width, except that a hanging mark
 * stands outside; blanks at the end are not drawn.
 */
export function setLine(atoms: Atom[], line: BrokenLine, place: LinePlace): PageItem[] {
  const whole = trimEnd(atoms.slice(line.start, line.end));
  const shares = !line.hangs && endsInPair(whole) && isTooFull(whole, place.width);
  const set = shares ? shareLastCell(whole) : whole;
  const advances = fitAdvances(set, line.hangs, place);
  const { align, width, x } = place;
  const slack = width - sumOf(advances);
  const left = align === 'center' ? x + slack / 2 : align === 'right' ? x + slack : x;
  const starts = startsOf(set, advances, left);
  return [...textRuns(set, starts, place), ...underlines(set, starts, advances, place)];
}

/** Width of atoms as they stand, without blanks at the end, in pt. */
export function naturalWidth(atoms: Atom[]): number {
  return sumOf(naturalAdvances(trimEnd(atoms)));
}

function trimEnd(atoms: Atom[]): Atom[] {
  const last = atoms.findLastIndex((atom) => !atom.space);
  // A line of blanks only is kept as it is: it was written to leave room.
  return last < 0 ? atoms : atoms.slice(0, last + 1);
}

/** A gap after the last atom is not set: the line ends there. */
function naturalAdvances(atoms: Atom[]): number[] {
  return atoms.map(({ width, gap }, index) => (index === atoms.length - 1 ? width : width + gap));
}

/** Whether a line is too wide for its place also when tracking and gaps have given what nobody notices. */
function isTooFull(line: Atom[], width: number): boolean {
  return sumOf(naturalAdvances(line)) - sumOf(unnoticed(line)) > width + SAME;
}

function fitAdvances(atoms: Atom[], hangs: boolean, { align, width, style }: LinePlace): number[] {
  const advances = naturalAdvances(atoms);
  const inside = hangs ? atoms.slice(0, -1) : atoms;
  const slack = width - sumOf(hangs ? advances.slice(0, -1) : advances);
  if (slack < -SAME) return squeeze(atoms, advances, -slack);
  if (align !== 'justify') return advances;
  const gaps = stretchableGaps(inside);
  const extra = gaps.length === 0 ? 0 : slack / gaps.length;
  if (extra > MAX_STRETCH * style.size) return advances;
  for (const gap of gaps) advances[gap] = (advances[gap] ?? 0) + extra;
  return advances;
}

/** Gaps that justification may widen: not within a number, a word or a cell, not among the blanks that indent the line. */
function stretchableGaps(atoms: Atom[]): number[] {
  const first = atoms.findIndex((atom) => !atom.space);
  const gaps: number[] = [];
  for (let index = Math.max(first, 0); index < atoms.length - 1; index += 1) {
    const atom = atoms[index];
    const next = atoms[index + 1];
    const inWord = atom?.western === true && next?.western === true && !atom.space && !next.space;
    const inCell = atom?.half === true && next?.half === true;
    if (!inWord && !inCell) gaps.push(index);
  }
  return gaps;
}

function startsOf(atoms: Atom[], advances: number[], left: number): number[] {
  let x = left;
  return atoms.map((atom, index) => {
    const start = x;
    x += advances[index] ?? 0;
    // The blank half of an opening mark is its left one: what was squeezed lies before the ink.
    return atom.squeeze === 'left' ? start + Math.min(0, (advances[index] ?? 0) - atom.width) : start;
  });
}

/** Neighbours in one face whose gaps are all the same become one run. */
function textRuns(atoms: Atom[], starts: number[], { baseline, style }: LinePlace): TextItem[] {
  const runs: TextItem[] = [];
  let run: TextItem | undefined;
  let end = 0;
  let spacing: number | undefined;
  atoms.forEach((atom, index) => {
    const x = starts[index] ?? 0;
    const gap = x - end;
    end = x + atom.advance;
    if (atom.text === '') run = undefined;
    else if (run !== undefined && run.face === atom.face && run.half === atom.half && sameGap(spacing, gap)) {
      run.text += atom.text;
      run.spacing = gap;
      spacing = gap;
    } else {
      const { text, face, half } = atom;
      run = { kind: 'text', text, face, half, size: style.size, x, baseline, spacing: 0, owner: undefined };
      runs.push(run);
      spacing = undefined;
    }
  });
  return runs;
}

function sameGap(spacing: number | undefined, gap: number): boolean {
  return spacing === undefined || Math.abs(spacing - gap) < SAME;
}

function underlines(atoms: Atom[], starts: number[], advances: number[], place: LinePlace): PageItem[] {
  const y = place.baseline + ruleBelow(place.style.size);
  const rules: { x1: number; x2: number }[] = [];
  atoms.forEach((atom, index) => {
    if (!atom.ruled) return;
    const x1 = starts[index] ?? 0;
    // The gap behind a value is not part of it.
    const gap = atoms[index + 1]?.ruled === true ? 0 : atom.gap;
    const x2 = x1 + (advances[index] ?? 0) - gap;
    const last = rules.at(-1);
    if (last !== undefined && atoms[index - 1]?.ruled === true) last.x2 = x2;
    else rules.push({ x1, x2 });
  });
  return rules.map(({ x1, x2 }) => ({ kind: 'rule', x1, y1: y, x2, y2: y, thickness: RULE_THICKNESS }));
}
