import type { Point } from '../drawing/matrix';
import type { Place } from '../reading';
import { textsByLook } from './looks';
import { type Chunk, type ChunkReading, touches } from './show-text';

/** Text of one line: what stands side by side without a gap is one run, so that 1 and 88号 are 188号. */
export type Run = { text: string; start: Point; end: Point; size: number; isSlanted: boolean };

/**
 * What was drawn, as runs in drawing order.
 * @param read which of the readings of a chunk
 */
export function toRuns(chunks: readonly Chunk[], read: ChunkReading): Run[] {
  const runs: Run[] = [];
  for (const chunk of chunks) {
    const last = runs.at(-1);
    if (last !== undefined && touches(last, chunk)) {
      last.text += chunk[read];
      last.end = chunk.end;
    } else {
      const { start, end, size, isSlanted } = chunk;
      runs.push({ text: chunk[read], start, end, size, isSlanted });
    }
  }
  return runs;
}

/** Each operator's text by itself, to be put in the order of the page. */
export function toPieces(chunks: readonly Chunk[], read: ChunkReading): readonly Run[] {
  return read === 'text' ? chunks : chunks.map((chunk) => ({ ...chunk, text: chunk[read] }));
}

export function toText(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('\n');
}

/** Height of the bottom margin: 34 of its 35 mm, in points. */
const FOOT = 96;

/** Page numbers, codes at the foot and watermarks stand between what runs on from one page to the next. */
const isBody = ({ start, isSlanted }: Run) => start.y >= FOOT && !isSlanted;

/** An address is never longer than a few lines. */
const OVERLAP = 4;

/** What runs on from a page to the next one. */
export function acrossPages(pages: readonly Run[][]): string[] {
  const joins: string[] = [];
  let before: Run[] | undefined;
  for (const page of pages) {
    const body = page.filter(isBody);
    if (before !== undefined) joins.push(toText([...before.slice(-OVERLAP), ...body.slice(0, OVERLAP)]));
    before = body;
  }
  return joins;
}

/** Points within which two texts stand on one line, or begin in one column. */
const NEAR = 3;

const near = (value: number) => Math.round(value / NEAR);

/**
 * As the eye reads, whatever the drawing order: from top to bottom, each line from left to right; then what is turned, in
 * its own direction, and what stands over other text.
 */
export function byRow(runs: readonly Run[]): Run[] {
  return upright(runs).flatMap((turned) => layersOf(rowsOf(turned)).flatMap(joinTouching));
}

/** Text that runs at one angle, turned so that it runs from left to right. */
function upright(runs: readonly Run[]): (readonly Run[])[] {
  if (!runs.some(({ isSlanted, start, end }) => isSlanted || end.x < start.x)) return [runs];
  const groups = new Map<number, Run[]>();
  for (const run of runs) {
    const angle = angleOf(run);
    const group = groups.get(angle) ?? [];
    groups.set(angle, group);
    group.push(angle === 0 ? run : { ...run, start: turn(run.start, angle), end: turn(run.end, angle) });
  }
  return [...groups.values()];
}

/** Steps of an angle that count as one, in degrees. */
const STEP = 3;

function angleOf({ start, end }: Run): number {
  const angle = (Math.atan2(end.y - start.y, end.x - start.x) * 180) / Math.PI;
  return Math.round(angle / STEP) * STEP;
}

function turn({ x, y }: Point, degrees: number): Point {
  const [sine, cosine] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  return { x: x * cosine + y * sine, y: y * cosine - x * sine };
}

/** Lines from top to bottom; letters of one line may dance a little. */
function rowsOf(runs: readonly Run[]): Run[][] {
  const rows: Run[][] = [];
  let top = Number.NaN;
  for (const run of runs.toSorted((one, other) => other.start.y - one.start.y)) {
    const isSame = top - run.start.y <= NEAR;
    if (!isSame) top = run.start.y;
    if (isSame) rows.at(-1)?.push(run);
    else rows.push([run]);
  }
  for (const row of rows) row.sort((one, other) => one.start.x - other.start.x);
  return rows;
}

/** Letters that begin this close, in em, are drawn over each other: bold made by hand, or one text under another. */
const COVERED = 0.3;

/** More texts over each other are unreadable for everyone. */
const MAX_LAYERS = 4;

/** What lies below, line by line; then what lies over it. Nearly always there is one layer. */
function layersOf(rows: readonly Run[][]): Run[][] {
  const layers: Run[][] = [];
  for (const row of rows) {
    const ends: Run[] = [];
    for (const run of row) {
      const free = ends.findIndex((last) => run.start.x - last.start.x > COVERED * Math.min(run.size, last.size));
      const layer = free === -1 ? Math.min(ends.length, MAX_LAYERS - 1) : free;
      ends[layer] = run;
      const runs = layers[layer] ?? [];
      layers[layer] = runs;
      runs.push(run);
    }
  }
  return layers;
}

function joinTouching(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last !== undefined && touches(last, run))
      joined[joined.length - 1] = { ...last, text: last.text + run.text, end: run.end };
    else joined.push(run);
  }
  return joined;
}

/** So many single letters are no lines of text, whatever their height. */
const MANY_LETTERS = 4;

/**
 * Cells of a table: what begins at the same place, from top to bottom. Undefined where no line has two cells, unless
 * letters stand one by one.
 */
export function byColumn(rows: readonly Run[]): Run[] | undefined {
  const lines = new Set(rows.map(({ start }) => near(start.y)));
  const isScattered = rows.filter(({ text }) => text.length === 1).length >= MANY_LETTERS;
  if (lines.size === rows.length && !isScattered) return undefined;
  return rows.toSorted((one, other) => near(one.start.x) - near(other.start.x) || other.start.y - one.start.y);
}

export type PageReading = { place: Place; text: string; isRearranged?: boolean };

/**
 * The ways in which the text of one page can be read, the same text only once.
 * @param drawn its runs in drawing order
 */
export function readingsOfPage(chunks: readonly Chunk[], drawn: readonly Run[]): PageReading[] {
  const rows = byRow(toPieces(chunks, 'text'));
  const columns = byColumn(rows);
  const readings: PageReading[] = [
    { place: { carrier: 'PDF 页面文字' }, text: toText(drawn) },
    { place: { carrier: 'PDF 页面文字（按行）' }, text: toText(rows), isRearranged: true },
    ...(columns === undefined
      ? []
      : [{ place: { carrier: 'PDF 页面文字（按列）' }, text: toText(columns), isRearranged: true }]),
  ];
  if (chunks.some(({ text, other }) => text !== other)) {
    readings.push({ place: { carrier: 'PDF 页面字形' }, text: toText(byRow(toPieces(chunks, 'other'))) });
  }
  if (chunks.some(({ text, copied }) => text !== copied)) {
    const place = { carrier: 'PDF 页面文字（连同替代文字）' };
    readings.push({ place, text: toText(toRuns(chunks, 'copied')) });
    readings.push({ place, text: toText(byRow(toPieces(chunks, 'copied'))) });
  }
  for (const text of textsByLook(chunks))
    readings.push({ place: { carrier: 'PDF 页面文字（同样式）' }, text, isRearranged: true });
  const seen = new Set<string>();
  return readings.filter(({ text }) => {
    const key = text.replaceAll('\n', '');
    return seen.has(key) ? false : seen.add(key);
  });
}
