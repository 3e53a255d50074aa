import type { Inline } from '../../model';
import { type Atom, buildAtoms } from './atoms';
import { breakLines } from './break-lines';
import type { FontMetrics } from './font-metrics';
import type { PageItem } from './page-items';
import { naturalWidth, setLine } from './set-line';
import { baselineIn, type TextStyle } from './styles';

export type TextBox = {
  style: TextStyle;
  metrics: FontMetrics;
  /** Left edge and width in pt. */
  x: number;
  width: number;
  /** Indent of the first line in pt. */
  indent?: number;
  align: 'left' | 'center' | 'right' | 'justify';
  /** Whether a pausing mark may hang in the right margin. */
  mayHang: boolean;
  /** Lines of about the same length, as titles and labels want them. */
  even?: boolean;
};

/** Narrower columns, in characters, have too few gaps to share white among: they keep words together instead. */
const EVENED_FROM = 12;

const drawers = new WeakMap<FontMetrics, FontMetrics>();
const forHeights = new WeakSet<FontMetrics>();

/**
 * Metrics by which text is broken into lines that stay empty. Enough to know how high it is, in two thirds of the time;
 * the same metrics always give the same ones, because glyphs are remembered by them.
 */
export function heightsOnly(metrics: FontMetrics): FontMetrics {
  const known = drawers.get(metrics) ?? { draw: metrics.draw };
  drawers.set(metrics, known);
  forHeights.add(known);
  return known;
}

/** Lines of text, each as items whose line box starts at y = 0. An empty text is one empty line. */
export function setText(content: Inline[], box: TextBox): PageItem[][] {
  return buildAtoms(content, box.style, box.metrics).flatMap((atoms) => setParagraph(atoms, box));
}

function setParagraph(atoms: Atom[], box: TextBox): PageItem[][] {
  const { style, width, x, align, mayHang, indent = 0 } = box;
  if (atoms.length === 0) return [[]];
  const lines = breakLines(atoms, {
    width: box.even === true ? evenWidth(atoms, width) : (index) => width - (index === 0 ? indent : 0),
    mayHang,
    evens: align === 'justify' && width >= EVENED_FROM * style.size,
  });
  if (forHeights.has(box.metrics)) return lines.map(() => []);
  return lines.map((line, index) => {
    const shift = index === 0 ? indent : 0;
    const isLast = index === lines.length - 1;
    return setLine(atoms, line, {
      x: x + shift,
      width: width - shift,
      baseline: baselineIn(style),
      align: align === 'justify' && isLast ? 'left' : align,
      style,
    });
  });
}

/** The narrowest measure that needs no more lines than the full one. */
function evenWidth(atoms: Atom[], width: number): () => number {
  const count = (measure: number) => breakLines(atoms, { width: () => measure, mayHang: false }).length;
  const wanted = count(width);
  if (wanted === 1) return () => width;
  const step = Math.max(...atoms.map((atom) => atom.width)) / 2;
  let narrow = naturalWidth(atoms) / wanted;
  while (narrow < width && count(narrow) > wanted) narrow += step;
  return () => Math.min(narrow, width);
}
