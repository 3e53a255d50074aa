import type { GrowthSeries } from '../child';
import { fitGrowth, type Growth, median, type Point, spread } from '../measure/statistics';
import type { OpenEngine } from './compare';
import type { Settings } from './settings';

export type GrowthResult = { series: GrowthSeries; id: string; points: Point[]; fit: Growth };
export type ConcurrencyPoint = { concurrency: number; documentsPerSecond: number; p50: number; p90: number };

/** Sizes of each series; the first is also what warms it up. */
export const SIZES: Record<GrowthSeries, { full: number[]; quick: number[] }> = {
  pages: { full: [1, 2, 5, 10, 20, 30, 40, 50], quick: [1, 10, 50] },
  characters: { full: [50, 100, 200, 300, 400, 500, 600], quick: [100, 300, 600] },
  distinct: { full: [50, 100, 250, 500, 1000, 1500, 2000], quick: [100, 500, 2000] },
  rows: { full: [5, 10, 25, 50, 100, 200, 400], quick: [10, 100, 400] },
};
const CONCURRENCY = { full: [1, 2, 4, 8, 16, 32, 64], quick: [1, 64] };

/** Documents behind one time: a small one is over before the clock is worth reading. */
const AT_ONCE = 3;
/** Numbers of documents that no other part uses. */
const FIRST_CONCURRENT = 200_000;

/** Cost over size for one engine, in ms per document; sizes in turn, so that a slow minute does not bend the curve. */
export async function measureGrowth(
  { engine, process }: OpenEngine,
  { series, settings }: { series: GrowthSeries; settings: Settings },
): Promise<GrowthResult> {
  const sizes = settings.isQuick ? SIZES[series].quick : SIZES[series].full;
  const times = new Map<number, number[]>(sizes.map((size) => [size, []]));
  // No document is made twice: an engine that remembers its last ones would show how fast it remembers.
  let from = 0;
  const make = async (size: number): Promise<number> => {
    const { wallMs } = await process.ask({ kind: 'grow', series, size, from, count: AT_ONCE });
    from += AT_ONCE;
    return median(wallMs);
  };
  for (const size of sizes) await make(size);
  for (let run = 0; run < settings.growthRuns; run += 1) {
    for (const size of sizes) {
      times.get(size)?.push(await make(size));
    }
  }
  const points = sizes.map((size) => ({ x: size, y: median(times.get(size) ?? []) }));
  return { series, id: engine.id, points, fit: fitGrowth(points) };
}

/** The same amount of documents with 1 to 64 of them on the way at any time, in one process. */
export async function measureConcurrency({ process }: OpenEngine, settings: Settings): Promise<ConcurrencyPoint[]> {
  const points: ConcurrencyPoint[] = [];
  for (const concurrency of settings.isQuick ? CONCURRENCY.quick : CONCURRENCY.full) {
    const count = settings.concurrentCount;
    const { wallMs, totalMs } = await process.ask({
      kind: 'concurrent',
      concurrency,
      from: FIRST_CONCURRENT + points.length * count,
      count,
    });
    const { median: p50, p90 } = spread(wallMs);
    points.push({ concurrency, documentsPerSecond: (count * 1000) / totalMs, p50, p90 });
  }
  return points;
}
