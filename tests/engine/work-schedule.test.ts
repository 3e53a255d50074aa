import { laneOf } from '../../src/http/order';
import { createSchedule } from '../../src/workers/schedule';
import type { Lane } from '../../src/workers/work';

type Limits = { threads?: number; ahead?: number; waiting?: number; checks?: number };

/** A schedule whose work ends when the test says so. */
function open({ threads = 1, ahead = 1, waiting = 100, checks = 1 }: Limits = {}) {
  const events: string[] = [];
  const begun: string[] = [];
  /** In the order in which they got a thread. */
  const worked: string[] = [];
  const ends = new Map<string, () => void>();
  const running = Number.POSITIVE_INFINITY;
  const schedule = createSchedule({
    threads,
    ahead,
    report: (event) => void events.push(event),
    lanes: {
      interactive: { rank: 0, waiting, running, retryAfterSeconds: 1 },
      batch: { rank: 1, waiting, running, retryAfterSeconds: 5 },
      check: { rank: 1, waiting, running: checks, retryAfterSeconds: 5 },
    },
  });
  const ask = (name: string, lane: Lane, signal?: AbortSignal) => {
    const order = { lane, ...(signal === undefined ? {} : { signal }) };
    return schedule.takeTurn(order, async () => {
      begun.push(name);
      const giveBack = await schedule.takeThread(order);
      worked.push(name);
      await new Promise<void>((resolve) => ends.set(name, resolve));
      giveBack();
    });
  };
  const end = async (name: string) => {
    ends.get(name)?.();
    await settle();
  };
  /** Ends work one after the other until nothing is left. */
  const runOut = async () => {
    await settle();
    for (let index = 0; index < worked.length; index += 1) await end(worked[index] ?? '');
  };
  return { schedule, ask, begun, worked, end, runOut, events };
}

/** Whatever can begin has begun. */
const settle = async () => {
  for (let rounds = 0; rounds < 3; rounds += 1) await new Promise(setImmediate);
};

test('one who waits on a screen comes before a batch that came earlier, and the batch keeps its order', async () => {
  const { ask, worked, runOut } = open();
  const batch = Array.from({ length: 50 }, (_, index) => ask(`batch ${index}`, 'batch'));
  const person = ask('person', 'interactive');
  await runOut();
  await Promise.all([...batch, person]);
  expect(worked).toEqual(['batch 0', 'person', ...Array.from({ length: 49 }, (_, index) => `batch ${index + 1}`)]);
});

test('with one ahead, one request more than threads is begun, so that a free thread finds the next one ready', async () => {
  const { ask, begun, worked, end, runOut } = open({ threads: 2 });
  const all = ['one', 'two', 'three', 'four', 'five'].map((name) => ask(name, 'batch'));
  await settle();
  expect([begun, worked]).toEqual([
    ['one', 'two', 'three'],
    ['one', 'two'],
  ]);
  await end('one');
  expect([begun.slice(3), worked.slice(2)]).toEqual([['four'], ['three']]);
  await runOut();
  await Promise.all(all);
  expect(worked).toEqual(['one', 'two', 'three', 'four', 'five']);
});

test('nothing is begun ahead where the threads fill the machine', async () => {
  const { ask, begun, worked, runOut } = open({ threads: 2, ahead: 0 });
  const all = ['batch 1', 'batch 2', 'batch 3'].map((name) => ask(name, 'batch'));
  await settle();
  all.push(ask('person', 'interactive'));
  await settle();
  expect([begun, worked]).toEqual([
    ['batch 1', 'batch 2'],
    ['batch 1', 'batch 2'],
  ]);
  await runOut();
  await Promise.all(all);
  expect(worked).toEqual(['batch 1', 'batch 2', 'person', 'batch 3']);
});

test('one who waits on a screen is begun at once when a batch only waits for a thread, and gets the thread first', async () => {
  const { ask, begun, worked, end, runOut } = open();
  const all = ['batch 1', 'batch 2', 'batch 3'].map((name) => ask(name, 'batch'));
  await settle();
  all.push(ask('person', 'interactive'), ask('second person', 'interactive'));
  await settle();
  expect(begun).toEqual(['batch 1', 'batch 2', 'person']);
  await end('batch 1');
  expect([begun.slice(3), worked]).toEqual([['second person'], ['batch 1', 'person']]);
  await end('person');
  await end('second person');
  await runOut();
  await Promise.all(all);
  expect(worked).toEqual(['batch 1', 'person', 'second person', 'batch 2', 'batch 3']);
});

test('a finished request is answered before the next one is begun', async () => {
  const { schedule } = open();
  const done: string[] = [];
  const order = { lane: 'interactive' as const };
  const work = (name: string) =>
    schedule.takeTurn(order, async () => {
      done.push(`${name} begun`);
      const giveBack = await schedule.takeThread(order);
      await new Promise(setImmediate);
      giveBack();
    });
  await Promise.all(['1', '2', '3'].map(async (name) => work(name).then(() => done.push(`${name} answered`))));
  expect(done).toEqual(['1 begun', '2 begun', '1 answered', '3 begun', '2 answered', '3 answered']);
});

test('a thread that still works for a client who left is given to nobody else', async () => {
  const { schedule, ask, worked, runOut } = open();
  const order = { lane: 'batch' as const };
  let giveBack = () => {};
  await schedule.takeTurn(order, async () => {
    giveBack = await schedule.takeThread(order);
  });
  const next = ask('next', 'batch');
  await settle();
  expect([worked, schedule.state()]).toEqual([[], { running: 1, waiting: { interactive: 0, batch: 1, check: 0 } }]);
  giveBack();
  await runOut();
  await next;
});

test('batches and checks share by order of arrival, so that neither waits for the end of the other', async () => {
  const { ask, worked, runOut } = open();
  const all = [
    ...[ask('batch 1', 'batch'), ask('check 1', 'check')],
    ...[ask('batch 2', 'batch'), ask('check 2', 'check')],
  ];
  await runOut();
  await Promise.all(all);
  expect(worked).toEqual(['batch 1', 'check 1', 'batch 2', 'check 2']);
});

test('checks never take the last thread', async () => {
  const { ask, worked, runOut, schedule } = open({ threads: 3, checks: 2 });
  const checks = ['check 1', 'check 2', 'check 3'].map((name) => ask(name, 'check'));
  const person = ask('person', 'interactive');
  await settle();
  expect(worked).toEqual(['check 1', 'check 2', 'person']);
  expect(schedule.state()).toEqual({ running: 3, waiting: { interactive: 0, batch: 0, check: 1 } });
  await runOut();
  await Promise.all([...checks, person]);
});

test('a full lane refuses with the seconds to wait, and leaves room in the others', async () => {
  const { ask, events, runOut } = open({ waiting: 2 });
  const taken = ['one', 'two', 'three'].map((name) => ask(name, 'batch'));
  await settle();
  await expect(ask('four', 'batch')).rejects.toMatchObject({ code: 'BUSY', headers: { 'Retry-After': '5' } });
  const person = ask('person', 'interactive');
  expect(events).toEqual(['refused']);
  await runOut();
  await Promise.all([...taken, person]);
});

test('one whose client leaves is dropped before anything of it begins', async () => {
  const { ask, begun, runOut } = open();
  const first = ask('first', 'interactive');
  const gone = new AbortController();
  const next = ask('next', 'interactive');
  const dropped = ask('dropped', 'interactive', gone.signal);
  const last = ask('last', 'interactive');
  gone.abort();
  await expect(dropped).rejects.toMatchObject({ code: 'REQUEST_CANCELLED' });
  await expect(ask('late', 'interactive', gone.signal)).rejects.toMatchObject({ code: 'REQUEST_CANCELLED' });
  await runOut();
  await Promise.all([first, next, last]);
  expect(begun).toEqual(['first', 'next', 'last']);
});

test('one whose client leaves while it waits for a thread gives its turn to the next', async () => {
  const { ask, begun, worked, runOut } = open();
  const first = ask('first', 'interactive');
  const gone = new AbortController();
  const dropped = ask('dropped', 'interactive', gone.signal);
  const last = ask('last', 'interactive');
  await settle();
  expect(begun).toEqual(['first', 'dropped']);
  gone.abort();
  await expect(dropped).rejects.toMatchObject({ code: 'REQUEST_CANCELLED' });
  await settle();
  expect(begun).toEqual(['first', 'dropped', 'last']);
  await runOut();
  await Promise.all([first, last]);
  expect(worked).toEqual(['first', 'last']);
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
