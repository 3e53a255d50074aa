import fc from 'fast-check';
import type { FontMetrics } from '../../src/layout/compose/font-metrics';
import { AREA, STYLES } from '../../src/layout/compose/styles';
import { setText } from '../../src/layout/compose/text-lines';
import { openFonts } from '../../src/layout/fonts';
import { CELL_PT } from '../../src/layout/page';
import { prose, setBody, textsOf } from '../support/body-lines';
import { rightEdge, textItems } from '../support/layout-read';

let metrics: FontMetrics;
beforeAll(async () => {
  metrics = await openFonts('fonts');
});

function setLines(text: string, cells = 28, indent = 2) {
  return setBody([{ kind: 'text', text }], metrics, { cells, indent });
}

function lines(text: string): string[] {
  return textsOf(setLines(text));
}

/** Extra advance of every Han character before the next one on its line, in em; the last line is left out. */
function stretches(text: string, cells = 28, indent = 2): number[] {
  const own = CELL_PT - STYLES.body.size;
  return setLines(text, cells, indent)
    .slice(0, -1)
    .map((items) => {
      const runs = textItems(items).filter((item) => item.face === 'fang' && [...item.text].length > 2);
      return Math.max(...runs.map(({ spacing }) => (spacing - own) / STYLES.body.size));
    });
}

describe('between Chinese and digits', () => {
  const starts = (text: string) => textItems(setLines(text, 28, 0)[0] ?? []);
  const gapAfter = (text: string, index: number) => {
    const items = starts(text);
    const [first, second] = [items[index], items[index + 1]];
    if (first === undefined || second === undefined) throw new Error('no two runs');
    return (second.x - rightEdge(first, metrics)) / STYLES.body.size;
  };

  test.each(['本院于2026年', '编号A12号', '自2日起'])('stands a quarter of an em: %s', (text) => {
    expect(gapAfter(text, 0)).toBeCloseTo(0.25, 1);
    expect(gapAfter(text, 1)).toBeCloseTo(0.25, 1);
  });

  test.each(['第，12', '（2026）某', '“1286”元', '计￥12'])('stands nothing beside a mark: %s', (text) => {
    expect(gapAfter(text, 0)).toBeLessThan(0.01);
  });

  test('stands less on a full line, but no less than a fifth of an em', () => {
    // Among numbers of one to eight digits there is one whose line is a little too long with gaps of a quarter.
    const all = ['1', '12', '123', '1234', '12345', '123456', '1234567', '12345678'].map(
      (digits) => `${'法'.repeat(8)}${digits}${'法'.repeat(40)}`,
    );
    const gaps = all.map((line) => gapAfter(line, 0)).filter((gap) => gap < 0.245);
    expect(gaps.length).toBeGreaterThan(0);
    for (const gap of gaps) expect(gap).toBeGreaterThan(0.2);
  });

  test('no gap is left at the end of a line', () => {
    const [first = []] = setLines(`${'法'.repeat(28)}12`, 28, 0);
    const last = textItems(first).at(-1);
    expect(last && rightEdge(last, metrics)).toBeCloseTo(AREA.right, 0);
  });

  test('is no part of the rule under a value', () => {
    const box = {
      style: STYLES.body,
      metrics,
      x: AREA.left,
      width: AREA.width,
      align: 'left' as const,
      mayHang: false,
    };
    const rule = (after: string) =>
      setText(
        [
          { kind: 'filled', text: '甲乙' },
          { kind: 'text', text: after },
        ],
        box,
      )[0]?.find(({ kind }) => kind === 'rule');
    expect(rule('12日')).toEqual(rule('丙日'));
  });
});

describe('before a date that stays whole', () => {
  const sentence = (before: number) => `${'法'.repeat(26 + 28 * 2 + before)}于2026年11月21日立案，${'法'.repeat(20)}`;

  test('the white is shared with the lines above it, and no line is pulled apart', () => {
    for (let before = 19; before <= 26; before += 1) {
      const text = sentence(before);
      const set = lines(text);
      expect(set.join('')).toBe(text);
      expect(set.filter((line) => line.includes('2026年11月21日'))).toHaveLength(1);
      expect(Math.max(...stretches(text))).toBeLessThan(0.1);
    }
  });

  test('the lines remain as many, and what follows stands where it stood', () => {
    const left = (text: string) => textsOf(setBody([{ kind: 'text', text }], metrics, { align: 'left' }));
    for (let before = 19; before <= 26; before += 1) {
      const [shared, first] = [lines(sentence(before)), left(sentence(before))];
      expect(shared).toHaveLength(first.length);
      expect(shared.slice(4)).toEqual(first.slice(4));
    }
  });

  test('a narrow column keeps its words together, and its hole', () => {
    const cell = { style: STYLES.cell, metrics, x: 0, width: 96, align: 'justify' as const, mayHang: false };
    const set = setText([{ kind: 'text', text: '被申请人已经搬离于2026年5月1日' }], cell);
    expect(textsOf(set).slice(0, 2)).toEqual(['被申请人已经搬离', '于']);
  });

  test('marks are squeezed when that makes room for it', () => {
    // Three marks can give up three quarters of a cell; the date wants half a cell more than is left.
    const before = `法，法，法，${'法'.repeat(13)}`;
    const room = Array.from({ length: 4 }, (_, more) => lines(`${before}${'法'.repeat(more)}2026年1月1日立案后审查`));
    const ends = room.map(([first = '']) => first.endsWith('日'));
    expect(ends).toContain(true);
    expect(room.every((set) => set.some((line) => line.includes('2026年1月1日')))).toBe(true);
  });

  test('the gaps before and after digits are given up when nothing else keeps it from leaving a hole', () => {
    const start = '一案，本院于2026年4月15日作出（2026）渝0103民保令16号';
    const [first = [], ...rest] = setLines(`${start}民事裁定${'法'.repeat(30)}`, 28, 0);
    const items = textItems(first);
    expect(items.map(({ text }) => text).join('')).toBe(start);
    expect(rest.length).toBeGreaterThan(0);
    const last = items.at(-1);
    expect(last && rightEdge(last, metrics)).toBeCloseTo(AREA.right, 0);
    items.slice(1).forEach((item, index) => {
      const before = items[index];
      const isMark = /[，（）]/u.test(`${before?.text.at(-1)}${item.text[0]}`);
      if (before !== undefined && !isMark) expect(item.x - rightEdge(before, metrics)).toBeGreaterThan(-0.01);
    });
  });

  test('a first line that nothing can fill is left ragged, and no line is stretched by more than a fifth of an em', () => {
    const text = `被申请人${'法'.repeat(14)}，（2026）渝0103民保令16号裁定${'法'.repeat(20)}`;
    expect(lines(text)[1]).toMatch(/^（2026）/);
    expect(stretches(text)[0]).toBeCloseTo(0, 5);
    fc.assert(
      fc.property(prose, (any) => {
        for (const stretch of stretches(any)) expect(stretch).toBeLessThan(0.201);
      }),
      { numRuns: 100, seed: 20261121 },
    );
  });
});

test('sharing white never costs a line, whatever the text', () => {
  const count = (text: string, align: 'justify' | 'left') =>
    setBody([{ kind: 'text', text }], metrics, { cells: 20, indent: 0, align }).length;
  fc.assert(
    fc.property(prose, (text) => {
      expect(count(text, 'justify')).toBeLessThanOrEqual(count(text, 'left'));
    }),
    { numRuns: 200, seed: 20261122 },
  );
});
