import type { FoundLine, Paragraph } from './broken-line';

/** White that justification spreads over a line without its being seen, as a part of the line's width: two of 28 cells. */
const LOOSE = 0.08;
/** So many lines before a loose one may take a share of its white. */
const MOST_LINES_BACK = 4;

/**
 * Mends the last of the lines where a date or a number, which stays whole, has left a hole at its end. Marks are squeezed
 * if that makes the piece fit; otherwise the lines before give a character or two each, so that a hole of eight cells
 * becomes four of two. The lines remain as many, and what follows does not change. The lines come back changed.
 */
export function evenOut(lines: FoundLine[], { atoms, measure, find }: Paragraph): void {
  const last = lines.length - 1;
  const loose = lines[last];
  const width = measure.width(last);
  if (loose === undefined || width - loose.natural <= LOOSE * width) return;
  const squeezed = find(loose.start, { width, mayHang: measure.mayHang, squeezesForAll: true });
  if (squeezed.end > loose.end) {
    lines[last] = squeezed;
    return;
  }
  let best: FoundLine[] = [];
  let least = (width - loose.natural) / width;
  for (let back = 1; back <= Math.min(last, MOST_LINES_BACK) && least > LOOSE; back += 1) {
    const shared = shareWhite(lines.slice(last - back), last - back, { atoms, measure, find });
    const worst = Math.max(...shared.map((line, index) => whiteOf(line, measure.width(last - back + index))));
    if (shared.at(-1)?.end !== loose.end || worst >= least) continue;
    best = shared;
    least = worst;
  }
  lines.splice(lines.length - best.length, best.length, ...best);
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
