import { unreadable } from './unreadable';

/** Bounds time and memory: every byte that is decoded or parsed again is paid for, so no file can be made expensive. */
export type Budget = { spend(bytes: number): void; left(): number };

/** A two-page instrument spends about one million. */
const LIMIT = 64 * 1024 * 1024;

/** @throws (from `spend`) AppError LEAK_DETECTED when a file asks for more than a document can need */
export function createBudget(limit = LIMIT): Budget {
  let left = limit;
  return {
    spend(bytes) {
      left -= bytes;
      if (left < 0) throw unreadable('the file takes more work than a document can need');
    },
    left: () => left,
  };
}
