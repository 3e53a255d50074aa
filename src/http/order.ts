import type { Request, Response } from 'express';
import type { Lane, Order } from '../workers';

/** Urgency as in RFC 9218, section 4.1: 0 to 7, 3 when not given, higher waits longer. From here on nobody waits on a screen. */
const BATCH_FROM = 5;

const URGENCY = /(?:^|,)[ \t]*u=([0-7])[ \t]*(?=[,;]|$)/g;

/** Where a request stands in line. The last urgency counts; whatever else the header says is passed over (RFC 9218, 4). */
export function laneOf(priority: string | undefined): Lane {
  const urgency = [...(priority ?? '').matchAll(URGENCY)].at(-1)?.[1];
  return Number(urgency ?? 3) >= BATCH_FROM ? 'batch' : 'interactive';
}

/** Raised when the connection ends before the answer does. */
export function watchClient(response: Response): AbortSignal {
  const gone = new AbortController();
  if (response.closed) gone.abort();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  return gone.signal;
}

/** How a request for a file stands in line. */
export function orderOf(request: Request, response: Response): Order {
  return { lane: laneOf(request.get('Priority')), signal: watchClient(response) };
}
