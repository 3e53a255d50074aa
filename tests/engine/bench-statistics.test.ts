import fc from 'fast-check';
import { fitGrowth, fitLine, isWarm, median, percentile, quarters, spread } from '../../bench/measure/statistics';
import { ratiosByRound } from '../../bench/run/compare';

const finite = fc.double({ min: 0.001, max: 1e6, noNaN: true });

describe('numbers of the benchmark', () => {
  it('takes percentiles between the nearest ranks, whatever the order', () => {
    expect(percentile([40, 10, 30, 20], 0.5)).toBe(25);
    expect(percentile([10, 20, 30, 40, 50], 0.9)).toBeCloseTo(46);
    expect(percentile([7], 0.99)).toBe(7);
    expect(median([])).toBeNaN();
  });

  it('keeps the median between the 10th and the 90th percentile, and all of them among the values', () => {
    fc.assert(
      fc.property(fc.array(finite, { minLength: 1, maxLength: 50 }), (values) => {
        const { median: middle, p10, p90 } = spread(values);
        expect(p10).toBeLessThanOrEqual(middle);
        expect(middle).toBeLessThanOrEqual(p90);
        expect(p10).toBeGreaterThanOrEqual(Math.min(...values));
        expect(p90).toBeLessThanOrEqual(Math.max(...values));
      }),
    );
  });

  it('finds the line that points were made of', () => {
    const { intercept, slope, r2 } = fitLine([1, 2, 5, 9].map((x) => ({ x, y: 3 + 0.5 * x })));
    expect(intercept).toBeCloseTo(3);
    expect(slope).toBeCloseTo(0.5);
    expect(r2).toBeCloseTo(1);
  });

  const sizes = [1, 2, 5, 10, 20, 30, 40, 50];

  it('calls a fixed cost with a linear one linear, and a root better', () => {
    expect(fitGrowth(sizes.map((x) => ({ x, y: 5 + 2 * x }))).isLinearOrBetter).toBe(true);
    expect(fitGrowth(sizes.map((x) => ({ x, y: Math.sqrt(x) }))).isLinearOrBetter).toBe(true);
  });

  it('finds a quadratic cost, also under a fixed one', () => {
    const { exponent, isLinearOrBetter } = fitGrowth(sizes.map((x) => ({ x, y: 20 + x * x })));
    expect(isLinearOrBetter).toBe(false);
    expect(exponent).toBeGreaterThan(1.7);
  });

  it('cuts a run into four parts without losing a value', () => {
    expect(quarters([1, 2, 3, 4, 5, 6, 7, 8])).toEqual([
      [1, 2],
      [3, 4],
      [5, 6],
      [7, 8],
    ]);
    fc.assert(fc.property(fc.array(fc.nat()), (values) => expect(quarters(values).flat()).toEqual(values)));
  });

  it('calls an engine warm only when its newest lot took no less than the one before', () => {
    expect(isWarm([9])).toBe(false);
    expect(isWarm([20, 10])).toBe(false);
    expect(isWarm([20, 10, 10])).toBe(true);
  });

  it('divides times of the same round, so that a slow round of the machine cancels out', () => {
    const ours = { id: 'ours', rounds: [[1], [10], [2]], cpu: [1, 10, 2], bytes: 0 };
    const peer = { id: 'peer', rounds: [[2], [20], [4]], cpu: [4, 40, 8], bytes: 0 };
    expect(ratiosByRound(ours, peer)).toEqual([0.5, 0.5, 0.5]);
    expect(ratiosByRound(ours, peer, 'cpu')).toEqual([0.25, 0.25, 0.25]);
  });
});
