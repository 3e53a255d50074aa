import { Piscina } from 'piscina';
import { AppError } from '../errors';
import type { FontFolders } from '../layout';
import { asBuffer, type Outcome, unwrap } from './outcome';
import { runLimited } from './run-limited';
import { createSchedule, type Schedule } from './schedule';
import type { FileCheck, Finished, Order, Workers } from './work';

/** What an operator should know: too many wait, work took too long, a thread ended although nobody had asked it to. */
export const WORKER_EVENTS = ['refused', 'timed-out', 'lost'] as const;
export type WorkerEvent = (typeof WORKER_EVENTS)[number];

export type WorkersOptions = {
  /** The module that each thread runs, and the flags of Node that it needs. */
  program: { file: string; execArgv?: string[] };
  /** Where each thread finds its fonts. */
  fonts: FontFolders;
  threads: number;
  /** Of this machine. Where one is left over for the main thread, it prepares pages while the threads work. */
  processors: number;
  /** How many requests may wait in each lane. */
  queueLimit: number;
  /** The longest that a thread may take over one piece of work, in ms; waiting for the thread does not count. */
  timeLimitMs: number;
};

export type OpenWorkers = Workers & {
  state: Schedule['state'];
  /** Who hears of what an operator should know. */
  listen(listener: (event: WorkerEvent) => void): void;
  /** Lets all work end, then the threads. */
  close(): Promise<void>;
};

/** Uploads stand in memory while they wait. */
const MAX_WAITING_CHECKS = 8;
/** A sign of life takes longer than this only when every thread is stuck. */
const PROBE_LIMIT_MS = 4_000;
/** Far more than any document needs. A thread that takes more ends alone; the process does not. */
const HEAP_LIMIT_MB = 768;

type Run = {
  job?: unknown;
  /** Left out for what every thread must do at once, in no line. */
  order?: Order;
  transferList?: ArrayBuffer[];
  timeLimitMs?: number;
};

/**
 * Starts the first thread; ready when its fonts are in order. The others start when there is work for them:
 * an office that makes one paper at a time pays for one.
 * @throws AppError NOT_READY when a font is not in order
 */
export async function openWorkers(options: WorkersOptions): Promise<OpenWorkers> {
  const { threads, processors, queueLimit } = options;
  let hear: (event: WorkerEvent) => void = () => {};
  const report = (event: WorkerEvent) => hear(event);
  const { pool, isClosed, close } = openPool(options, report);
  // On a machine that its threads fill, pages in advance gain nothing and make one who waits on a screen wait longer.
  const ahead = processors > threads ? 1 : 0;
  const schedule = createSchedule({ threads, ahead, lanes: lanesFor(threads, queueLimit), report });

  async function run<T>(
    name: string,
    { job, order, transferList, timeLimitMs = options.timeLimitMs }: Run = {},
  ): Promise<T> {
    if (isClosed()) throw new AppError('SHUTTING_DOWN', 'workers are closed');
    const start = (stop: AbortSignal): Promise<Outcome<T>> =>
      pool.run(job, { name, signal: stop, ...(transferList === undefined ? {} : { transferList }) });
    const whenOver = order && (await schedule.takeThread(order));
    const outcome = await runLimited(start, { timeLimitMs, signal: order?.signal, whenOver }).catch(told);
    return unwrap(outcome);
  }

  function told(error: unknown): never {
    if (error instanceof AppError && error.code === 'TIME_LIMIT') report('timed-out');
    throw error;
  }

  let probing: Promise<void> | undefined;
  const probe = () => {
    probing ??= run<void>('probe', { timeLimitMs: PROBE_LIMIT_MS }).finally(() => {
      probing = undefined;
    });
    return probing;
  };

  // No more than that: a page made in advance costs the first document more time than it saves (measured: +0.6 s of CPU).
  try {
    await run('open');
  } catch (error) {
    await close();
    throw error;
  }
  return {
    takeTurn: schedule.takeTurn,
    refuseWhenFull: schedule.refuseWhenFull,
    finish: async (job, order) => {
      const finished = await run<Finished>('finish', { job, order });
      return finished.kind === 'file' ? { ...finished, bytes: asBuffer(finished.bytes) } : finished;
    },
    check: (job, order) =>
      run<FileCheck>('check', { job, order, transferList: isWhole(job.bytes) ? [job.bytes.buffer] : [] }),
    missingGlyphs: askOnce((text) => run<string[]>('missingGlyphs', { job: text })),
    probe,
    state: schedule.state,
    listen: (listener) => {
      hear = listener;
    },
    close: async () => {
      await schedule.idle();
      await close();
    },
  };
}

/** Nearly every character of a case stood in one before: a thread is asked for new ones only. */
function askOnce(ask: Workers['missingGlyphs']): Workers['missingGlyphs'] {
  const drawable = new Set<string>();
  return async (text) => {
    const fresh = [...new Set(text)].filter((character) => !drawable.has(character));
    if (fresh.length === 0) return [];
    const missing = await ask(fresh.join(''));
    for (const character of fresh) if (!missing.includes(character)) drawable.add(character);
    return missing;
  };
}

function openPool({ program, fonts, threads }: WorkersOptions, report: (event: WorkerEvent) => void) {
  const pool = new Piscina({
    filename: program.file,
    // A thread loads the module at once if it knows one of its functions.
    name: 'open',
    ...(program.execArgv === undefined ? {} : { execArgv: program.execArgv }),
    workerData: fonts,
    env: {},
    // None ends when idle.
    ...{ minThreads: 1, maxThreads: threads, idleTimeout: Number.POSITIVE_INFINITY },
    resourceLimits: { maxOldGenerationSizeMb: HEAP_LIMIT_MB },
  });
  let isOpen = true;
  pool.on('workerDestroy', () => {
    if (isOpen) report('lost');
  });
  // Work that was lost is told where it is waited for, and threads that end by `workerDestroy`.
  pool.on('error', () => undefined);
  const close = async () => {
    isOpen = false;
    await pool.destroy();
  };
  return { pool, isClosed: () => !isOpen, close };
}

function lanesFor(threads: number, waiting: number) {
  const running = Number.POSITIVE_INFINITY;
  return {
    interactive: { rank: 0, waiting, running, retryAfterSeconds: 1 },
    batch: { rank: 1, waiting, running, retryAfterSeconds: 5 },
    // A file from anywhere may take long: where there are several threads, one is left for papers.
    check: { rank: 1, waiting: MAX_WAITING_CHECKS, running: Math.max(1, threads - 1), retryAfterSeconds: 5 },
  };
}

/** Small Buffers share their memory with others and cannot be given away. */
function isWhole(bytes: Buffer): bytes is Buffer<ArrayBuffer> {
  return bytes.byteLength === bytes.buffer.byteLength && bytes.buffer instanceof ArrayBuffer;
}
