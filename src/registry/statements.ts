import type Database from 'libsql';

/** Every statement on the store, compiled once. */
export function prepareStatements(database: Database.Database) {
  return {
    byNumber: database.prepare('SELECT * FROM entry WHERE number = ?'),
    byKey: database.prepare('SELECT * FROM entry WHERE idempotency_hash = ?'),
    reservedNumbers: database.prepare("SELECT number FROM entry WHERE status = 'reserved' ORDER BY reserved_at"),
    reserve: database.prepare(
      `INSERT INTO entry (number, instrument, audience, format, template_hash, reserved_at, idempotency_hash, fingerprint, status)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'reserved')`,
    ),
    seal: database.prepare(
      `UPDATE entry SET status = 'sealed', sealed_at = ?, sha256 = ?, issuer = ?, dated_on = ?, variant = ?
       WHERE number = ?`,
    ),
    void: database.prepare("UPDATE entry SET status = 'voided', voided_at = ?, void_reason = ? WHERE number = ?"),
    voidAndFreeKey: database.prepare(
      `UPDATE entry SET status = 'voided', voided_at = ?, void_reason = ?, idempotency_hash = NULL, fingerprint = NULL
       WHERE number = ?`,
    ),
    addEvent: database.prepare('INSERT INTO event (number, kind, at) VALUES (?, ?, ?)'),
    writeProbe: database.prepare(
      'INSERT INTO probe (id, token) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET token = excluded.token',
    ),
    readProbe: database.prepare('SELECT token FROM probe WHERE id = 1'),
  };
}
