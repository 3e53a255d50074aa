import fc from 'fast-check';
import { composePages } from '../../src/layout/compose/compose';
import type { FontMetrics } from '../../src/layout/compose/font-metrics';
import type { Page, RuleItem } from '../../src/layout/compose/page-items';
import { AREA } from '../../src/layout/compose/styles';
import { openFonts } from '../../src/layout/fonts';
import { CELL_PT, mmToPt } from '../../src/layout/page';
import { qrMatrix } from '../../src/layout/qr-image';
import type { Block, DocumentModel } from '../../src/model';
import { pageLines, rightEdge, textItems, withoutSpace } from '../support/layout-read';
import { FORM, RETURN_SLIP } from '../support/layout-samples';

let metrics: FontMetrics;
beforeAll(async () => {
  metrics = await openFonts('fonts');
});

function compose(blocks: Block[], rest: Partial<DocumentModel> = {}): Page[] {
  return composePages({ title: 'AS-2026-000001', pageNumbers: false, blocks, ...rest }, { metrics, qrMatrix });
}

const text = (value: string): Block => ({ kind: 'paragraph', content: [{ kind: 'text', text: value }] });
const rules = (page: Page | undefined): RuleItem[] => (page?.items ?? []).filter((item) => item.kind === 'rule');

describe('forms', () => {
  test('repeat the header rows of a table on every page', () => {
    const pages = composePages(FORM, { metrics, qrMatrix });
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(pageLines(page)).toContain('项目内容项目内容');
  });

  test('divide a row only when it is higher than a page, and lose none of its text', () => {
    const long = '申请人陈述被申请人多次实施殴打。'.repeat(160);
    const pages = compose([
      text('前文'),
      {
        kind: 'table',
        columns: [26, 130],
        headerRows: 1,
        rows: [
          {
            cells: [
              { content: [[{ kind: 'text', text: '栏目' }]], label: true },
              { content: [[{ kind: 'text', text: '内容' }]], label: true },
            ],
          },
          { cells: [{ content: [[{ kind: 'text', text: '短行' }]] }, { content: [[{ kind: 'text', text: '短' }]] }] },
          {
            cells: [
              { content: [[{ kind: 'text', text: '情况' }]], label: true },
              { content: [[{ kind: 'text', text: long }]] },
            ],
          },
        ],
      },
    ]);
    expect(pages.length).toBeGreaterThan(2);
    const all = pages.flatMap((page) =>
      textItems(page.items)
        .filter((item) => item.face === 'fang')
        .map((item) => item.text),
    );
    expect(withoutSpace(all.join(''))).toBe(`前文短行短${long}`);
    for (const page of pages) {
      for (const item of textItems(page.items)) expect(item.baseline).toBeLessThan(AREA.bottom);
    }
  });

  test('divide a row that fits a page, but not below the repeated header: nothing reaches the page number', () => {
    const cell = (value: string) => ({ content: [[{ kind: 'text' as const, text: value }]] });
    const header = { cells: [cell('栏目'), cell('内容')], minHeight: 12 };
    const lines = Math.floor((AREA.height - 2 * mmToPt(1)) / 18);
    const tall = {
      cells: [cell('经过'), { content: Array.from({ length: lines }, () => cell('一行').content[0] ?? []) }],
    };
    const table: Block = { kind: 'table', columns: [26, 130], headerRows: 1, rows: [header, tall, tall] };
    const pages = compose([text('前文'), table]);
    const items = pages.flatMap((page) => textItems(page.items));
    expect(items.filter((item) => item.text === '一行')).toHaveLength(2 * lines);
    for (const item of items) expect(item.baseline).toBeLessThan(AREA.bottom);
    for (const page of pages) {
      for (const rule of rules(page)) expect(Math.max(rule.y1, rule.y2)).toBeLessThan(AREA.bottom + 0.1);
    }
  });

  test('set a value beside a long one in the middle of the row, and what is written in a field at its top', () => {
    const cell = (value: string) => ({ content: [[{ kind: 'text' as const, text: value }]] });
    const long = { content: Array.from({ length: 9 }, () => cell('长').content[0] ?? []) };
    const places = (minHeight: number) => {
      const rows = [{ cells: [cell('短'), minHeight === 0 ? long : cell('')], minHeight }];
      const [page] = compose([{ kind: 'table', columns: [40, 116], rows }]);
      return textItems(page?.items ?? [])
        .filter(({ text: value }) => value === '短')
        .map(({ baseline }) => Math.round((baseline - AREA.top) / 18));
    };
    expect([places(0), places(60)]).toEqual([[5], [1]]);
  });

  test('start every part of a divided cell at its top', () => {
    const long = Array.from({ length: 60 }, () => [{ kind: 'text' as const, text: '一行' }]);
    const pages = compose([{ kind: 'table', columns: [156], rows: [{ cells: [{ content: long }] }] }]);
    const tops = pages.map((page) => Math.min(...textItems(page.items).map(({ baseline }) => baseline)));
    expect(tops).toHaveLength(2);
    expect(tops[0]).toBeCloseTo(tops[1] ?? 0, 2);
  });

  test('divide a group of rows that a cell spans, when the group is higher than a page', () => {
    const row = (value: string, first?: string) => ({
      cells: [
        ...(first === undefined
          ? []
          : [{ content: [[{ kind: 'text' as const, text: first }]], rowSpan: 30, label: true }]),
        { content: [[{ kind: 'text' as const, text: value }]] },
      ],
      minHeight: 10,
    });
    const pages = compose([
      {
        kind: 'table',
        columns: [40, 116],
        rows: [row('第1项', '送达文书'), ...Array.from({ length: 29 }, (_, index) => row(`第${index + 2}项`))],
      },
    ]);
    expect(pages).toHaveLength(2);
    const all = pages.flatMap((page) => pageLines(page)).join('');
    for (let index = 1; index <= 30; index += 1) expect(all).toContain(`第${index}项`);
  });

  test('of any shape keep all their text and end within the page', () => {
    const value = fc.string({ unit: fc.constantFrom(...'申请人被申请人，。《法》12'), maxLength: 400 });
    const cell = fc.record({ value, rowSpan: fc.integer({ min: 1, max: 3 }), label: fc.boolean() });
    const row = fc.tuple(cell, cell, cell);
    const rows = fc.array(fc.tuple(row, fc.integer({ min: 0, max: 120 })), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 0, max: 2 }), (drawn, headerRows) => {
        const taken = [0, 0, 0];
        const built = drawn.map(([cells, minHeight], index) => {
          const own = cells.filter((_, column) => (taken[column] ?? 0) <= index);
          cells.forEach(({ rowSpan }, column) => {
            if ((taken[column] ?? 0) <= index) taken[column] = index + rowSpan;
          });
          return {
            minHeight,
            cells: own.map(({ value: text, rowSpan, label }) => ({
              content: [[{ kind: 'text' as const, text }]],
              rowSpan,
              label,
            })),
          };
        });
        const pages = compose([{ kind: 'table', columns: [30, 46, 80], headerRows, rows: built }]);
        const items = pages.flatMap((page) => textItems(page.items));
        const length = withoutSpace(items.map((item) => item.text).join('')).length;
        const wanted = built
          .flatMap((one) => one.cells.flatMap((two) => two.content.flat()))
          .map((one) => one.text)
          .join('');
        expect(length).toBeGreaterThanOrEqual(withoutSpace(wanted).length);
        if (pages.length === 1) expect(length).toBe(withoutSpace(wanted).length);
        for (const item of items) expect(item.baseline).toBeLessThan(AREA.bottom);
      }),
      { numRuns: 60, seed: 20261121 },
    );
  });

  test('scale a table that is wider than the type area', () => {
    const cell = { content: [[{ kind: 'text' as const, text: '内容' }]] };
    const [page] = compose([{ kind: 'table', columns: [100, 100], rows: [{ cells: [cell, cell] }] }]);
    const edges = rules(page).flatMap((rule) => [rule.x1, rule.x2]);
    expect(Math.min(...edges)).toBeGreaterThan(AREA.left - 1);
    expect(Math.max(...edges)).toBeLessThan(AREA.right + 1);
  });

  test('give a field to be filled by hand its least height', () => {
    const cell = { content: [[]] };
    const [page] = compose([{ kind: 'table', columns: [156], rows: [{ cells: [cell], minHeight: 28 }] }]);
    const left = rules(page).find((rule) => rule.x1 === rule.x2);
    expect(left && left.y2 - left.y1).toBeCloseTo(mmToPt(28), 1);
  });

  test('draw the rule of a filled value and of a blank at one distance below the text', () => {
    const [page] = compose([
      {
        kind: 'paragraph',
        content: [
          { kind: 'text', text: '自收到之日起' },
          { kind: 'filled', text: '72小时' },
          { kind: 'text', text: '内，由' },
          { kind: 'blank', cells: 5 },
          { kind: 'text', text: '签收' },
        ],
      },
    ]);
    const [filled, blank] = rules(page);
    expect(filled?.y1).toBe(blank?.y1);
    expect(blank && blank.x2 - blank.x1).toBeCloseTo(5 * CELL_PT, 1);
    const baseline = textItems(page?.items ?? [])[0]?.baseline ?? 0;
    expect((filled?.y1 ?? 0) - baseline).toBeGreaterThan(2);
    expect((filled?.y1 ?? 0) - baseline).toBeLessThan(4);
  });

  test('put several fields to be signed on one line, at least 9 mm below each other', () => {
    const field = (label: string) => ({ label, cells: 6 });
    const [page] = compose([{ kind: 'hand-signature', fields: ['填发人：', '送达人：', '见证人：'].map(field) }]);
    expect(page && pageLines(page).map(withoutSpace)).toEqual(['填发人：送达人：', '见证人：']);
    const baselines = [...new Set(rules(page).map((rule) => rule.y1))];
    expect((baselines[1] ?? 0) - (baselines[0] ?? 0)).toBeGreaterThanOrEqual(mmToPt(9));
  });

  test('put a blank below its label when the label leaves it no room, and as long as asked for', () => {
    const label = '法定代理人或者其他成年家属（与被告诫人关系）：';
    const [page] = compose([{ kind: 'hand-signature', fields: [{ label, cells: 10 }] }]);
    const [blank, ...others] = rules(page);
    expect(others).toEqual([]);
    expect(blank && blank.x2 - blank.x1).toBeCloseTo(10 * CELL_PT, 0);
    expect(blank?.y1).toBeGreaterThan((textItems(page?.items ?? [])[0]?.baseline ?? 0) + mmToPt(9));
  });

  test('keep a return slip on one page with the line to cut along', () => {
    const pages = composePages(RETURN_SLIP, { metrics, qrMatrix });
    const slip = pages.map(pageLines).find((page) => page.includes('回执'));
    expect(slip?.[0]).toContain('骑缝');
    expect(slip?.map(withoutSpace).slice(-2)).toEqual(['年月日', '—2—']);
  });

  test('never leave their small print alone on a page: the last row, or the whole signed table, goes with it', () => {
    const row = (value: string) => ({
      cells: [{ content: [[{ kind: 'text' as const, text: value }]] }],
      minHeight: 20,
    });
    const notes: Block[] = ['注：①甲。', '②乙。'].map((value) => ({ kind: 'note', text: value }));
    const table = (count: number, whole?: true): Block => ({
      kind: 'table',
      columns: [156],
      rows: Array.from({ length: count }, (_, index) => row(`第${index + 1}行`)),
      ...(whole === undefined ? {} : { whole }),
    });
    expect(compose([table(11), ...notes]).map((page) => pageLines(page).at(0))).toEqual(['第1行', '第11行']);
    const signed = compose([table(8), table(3, true), ...notes]);
    expect(signed.map((page) => pageLines(page).length)).toEqual([8, 5]);
  });

  test('draw a cut line over the full width, but not through its text', () => {
    const [page] = compose([text('正文'), { kind: 'cut-line', text: '骑缝' }]);
    const dashes = rules(page).filter((rule) => rule.dash !== undefined);
    const label = textItems(page?.items ?? []).find((item) => item.text === '骑缝');
    expect(dashes[0]?.x1).toBe(AREA.left);
    expect(dashes[1]?.x2).toBe(AREA.right);
    expect(dashes[0]?.x2).toBeLessThan(label?.x ?? 0);
    expect(dashes[1]?.x1).toBeGreaterThan((label && rightEdge(label, metrics)) ?? 0);
  });
});
