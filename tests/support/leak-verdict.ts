import { AppError } from '../../src/errors';
import { assertNoLeak, type CarrierText, readers } from '../../src/leak-check';
import type { ProtectedFact } from '../../src/match';

export const ADDRESS = '幸福路88号2幢301室';

export const FACTS: ProtectedFact[] = [{ pointer: '/x', label: '现住所', spellings: [ADDRESS, '幸福路88号'] }];

/** `passes`, or what the operator reads: the carriers, or what was unreadable. */
export function verdict(format: keyof typeof readers, file: Buffer, facts = FACTS): string {
  return searched(() => readers[format](file), facts);
}

export function searched(read: () => CarrierText[], facts = FACTS): string {
  try {
    assertNoLeak(read(), facts, []);
  } catch (error) {
    if (error instanceof AppError && error.code === 'LEAK_DETECTED') return error.message;
    throw error;
  }
  return 'passes';
}
