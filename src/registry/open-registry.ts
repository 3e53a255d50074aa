import { createHash, randomBytes as systemRandomBytes } from 'node:crypto';
import type Database from 'libsql';
import { AppError } from '../errors';
import { type EntryRow, toEntry } from './entry-row';
import { makeNumber, type RandomSource } from './number';
import { openDatabase, withoutSync } from './open-database';
import type { Entry, Idempotency, Registry, Reservation, Seal } from './registry';
import { storeError } from './store-error';

type RegistryOptions = {
  /** Directory on a local disk; made when it is missing. One process at a time. */
  dataDir: string;
  clock: () => Date;
  /** Cryptographic randomness; the system's when left out. */
  randomBytes?: RandomSource;
};

const INTERRUPTED = '进程中断，未完成出具';

/** With 50 random bits a day a second try is already next to impossible. */
const NUMBER_ATTEMPTS = 5;

type EventKind = 'reserved' | 'sealed' | 'voided';

/**
 * Opens the registry of issued documents, on SQLite. Every call is one transaction that is on the disk when it returns,
 * but for `reserve`: a number that only a loss of power forgets has left the house on no paper, and the seal, without which
 * no paper leaves, puts it on the disk together with itself.
 * Numbers that a crashed process left reserved are voided first, and their idempotency keys are free again.
 * @throws AppError NOT_READY with one Chinese line that says why the directory cannot be used
 */
export function openRegistry({ dataDir, clock, randomBytes = systemRandomBytes }: RegistryOptions): Registry {
  const { database, close } = openDatabase(dataDir);
  const statements = prepareStatements(database);

  const findRow = (number: string) => statements.byNumber.get(number) as EntryRow | undefined;
  const record = (number: string, kind: EventKind, at: string) => statements.addEvent.run(number, kind, at);
  const inTransaction = <T>(work: () => T): T => database.transaction(work).immediate();

  function readEntry(number: string): Entry {
    const row = findRow(number);
    if (row === undefined) throw new AppError('DOCUMENT_UNKNOWN', 'number is not in the registry');
    return toEntry(row);
  }

  function findByKey({ key, fingerprint }: Idempotency): Entry | undefined {
    const row = statements.byKey.get(digest(key)) as EntryRow | undefined;
    if (row === undefined) return undefined;
    if (row.fingerprint !== fingerprint) {
      throw new AppError('IDEMPOTENCY_KEY_REUSED', 'idempotency key belongs to another request');
    }
    if (row.status === 'reserved') throw inProgress();
    return toEntry(row);
  }

  function voidNumber(number: string, reason: string): Entry {
    const { status } = readEntry(number);
    if (status === 'voided') throw new AppError('DOCUMENT_VOIDED', 'number is already voided');
    const at = clock().toISOString();
    const statement = status === 'reserved' ? statements.voidAndFreeKey : statements.void;
    statement.run(at, reason, number);
    record(number, 'voided', at);
    return readEntry(number);
  }

  function unusedNumber(now: Date): string {
    for (let attempt = 0; attempt < NUMBER_ATTEMPTS; attempt += 1) {
      const number = makeNumber(now, randomBytes);
      if (findRow(number) === undefined) return number;
    }
    throw new AppError('INTERNAL', `no unused number in ${NUMBER_ATTEMPTS} attempts: the random source repeats itself`);
  }

  function reserve({ instrument, audience, format, templateHash, idempotency }: Reservation): Entry {
    if (idempotency !== undefined && findByKey(idempotency) !== undefined) throw inProgress();
    const now = clock();
    const at = now.toISOString();
    const number = unusedNumber(now);
    const key = idempotency === undefined ? null : digest(idempotency.key);
    const fingerprint = idempotency?.fingerprint ?? null;
    statements.reserve.run(number, instrument, audience, format, templateHash, at, key, fingerprint);
    record(number, 'reserved', at);
    return readEntry(number);
  }

  function seal(number: string, { sha256, issuer, datedOn, variant }: Seal): Entry {
    const { status } = readEntry(number);
    if (status === 'voided') throw new AppError('DOCUMENT_VOIDED', 'a voided number cannot be sealed');
    if (status === 'sealed') throw new AppError('INTERNAL', 'a number is sealed only once');
    const at = clock().toISOString();
    statements.seal.run(at, sha256, issuer, datedOn, variant, number);
    record(number, 'sealed', at);
    return readEntry(number);
  }

  function check(): void {
    try {
      const token = randomBytes(8).toString('hex');
      inTransaction(() => statements.writeProbe.run(token));
      const row = statements.readProbe.get() as { token: string } | undefined;
      if (row?.token !== token) throw new Error('the store does not return what was written');
    } catch (cause) {
      throw storeError('文书登记簿不能读写', cause);
    }
  }

  inTransaction(() => {
    const left = statements.reservedNumbers.all() as { number: string }[];
    for (const { number } of left) voidNumber(number, INTERRUPTED);
  });

  return {
    reserve: (reservation) => withoutSync(database, () => inTransaction(() => reserve(reservation))),
    replay: findByKey,
    seal: (number, details) => inTransaction(() => seal(number, details)),
    void: (number, reason) => inTransaction(() => voidNumber(number, reason)),
    find(number) {
      const row = findRow(number);
      return row === undefined ? undefined : toEntry(row);
    },
    check,
    close,
  };
}

function prepareStatements(database: Database.Database) {
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

/** Callers put case numbers and names into keys; only the digest is kept. */
function digest(key: string): string {
  return createHash('sha256').update(key, 'utf8').digest('hex');
}

function inProgress(): AppError {
  const headers = { 'Retry-After': '1' };
  return new AppError('IDEMPOTENCY_IN_PROGRESS', 'the same request is worked on or has just been finished', {
    headers,
  });
}
