import { composePages } from '../../src/layout/compose/compose';
import type { FontMetrics } from '../../src/layout/compose/font-metrics';
import type { Page } from '../../src/layout/compose/page-items';
import { AREA } from '../../src/layout/compose/styles';
import { openFonts } from '../../src/layout/fonts';
import { CELL_PT, LINE_PITCH_PT, mmToPt } from '../../src/layout/page';
import { qrMatrix } from '../../src/layout/qr-image';
import type { Block, DocumentModel } from '../../src/model';
import { pageLines, rightEdge, textItems } from '../support/layout-read';
import { RULING } from '../support/layout-samples';

let metrics: FontMetrics;
beforeAll(async () => {
  metrics = await openFonts('fonts');
});

function compose(blocks: Block[], rest: Partial<DocumentModel> = {}): Page[] {
  return composePages({ title: 'AS-2026-000001', pageNumbers: false, blocks, ...rest }, { metrics, qrMatrix });
}

const text = (value: string): Block => ({ kind: 'paragraph', content: [{ kind: 'text', text: value }] });
const lines = (count: number): Block[] => Array.from({ length: count }, (_, index) => text(`第${index + 1}行`));

const SEALED: Block = { kind: 'signature', issuer: '重庆市渝中区人民法院', date: '2026年11月21日', sealed: true };

describe('the page', () => {
  test('holds 22 lines, and the 23rd starts the next page', () => {
    expect(compose(lines(22))).toHaveLength(1);
    const [first, second] = compose(lines(24));
    expect(first && pageLines(first)).toHaveLength(22);
    expect(second && pageLines(second)).toEqual(['第23行', '第24行']);
  });

  test('has a blank document as one empty page', () => {
    expect(compose([]).map((page) => page.items)).toEqual([[]]);
  });

  test('makes no empty page of a page break at the end', () => {
    expect(compose([text('甲'), { kind: 'page-break' }, text('乙'), { kind: 'page-break' }])).toHaveLength(2);
  });

  test('keeps a heading with the line below it', () => {
    const pages = compose([...lines(21), { kind: 'heading', level: 1, text: '一、裁定内容' }, text('甲'), text('乙')]);
    expect(pages[1] && pageLines(pages[1])).toEqual(['一、裁定内容', '甲', '乙']);
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

  test.each([
    ['新疆维吾尔自治区察布查尔锡伯自治县人民法院', '新疆维吾尔自治区'],
    ['新疆维吾尔自治区高级人民法院伊犁哈萨克自治州分院', '新疆维吾尔自治区高级人民法院'],
    ['某某省某某市某某区公安局交通治安管理执法支队某某大队', '某某省某某市某某区公安局'],
  ])('divides the name of an office too long for a line where a name within it ends: %s', (name, first) => {
    const [page] = compose([{ kind: 'issuer', text: name }]);
    expect(page && pageLines(page)).toEqual([first, name.slice(first.length)]);
  });

  test.each(['某某市某某区人民法院', '关于协助执行人身安全保护令有关事项并报送情况的通知', 'A'.repeat(60)])(
    'leaves other names to be wrapped: %s',
    (name) => {
      const [page] = compose([{ kind: 'issuer', text: name }]);
      expect(page && pageLines(page).join('')).toBe(name);
    },
  );

  test('ends a case number two characters before the right edge', () => {
    const [page] = compose([{ kind: 'number', text: '（2026）渝0103民保令1号', align: 'right' }]);
    const last = textItems(page?.items ?? []).at(-1);
    expect(last && rightEdge(last, metrics)).toBeCloseTo(AREA.right - 2 * CELL_PT, 0);
  });

  test('places the verification code on 20 mm, clear of the text, the caption and the page number', () => {
    const [page] = compose(lines(22), {
      pageNumbers: true,
      qr: { payload: 'AS-2026-1', caption: ['扫码核验', '编号'.repeat(60)] },
    });
    const [code] = (page?.items ?? []).filter((item) => item.kind === 'code');
    const side = mmToPt(20) / qrMatrix('AS-2026-1').length;
    expect(code).toMatchObject({ x: AREA.left, size: mmToPt(20), modules: qrMatrix('AS-2026-1') });
    expect(code?.y).toBeGreaterThan(AREA.bottom + 4 * side);
    expect((code?.y ?? Number.NaN) + mmToPt(20)).toBeLessThan(mmToPt(290));
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

  test('keeps date and issuer inside the type area when the name fills more than a line', () => {
    const issuer = '新疆维吾尔自治区博尔塔拉蒙古自治州精河县人民法院（大河沿子人民法庭）';
    for (const sealed of [true, false]) {
      const [page] = compose([text('正文'), { kind: 'signature', issuer, date: '2026年11月21日', sealed }]);
      const items = textItems(page?.items ?? []);
      for (const item of items) {
        expect(item.x).toBeGreaterThanOrEqual(AREA.left - 0.1);
        expect(rightEdge(item, metrics)).toBeLessThanOrEqual(AREA.right + 0.1);
      }
      expect(page && pageLines(page).slice(-3).join('')).toBe(`${issuer}2026年11月21日`);
    }
  });

  test('sets a name too long for its line below itself: nothing is lost, no role is printed over', () => {
    const name = '阿卜杜热西提·买买提艾力·吐尔逊江·阿布都克里木·尼亚孜·艾合买提';
    for (const role of ['审判员', '国家安全生产综合执法监督员代表']) {
      const signatories = [{ role, name }, { role: '书记员' }];
      const [page] = compose([text('正文'), { kind: 'signature', signatories, date: '2026年11月21日', sealed: true }]);
      const items = textItems(page?.items ?? []);
      const all = items.map((item) => item.text).join('');
      for (const character of role + name) expect(all).toContain(character);
      expect(all.length).toBe(`正文${role}${name}书记员2026年11月21日`.length);
      for (const item of items) {
        expect(rightEdge(item, metrics)).toBeLessThanOrEqual(AREA.right + 1);
        const behind = items.filter((other) => other.baseline === item.baseline && other.x > item.x);
        for (const other of behind) expect(rightEdge(item, metrics)).toBeLessThan(other.x + 1);
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

test('a ruling of three pages never leaves the type area, hanging marks aside', () => {
  const pages = composePages(RULING, { metrics, qrMatrix });
  expect(pages).toHaveLength(3);
  for (const item of pages.flatMap((page) => textItems(page.items))) {
    expect(item.x).toBeGreaterThanOrEqual(AREA.left - 0.1);
    expect(rightEdge(item, metrics)).toBeLessThanOrEqual(AREA.right + CELL_PT + 0.1);
  }
});
