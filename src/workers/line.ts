import { AppError } from '../errors';
import { LANES, type Lane, type Order } from './work';

/** Requests that wait for the same thing. */
export type Line = {
  /** Waits to be called. @throws AppError REQUEST_CANCELLED */
  stand(order: Order): Promise<void>;
  /** Calls the next one whose lane may go; undefined when there is none. */
  callNext(mayGo: (lane: Lane) => boolean): Lane | undefined;
  count(lane: Lane): number;
};

type Waiting = { ticket: number; call(): void };

/** The lanes of a lower rank are called first; lanes of the same rank share by order of arrival. */
export function createLine(lanes: Record<Lane, { rank: number }>): Line {
  const waiting: Record<Lane, Waiting[]> = { interactive: [], batch: [], check: [] };
  let tickets = 0;
  return {
    stand: ({ lane, signal }) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) throw cancelled();
        const leave = () => {
          waiting[lane] = waiting[lane].filter((one) => one !== entry);
          reject(cancelled());
        };
        const call = () => {
          signal?.removeEventListener('abort', leave);
          resolve();
        };
        tickets += 1;
        const entry = { ticket: tickets, call };
        waiting[lane].push(entry);
        signal?.addEventListener('abort', leave, { once: true });
      }),
    callNext(mayGo) {
      const first = LANES.flatMap((lane) => {
        const ticket = waiting[lane][0]?.ticket;
        return ticket === undefined || !mayGo(lane) ? [] : [{ lane, ticket, rank: lanes[lane].rank }];
      });
      const [next] = first.sort((one, other) => one.rank - other.rank || one.ticket - other.ticket);
      if (next !== undefined) waiting[next.lane].shift()?.call();
      return next?.lane;
    },
    count: (lane) => waiting[lane].length,
  };
}

/** The client is gone: nobody will read this answer, but log and metrics tell it apart. */
export function cancelled(): AppError {
  return new AppError('REQUEST_CANCELLED', 'client is gone');
}
