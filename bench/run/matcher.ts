import { createMatcher } from '../../src/match';
import { makeFacts, runningText } from '../content';
import { median } from '../measure/statistics';
import type { Settings } from './settings';

/** Times in ms for thirty facts: to prepare the search for them, and to search a text of so many characters. */
export type MatcherPoint = { characters: number; prepare: number; search: number };

const SIZES = [1_000, 10_000, 33_000, 100_000, 1_000_000];

/**
 * The search alone, in this process. A Chinese character takes three bytes in UTF-8: 33,000 are a narrative of 100 kB.
 * The text states none of the facts, as nearly every text that is searched.
 */
export function measureMatcher({ growthRuns }: Settings): MatcherPoint[] {
  return SIZES.map((characters) => {
    const text = runningText(characters, 0);
    const [prepare, search]: [number[], number[]] = [[], []];
    for (let run = 0; run < 2 * growthRuns; run += 1) {
      const facts = makeFacts(run);
      prepare.push(timeOf(() => createMatcher(facts)));
      const matcher = createMatcher(facts);
      search.push(timeOf(() => matcher.find(text)));
    }
    return { characters, prepare: median(prepare.slice(growthRuns)), search: median(search.slice(growthRuns)) };
  });
}

function timeOf(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
