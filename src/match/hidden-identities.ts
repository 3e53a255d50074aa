import type { Units } from './units';
import { NEARLY_CERTAIN } from './weights';

/**
 * Where digits of an identity number are left out: behind how many of those that are told, and how many signs may stand
 * there instead.
 */
export type Hidden = { at: number; least: number; most: number };

const LENGTH = 18;
const TAIL = 4;
/** Digits that are left before the hidden ones. Fewer than three give no place away: the law's own mask leaves none. */
const HEADS = [3, 4, 6, 8, 10, 12];
/** Division, year and month, or more: with signs behind, this is the number of one person. */
const OPEN_HEADS = [10, 12];
/** Division and date of birth. */
const LONGEST_HEAD = 14;
const DIVISION = 6;
/** One sign more or less is a slip. */
const SLIP = 2;
/** A mask of fourteen signs behind a date of birth is another cell. */
const SHORT_GAP = 8;

/**
 * The ways to write an identity number with some of its digits hidden: 530102********4528, 53010219880315****,
 * 19880315 4528. Its last four alone are none, because they may be printed.
 */
export function hiddenIdentities(number: string) {
  const tail = number.slice(-TAIL);
  const amongSigns = HEADS.flatMap((head) => {
    const count = LENGTH - TAIL - head;
    const told = number.slice(0, head);
    return [
      { digits: told + tail, hidden: { at: head, least: count - SLIP, most: count + SLIP } },
      { digits: told + 'x'.repeat(count) + tail },
    ];
  });
  const open = OPEN_HEADS.map((head) => ({
    digits: number.slice(0, head),
    hidden: { at: head, least: SLIP, most: LENGTH - head + SLIP },
    isOpen: true,
  }));
  const birth = number.slice(DIVISION, LONGEST_HEAD);
  return [
    ...amongSigns,
    ...open,
    { digits: number.slice(0, LONGEST_HEAD), isOpen: true },
    { digits: birth + tail, hidden: { at: birth.length, least: 0, most: SHORT_GAP } },
  ].map((written) => ({ ...written, confidence: NEARLY_CERTAIN }));
}

const SIGNS = /^[\s*＊×✕✖■□█▇▓░●○_＿…·.—–-]*/u;
const GAP_SIGNS = /[^\s·.—–-]/gu;

/** Whether nothing but so many hiding signs stands behind a unit, on the same line. */
export function isHidden({ text, ends }: Units, { least, most }: Hidden, unit: number): boolean {
  const end = ends[unit] ?? 0;
  const signs = SIGNS.exec(text.slice(end, end + LENGTH + SLIP))?.[0] ?? '';
  const count = signs.match(GAP_SIGNS)?.length ?? 0;
  return !/[\n\r]/.test(signs) && count >= least && count <= most;
}
