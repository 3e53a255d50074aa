import Database from 'libsql';
import { errorCode, storeError } from './store-error';

/**
 * Takes the data directory for this process. Two processes would each void the other's reserved numbers at start.
 * The lock is an open transaction in a database of its own: the operating system drops it when the process dies, even by
 * kill -9, and no stale file or reused process id can lie about it.
 * @returns the function that lets the directory go
 * @throws AppError NOT_READY when another process has it
 */
export function lockDirectory(dataDir: string, file: string): () => void {
  const database = new Database(file, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    database.close();
    if (!errorCode(cause).startsWith('SQLITE_BUSY')) throw cause;
    throw storeError(`数据目录 ${dataDir} 正由另一个安书进程使用，请先停止它或改用别的 DATA_DIR`, cause);
  }
  return () => database.close();
}
