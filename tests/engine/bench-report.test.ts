import { makeFacts, makeRuling } from '../../bench/content';
import { lineChart, roundUp } from '../../bench/report/chart';
import { number, table } from '../../bench/report/table';
import { findFacts } from '../../src/match';
import { printedText } from '../../src/model';

describe('report of the benchmark', () => {
  it('draws every point of a chart inside its frame', () => {
    const points = [
      { x: 1, y: 4 },
      { x: 8, y: 9 },
      { x: 64, y: 2 },
    ];
    const svg = lineChart({
      title: 'a < b',
      xLabel: 'x',
      yLabel: 'y',
      series: [{ label: 'one', points }],
      isLogX: true,
    });
    const marks = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].map((mark) => [
      Number(mark[1]),
      Number(mark[2]),
    ]);
    expect(marks).toHaveLength(3);
    for (const [x = -1, y = -1] of marks) {
      expect(x >= 64 && x <= 624).toBe(true);
      expect(y >= 48 && y <= 288).toBe(true);
    }
    // 1, 8 and 64 are equally far apart on a doubling axis.
    expect((marks[1]?.[0] ?? 0) - (marks[0]?.[0] ?? 0)).toBeCloseTo((marks[2]?.[0] ?? 0) - (marks[1]?.[0] ?? 0), 0);
    expect(svg).toContain('a &#60; b');
  });

  it('ends an axis at or just above the largest value', () => {
    expect([0.7, 1, 1.2, 3.1, 48, 99, 101].map(roundUp)).toEqual(
      [0.75, 1, 1.5, 4, 50, 100, 150].map((value) => expect.closeTo(value)),
    );
  });

  it('prints numbers with two or three digits that count', () => {
    expect([1234.5, 12.345, 1.2345, 0.012345, Number.NaN].map(number)).toEqual(['1235', '12.3', '1.23', '0.012', '–']);
  });

  it('aligns columns of numbers to the right', () => {
    expect(table(['engine', 'ms'], [['one', '1.5 (1–2)']])).toBe(
      '| engine | ms |\n| --- | ---: |\n| one | 1.5 (1–2) |',
    );
  });
});

describe('documents of the benchmark', () => {
  it('makes the same document for the same number, and no two alike', () => {
    expect(makeRuling(7)).toEqual(makeRuling(7));
    const texts = Array.from({ length: 300 }, (_, index) => printedText(makeRuling(index)));
    expect(new Set(texts).size).toBe(300);
  });

  it('searches each for thirty facts, none of which it states', () => {
    for (const index of [0, 1, 50_000]) {
      const facts = makeFacts(index);
      expect(facts).toHaveLength(30);
      expect(findFacts(printedText(makeRuling(index)), facts)).toEqual([]);
    }
  });
});
