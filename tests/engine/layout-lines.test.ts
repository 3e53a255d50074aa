import fc from 'fast-check';
import type { FontMetrics } from '../../src/layout/compose/font-metrics';
import { SQUEEZE } from '../../src/layout/compose/squeeze';
import { AREA, STYLES } from '../../src/layout/compose/styles';
import { setText, type TextBox } from '../../src/layout/compose/text-lines';
import { openFonts } from '../../src/layout/fonts';
import { CELL_PT } from '../../src/layout/page';
import type { Inline } from '../../src/model';
import { han, piece, prose, setBody, textsOf } from '../support/body-lines';
import { rightEdge, textItems, withoutSpace } from '../support/layout-read';

let metrics: FontMetrics;
beforeAll(async () => {
  metrics = await openFonts('fonts');
});

function setContent(content: Inline[], cells = 28, indent = 2) {
  return setBody(content, metrics, { cells, indent });
}

function setLines(text: string, cells = 28, indent = 2) {
  return setContent([{ kind: 'text', text }], cells, indent);
}

/** The body's measure, in which nothing hangs. */
function box(): TextBox {
  return { style: STYLES.body, metrics, x: AREA.left, width: AREA.width, align: 'justify', mayHang: false };
}

function lines(text: string, cells?: number, indent?: number): string[] {
  return textsOf(setLines(text, cells, indent));
}

const NO_START = /^[，。、；：？！）》〉」』】〕”’…·～]/u;
const NO_END = /[（《〈「『【〔“‘]$/u;

test('sets 28 characters to a full line and indents the first by two', () => {
  expect(lines('法'.repeat(70)).map((line) => line.length)).toEqual([26, 28, 16]);
});

test('lets a pausing mark hang rather than start a line with it', () => {
  expect(lines(`${'法'.repeat(26)}，后文`)).toEqual([`${'法'.repeat(26)}，`, '后文']);
});

test('takes the character before along when a closing mark can neither hang nor be squeezed in', () => {
  expect(lines(`${'法'.repeat(26)}》后文`)).toEqual(['法'.repeat(25), '法》后文']);
});

test('squeezes marks of the line to keep a closing mark on it', () => {
  const text = `（法），（法），${'法'.repeat(18)}》后文`;
  expect(lines(text)).toEqual([text.slice(0, -2), '后文']);
  const [first = []] = setLines(text);
  const last = textItems(first).at(-1);
  // The edge of the type area runs through the blank half of the last mark.
  expect(last && rightEdge(last, metrics) - AREA.right).toBeLessThan(CELL_PT * SQUEEZE);
});

test.each(['。”', '》）', '》”'])('sets %s, which end a line, in one cell where it has no room for two', (pair) => {
  const text = `${'法'.repeat(25)}${pair}后文`;
  expect(lines(text)).toEqual([text.slice(0, -2), '后文']);
  const [first = []] = setLines(text);
  const last = textItems(first).at(-1);
  expect(last).toMatchObject({ text: pair, half: true });
  expect(last && rightEdge(last, metrics)).toBeCloseTo(AREA.right, 1);
});

test('sets two marks in one cell where none may hang', () => {
  const [first = []] = setText([{ kind: 'text', text: `${'法'.repeat(27)}）。后文` }], box());
  expect(textItems(first).map(({ text, half }) => [text, half])).toEqual([
    ['法'.repeat(27), false],
    ['）。', true],
  ]);
});

test('gives two marks a cell each where there is room', () => {
  const text = `${'法'.repeat(24)}。”`;
  const [first = []] = setLines(`${text}后文`);
  expect(textItems(first)).toMatchObject([{ text, half: false }]);
});

test('never ends a line with an opening mark', () => {
  expect(lines(`${'法'.repeat(25)}《反家庭暴力法》`)).toEqual(['法'.repeat(25), '《反家庭暴力法》']);
});

test('keeps ellipses and dashes whole', () => {
  expect(lines(`${'法'.repeat(25)}——后文`)).toEqual(['法'.repeat(25), '——后文']);
  expect(lines(`${'法'.repeat(25)}……后文`)).toEqual(['法'.repeat(24), '法……后文']);
});

test.each(['—', '–', '－', '～', '/', '／'])('never starts a line with %s, which connects or divides', (mark) => {
  for (let before = 20; before <= 26; before += 1) {
    const set = lines(`${'法'.repeat(before)}${mark}后文`);
    expect(set.filter((line) => line.startsWith(mark))).toEqual([]);
  }
});

test.each(['/', '／'])('never ends a line with %s between Chinese characters, but may within an address', (mark) => {
  expect(lines(`${'法'.repeat(25)}${mark}后文`)).toEqual(['法'.repeat(24), `法${mark}后文`]);
  expect(lines(`https://${'a'.repeat(40)}/${'b'.repeat(40)}`, 28, 0).length).toBeLessThanOrEqual(3);
});

test('breaks an address wider than a line behind its marks, and begins it on the line where it stands', () => {
  const address = 'https://www.example.gov.cn/anshu/verify?number=AS-2026-000001&signature=0123456789abcdef';
  const set = lines(`${'法'.repeat(10)}${address}后文`);
  expect(set.join('')).toBe(`${'法'.repeat(10)}${address}后文`);
  expect(set[0]).toMatch(/法https.*[/.?&=-]$/);
  for (const line of set.slice(0, -1)) expect(line).toMatch(/[/.?&=-]$/);
  for (const line of set) expect(line).not.toMatch(/^[/.?&=-]/);
});

test.each(['㎡', '㎏', '㎝', '㎞'])('keeps %s with its number', (unit) => {
  expect(lines(`${'法'.repeat(24)}3.5${unit}后文`)).toEqual(['法'.repeat(24), `3.5${unit}后文`]);
});

test('takes the last letter of a word wider than a line along with the mark behind it', () => {
  for (let cells = 8; cells <= 14; cells += 1) {
    const set = lines(`${'ab'.repeat(40)}；后文`, cells, 0);
    expect(set.filter((line) => line.startsWith('；'))).toEqual([]);
    expect(set.join('')).toBe(`${'ab'.repeat(40)}；后文`);
  }
});

test.each([
  '（2026）渝0103民保令1号',
  '〔2026〕12号',
  '500103198911021234',
  '500103********1234',
  '023-6377****',
  '2026年11月21日',
  '21时30分',
  '二〇二六年十一月二十一日',
  '￥1,286.50元',
  '3.5万元',
  '72小时',
])('keeps %s on one line', (piece) => {
  for (let before = 14; before <= 26; before += 1) {
    const set = lines(`${'法'.repeat(before)}${piece}后文`);
    expect(set.filter((line) => line.includes(piece))).toHaveLength(1);
  }
});

test('breaks a piece that no line can hold, and loses nothing of it', () => {
  const piece = 'a1'.repeat(60);
  const set = lines(`编号${piece}止`, 10, 0);
  expect(set.length).toBeGreaterThan(5);
  expect(set.join('')).toBe(`编号${piece}止`);
});

test('parts no number from its unit where a date is wider than its line', () => {
  const units = ['2026年', '10月', '13日', '15时', '30分'];
  for (let cells = 5; cells <= 9; cells += 1) {
    const set = lines(units.join(''), cells, 0);
    expect(set.length).toBeGreaterThan(1);
    for (const unit of units) expect(set.filter((line) => line.includes(unit))).toHaveLength(1);
  }
});

test('keeps surrogate pairs and variation selectors with their base', () => {
  const set = lines('𠅤葛\u{e0100}'.repeat(20), 7, 0);
  expect(set.every((line) => line === '𠅤葛𠅤葛𠅤葛𠅤' || line === '葛𠅤葛𠅤葛𠅤葛' || [...line].length < 7)).toBe(
    true,
  );
  expect(set.join('')).toBe('𠅤葛'.repeat(20));
});

test('keeps full-width blanks at the start of a line', () => {
  expect(lines('　　　　年　　月　　日', 28, 0)).toEqual(['　　　　年　　月　　日']);
});

test('starts a new line at a line feed, and does not stretch the line before it', () => {
  expect(lines('甲\n乙\r\n丙', 28, 0)).toEqual(['甲', '乙', '丙']);
  const [first = []] = setLines('甲乙\n丙');
  expect(textItems(first)[0]?.spacing).toBeCloseTo(CELL_PT - STYLES.body.size, 5);
});

test('draws the rule of a filled value under its blanks too', () => {
  const [items = []] = setText([{ kind: 'filled', text: '甲　　' }], { ...box(), align: 'left' });
  const rule = items.find((item) => item.kind === 'rule');
  expect(rule && rule.x2 - rule.x1).toBeCloseTo(3 * CELL_PT, 3);
});

test('breaks a ruling where a typesetter would', () => {
  const text =
    '申请人李明霞与被申请人阿卜杜热西提·买买提艾力于2019年5月20日登记结婚。2026年11月18日21时30分许，被申请人酒后持木棍殴打申请人，致其左前臂挫伤，经诊断为“左前臂软组织损伤（轻微伤）”，支出医疗费￥1,286.50元。证人䶮㛃、𠅤喆堃到庭作证。';
  expect(lines(text)).toMatchInlineSnapshot(`
[
  "申请人李明霞与被申请人阿卜杜热西提·买买提艾力于",
  "2019年5月20日登记结婚。2026年11月18日21时30分许，",
  "被申请人酒后持木棍殴打申请人，致其左前臂挫伤，经诊断为",
  "“左前臂软组织损伤（轻微伤）”，支出医疗费￥1,286.50元。",
  "证人䶮㛃、𠅤喆堃到庭作证。",
]
`);
});

/** A pausing mark may hang; of a squeezed closing mark only its blank half stands outside. */
function allowance(line: string): number {
  if (/[，。、；：]$/u.test(line)) return CELL_PT;
  return /[》）”]$/u.test(line) ? CELL_PT * SQUEEZE : 0;
}

test('whatever the text: nothing lost, no mark in the wrong place, nothing outside but one hanging mark', () => {
  fc.assert(
    fc.property(prose, fc.integer({ min: 12, max: 28 }), (text, cells) => {
      const set = setLines(text, cells);
      const strings = set.map((items) =>
        textItems(items)
          .map((item) => item.text)
          .join(''),
      );
      expect(withoutSpace(strings.join(''))).toBe(withoutSpace(text));
      expect(strings.slice(1).filter((line) => NO_START.test(line))).toEqual([]);
      expect(strings.slice(0, -1).filter((line) => NO_END.test(line))).toEqual([]);
      set.forEach((items, index) => {
        const last = textItems(items).at(-1);
        const edge = last === undefined ? 0 : rightEdge(last, metrics);
        expect(edge).toBeLessThanOrEqual(AREA.left + cells * CELL_PT + allowance(strings[index] ?? '') + 0.05);
      });
    }),
    { numRuns: 300, seed: 20261121 },
  );
});

test('text, values and blanks in any order: nothing lost, no mark at the start of a line, nothing outside', () => {
  const inline = fc.oneof(
    { weight: 4, arbitrary: piece.map((text): Inline => ({ kind: 'text', text })) },
    { weight: 1, arbitrary: han.map((text): Inline => ({ kind: 'text', text, face: 'kai' })) },
    { weight: 2, arbitrary: piece.map((text): Inline => ({ kind: 'filled', text })) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 8 }).map((cells): Inline => ({ kind: 'blank', cells })) },
  );
  fc.assert(
    fc.property(fc.array(inline, { minLength: 1, maxLength: 30 }), (pieces) => {
      const content: Inline[] = [{ kind: 'text', text: '申请人' }, ...pieces, { kind: 'text', text: '止' }];
      const set = setContent(content);
      const strings = set.map((items) => textItems(items).map(({ text }) => text)).map((texts) => texts.join(''));
      const written = content.map((one) => (one.kind === 'blank' ? '' : one.text)).join('');
      expect(withoutSpace(strings.join(''))).toBe(withoutSpace(written));
      for (const items of set.slice(1)) {
        const [first] = textItems(items);
        // Text further to the right stands behind a blank.
        if (first !== undefined && first.x < AREA.left + 1) expect(first.text).not.toMatch(NO_START);
      }
      for (const item of set.flat()) {
        const edge = item.kind === 'text' ? rightEdge(item, metrics) : item.kind === 'rule' ? item.x2 : 0;
        expect(edge).toBeLessThanOrEqual(AREA.left + 29 * CELL_PT + 0.05);
      }
    }),
    { numRuns: 150, seed: 20261121 },
  );
});

test('the same text always gives the same lines', () => {
  fc.assert(
    fc.property(prose, (text) => {
      expect(setLines(text)).toEqual(setLines(text));
    }),
    { numRuns: 30, seed: 20261121 },
  );
});
