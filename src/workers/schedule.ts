import { AppError } from '../errors';
import { LANES, type Lane, type Order } from './work';

/** How many may wait in a lane, how many of it may run at once, and when a refused caller should ask again. */
type LaneLimits = { rank: number; waiting: number; running: number; retryAfterSeconds: number };

export type Schedule = {
  /** @throws AppError BUSY, REQUEST_CANCELLED */
  takeTurn<T>(order: Order, work: () => Promise<T>): Promise<T>;
  /** @throws AppError BUSY */
  refuseWhenFull(lane: Lane): void;
  state(): { running: number; waiting: Record<Lane, number> };
  /** Resolves when nothing runs and nothing waits. */
  idle(): Promise<void>;
};

type Waiting = { ticket: number; begin(): void };

type ScheduleOptions = {
  /** How many may run at once. */
  slots: number;
  lanes: Record<Lane, LaneLimits>;
  report(event: 'refused'): void;
};

/** Who gets the next free place. The lanes of a lower rank come first; lanes of the same rank share by order of arrival. */
export function createSchedule({ slots, lanes, report }: ScheduleOptions): Schedule {
  const waiting: Record<Lane, Waiting[]> = { interactive: [], batch: [], check: [] };
  const running: Record<Lane, number> = { interactive: 0, batch: 0, check: 0 };
  let tickets = 0;
  let whenIdle: (() => void)[] = [];
  const total = () => LANES.reduce((sum, lane) => sum + running[lane], 0);
  const refuseWhenFull = (lane: Lane): void => {
    if (waiting[lane].length < lanes[lane].waiting) return;
    report('refused');
    throw busy(lanes[lane].retryAfterSeconds);
  };

  function beginNext(): void {
    while (total() < slots) {
      const lane = nextLane();
      if (lane === undefined) break;
      waiting[lane].shift()?.begin();
    }
    if (total() > 0 || LANES.some((lane) => waiting[lane].length > 0)) return;
    for (const resolve of whenIdle) resolve();
    whenIdle = [];
  }

  function nextLane(): Lane | undefined {
    const ready = LANES.flatMap((lane) => {
      const ticket = waiting[lane][0]?.ticket;
      return ticket === undefined || running[lane] >= lanes[lane].running ? [] : [{ lane, ticket }];
    });
    ready.sort((one, other) => lanes[one.lane].rank - lanes[other.lane].rank || one.ticket - other.ticket);
    return ready[0]?.lane;
  }

  function enter({ lane, signal }: Order): Promise<void> {
    if (signal?.aborted) throw cancelled();
    refuseWhenFull(lane);
    return new Promise((resolve, reject) => {
      const leave = () => {
        waiting[lane] = waiting[lane].filter((one) => one !== entry);
        reject(cancelled());
        beginNext();
      };
      const begin = () => {
        signal?.removeEventListener('abort', leave);
        running[lane] += 1;
        resolve();
      };
      tickets += 1;
      const entry = { ticket: tickets, begin };
      waiting[lane].push(entry);
      signal?.addEventListener('abort', leave, { once: true });
      beginNext();
    });
  }

  return {
    async takeTurn(order, work) {
      await enter(order);
      try {
        return await work();
      } finally {
        running[order.lane] -= 1;
        beginNext();
      }
    },
    refuseWhenFull,
    state: () => ({
      running: total(),
      waiting: {
        interactive: waiting.interactive.length,
        batch: waiting.batch.length,
        check: waiting.check.length,
      },
    }),
    idle: () =>
      new Promise((resolve) => {
        whenIdle.push(resolve);
        beginNext();
      }),
  };
}

/** The client is gone: nobody will read this answer, but log and metrics tell it apart. */
export function cancelled(): AppError {
  return new AppError('REQUEST_CANCELLED', 'client is gone');
}

/** @param retryAfterSeconds when to ask again (RFC 9110, 10.2.3) */
function busy(retryAfterSeconds: number): AppError {
  const detail = `请在 ${retryAfterSeconds} 秒后重试；请求尚未开始处理，没有占用文书编号`;
  return new AppError('BUSY', 'too many requests wait', {
    detail,
    headers: { 'Retry-After': String(retryAfterSeconds) },
  });
}
