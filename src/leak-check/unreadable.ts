import { AppError } from '../errors';

/** Why something cannot be read, as people are told. */
const REASONS = {
  damaged: '数据损坏或者不完整',
  encrypted: '文件已加密',
  unsupported: '使用了不能解读的编码或者格式',
  excessive: '内容超出处理能力',
} as const;

/**
 * What cannot be decoded may hide anything, so it counts as a leak.
 * @param what names the part and the reason for the operator, never a value
 */
export function unreadable(what: string, reason: keyof typeof REASONS = 'damaged'): AppError {
  return new AppError('LEAK_DETECTED', `unreadable: ${what}`, { detail: REASONS[reason] });
}

/** What regular expressions say when a text is too long for them. */
const OVERFLOW = 'Maximum call stack size exceeded';

/** A refusal that was caught, or a text that was too much for a search. @throws any other error: it is a mistake of ours */
export function asRefusal(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof RangeError && error.message === OVERFLOW) {
    return unreadable('more text than can be searched', 'excessive');
  }
  throw error;
}
