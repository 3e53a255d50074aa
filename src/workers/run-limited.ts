import { AppError } from '../errors';
import { cancelled } from './line';

/** A thread that works for nobody is left to end by itself for so long: a new one costs half a second of processor time. */
const GRACE_MS = 500;

type Limits = {
  /** The longest that the work may take, in ms. */
  timeLimitMs: number;
  /** Raised when the client is gone. */
  signal?: AbortSignal | undefined;
  /** Told when the thread is free again: later than the caller when the client has left. */
  whenOver?: (() => void) | undefined;
};

/**
 * Waits for work on a thread, but not for ever and not for nobody.
 * @param start begins the work; the signal that it gets ends the thread that does it
 * @throws AppError TIME_LIMIT, WORKER_LOST when the thread died, REQUEST_CANCELLED
 */
export async function runLimited<T>(
  start: (stop: AbortSignal) => Promise<T>,
  { timeLimitMs, signal, whenOver }: Limits,
): Promise<T> {
  if (signal?.aborted) {
    whenOver?.();
    throw cancelled();
  }
  const stop = new AbortController();
  const timers = [setTimeout(() => stop.abort(), timeLimitMs)];
  let abandon = () => {};
  const abandoned = new Promise<never>((_, reject) => {
    abandon = () => {
      timers.push(setTimeout(() => stop.abort(), GRACE_MS));
      reject(cancelled());
    };
  });
  signal?.addEventListener('abort', abandon, { once: true });
  const clear = () => {
    for (const timer of timers) clearTimeout(timer);
    signal?.removeEventListener('abort', abandon);
    whenOver?.();
  };
  const done = start(stop.signal);
  done.then(clear, clear);
  try {
    return await Promise.race([done, abandoned]);
  } catch (error) {
    if (error instanceof AppError || isCloneFailure(error)) throw error;
    if (stop.signal.aborted) throw timedOut(timeLimitMs);
    const detail = '处理这份文件的进程意外中断，已经重新启动；请重试，仍然不行请把请求编号告知管理员';
    throw new AppError('WORKER_LOST', 'worker died while it worked', { detail });
  }
}

function timedOut(timeLimitMs: number): AppError {
  const detail = `处理超过 ${Math.ceil(timeLimitMs / 1000)} 秒，已经停止；请减少内容后重试`;
  return new AppError('TIME_LIMIT', 'work took too long and was stopped', { detail });
}

/** What was handed over was no plain data: our own mistake, not the thread's. */
function isCloneFailure(error: unknown): boolean {
  return error instanceof Error && error.name === 'DataCloneError';
}
