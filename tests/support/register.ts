import path from 'node:path';
import Database from 'libsql';

/** What the register of a service holds: status and reason of the void, in the order in which the numbers were given. */
export function readRegister(dataDir: string): [status: string, voidReason: string | null][] {
  const database = new Database(path.join(dataDir, 'registry.db'));
  const rows = database.prepare('SELECT status, void_reason FROM entry ORDER BY reserved_at, rowid').all();
  database.close();
  return (rows as { status: string; void_reason: string | null }[]).map((row) => [row.status, row.void_reason]);
}
