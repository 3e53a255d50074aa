import { AppError } from '../errors';
import { createLine } from './line';
import { LANES, type Lane, type Order } from './work';

type LaneLimits = {
  rank: number;
  /** How many may wait, whether or not they were begun. */
  waiting: number;
  /** How many may be begun at once. */
  running: number;
  /** When a refused caller should ask again. */
  retryAfterSeconds: number;
};

export type Schedule = {
  /** @throws AppError BUSY, REQUEST_CANCELLED */
  takeTurn<T>(order: Order, work: () => Promise<T>): Promise<T>;
  /**
   * In a turn: waits for a thread.
   * @returns what gives the thread back
   * @throws AppError REQUEST_CANCELLED
   */
  takeThread(order: Order): Promise<() => void>;
  /** @throws AppError BUSY */
  refuseWhenFull(lane: Lane): void;
  /** How many threads are busy, and how many requests wait for one. */
  state(): { running: number; waiting: Record<Lane, number> };
  /** Resolves when nothing was begun and nothing waits. */
  idle(): Promise<void>;
};

type ScheduleOptions = {
  threads: number;
  /** How many requests more than there are threads may be begun. */
  ahead: number;
  lanes: Record<Lane, LaneLimits>;
  report(event: 'refused'): void;
};

/**
 * Who is begun next, and who gets the next free thread. With one request ahead, a thread that becomes free finds its next
 * pages ready and need not wait until the main thread has checked a case. A batch that
 * was begun and waits for a thread stands in no paper's way: it keeps none from being begun, and none from the thread.
 */
export function createSchedule({ threads, ahead, lanes, report }: ScheduleOptions): Schedule {
  const outside = createLine(lanes);
  const ready = createLine(lanes);
  const begun: Record<Lane, number> = { interactive: 0, batch: 0, check: 0 };
  /** Threads by whom they work for: also for clients that have left, until the work has ended. */
  const busy: Record<Lane, number> = { interactive: 0, batch: 0, check: 0 };
  let whenIdle: (() => void)[] = [];

  const waitingIn = (lane: Lane) => outside.count(lane) + ready.count(lane);
  const mayBegin = (lane: Lane) => {
    const inFront = total((other) => (lanes[other].rank > lanes[lane].rank ? busy[other] : begun[other]));
    return inFront < threads + ahead && begun[lane] < lanes[lane].running;
  };
  const mayWork = (lane: Lane) => total((other) => busy[other]) < threads && busy[lane] < lanes[lane].running;
  const refuseWhenFull = (lane: Lane): void => {
    if (waitingIn(lane) < lanes[lane].waiting) return;
    report('refused');
    throw busyUntil(lanes[lane].retryAfterSeconds);
  };

  function giveThreads(): void {
    for (let lane = ready.callNext(mayWork); lane !== undefined; lane = ready.callNext(mayWork)) busy[lane] += 1;
  }

  function beginNext(): void {
    for (let lane = outside.callNext(mayBegin); lane !== undefined; lane = outside.callNext(mayBegin)) begun[lane] += 1;
    if (LANES.some((lane) => begun[lane] + waitingIn(lane) > 0)) return;
    for (const resolve of whenIdle) resolve();
    whenIdle = [];
  }

  /** To begin a request keeps the main thread busy for some ms: what was just finished is sealed and sent first. */
  const beginNextSoon = () => void setImmediate(beginNext);

  return {
    async takeTurn(order, work) {
      refuseWhenFull(order.lane);
      const called = outside.stand(order);
      beginNext();
      await called;
      try {
        return await work();
      } finally {
        begun[order.lane] -= 1;
        beginNextSoon();
      }
    },
    async takeThread(order) {
      const called = ready.stand(order);
      giveThreads();
      await called;
      return () => {
        busy[order.lane] -= 1;
        giveThreads();
        beginNextSoon();
      };
    },
    refuseWhenFull,
    state: () => ({
      running: total((lane) => busy[lane]),
      waiting: { interactive: waitingIn('interactive'), batch: waitingIn('batch'), check: waitingIn('check') },
    }),
    idle: () =>
      new Promise((resolve) => {
        whenIdle.push(resolve);
        beginNext();
      }),
  };
}

function total(count: (lane: Lane) => number): number {
  return LANES.reduce((sum, lane) => sum + count(lane), 0);
}

/** Too many wait. @param retryAfterSeconds when to ask again (RFC 9110, 10.2.3) */
export function busyUntil(retryAfterSeconds: number): AppError {
  const detail = `请在 ${retryAfterSeconds} 秒后重试；请求尚未开始处理，没有占用文书编号`;
  return new AppError('BUSY', 'too many requests wait', {
    detail,
    headers: { 'Retry-After': String(retryAfterSeconds) },
  });
}
