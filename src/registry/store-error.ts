import { AppError } from '../errors';

/** The store cannot be used. `log` is one Chinese line for the operator; the caller only learns that it is not ready. */
export function storeError(log: string, cause?: unknown): AppError {
  return new AppError('NOT_READY', log, { detail: '文书登记簿暂不可用', cause });
}

/** The code that Node.js and SQLite put on their errors (EACCES, SQLITE_BUSY …); empty when there is none. */
export function errorCode(cause: unknown): string {
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
}
