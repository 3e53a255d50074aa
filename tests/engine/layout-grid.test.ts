import fc from 'fast-check';
import { convertAllToPdf } from '../../scripts/compare-pages/office';
import { type Layout, openLayout } from '../../src/layout';
import { composePages, gridOf } from '../../src/layout/compose/compose';
import type { FontMetrics } from '../../src/layout/compose/font-metrics';
import { STANDARD_GRID } from '../../src/layout/compose/line-grid';
import type { Page } from '../../src/layout/compose/page-items';
import { AREA, ruleBelow } from '../../src/layout/compose/styles';
import { openFonts } from '../../src/layout/fonts';
import { LINE_PITCH_PT, mmToPt, TYPE_SIZE } from '../../src/layout/page';
import { qrMatrix } from '../../src/layout/qr-image';
import type { Block, DocumentModel } from '../../src/model';
import { xmlParts } from '../support/docx-parts';
import { pageLines, readPdf, textItems } from '../support/layout-read';

let metrics: FontMetrics;
let layout: Layout;
beforeAll(async () => {
  metrics = await openFonts('fonts');
  layout = await openLayout({ fontsDir: 'fonts' });
});

const NARROWEST = 0.96;
const SEALED: Block = { kind: 'signature', issuer: '重庆市渝中区人民法院', date: '2026年11月21日', sealed: true };

const text = (value: string): Block => ({ kind: 'paragraph', content: [{ kind: 'text', text: value }] });
const lines = (count: number): Block[] => Array.from({ length: count }, (_, index) => text(`第${index + 1}行`));
const tableOf = (minHeight: number): Block => ({
  kind: 'table',
  columns: [156],
  rows: [{ cells: [{ content: [[{ kind: 'text', text: '格' }]] }], minHeight }],
});
const model = (blocks: Block[]): DocumentModel => ({ title: 'AS-2026-000001', pageNumbers: false, blocks });
const compose = (blocks: Block[]): Page[] => composePages(model(blocks), { metrics, qrMatrix });
const partOf = (blocks: Block[]): number => gridOf(model(blocks), metrics).pitch / LINE_PITCH_PT;

/** Distances of neighbouring lines of the body on a page, in pt. */
function pitches(page: Page | undefined): number[] {
  const body = textItems(page?.items ?? []).filter(({ size }) => size === TYPE_SIZE.san);
  const baselines = [...new Set(body.map(({ baseline }) => Math.round(baseline * 1000) / 1000))].sort((a, b) => a - b);
  return baselines.slice(1).map((baseline, index) => baseline - (baselines[index] ?? 0));
}

describe('the line pitch', () => {
  test.each([1, 21, 22, 24, 30, 44, 60])('stays at 22 lines to a page for %i lines', (count) => {
    expect(partOf(lines(count))).toBe(1);
    for (const page of compose(lines(count)))
      for (const pitch of pitches(page)) expect(Math.abs(pitch - LINE_PITCH_PT)).toBeLessThan(mmToPt(0.1));
  });

  test('narrows by four per cent for one line too many, and all characters stand in the type area', () => {
    const [page, ...rest] = compose(lines(23));
    expect(rest).toEqual([]);
    expect(page && pageLines(page)).toHaveLength(23);
    for (const pitch of pitches(page)) expect(pitch).toBeCloseTo(NARROWEST * LINE_PITCH_PT, 2);
    const baselines = textItems(page?.items ?? []).map(({ baseline }) => baseline);
    expect(Math.max(...baselines) + ruleBelow(TYPE_SIZE.san)).toBeLessThan(AREA.bottom);
    expect(Math.min(...baselines) - 0.88 * TYPE_SIZE.san).toBeGreaterThan(AREA.top);
  });

  test('narrows no further than is needed', () => {
    // A table of 100 mm with 6 pt of room, and 12 lines that are 10.2 mm too high in all.
    const high = (part: number) => 225 - (12 * part * 225) / 22 - 6 / mmToPt(1) - 0.1;
    for (const part of [0.99, 0.98, 0.97, NARROWEST]) {
      const blocks = [tableOf(high(part)), ...lines(12)];
      expect([part, compose(blocks).length]).toEqual([part, 1]);
      expect(partOf(blocks)).toBeCloseTo(part, 6);
    }
  });

  test('is not narrowed for nothing', () => {
    const blocks = [tableOf(225 - (12 * 0.95 * 225) / 22), ...lines(12)];
    expect(compose(blocks)).toHaveLength(2);
    expect(partOf(blocks)).toBe(1);
  });

  test('brings a signature back that would need a page more', () => {
    const [page, ...rest] = compose([...lines(19), SEALED]);
    expect(rest).toEqual([]);
    expect(page && pageLines(page)).toEqual([
      ...Array.from({ length: 19 }, (_, index) => `第${index + 1}行`),
      '重庆市渝中区人民法院',
      '2026年11月21日',
    ]);
  });

  test('is the same on every page of a document', () => {
    const pages = compose(lines(46));
    expect(pages).toHaveLength(2);
    for (const page of pages) {
      expect(pitches(page)).toHaveLength(22);
      for (const pitch of pitches(page)) expect(pitch).toBeCloseTo(NARROWEST * LINE_PITCH_PT, 2);
    }
  });

  test('leaves a table as it is, and no table below the type area', () => {
    const bottom = (blocks: Block[]) =>
      Math.max(...compose(blocks).flatMap(({ items }) => items.map((item) => (item.kind === 'rule' ? item.y2 : 0))));
    const rowHeight = 225 - (12 * NARROWEST * 225) / 22 - 6 / mmToPt(1) - 0.1;
    const below = bottom([...lines(12), tableOf(rowHeight)]);
    expect(below).toBeLessThan(AREA.bottom + 0.01);
    expect(below).toBeGreaterThan(AREA.bottom - mmToPt(0.2));
    expect(compose([...lines(12), tableOf(rowHeight + 0.2)])).toHaveLength(2);
  });

  test('still leaves room for a seal of 42 mm and for a hand', () => {
    const [page] = compose([
      ...lines(17),
      { kind: 'hand-signature', fields: [{ label: '签收人：', cells: 20 }] },
      SEALED,
    ]);
    const [last = 0, issuer = 0] = textItems(page?.items ?? [])
      .filter(({ text: value }) => value.includes('签收') || value.includes('重庆'))
      .map(({ baseline }) => baseline);
    const centre = issuer - (NARROWEST * LINE_PITCH_PT) / 2 - 5;
    expect(centre - mmToPt(21) - last).toBeGreaterThan(0);
    for (const pitch of pitches(page)) expect(pitch).toBeGreaterThan(mmToPt(9));
  });

  test('never loses a line, adds a page or leaves the type area, whatever the document', () => {
    const block = fc.oneof(
      { weight: 5, arbitrary: fc.integer({ min: 1, max: 90 }).map((length) => text('法'.repeat(length))) },
      { weight: 1, arbitrary: fc.integer({ min: 8, max: 120 }).map(tableOf) },
      { weight: 1, arbitrary: fc.constant<Block>({ kind: 'heading', level: 1, text: '一、标题' }) },
      { weight: 1, arbitrary: fc.constant<Block>({ kind: 'note', text: '注：'.repeat(30) }) },
    );
    const count = (blocks: Block[]) => JSON.stringify(blocks).match(/[法格标题一、注：]/gu)?.length ?? 0;
    fc.assert(
      fc.property(fc.array(block, { minLength: 8, maxLength: 40 }), (rest) => {
        const blocks = [text('法'.repeat(60)), ...rest];
        const pages = compose(blocks);
        const items = pages.flatMap((page) => textItems(page.items));
        expect(items.reduce((sum, { text: value }) => sum + [...value].length, 0)).toBe(count(blocks));
        expect(Math.max(...items.map(({ baseline }) => baseline))).toBeLessThan(AREA.bottom);
        const part = partOf(blocks);
        expect(part).toBeGreaterThanOrEqual(NARROWEST - 1e-9);
        expect(part).toBeLessThanOrEqual(1);
        // What the DOCX writer is told is what the PDF has.
        expect(Math.min(...pages.flatMap(pitches))).toBeCloseTo(part * LINE_PITCH_PT, 2);
        expect(compose(blocks)).toEqual(pages);
      }),
      { numRuns: 60, seed: 20261121 },
    );
  });
});

describe('both formats', () => {
  const options = { issuedAt: new Date('2026-11-21T08:30:15Z') };
  const long = '申请人申请人身安全保护令一案本院立案后进行了审查现已审查终结'.slice(0, 26);
  const body = (count: number) => Array.from({ length: count }, () => text(long));
  const pagesOf = (pdf: Buffer) => Number(/Pages: +(\d+)/.exec(readPdf(pdf, 'pdfinfo', ['FILE']))?.[1]);
  const cases = [
    { count: 22, pages: 1, line: 579 },
    { count: 23, pages: 1, line: 556 },
    { count: 24, pages: 2, line: 579 },
    { count: 46, pages: 2, line: 556 },
  ];

  test('set their lines at one pitch, and on as many pages', async () => {
    const files = await Promise.all(cases.map(({ count }) => layout.writers.docx.write(model(body(count)), options)));
    const opened = await convertAllToPdf(files);
    for (const [index, { count, pages, line }] of cases.entries()) {
      const parts = xmlParts(files[index] ?? Buffer.alloc(0));
      expect(parts['word/styles.xml']).toContain(` w:line="${line}" w:lineRule="exact"/><w:jc w:val="both"/>`);
      expect(parts['word/document.xml']).toContain(` w:linePitch="${line}"`);
      expect(Math.floor(gridOf(model(body(count)), metrics).pitch * 20)).toBe(line);
      expect([count, pagesOf(await layout.writers.pdf.write(model(body(count)), options))]).toEqual([count, pages]);
      expect([count, pagesOf(opened[index] ?? Buffer.alloc(0))]).toEqual([count, pages]);
    }
  });

  test('keep the standard margins unless a 23rd line needs the white below it', async () => {
    const bottom = async (count: number) => {
      const file = await layout.writers.docx.write(model(body(count)), options);
      return Number(/w:bottom="(\d+)"/.exec(xmlParts(file)['word/document.xml'] ?? '')?.[1]);
    };
    expect(await bottom(22)).toBe(1984);
    expect(1984 - (await bottom(23))).toBeLessThan(mmToPt(1) * 20);
    expect(gridOf(model(body(22)), metrics)).toBe(STANDARD_GRID);
  });
});
