import { compareDocument } from '../../scripts/compare-pages/compare-document';
import { compareLines, type Line } from '../../scripts/compare-pages/lines';
import { convertAllToPdf } from '../../scripts/compare-pages/office';
import type { Raster } from '../../scripts/compare-pages/raster';
import { renderSamples } from '../../scripts/compare-pages/render-samples';
import { pageSimilarity } from '../../scripts/compare-pages/ssim';
import { faultsOf } from '../../scripts/compare-pages/tolerance';
import { ROOT } from '../support/root';

/** One document of every instrument; more are compared by `npm run compare-pages`. */
const ONE_EACH =
  /^(warning-letter\/national\.respondent|protection-order\/national\.respondent|assistance-notice\/chongqing\.police|service-receipt\/chongqing\.respondent|follow-up-visit\/chongqing\.court-file\.3)$/;

/** A page of stripes like lines of text; `shift` moves them down. */
function striped(shift: number): Raster {
  const [width, height] = [160, 200];
  const pixels = Uint8Array.from({ length: width * height }, (_, at) => {
    const [x, y] = [at % width, Math.floor(at / width) - shift];
    const isInk = y % 20 < 8 && y > 0 && (x * 7 + Math.floor(y / 20) * 13) % 11 < 5;
    return isInk ? 0 : 255;
  });
  return { width, height, pixels };
}

const blank: Raster = { width: 160, height: 200, pixels: new Uint8Array(160 * 200).fill(255) };

describe('the comparison of pages', () => {
  test('gives 1 for equal pages, less the farther the lines move, and next to nothing for an empty page', () => {
    const page = striped(0);
    const scores = [0, 1, 3, 8].map((shift) => pageSimilarity(page, striped(shift), { blur: 2 }));
    expect(scores[0]).toBeCloseTo(1, 6);
    expect(scores).toEqual([...scores].sort((first, second) => second - first));
    expect(new Set(scores).size).toBe(4);
    expect(pageSimilarity(page, blank, { blur: 2 })).toBeLessThan(0.1);
    expect(pageSimilarity(blank, blank, { blur: 2 })).toBe(1);
  });

  test('refuses pages of different size', () => {
    expect(() => pageSimilarity(blank, { ...blank, width: 80, height: 400 }, { blur: 2 })).toThrow('different size');
  });

  test('pairs each line with the nearest of the same text and names the one farthest away', () => {
    const line = (text: string, y: number): Line => ({ text, x: 28, y });
    const first = [line('甲', 40), line('乙', 50), line('乙', 60), line('丙', 70)];
    const second = [line('甲', 40.5), line('乙', 61), line('乙', 50), line('丁', 70)];
    expect(compareLines(first, second)).toEqual({ same: 3, all: 4, mean: 0.5, greatest: 1, farthest: '乙' });
  });

  test('calls a missing page, another picture and other lines out of tolerance', () => {
    const lines = { same: 100, all: 100, mean: 0.5, greatest: 1, farthest: '' };
    const good = { pages: { pdf: 2, docx: 2 }, similarity: { mean: 0.9, least: 0.9 }, lines };
    expect(faultsOf('warning-letter', good)).toEqual([]);
    expect(faultsOf('warning-letter', { ...good, pages: { pdf: 2, docx: 3 } })).toEqual(['2 pages as PDF, 3 as DOCX']);
    expect(faultsOf('warning-letter', { ...good, similarity: { mean: 0.5, least: 0.1 } })).toHaveLength(1);
    expect(faultsOf('warning-letter', { ...good, lines: { ...lines, same: 80 } })).toHaveLength(1);
  });

  test('LibreOffice as it is installed breaks the lines of a letter where the PDF breaks them', async () => {
    const [sample] = await renderSamples({ root: ROOT, wanted: /^warning-letter\/national\.respondent$/ });
    if (sample === undefined) throw new Error('no sample');
    const [printed = Buffer.alloc(0)] = await convertAllToPdf([sample.docx]);
    const { lines, pages } = await compareDocument(sample.pdf, printed);
    expect(pages.docx).toBe(pages.pdf);
    expect(lines.same / lines.all).toBeGreaterThan(0.97);
  }, 120_000);

  test('a DOCX of every instrument looks like its PDF, within the stated tolerance', async () => {
    const samples = await renderSamples({ root: ROOT, wanted: ONE_EACH });
    expect(new Set(samples.map(({ instrument }) => instrument)).size).toBe(5);
    const printed = await convertAllToPdf(samples.map(({ docx }) => docx));
    const faults: string[] = [];
    for (const [index, { name, instrument, pdf }] of samples.entries()) {
      const comparison = await compareDocument(pdf, printed[index] ?? Buffer.alloc(0));
      faults.push(...faultsOf(instrument, comparison).map((fault) => `${name}: ${fault}`));
    }
    expect(faults).toEqual([]);
  }, 180_000);
});
