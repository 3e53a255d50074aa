import { createHash } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { type Answer, makeGate, openFaultyService, until } from '../support/faulty-service';
import { openService } from '../support/open-service';

// Threads in tests compile the sources that they load.
jest.setTimeout(180_000);

type FaultyService = Awaited<ReturnType<typeof openFaultyService>>;

const SEALED = ['sealed', null];
const number = ({ headers }: Answer) => headers.get('Anshu-Document-Number') ?? '';

let service: FaultyService;
afterEach(() => service.stop());

async function open(env: Record<string, string> = {}): Promise<FaultyService> {
  service = await openFaultyService(env);
  return service;
}

const waiting = () => Object.values(service.work().waiting).reduce((sum, one) => sum + one, 0);

describe('many at once', () => {
  it('makes 64 papers that come at the same moment, all right and each under its own number', async () => {
    await open({ WORKERS: '2' });
    const answers = await Promise.all(Array.from({ length: 64 }, () => service.issue()));
    expect(answers.map(({ status }) => status)).toEqual(Array(64).fill(201));
    expect(new Set(answers.map(number)).size).toBe(64);
    for (const { bytes, headers } of answers) {
      const digest = createHash('sha256').update(bytes).digest('base64');
      expect(headers.get('Repr-Digest')).toBe(`sha-256=:${digest}:`);
    }
    expect(new Set(answers.map(({ headers }) => headers.get('Repr-Digest'))).size).toBe(64);
    expect(service.readRegister()).toEqual(Array(64).fill(SEALED));
  });

  it('makes the paper that somebody waits for before a batch of 50 that came earlier', async () => {
    await open();
    const gate = makeGate();
    const done: string[] = [];
    const note = (name: string) => (answer: Answer) => void done.push(`${name} ${answer.status}`);
    const first = service.issue(gate.fault, { lane: 'batch' }).then(note('first'));
    await until(() => service.work().running === 1);
    const batch = Array.from({ length: 49 }, () => service.issue('', { lane: 'batch' }).then(note('batch')));
    await until(() => waiting() === 49);
    const person = service.issue().then(note('person'));
    await until(() => waiting() === 50);
    gate.open();
    await Promise.all([first, person, ...batch]);
    expect(done.indexOf('person 201')).toBeLessThan(3);
    expect(done.filter((one) => one === 'batch 201')).toHaveLength(49);
  });

  it('refuses with 429 and a time to come back when too many wait, before a number is taken', async () => {
    await open({ QUEUE_LIMIT: '1' });
    const gate = makeGate();
    const running = service.issue(gate.fault);
    await until(() => service.work().running === 1);
    const next = service.issue();
    await until(() => waiting() === 1);
    const refused = await service.issue();
    expect([refused.status, refused.code, refused.headers.get('Retry-After')]).toEqual([429, 'BUSY', '1']);
    gate.open();
    expect([(await running).status, (await next).status]).toEqual([201, 201]);
    expect(service.readRegister()).toEqual([SEALED, SEALED]);
    expect(await service.metrics()).toContain('anshu_worker_events_total{event="refused"} 1');
  });
});

describe('a worker in trouble', () => {
  it.each([
    ['runs for ever', '故障死循环', 'TIME_LIMIT', 'timed-out'],
    ['exits', '故障退出', 'WORKER_LOST', 'lost'],
    ['takes too much memory', '故障内存', 'WORKER_LOST', 'lost'],
  ])('that %s is replaced: the paper is voided, the next ones are made', async (_, fault, code, event) => {
    await open({ WORK_TIME_LIMIT_MS: fault === '故障死循环' ? '6000' : '60000' });
    const answer = await service.issue(`某甲${fault}`);
    expect([answer.status, answer.code]).toEqual([503, code]);
    const next = await Promise.all([service.issue(), service.issue()]);
    expect(next.map(({ status }) => status)).toEqual([201, 201]);
    expect(service.readRegister()).toEqual([['voided', `出具失败：${code}`], SEALED, SEALED]);
    const metrics = await service.metrics();
    expect(metrics).toContain(`anshu_worker_events_total{event="${event}"} 1`);
    expect(metrics).toContain('anshu_worker_events_total{event="lost"} 1');
    expect(service.logLines()).toContain(`worker ${event}`);
    expect(service.logLines() + answer.bytes.toString()).not.toContain('某甲');
  });

  it('is told apart from a service without workers by /readyz', async () => {
    await open();
    const ready = await fetch(`${service.base}/readyz`);
    expect(ready.status).toBe(200);
    await service.close();
    const gone = await fetch(`${service.base}/readyz`);
    expect([gone.status, ((await gone.json()) as { detail: string }).detail]).toEqual([
      503,
      '未就绪的部分：store、workers',
    ]);
  });
});

describe('a client that leaves', () => {
  it('while it waits for its turn takes no number', async () => {
    await open();
    const gate = makeGate();
    const running = service.issue(gate.fault);
    await until(() => service.work().running === 1);
    const next = service.issue();
    await until(() => waiting() === 1);
    const leaving = new AbortController();
    const dropped = service.issue('', { signal: leaving.signal }).catch((error: Error) => error.name);
    await until(() => waiting() === 2);
    leaving.abort();
    await until(() => waiting() === 1);
    gate.open();
    expect([await dropped, (await running).status, (await next).status]).toEqual(['AbortError', 201, 201]);
    expect(service.readRegister()).toEqual([SEALED, SEALED]);
    const told = service
      .logLines()
      .split('\n')
      .filter((line) => line.includes('"msg":"request"'));
    expect(told.map((line) => (JSON.parse(line) as { status: number }).status)).toEqual([499, 201, 201]);
  });

  it('while its pages wait for a thread leaves a voided number, and the same key makes it anew', async () => {
    await open();
    const gate = makeGate();
    const running = service.issue(gate.fault);
    await until(() => service.work().running === 1);
    const leaving = new AbortController();
    const dropped = service.issue('', { key: 'k', signal: leaving.signal }).catch((error: Error) => error.name);
    await until(() => waiting() === 1);
    leaving.abort();
    await until(() => waiting() === 0);
    gate.open();
    expect([await dropped, (await running).status]).toEqual(['AbortError', 201]);
    expect((await service.issue('', { key: 'k' })).status).toBe(201);
    expect(service.readRegister()).toEqual([SEALED, ['voided', '出具失败：REQUEST_CANCELLED'], SEALED]);
  });

  it('while its paper is written leaves a voided number, and the same key makes it anew', async () => {
    await open();
    const leaving = new AbortController();
    const dropped = service.issue('故障死循环', { signal: leaving.signal }).catch((error: Error) => error.name);
    await until(() => service.work().running === 1);
    leaving.abort();
    expect(await dropped).toBe('AbortError');
    expect((await service.issue('', { key: 'k' })).status).toBe(201);
    expect(service.readRegister()).toEqual([['voided', '出具失败：REQUEST_CANCELLED'], SEALED]);
    const again = await service.issue('', { key: 'k' });
    expect([again.status, again.headers.get('Idempotency-Replayed')]).toEqual([201, 'true']);
  });

  it('while its paper is written a second time does not harm the paper', async () => {
    await open();
    const gate = makeGate();
    gate.open();
    const first = await service.issue(gate.fault, { key: 'k' });
    const leaving = new AbortController();
    const busy = makeGate();
    const other = service.issue(busy.fault);
    await until(() => service.work().running === 1);
    const replay = service.issue(gate.fault, { key: 'k', signal: leaving.signal }).catch((error: Error) => error.name);
    await until(() => waiting() === 1);
    leaving.abort();
    await replay;
    busy.open();
    await other;
    const again = await service.issue(gate.fault, { key: 'k' });
    expect([number(again), again.bytes.equals(first.bytes)]).toEqual([number(first), true]);
  });
});

describe('files from anywhere', () => {
  it('are searched a few at a time; papers are made meanwhile, and the tenth is refused before it is read', async () => {
    await open({ WORKERS: '2' });
    const gate = makeGate();
    const checks = [service.check(gate.fault)];
    await until(() => service.work().running === 1);
    for (let count = 1; count < 9; count += 1) checks.push(service.check(''));
    await until(() => waiting() === 8);
    expect((await service.issue()).status).toBe(201);
    const refused = await service.check('');
    expect([refused.status, refused.code, refused.headers.get('Retry-After')]).toEqual([429, 'BUSY', '5']);
    gate.open();
    expect((await Promise.all(checks)).map(({ status }) => status)).toEqual(Array(9).fill(200));
  });

  it('are taken in a few at a time, however slowly they come; one that is broken off makes room', async () => {
    await open();
    const begin = () =>
      new Promise<Socket>((resolve) => {
        const socket = connect(Number(new URL(service.base).port), '127.0.0.1');
        const type = 'Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000';
        socket.write(`POST /v1/leak-checks HTTP/1.1\r\nHost: x\r\n${type}\r\nExpect: 100-continue\r\n\r\n`);
        socket.once('data', () => resolve(socket));
      });
    const sockets = await Promise.all(Array.from({ length: 16 }, begin));
    const refused = await service.check('');
    expect([refused.status, refused.code, refused.headers.get('Retry-After')]).toEqual([429, 'BUSY', '5']);
    sockets[0]?.destroy();
    let answer = await service.check('');
    while (answer.status === 429) answer = await service.check('');
    expect(answer.status).toBe(200);
    for (const socket of sockets) socket.destroy();
  });

  it('that take too long are given up', async () => {
    await open({ WORK_TIME_LIMIT_MS: '6000' });
    const answer = await service.check('故障死循环');
    expect([answer.status, answer.code]).toEqual([503, 'TIME_LIMIT']);
    expect((await service.check('')).status).toBe(200);
  });
});

describe('start and stop', () => {
  it('lets what was begun and what waits end before the threads do', async () => {
    await open();
    const gate = makeGate();
    const papers = [service.issue(gate.fault)];
    await until(() => service.work().running === 1);
    papers.push(service.issue(), service.issue());
    await until(() => waiting() === 2);
    service.stopTakingRequests();
    const closed = service.close();
    expect((await fetch(`${service.base}/readyz`)).status).toBe(503);
    gate.open();
    expect((await Promise.all(papers)).map(({ status }) => status)).toEqual([201, 201, 201]);
    await closed;
    expect(service.readRegister()).toEqual([SEALED, SEALED, SEALED]);
  });

  it('fails at once, with one line that names the file, when a worker lacks its fonts', async () => {
    await open();
    await expect(openService({ fontsDir: service.dataDir })).rejects.toThrow(/^font file SHA256SUMS cannot be read$/);
  });
});
