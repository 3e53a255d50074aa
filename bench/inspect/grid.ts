/** A line of text on a page: box in pt from the top left, characters without spaces. */
export type TextLine = { page: number; xMin: number; yMin: number; xMax: number; yMax: number; text: string };

export type Grid = {
  /** Characters in a full line of Han characters only; most frequent value. */
  perLine: number;
  /** Distance of neighbouring body lines in pt, median. */
  pitch: number;
  isRight: boolean;
};

const LEFT = (28 * 72) / 25.4;
const RIGHT = ((210 - 26) * 72) / 25.4;
const CELL = ((156 / 28) * 72) / 25.4;
const PITCH = ((225 / 22) * 72) / 25.4;
/** 0.1 mm. */
const TOLERANCE = 0.283;
/** Side bearings of the outermost glyphs, and a comma that hangs. */
const EDGE = 4;

/** Lines of the body: from the left edge of the type area to its right edge. */
function fullLines(lines: readonly TextLine[]): TextLine[] {
  return lines.filter(({ xMin, xMax }) => Math.abs(xMin - LEFT) < EDGE && Math.abs(xMax - RIGHT) < CELL + EDGE);
}

/**
 * Whether the page keeps 28 characters to a line and 22 lines to 225 mm (GB/T 9704-2012 5.2.3), from full lines alone.
 * Lines with Latin letters or digits are left out of the count: these are narrower than a cell.
 */
export function readGrid(lines: readonly TextLine[]): Grid {
  const full = fullLines(lines);
  const counts = full.filter(({ text }) => !/[\x20-\x7e]/.test(text)).map(({ text }) => [...text].length);
  const perLine = mostFrequent(counts);
  const pitches = full.flatMap((line) => {
    const below = full.find(
      ({ page, yMin }) => page === line.page && yMin > line.yMin + 1 && yMin < line.yMin + 1.5 * PITCH,
    );
    return below === undefined ? [] : [below.yMin - line.yMin];
  });
  const pitch = [...pitches].sort((one, other) => one - other)[Math.floor(pitches.length / 2)] ?? Number.NaN;
  return { perLine, pitch, isRight: perLine === 28 && Math.abs(pitch - PITCH) <= TOLERANCE };
}

function mostFrequent(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? 0;
}

/** Lines in what `pdftotext -bbox-layout` prints: its words, joined when they share a line. */
export function linesOf(bboxLayout: string): TextLine[] {
  const lines: TextLine[] = [];
  let page = 0;
  for (const entry of bboxLayout.split('\n')) {
    if (entry.includes('<page ')) page += 1;
    const word = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)<\/word>/.exec(entry);
    if (word === null) continue;
    const [xMin = 0, yMin = 0, xMax = 0, yMax = 0] = word.slice(1, 5).map(Number);
    lines.push({ page, xMin, yMin, xMax, yMax, text: (word[5] ?? '').replace(/&[a-z]+;/g, '&') });
  }
  return joinLines(lines);
}

/** Words of one page whose middles are at the same height belong to one line. */
function joinLines(words: readonly TextLine[]): TextLine[] {
  const lines: TextLine[] = [];
  const middle = ({ yMin, yMax }: TextLine) => (yMin + yMax) / 2;
  const ordered = [...words].sort(
    (one, other) => one.page - other.page || middle(one) - middle(other) || one.xMin - other.xMin,
  );
  for (const word of ordered) {
    const line = lines.findLast(({ page }) => page === word.page);
    if (line === undefined || Math.abs(middle(line) - middle(word)) > 4) {
      lines.push({ ...word });
      continue;
    }
    line.text = word.xMin < line.xMin ? word.text + line.text : line.text + word.text;
    line.xMin = Math.min(line.xMin, word.xMin);
    line.xMax = Math.max(line.xMax, word.xMax);
  }
  return lines;
}
