import { AppError } from '../errors';

/** The store cannot be used. `log` is one Chinese line for the operator; the caller only learns that it is not ready. */
export function storeError(log: string, cause?: unknown): AppError {
  const detail = '文书登记簿暂不可用；请稍后重试，仍然不行请告知管理员';
  return new AppError('NOT_READY', log, { detail, headers: { 'Retry-After': '5' }, cause });
}

/** The code that Node.js and SQLite put on their errors (EACCES, SQLITE_BUSY …); empty when there is none. */
export function errorCode(cause: unknown): string {
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
}

/** Whether SQLite reports trouble with its files (sqlite.org/rescode.html). Whatever else it reports is our mistake. */
export function isStoreTrouble(cause: unknown): boolean {
  return /^SQLITE_(?:FULL|IOERR|READONLY|BUSY|LOCKED|CANTOPEN|CORRUPT|NOTADB|PERM|PROTOCOL|NOMEM)/.test(
    errorCode(cause),
  );
}

const REASONS: [pattern: RegExp, text: string][] = [
  [/NOTADB|CORRUPT|not a database|malformed|quick_check/i, '文件已损坏，请从备份恢复 registry.db'],
  [/FULL|ENOSPC/i, '磁盘已满'],
  [/READONLY|EACCES|EPERM|EROFS|readonly/i, '目录或文件不可写'],
  [/ENOTDIR|EEXIST/i, '路径不是目录'],
  [/BUSY|LOCKED/i, '文件正由别的程序占用'],
  [/CANTOPEN|ConnectionFailed|unable to open/i, '目录或文件不能打开，请检查权限'],
];

/** What the operator should look at, in Chinese. */
export function reasonOf(cause: unknown): string {
  const code = errorCode(cause);
  const known = REASONS.find(([pattern]) => pattern.test(`${code} ${String(cause)}`))?.[1];
  return known ?? `原因不明${code === '' ? '' : `（${code}）`}`;
}
