import { unreadable } from './unreadable';

/** Bounds time and memory: every byte that is decoded or parsed again is paid for, so no file can be made expensive. */
export type Budget = {
  /** Pays for bytes that are unpacked, copied or searched. */
  spend(bytes: number): void;
  /** Pays for bytes that are taken apart into words, which costs about eight times as much. */
  spendOnSyntax(bytes: number): void;
  left(): number;
};

const SYNTAX_PRICE = 8;

/** A two-page instrument spends about three million; all of it lasts some seconds. */
const LIMIT = 64 * 1024 * 1024;

/** @throws (from `spend`) AppError LEAK_DETECTED when a file asks for more than a document can need */
export function createBudget(): Budget {
  let left = LIMIT;
  const spend = (bytes: number) => {
    left -= bytes;
    if (left < 0) throw unreadable('the file takes more work than a document can need', 'excessive');
  };
  return { spend, spendOnSyntax: (bytes) => spend(bytes * SYNTAX_PRICE), left: () => Math.max(0, left) };
}
