/** How far the lines of one page stand from the same lines of another, read from both PDFs by MuPDF. */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inTemporaryFolder } from '../temporary-folder';

const run = promisify(execFile);

/** A printed line without its blanks; where its first character stands on its baseline, in mm. */
export type Line = { text: string; x: number; y: number };

type Piece = Line & { right: number };

const MM_PER_PT = 25.4 / 72;
/** Characters whose baselines differ by less than this stand on one line, in mm. */
const SAME_LINE = 0.7;
/** White wider than this parts two columns of a table, in mm. */
const COLUMN_GAP = 4;

/** Lines of each page, from top to bottom. */
export function linesOf(pdf: Buffer): Promise<Line[][]> {
  return inTemporaryFolder(async (folder) => {
    const file = join(folder, 'in.pdf');
    await writeFile(file, pdf);
    const { stdout } = await run('mutool', ['draw', '-q', '-F', 'stext', '-o', '-', file], { maxBuffer: 2 ** 28 });
    return stdout
      .split('<page ')
      .slice(1)
      .map((page) => joinPieces(charactersOf(page)));
  });
}

function charactersOf(page: string): Piece[] {
  const found = page.matchAll(/<char quad="\S+ \S+ (\S+)[^"]*" x="(\S+)" y="(\S+)" color="[^"]*" c="([^"]*)"/g);
  return [...found].flatMap(([, right, x, y, written = '']) => {
    const text = decode(written).trim();
    const place = { right: Number(right) * MM_PER_PT, x: Number(x) * MM_PER_PT, y: Number(y) * MM_PER_PT };
    return text === '' ? [] : [{ text, ...place }];
  });
}

function decode(written: string): string {
  const code = /^&#x([0-9a-f]+);$/i.exec(written)?.[1];
  return code === undefined ? written : String.fromCodePoint(Number.parseInt(code, 16));
}

function joinPieces(characters: Piece[]): Line[] {
  const rows: Piece[][] = [];
  for (const character of [...characters].sort((first, second) => first.y - second.y)) {
    const row = rows.at(-1);
    if (row !== undefined && character.y - (row[0]?.y ?? 0) < SAME_LINE) row.push(character);
    else rows.push([character]);
  }
  return rows.flatMap((row) => {
    const pieces: Piece[] = [];
    for (const character of [...row].sort((first, second) => first.x - second.x)) {
      const last = pieces.at(-1);
      if (last === undefined || character.x - last.right > COLUMN_GAP) pieces.push({ ...character });
      else {
        last.text += character.text;
        last.right = character.right;
      }
    }
    return pieces;
  });
}

/** Characters of the first document that the second does not have, wherever they stand. */
export function countLost(first: readonly Line[][], second: readonly Line[][]): number {
  const left = new Map<string, number>();
  for (const character of textOf(second)) left.set(character, (left.get(character) ?? 0) + 1);
  let lost = 0;
  for (const character of textOf(first)) {
    const count = left.get(character) ?? 0;
    if (count === 0) lost += 1;
    else left.set(character, count - 1);
  }
  return lost;
}

function textOf(pages: readonly Line[][]): string {
  return pages.flatMap((lines) => lines.map(({ text }) => text)).join('');
}

export type LineComparison = {
  /** Lines of the first page that stand in the second with the same text, and all of them. */
  same: number;
  all: number;
  /** Mean and greatest distance of lines with the same text, in mm. */
  mean: number;
  greatest: number;
  /** The line that is farthest away. */
  farthest: string;
};

/** Lines with the same text are compared; of several with the same text, each with the nearest that is left. */
export function compareLines(first: readonly Line[], second: readonly Line[]): LineComparison {
  const left = [...second];
  const result: LineComparison = { same: 0, all: first.length, mean: 0, greatest: 0, farthest: '' };
  let sum = 0;
  for (const line of first) {
    const distances = left.map((other) =>
      other.text === line.text ? distance(line, other) : Number.POSITIVE_INFINITY,
    );
    const nearest = Math.min(...distances);
    if (!Number.isFinite(nearest)) continue;
    left.splice(distances.indexOf(nearest), 1);
    result.same += 1;
    sum += nearest;
    if (nearest > result.greatest) Object.assign(result, { greatest: nearest, farthest: line.text });
  }
  return { ...result, mean: result.same === 0 ? 0 : sum / result.same };
}

function distance(first: Line, second: Line): number {
  return Math.hypot(first.x - second.x, first.y - second.y);
}
