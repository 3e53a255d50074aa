import { createHash, randomBytes as systemRandomBytes } from 'node:crypto';
import { AppError } from '../errors';
import { type EntryRow, toEntry } from './entry-row';
import { makeNumber, type RandomSource } from './number';
import { inTransaction, openDatabase, withoutSync } from './open-database';
import type { Entry, Idempotency, Registry, Reservation, Seal } from './registry';
import { prepareStatements } from './statements';
import { isStoreTrouble, reasonOf, storeError } from './store-error';

type RegistryOptions = {
  /** Directory on a local disk; made when it is missing. One process at a time. */
  dataDir: string;
  clock: () => Date;
  /** Cryptographic randomness; the system's when left out. */
  randomBytes?: RandomSource;
};

const INTERRUPTED = '进程中断，未完成出具';

/** A probe writes about as much as issuing a copy does (six pages of 4 kB), so that a disk nearly full shows in it too. */
const PROBE_LENGTH = 24_000;

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
  const { database, assertInPlace, close } = openDatabase(dataDir);
  const statements = prepareStatements(database);

  const findRow = (number: string) => statements.byNumber.get(number) as EntryRow | undefined;
  const record = (number: string, kind: EventKind, at: string) => statements.addEvent.run(number, kind, at);
  /** Numbers whose copies failed, with the reason, that could not be voided yet. */
  const givenUp = new Map<string, string>();

  function write<T>(work: () => T): T {
    assertInPlace();
    return asStore(() => inTransaction(database, work));
  }

  function voidGivenUp(): void {
    if (givenUp.size === 0) return;
    write(() => {
      for (const [number, reason] of givenUp) if (findRow(number)?.status === 'reserved') voidNumber(number, reason);
    });
    givenUp.clear();
  }

  function giveUp(number: string, reason: string): void {
    givenUp.set(number, reason);
    try {
      voidGivenUp();
    } catch {
      // The caller has the failure that led here to tell. The next number or the next start tries again.
    }
  }

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
      const token = randomBytes(8).toString('hex').padEnd(PROBE_LENGTH, '0');
      write(() => statements.writeProbe.run(token));
      const row = statements.readProbe.get() as { token: string } | undefined;
      if (row?.token !== token) throw new Error('the store does not return what was written');
    } catch (cause) {
      throw cause instanceof AppError ? cause : storeError('文书登记簿不能读写', cause);
    }
  }

  write(() => {
    const left = statements.reservedNumbers.all() as { number: string }[];
    for (const { number } of left) voidNumber(number, INTERRUPTED);
  });

  return {
    reserve(reservation) {
      voidGivenUp();
      return withoutSync(database, () => write(() => reserve(reservation)));
    },
    replay(idempotency) {
      voidGivenUp();
      return asStore(() => findByKey(idempotency));
    },
    seal: (number, details) => write(() => seal(number, details)),
    void: (number, reason) => write(() => voidNumber(number, reason)),
    giveUp,
    find(number) {
      const row = asStore(() => findRow(number));
      return row === undefined ? undefined : toEntry(row);
    },
    check,
    close,
  };
}

/** @throws AppError NOT_READY, with the reason for the operator, when the store cannot do the work */
function asStore<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw isStoreTrouble(cause) ? storeError(`文书登记簿不能读写：${reasonOf(cause)}`, cause) : cause;
  }
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
