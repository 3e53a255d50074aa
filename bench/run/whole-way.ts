import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { withSamples } from '../../scripts/samples/open-samples';
import { assertNoLeak, readFile } from '../../src/leak-check';
import { createMatcher } from '../../src/match';
import { prepareCopy, readRequest, renderCopy } from '../../src/pipeline';
import { standsOut } from '../../src/privacy';
import { median } from '../measure/statistics';
import type { Settings } from './settings';

/** Median ms for one paper: from its case to the proved file, and the part of it that reads the file back and searches it. */
export type WholeWay = { paper: string; kB: number; fromCase: number; byteCheck: number };

/** Samples that are committed: two pages, three and five. */
export const TWO_PAGES = 'follow-up-visit/chongqing.court-file.1';
const PAPERS = [TWO_PAGES, 'warning-letter/chongqing.respondent', 'protection-order/chongqing.respondent'];
const NUMBER = 'AS20261121-00000-BENCH-000';

/**
 * What a caller of the service waits for, but for HTTP and the register, on one thread: the case is checked, what must be
 * withheld is taken out, the text is built, and the file is written and proved.
 */
export function measureWholeWay({ wayRuns }: Settings): Promise<WholeWay[]> {
  return withSamples(resolve('.'), async ({ pipeline }) => {
    const ways: WholeWay[] = [];
    for (const paper of PAPERS) {
      const body: unknown = JSON.parse(readFileSync(join('samples', `${paper}.json`), 'utf8'));
      const times: Pick<WholeWay, 'fromCase' | 'byteCheck'>[] = [];
      let kB = 0;
      for (let run = 0; run < wayRuns.before + wayRuns.counted; run += 1) {
        const request = readRequest(structuredClone(body), { withFormat: true });
        const start = performance.now();
        const copy = prepareCopy(pipeline, request);
        const options = { number: NUMBER, issuedAt: pipeline.clock(), format: request.format };
        const { bytes } = await renderCopy(pipeline, copy, options);
        const made = performance.now();
        // The byte check once more, by itself, with the facts ready: they are made ready once, for the text and for the file.
        const matcher = createMatcher(copy.projection.forbidden.filter(standsOut), copy.projection.allowed);
        const ready = performance.now();
        assertNoLeak(await readFile(bytes, 'pdf'), matcher);
        times.push({ fromCase: made - start, byteCheck: performance.now() - ready });
        kB = bytes.length / 1000;
      }
      const newest = times.slice(wayRuns.before);
      ways.push({
        ...{ paper, kB },
        fromCase: median(newest.map(({ fromCase }) => fromCase)),
        byteCheck: median(newest.map(({ byteCheck }) => byteCheck)),
      });
    }
    return ways;
  });
}
