import fc from 'fast-check';
import { composePages } from '../../src/layout/compose/compose';
import type { FontMetrics } from '../../src/layout/compose/font-metrics';
import type { Page, RuleItem } from '../../src/layout/compose/page-items';
import { AREA } from '../../src/layout/compose/styles';
import { openFonts } from '../../src/layout/fonts';
import { CELL_PT, LINE_PITCH_PT, mmToPt } from '../../src/layout/page';
import { qrMatrix } from '../../src/layout/qr-image';
import type { Block, DocumentModel } from '../../src/model';
import { pageLines, rightEdge, textItems, withoutSpace } from '../support/layout-read';
import { FORM, RETURN_SLIP, RULING } from '../support/layout-samples';

let metrics: FontMetrics;
beforeAll(async () => {
  metrics = await openFonts('fonts');
});

function compose(blocks: Block[], rest: Partial<DocumentModel> = {}): Page[] {
  return composePages({ title: 'AS-2026-000001', pageNumbers: false, blocks, ...rest }, { metrics, qrMatrix });
}

const text = (value: string): Block => ({ kind: 'paragraph', content: [{ kind: 'text', text: value }] });
const lines = (count: number): Block[] => Array.from({ length: count }, (_, index) => text(`第${index + 1}行`));
const rules = (page: Page | undefined): RuleItem[] => (page?.items ?? []).filter((item) => item.kind === 'rule');
const SEALED: Block = { kind: 'signature', issuer: '重庆市渝中区人民法院', date: '2026年11月21日', sealed: true };

describe('the page', () => {
  test('holds 22 lines, and the 23rd starts the next page', () => {
    expect(compose(lines(22))).toHaveLength(1);
    const [first, second] = compose(lines(23));
    expect(first && pageLines(first)).toHaveLength(22);
    expect(second && pageLines(second)).toEqual(['第23行']);
  });

  test('has a blank document as one empty page', () => {
    expect(compose([]).map((page) => page.items)).toEqual([[]]);
  });

  test('makes no empty page of a page break at the end', () => {
    expect(compose([text('甲'), { kind: 'page-break' }, text('乙'), { kind: 'page-break' }])).toHaveLength(2);
  });

  test('keeps a heading with the line below it', () => {
    const pages = compose([...lines(21), { kind: 'heading', level: 1, text: '一、裁定内容' }, text('正文')]);
    expect(pages[1] && pageLines(pages[1])).toEqual(['一、裁定内容', '正文']);
  });

  test('numbers odd pages at the right, even pages at the left, 7 mm under the type area', () => {
    const pages = compose(lines(40), { pageNumbers: true });
    const numbers = pages.map((page) => textItems(page.items).filter((item) => item.size === 14));
    expect(numbers.map((items) => items.map((item) => item.text).join(''))).toEqual(['— 1 —', '— 2 —']);
    const last = numbers[0]?.at(-1);
    expect(last && rightEdge(last, metrics)).toBeCloseTo(AREA.right - CELL_PT, 1);
    expect(numbers[1]?.[0]?.x).toBeCloseTo(AREA.left + CELL_PT, 1);
    expect((numbers[0]?.[0]?.baseline ?? 0) - AREA.bottom).toBeGreaterThan(mmToPt(7));
  });

  test('wraps a long title evenly', () => {
    const [page] = compose([{ kind: 'title', text: '关于协助执行人身安全保护令有关事项并报送情况的通知书' }]);
    const set = page === undefined ? [] : pageLines(page);
    expect(set).toHaveLength(2);
    expect(Math.abs((set[0] ?? '').length - (set[1] ?? '').length)).toBeLessThanOrEqual(2);
  });

  test('ends a case number two characters before the right edge', () => {
    const [page] = compose([{ kind: 'number', text: '（2026）渝0103民保令1号', align: 'right' }]);
    const last = textItems(page?.items ?? []).at(-1);
    expect(last && rightEdge(last, metrics)).toBeCloseTo(AREA.right - 2 * CELL_PT, 0);
  });

  test('draws every dark module of the verification code within 20 mm, clear of the page number', () => {
    const [page] = compose(lines(22), {
      pageNumbers: true,
      qr: { payload: 'AS-2026-1', caption: ['扫码核验', '编号'.repeat(60)] },
    });
    const rects = (page?.items ?? []).filter((item) => item.kind === 'rect');
    const side = mmToPt(20) / qrMatrix('AS-2026-1').length;
    const dark = qrMatrix('AS-2026-1').flat().filter(Boolean).length;
    expect(rects.reduce((sum, rect) => sum + rect.width * rect.height, 0) / side ** 2).toBeCloseTo(dark, 5);
    expect(Math.min(...rects.map((rect) => rect.y))).toBeGreaterThan(AREA.bottom + 4 * side);
    expect(Math.max(...rects.map((rect) => rect.y + side))).toBeLessThan(mmToPt(290));
    const caption = textItems(page?.items ?? []).filter((item) => item.size === 9);
    const number = textItems(page?.items ?? []).filter((item) => item.size === 14);
    expect(Math.max(...caption.map((item) => rightEdge(item, metrics)))).toBeLessThan(
      Math.min(...number.map((item) => item.x)),
    );
    expect(Math.min(...caption.map((item) => item.x))).toBeGreaterThanOrEqual(AREA.left + mmToPt(20) + 4 * side);
  });
});

describe('the signature', () => {
  test('is never alone on a page: two lines of text come along', () => {
    for (let count = 16; count <= 24; count += 1) {
      const pages = compose([...lines(count), SEALED]);
      const last = pages.at(-1);
      const set = last === undefined ? [] : pageLines(last);
      expect(set.slice(-2)).toEqual(['重庆市渝中区人民法院', '2026年11月21日']);
      expect(set.length).toBeGreaterThanOrEqual(4);
    }
  });

  test('centres the issuer over a date that ends four characters before the edge', () => {
    const [page] = compose([text('正文'), SEALED]);
    const items = textItems(page?.items ?? []);
    const date = items.filter((item) => item.baseline === items.at(-1)?.baseline);
    const issuer = items.find((item) => item.text.includes('重庆'));
    const right = Math.max(...date.map((item) => rightEdge(item, metrics)));
    const left = Math.min(...date.map((item) => item.x));
    expect(right).toBeCloseTo(AREA.right - 4 * CELL_PT, 0);
    expect(issuer && (issuer.x + rightEdge(issuer, metrics)) / 2).toBeCloseTo((left + right) / 2, 0);
  });

  test('leaves a 42 mm seal over issuer and date clear of the text, its top within one line of it', () => {
    const [page] = compose([text('正文'), SEALED]);
    const items = textItems(page?.items ?? []);
    const issuer = items.find((item) => item.text.includes('重庆'));
    const body = items.find((item) => item.text.includes('正文'));
    // The seal's centre lies on the upper edge of the issuer's line, a little above the middle of both.
    const centre = (issuer?.baseline ?? 0) - LINE_PITCH_PT / 2 - 5;
    const gap = centre - mmToPt(21) - (body?.baseline ?? 0);
    expect(Math.abs(gap)).toBeLessThan(LINE_PITCH_PT);
  });

  test('keeps a long issuer inside the type area', () => {
    const issuer = '新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县公安局';
    for (const sealed of [true, false]) {
      const [page] = compose([text('正文'), { kind: 'signature', issuer, date: '2026年11月21日', sealed }]);
      for (const item of textItems(page?.items ?? [])) {
        expect(item.x).toBeGreaterThanOrEqual(AREA.left - 0.1);
        expect(rightEdge(item, metrics)).toBeLessThanOrEqual(AREA.right + 0.1);
      }
    }
  });

  test('stands roles and names of judges and clerks below each other, two characters before the edge', () => {
    const [page] = compose([
      text('正文'),
      {
        kind: 'signature',
        signatories: [
          { role: '审判长', name: '王某某' },
          { role: '人民陪审员', name: '李某' },
        ],
        date: '二〇二六年十一月二十一日',
        sealed: true,
        verification: '本件与原本核对无异',
        after: [{ role: '法官助理', name: '赵某某' }, { role: '书记员' }],
      },
    ]);
    const items = textItems(page?.items ?? []);
    const find = (value: string) => items.filter((item) => item.text === value);
    const roles = ['审判长', '人民陪审员', '法官助理', '书记员'].flatMap(find);
    expect(new Set(roles.map((item) => item.x.toFixed(2))).size).toBe(1);
    expect(new Set(roles.map((item) => rightEdge(item, metrics).toFixed(1))).size).toBe(1);
    const names = ['王某某', '李某', '赵某某'].flatMap(find);
    expect(new Set(names.map((item) => rightEdge(item, metrics).toFixed(0)))).toEqual(
      new Set([(AREA.right - 2 * CELL_PT).toFixed(0)]),
    );
    const order = page === undefined ? [] : pageLines(page);
    expect(order.slice(-4)).toEqual(['二〇二六年十一月二十一日', '本件与原本核对无异', '法官助理赵某某', '书记员']);
  });
});

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

  test('keep a return slip on one page with the line to cut along', () => {
    const pages = composePages(RETURN_SLIP, { metrics, qrMatrix });
    const slip = pages.map(pageLines).find((page) => page.includes('回执'));
    expect(slip?.[0]).toContain('骑缝');
    expect(slip?.map(withoutSpace).slice(-2)).toEqual(['年月日', '—2—']);
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

test('a ruling of three pages never leaves the type area, hanging marks aside', () => {
  const pages = composePages(RULING, { metrics, qrMatrix });
  expect(pages).toHaveLength(3);
  for (const item of pages.flatMap((page) => textItems(page.items))) {
    expect(item.x).toBeGreaterThanOrEqual(AREA.left - 0.1);
    expect(rightEdge(item, metrics)).toBeLessThanOrEqual(AREA.right + CELL_PT + 0.1);
  }
});
