import path from 'node:path';
import { openWorkers } from '../../src/workers';
import type { FinishJob } from '../../src/workers/work';
import { SECOND_MS } from '../support/slow-worker';

const SUPPORT = path.join(__dirname, '..', 'support');
const JOB: FinishJob = {
  model: { title: '裁定书', pageNumbers: true, blocks: [] },
  ...{ issuedAt: new Date(0), format: 'pdf', forbidden: [], allowed: [] },
};

/** Less than the three papers take together, and far more than one takes on a busy machine. */
const LIMIT_MS = 2.5 * SECOND_MS;

test('the time limit counts what a thread works, not how long the work waited for the thread', async () => {
  const events: string[] = [];
  const workers = await openWorkers({
    program: {
      file: path.join(SUPPORT, 'slow-worker.ts'),
      execArgv: ['-r', path.join(SUPPORT, 'typescript-hook.cjs')],
    },
    fonts: { fontsDir: '' },
    ...{ threads: 1, processors: 2, queueLimit: 10, timeLimitMs: LIMIT_MS },
  });
  workers.listen((event) => void events.push(event));
  const order = { lane: 'interactive' as const };
  const began = performance.now();
  const papers = [1, 2, 3].map(() => workers.takeTurn(order, () => workers.finish(JOB, order)));
  const finished = await Promise.all(papers);
  expect(finished.map(({ kind }) => kind)).toEqual(Array(3).fill('missing-glyphs'));
  expect(performance.now() - began).toBeGreaterThan(LIMIT_MS);
  expect(events).toEqual([]);
  await workers.close();
});
