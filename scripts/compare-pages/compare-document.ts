import { compareLines, type LineComparison, linesOf } from './lines';
import { rasterise } from './raster';
import { pageSimilarity } from './ssim';

/** Fine enough to tell characters apart, coarse enough that a hair's breadth does not count. */
const DPI = 72;
const BLUR = 2;

/** How a DOCX, as LibreOffice prints it, differs from the PDF of the same document. */
export type DocumentComparison = {
  pages: { pdf: number; docx: number };
  /** Mean and least similarity of the pages, see ssim.ts. */
  similarity: { mean: number; least: number };
  lines: LineComparison;
};

/** Compares page by page, as many pages as both have. */
export async function compareDocument(pdf: Buffer, docxAsPdf: Buffer): Promise<DocumentComparison> {
  const [ours, theirs] = await Promise.all([rasterise(pdf, DPI), rasterise(docxAsPdf, DPI)]);
  const [ourLines, theirLines] = await Promise.all([linesOf(pdf), linesOf(docxAsPdf)]);
  const scores = ours.flatMap((page, index) => {
    const other = theirs[index];
    return other === undefined ? [] : [pageSimilarity(page, other, { blur: BLUR })];
  });
  return {
    pages: { pdf: ours.length, docx: theirs.length },
    similarity: { mean: mean(scores), least: Math.min(...scores) },
    lines: total(ourLines.map((lines, index) => compareLines(lines, theirLines[index] ?? []))),
  };
}

function total(pages: LineComparison[]): LineComparison {
  const same = sum(pages.map((page) => page.same));
  const worst = pages.reduce((found, page) => (page.greatest > found.greatest ? page : found));
  return {
    same,
    all: sum(pages.map(({ all }) => all)),
    mean: same === 0 ? 0 : sum(pages.map((page) => page.mean * page.same)) / same,
    greatest: worst.greatest,
    farthest: worst.farthest,
  };
}

function mean(values: number[]): number {
  return sum(values) / values.length;
}

function sum(values: number[]): number {
  return values.reduce((one, two) => one + two, 0);
}
