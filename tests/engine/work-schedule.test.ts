import { laneOf } from '../../src/http/order';
import { createSchedule } from '../../src/workers/schedule';
import type { Lane } from '../../src/workers/work';

type Limits = { slots?: number; waiting?: number; checks?: number };

/** A schedule whose work ends when the test says so; `began` tells the order. */
function open({ slots = 1, waiting = 100, checks = 1 }: Limits = {}) {
  const events: string[] = [];
  const began: string[] = [];
  const ends = new Map<string, () => void>();
  const schedule = createSchedule({
    slots,
    report: (event) => void events.push(event),
    lanes: {
      interactive: { rank: 0, waiting, running: slots, retryAfterSeconds: 1 },
      batch: { rank: 1, waiting, running: slots, retryAfterSeconds: 5 },
      check: { rank: 1, waiting, running: checks, retryAfterSeconds: 5 },
    },
  });
  const ask = (name: string, lane: Lane, signal?: AbortSignal) =>
    schedule.takeTurn({ lane, ...(signal === undefined ? {} : { signal }) }, () => {
      began.push(name);
      return new Promise<void>((resolve) => ends.set(name, resolve));
    });
  /** Ends work one after the other until nothing is left. */
  const runOut = async () => {
    await new Promise(setImmediate);
    for (let index = 0; index < began.length; index += 1) {
      ends.get(began[index] ?? '')?.();
      await new Promise(setImmediate);
    }
  };
  return { schedule, ask, began, runOut, events };
}

test('one who waits on a screen comes before a batch that came earlier, and the batch keeps its order', async () => {
  const { ask, began, runOut } = open();
  const batch = Array.from({ length: 50 }, (_, index) => ask(`batch ${index}`, 'batch'));
  const person = ask('person', 'interactive');
  await runOut();
  await Promise.all([...batch, person]);
  expect(began).toEqual(['batch 0', 'person', ...Array.from({ length: 49 }, (_, index) => `batch ${index + 1}`)]);
});

test('batches and checks share by order of arrival, so that neither waits for the end of the other', async () => {
  const { ask, began, runOut } = open();
  const all = [
    ...[ask('batch 1', 'batch'), ask('check 1', 'check')],
    ...[ask('batch 2', 'batch'), ask('check 2', 'check')],
  ];
  await runOut();
  await Promise.all(all);
  expect(began).toEqual(['batch 1', 'check 1', 'batch 2', 'check 2']);
});

test('checks never take the last thread', async () => {
  const { ask, began, runOut, schedule } = open({ slots: 3, checks: 2 });
  const checks = ['check 1', 'check 2', 'check 3'].map((name) => ask(name, 'check'));
  const person = ask('person', 'interactive');
  await new Promise(setImmediate);
  expect(began).toEqual(['check 1', 'check 2', 'person']);
  expect(schedule.state()).toEqual({ running: 3, waiting: { interactive: 0, batch: 0, check: 1 } });
  await runOut();
  await Promise.all([...checks, person]);
});

test('a full lane refuses with the seconds to wait, and leaves room in the others', async () => {
  const { ask, events, runOut } = open({ waiting: 2 });
  const taken = ['one', 'two', 'three'].map((name) => ask(name, 'batch'));
  await expect(ask('four', 'batch')).rejects.toMatchObject({ code: 'BUSY', headers: { 'Retry-After': '5' } });
  const person = ask('person', 'interactive');
  expect(events).toEqual(['refused']);
  await runOut();
  await Promise.all([...taken, person]);
});

test('one whose client leaves is dropped before anything of it begins', async () => {
  const { ask, began, runOut } = open();
  const first = ask('first', 'interactive');
  const gone = new AbortController();
  const dropped = ask('dropped', 'interactive', gone.signal);
  const last = ask('last', 'interactive');
  gone.abort();
  await expect(dropped).rejects.toMatchObject({ code: 'REQUEST_CANCELLED' });
  await expect(ask('late', 'interactive', gone.signal)).rejects.toMatchObject({ code: 'REQUEST_CANCELLED' });
  await runOut();
  await Promise.all([first, last]);
  expect(began).toEqual(['first', 'last']);
});

test('work that fails gives its place to the next', async () => {
  const { schedule } = open();
  const order = { lane: 'interactive' as const };
  const failing = schedule.takeTurn(order, () => Promise.reject(new Error('broken')));
  const next = schedule.takeTurn(order, () => Promise.resolve('done'));
  await expect(failing).rejects.toThrow('broken');
  await expect(next).resolves.toBe('done');
});

test('it is idle only when nothing runs and nothing waits', async () => {
  const { ask, schedule, runOut } = open();
  const work = [ask('one', 'interactive'), ask('two', 'batch')];
  let isIdle = false;
  const idle = schedule.idle().then(() => {
    isIdle = true;
  });
  await new Promise(setImmediate);
  expect(isIdle).toBe(false);
  await runOut();
  await Promise.all([...work, idle]);
  expect(isIdle).toBe(true);
});

test.each<[string | undefined, Lane]>([
  [undefined, 'interactive'],
  ['', 'interactive'],
  ['u=4, i', 'interactive'],
  ['u=5', 'batch'],
  ['i, u=7', 'batch'],
  ['u=6;x=1,\ti', 'batch'],
  ['u=6, u=1', 'interactive'],
  ['u=9', 'interactive'],
  ['bu=6', 'interactive'],
  ['u=66', 'interactive'],
])('Priority: %s stands in the %s lane (RFC 9218)', (header, lane) => {
  expect(laneOf(header)).toBe(lane);
});
