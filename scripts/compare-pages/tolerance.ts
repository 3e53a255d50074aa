import type { DocumentComparison } from './compare-document';

/** What a DOCX may differ from its PDF: least mean similarity of its pages, least part of lines with the same text. */
type Tolerance = { similarity: number; sameLines: number };

/**
 * Stated per instrument, a little below what was measured (docs/page-comparison.md). Where one line breaks elsewhere, a
 * running text moves by a line until the paragraph ends; in a form the row grows and everything below it moves, and a
 * similarity of pictures falls to that of unrelated texts. So forms with long rows have the lowest.
 */
const TOLERANCES: Record<string, Tolerance> = {
  'warning-letter': { similarity: 0.75, sameLines: 0.95 },
  'protection-order': { similarity: 0.6, sameLines: 0.81 },
  'assistance-notice': { similarity: 0.6, sameLines: 0.9 },
  'service-receipt': { similarity: 0.62, sameLines: 0.85 },
  'follow-up-visit': { similarity: 0.22, sameLines: 0.8 },
};

/** Of an instrument that has none of its own yet. */
const STRICTEST: Tolerance = { similarity: 0.7, sameLines: 0.97 };

/** The tolerance that an instrument's documents are held against. */
export function toleranceOf(instrument: string): Tolerance {
  return TOLERANCES[instrument] ?? STRICTEST;
}

/** What is out of tolerance; empty when nothing is. */
export function faultsOf(instrument: string, { pages, similarity, lines }: DocumentComparison): string[] {
  const least = toleranceOf(instrument);
  const same = lines.same / Math.max(1, lines.all);
  return [
    ...(pages.pdf === pages.docx ? [] : [`${pages.pdf} pages as PDF, ${pages.docx} as DOCX`]),
    ...(similarity.mean < least.similarity ? [`similarity ${similarity.mean.toFixed(3)} < ${least.similarity}`] : []),
    ...(same < least.sameLines ? [`same lines ${same.toFixed(3)} < ${least.sameLines}`] : []),
  ];
}
