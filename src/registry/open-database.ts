import { mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'libsql';
import { AppError } from '../errors';
import { lockDirectory } from './lock';
import { MIGRATIONS } from './migrations';
import { errorCode, storeError } from './store-error';

/** How long a statement waits for another connection of this machine, a backup for example. */
const BUSY_TIMEOUT_MS = 5000;

export type OpenedDatabase = { database: Database.Database; close(): void };

/**
 * Opens the store in `dataDir`, which is made when it is missing, and brings its schema up to date.
 * @throws AppError NOT_READY, one Chinese line: in use, unreadable, not writable, damaged, or made by a later version
 */
export function openDatabase(dataDir: string): OpenedDatabase {
  const releases: (() => void)[] = [];
  const close = () => {
    for (const release of releases.splice(0).reverse()) release();
  };
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    releases.push(lockDirectory(dataDir, path.join(dataDir, 'registry.lock')));
    const database = new Database(path.join(dataDir, 'registry.db'));
    releases.push(() => database.close());
    database.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
    if (readOne(database, 'SELECT quick_check AS value FROM pragma_quick_check(1)') !== 'ok') {
      throw new Error('quick_check failed');
    }
    migrate(database);
    return { database, close };
  } catch (cause) {
    close();
    if (cause instanceof AppError) throw cause;
    throw storeError(`数据目录 ${dataDir} 中的文书登记簿无法打开：${reason(cause)}`, cause);
  }
}

/**
 * Does work whose transactions do not wait for the disk: they are safe from a crash of the process, and of the machine as
 * soon as a later transaction has waited, because the log is written in order (sqlite.org/wal.html, on synchronous=NORMAL).
 */
export function withoutSync<T>(database: Database.Database, work: () => T): T {
  database.exec('PRAGMA synchronous = NORMAL');
  try {
    return work();
  } finally {
    database.exec('PRAGMA synchronous = FULL');
  }
}

/** The column `value` of the only row; libsql does not pluck single rows. */
function readOne(database: Database.Database, sql: string): unknown {
  const row = database.prepare(sql).get();
  return typeof row === 'object' && row !== null && 'value' in row ? row.value : undefined;
}

function migrate(database: Database.Database): void {
  const seen = Number(readOne(database, 'SELECT user_version AS value FROM pragma_user_version'));
  if (seen > MIGRATIONS.length) {
    throw storeError(`文书登记簿由更新的版本写成（第 ${seen} 版，本程序只认得第 ${MIGRATIONS.length} 版），请升级安书`);
  }
  database.transaction(() => {
    for (const step of MIGRATIONS.slice(seen)) database.exec(step);
    database.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
  })();
}

const REASONS: [pattern: RegExp, text: string][] = [
  [/NOTADB|CORRUPT|not a database|malformed|quick_check/i, '文件已损坏，请从备份恢复 registry.db'],
  [/FULL|ENOSPC/i, '磁盘已满'],
  [/READONLY|EACCES|EPERM|EROFS|readonly/i, '目录或文件不可写'],
  [/ENOTDIR|EEXIST/i, '路径不是目录'],
  [/CANTOPEN|ConnectionFailed|unable to open/i, '目录或文件不能打开，请检查权限'],
];

/** The raw message stays in `cause`; the operator first reads what to do. */
function reason(cause: unknown): string {
  const text = `${errorCode(cause)} ${String(cause)}`;
  return REASONS.find(([pattern]) => pattern.test(text))?.[1] ?? '原因不明，见随附的原始错误';
}
