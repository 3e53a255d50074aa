import type { Point } from '../measure/statistics';

export type Series = { label: string; points: readonly Point[] };
export type Chart = {
  title: string;
  xLabel: string;
  yLabel: string;
  series: readonly Series[];
  /** Marks along a doubling axis: 1, 2, 4 … 64 at equal distances. */
  isLogX?: boolean;
};

const SIZE = { width: 640, plot: 240, left: 64, right: 16, header: 32, legend: 16, bottom: 48 };
/** Told apart by people who do not see red and green, and on paper by the shape of the marks. */
const COLOURS = ['#0b6fb8', '#c2571a', '#3b7d3b', '#7a4fa3'];
const DASHES = ['none', '6 3', '2 3', '8 3 2 3'];
const TICKS = 5;

/** Line chart as SVG, the vertical axis from 0. The same numbers give the same text. */
export function lineChart({ title, xLabel, yLabel, series, isLogX = false }: Chart): string {
  const points = series.flatMap((one) => one.points);
  const toX = (x: number) => (isLogX ? Math.log2(x) : x);
  const xs = points.map(({ x }) => toX(x));
  const [xMin, xMax] = [isLogX ? Math.min(...xs) : 0, Math.max(...xs)];
  const yMax = roundUp(Math.max(...points.map(({ y }) => y)));
  // The legend has rows of its own above the plot, where it covers no line.
  const plot = {
    width: SIZE.width - SIZE.left - SIZE.right,
    top: SIZE.header + series.length * SIZE.legend,
  };
  const bottom = plot.top + SIZE.plot;
  const height = bottom + SIZE.bottom;
  const left = (x: number) => SIZE.left + ((toX(x) - xMin) / (xMax - xMin || 1)) * plot.width;
  const top = (y: number) => bottom - (y / yMax) * SIZE.plot;
  const hasOwnTicks = isLogX || xMax <= TICKS;
  const xTicks = hasOwnTicks
    ? [...new Set(points.map(({ x }) => x))]
    : evenTicks(roundUp(xMax)).filter((x) => x <= xMax);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE.width} ${height}" font-family="sans-serif" font-size="12" fill="#222">`,
    `<rect width="${SIZE.width}" height="${height}" fill="#fff"/>`,
    `<text x="${SIZE.left}" y="20" font-size="14" font-weight="bold">${escapeXml(title)}</text>`,
    ...evenTicks(yMax).map(
      (y) =>
        `<path d="M${SIZE.left} ${fixed(top(y))}H${SIZE.width - SIZE.right}" stroke="#ddd"/><text x="${SIZE.left - 6}" y="${fixed(top(y) + 4)}" text-anchor="end">${short(y)}</text>`,
    ),
    ...xTicks.map((x) => `<text x="${fixed(left(x))}" y="${bottom + 16}" text-anchor="middle">${short(x)}</text>`),
    `<text x="${SIZE.left + plot.width / 2}" y="${height - 12}" text-anchor="middle">${escapeXml(xLabel)}</text>`,
    `<text transform="translate(14 ${plot.top + SIZE.plot / 2}) rotate(-90)" text-anchor="middle">${escapeXml(yLabel)}</text>`,
    ...series.map((one, index) => seriesSvg(one, { index, left, top })),
    '</svg>\n',
  ].join('\n');
}

type Placement = { index: number; left: (x: number) => number; top: (y: number) => number };

function seriesSvg({ label, points }: Series, { index, left, top }: Placement): string {
  const colour = COLOURS[index % COLOURS.length];
  const path = points.map(({ x, y }, place) => `${place === 0 ? 'M' : 'L'}${fixed(left(x))} ${fixed(top(y))}`).join('');
  const marks =
    points.length > 20
      ? ''
      : points
          .map(({ x, y }) => `<circle cx="${fixed(left(x))}" cy="${fixed(top(y))}" r="3" fill="${colour}"/>`)
          .join('');
  const legend = { x: SIZE.left, y: SIZE.header + 8 + index * SIZE.legend };
  return [
    `<path d="${path}" fill="none" stroke="${colour}" stroke-width="2" stroke-dasharray="${DASHES[index % DASHES.length]}"/>${marks}`,
    `<path d="M${legend.x} ${legend.y - 4}h24" stroke="${colour}" stroke-width="2" stroke-dasharray="${DASHES[index % DASHES.length]}"/>`,
    `<text x="${legend.x + 30}" y="${legend.y}">${escapeXml(label)}</text>`,
  ].join('');
}

/** The next 1, 2, 2.5 or 5 times a power of ten, as a multiple that five ticks divide evenly. */
export function roundUp(value: number): number {
  if (value <= 0) return 1;
  const step = 10 ** Math.floor(Math.log10(value));
  return ([1, 1.5, 2, 2.5, 3, 4, 5, 7.5, 10].find((factor) => factor * step >= value) ?? 10) * step;
}

function evenTicks(max: number): number[] {
  return Array.from({ length: TICKS + 1 }, (_, tick) => (max * tick) / TICKS);
}

function short(value: number): string {
  return String(Number(value.toPrecision(3)));
}

function fixed(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function escapeXml(text: string): string {
  return text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}
