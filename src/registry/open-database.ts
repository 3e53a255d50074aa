import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import Database from 'libsql';
import { AppError } from '../errors';
import { lockDirectory } from './lock';
import { MIGRATIONS } from './migrations';
import { reasonOf, storeError } from './store-error';

/** How long a statement waits for another connection of this machine, a backup for example. */
const BUSY_TIMEOUT_MS = 5000;

export type OpenedDatabase = {
  database: Database.Database;
  /**
   * Whoever deletes or replaces the files of a store that is open writes into files without a name from then on: gone with
   * the process, and every paper of those hours unknown. @throws AppError NOT_READY
   */
  assertInPlace(): void;
  close(): void;
};

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
    const file = path.join(dataDir, 'registry.db');
    const database = new Database(file);
    releases.push(() => database.close());
    database.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
    if (readOne(database, 'SELECT quick_check AS value FROM pragma_quick_check(1)') !== 'ok') {
      throw new Error('quick_check failed');
    }
    migrate(database);
    return { database, assertInPlace: watchFiles([file, `${file}-wal`]), close };
  } catch (cause) {
    close();
    if (cause instanceof AppError) throw cause;
    throw storeError(`数据目录 ${dataDir} 中的文书登记簿无法打开：${reasonOf(cause)}`, cause);
  }
}

function watchFiles(files: string[]): () => void {
  const identify = () =>
    files.map((file) => {
      const { dev, ino } = statSync(file, { throwIfNoEntry: false }) ?? { dev: 0, ino: 0 };
      return `${dev}:${ino}`;
    });
  const opened = identify().join();
  return () => {
    if (identify().join() === opened) return;
    throw storeError('文书登记簿的文件在运行中被删除或者替换，请停止安书，放回 registry.db 后重新启动');
  };
}

/**
 * Does work in one transaction: all of it is in the store afterwards, or nothing. libsql's own wrapper also rolls back what
 * SQLite has rolled back by itself, and then reports that mistake instead of the full disk behind it.
 */
export function inTransaction<T>(database: Database.Database, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK');
    throw error;
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
  inTransaction(database, () => {
    for (const step of MIGRATIONS.slice(seen)) database.exec(step);
    database.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
  });
}
