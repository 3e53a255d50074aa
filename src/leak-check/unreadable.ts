import { AppError } from '../errors';

/**
 * What cannot be decoded may hide anything, so it counts as a leak.
 * @param what names the part and the reason, never a value
 */
export function unreadable(what: string): AppError {
  return new AppError('LEAK_DETECTED', `unreadable: ${what}`, { detail: '成品文件含有无法解读的部分，按泄露处理' });
}
