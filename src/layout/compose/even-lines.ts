import type { FoundLine, Paragraph } from './broken-line';

/** White that justification spreads over a line without its being seen, as a part of the line's width: two of 28 cells. */
const LOOSE = 0.08;
/** White that is still justified away rather than left, as in set-line.ts: four and a half of 28 cells. */
const LOOSEST = 0.16;
/** So many lines before a loose one may take a share of its white. */
const MOST_LINES_BACK = 4;

/**
 * Mends the last of the lines where a date or a number, which stays whole, has left a hole at its end. Marks are squeezed
 * if that makes the piece fit; otherwise the lines before give a character or two each, so that a hole of eight cells
 * becomes four of two. Where even that leaves holes, the gaps before and after digits are given up if the piece then fits.
 * A shared hole costs no line and changes nothing of what follows. The lines come back changed.
 */
export function evenOut(lines: FoundLine[], paragraph: Paragraph): void {
  const { measure, find } = paragraph;
  const last = lines.length - 1;
  const loose = lines[last];
  const width = measure.width(last);
  if (loose === undefined || width - loose.natural <= LOOSE * width) return;
  const squeezed = (squeezes: 'marks' | 'marks and gaps') => {
    const found = find(loose.start, { width, mayHang: measure.mayHang, squeezes, beyond: loose.end });
    return found.end > loose.end ? [found] : undefined;
  };
  const shared = shareBest(lines, paragraph);
  const isEven = shared.white <= LOOSEST;
  const mended = squeezed('marks') ?? (isEven ? undefined : squeezed('marks and gaps')) ?? shared.lines;
  lines.splice(lines.length - mended.length, mended.length, ...mended);
}

type Shared = {
  lines: FoundLine[];
  /** The most white that one of them keeps. */
  white: number;
  /** How many of them keep more than can be justified away. */
  ragged: number;
};

/**
 * The last lines with their white shared among as few as make them even. Where not all can be, one line with a large hole
 * is better than several that end early for no reason a reader sees.
 */
function shareBest(lines: readonly FoundLine[], paragraph: Paragraph): Shared {
  const { measure } = paragraph;
  const last = lines.length - 1;
  const loose = lines[last];
  const measured = (shared: FoundLine[], first: number): Shared => {
    const whites = shared.map((line, index) => whiteOf(line, measure.width(first + index)));
    return { lines: shared, white: Math.max(0, ...whites), ragged: whites.filter((white) => white > LOOSEST).length };
  };
  let best = measured(lines.slice(last), last);
  for (let first = last - 1; first >= Math.max(0, last - MOST_LINES_BACK) && best.white > LOOSE; first -= 1) {
    const shared = measured(shareWhite(lines.slice(first), first, paragraph), first);
    const isBetter = shared.ragged < best.ragged || (shared.ragged === best.ragged && shared.white < best.white);
    if (shared.lines.at(-1)?.end === loose?.end && isBetter) best = shared;
  }
  return best;
}

/** White at the end of a line, as a part of its width. */
function whiteOf({ natural }: FoundLine, width: number): number {
  return (width - natural) / width;
}

/** Breaks lines anew, the first of them being line `first` of its paragraph, so that all get about the same white. */
function shareWhite(lines: readonly FoundLine[], first: number, { atoms, measure, find }: Paragraph): FoundLine[] {
  let white = lines.reduce((sum, { natural }, index) => sum + measure.width(first + index) - natural, 0);
  let start = lines[0]?.start ?? 0;
  return lines.map((_, index) => {
    const width = measure.width(first + index);
    const isLast = index === lines.length - 1;
    // Half a character more or less: on an average the shares come out right.
    const half = (atoms[start]?.advance ?? 0) / 2;
    const wanted = isLast ? width : Math.min(width, width - white / (lines.length - index) + half);
    const found = find(start, { width: wanted, mayHang: measure.mayHang });
    start = found.end;
    white -= width - found.natural;
    // What would hang outside a narrower line has room in this one.
    return found.hangs && found.natural <= width ? { ...found, hangs: false } : found;
  });
}
