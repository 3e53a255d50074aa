import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'libsql';
import { AppError } from '../../src/errors';
import { isWellFormedNumber, openRegistry, type Registry, type Reservation } from '../../src/registry';
import { temporaryFolder } from '../support/temporary-folder';

const copy: Reservation = { instrument: 'form', audience: 'respondent', format: 'pdf', templateHash: 'templates-1' };
const sealing = { sha256: 'a'.repeat(64), issuer: '某机关', datedOn: '2026-11-21', variant: 'plain' };
const withKey = (key: string, fingerprint = 'request-1'): Reservation => ({
  ...copy,
  idempotency: { key, fingerprint },
});

let dataDir: string;
let now: Date;
let registry: Registry;

const open = () => openRegistry({ dataDir, clock: () => now });

function codeOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
  return 'no error';
}

/** What an operator would read from the file with any SQLite tool. */
function rows(sql: string): unknown[] {
  const database = new Database(path.join(dataDir, 'registry.db'));
  const found = database.prepare(sql).raw().all();
  database.close();
  return found;
}

beforeEach(() => {
  dataDir = temporaryFolder();
  now = new Date('2026-11-21T02:00:00Z');
  registry = open();
});

afterEach(() => registry.close());

describe('life of a number', () => {
  test('is reserved, sealed and voided, with the time of each step', () => {
    const reserved = registry.reserve(copy);
    expect(isWellFormedNumber(reserved.number)).toBe(true);
    expect(reserved).toEqual({ ...copy, number: reserved.number, status: 'reserved', reservedAt: now });

    const sealedAt = new Date('2026-11-21T02:00:05Z');
    now = sealedAt;
    const sealed = registry.seal(reserved.number, sealing);
    expect(sealed).toEqual({ ...reserved, ...sealing, status: 'sealed', sealedAt });

    now = new Date('2026-11-22T02:00:00Z');
    const voided = registry.void(reserved.number, '当事人姓名有误');
    expect(voided).toEqual({ ...sealed, status: 'voided', voidedAt: now, voidReason: '当事人姓名有误' });
    expect(registry.find(reserved.number)).toEqual(voided);
  });

  test('leaves one event per step, and events can neither be changed nor deleted', () => {
    const { number } = registry.reserve(copy);
    registry.seal(number, sealing);
    registry.void(number, '作废');
    expect(rows('SELECT sequence, number, kind, at FROM event')).toEqual([
      [1, number, 'reserved', now.toISOString()],
      [2, number, 'sealed', now.toISOString()],
      [3, number, 'voided', now.toISOString()],
    ]);
    expect(() => rows("UPDATE event SET kind = 'sealed' RETURNING 1")).toThrow('never changed');
    expect(() => rows('DELETE FROM event RETURNING 1')).toThrow('never deleted');
    expect(() => rows('DELETE FROM entry RETURNING 1')).toThrow('never deleted');
  });

  test('does not know a number it never gave', () => {
    expect(registry.find('AS20261121-00000-00000-00')).toBeUndefined();
    expect(codeOf(() => registry.seal('AS20261121-00000-00000-00', sealing))).toBe('DOCUMENT_UNKNOWN');
    expect(codeOf(() => registry.void('AS20261121-00000-00000-00', '作废'))).toBe('DOCUMENT_UNKNOWN');
  });

  test('cannot be voided twice, sealed after voiding, or sealed twice', () => {
    const failed = registry.reserve(copy).number;
    registry.void(failed, '未通过检查');
    expect(codeOf(() => registry.void(failed, '作废'))).toBe('DOCUMENT_VOIDED');
    expect(codeOf(() => registry.seal(failed, sealing))).toBe('DOCUMENT_VOIDED');
    const issued = registry.reserve(copy).number;
    registry.seal(issued, sealing);
    expect(codeOf(() => registry.seal(issued, { ...sealing, sha256: 'b'.repeat(64) }))).toBe('INTERNAL');
    expect(registry.find(issued)).toMatchObject({ status: 'sealed', sha256: sealing.sha256 });
  });

  test('leaves no trace of a step that fails half-way', () => {
    const { number } = registry.reserve(copy);
    expect(() => registry.seal(number, { ...sealing, sha256: 'too short' })).toThrow();
    expect(registry.find(number)?.status).toBe('reserved');
    expect(rows('SELECT kind FROM event')).toEqual([['reserved']]);
  });

  test('is unique among a thousand', () => {
    const numbers = Array.from({ length: 1000 }, () => registry.reserve(copy).number);
    expect(new Set(numbers).size).toBe(1000);
  });

  test('is drawn again when the random source repeats itself, and refused when it never stops', () => {
    registry.close();
    const draws = [1, 1, 2].map((byte) => Buffer.alloc(7, byte));
    const repeating = openRegistry({
      dataDir,
      clock: () => now,
      randomBytes: () => draws.shift() ?? Buffer.alloc(7, 1),
    });
    const first = repeating.reserve(copy).number;
    expect(repeating.reserve(copy).number).not.toBe(first);
    expect(codeOf(() => repeating.reserve(copy))).toBe('INTERNAL');
    repeating.close();
  });
});

describe('idempotency', () => {
  test('answers a repeated request with the sealed entry, also after a restart', () => {
    const { number } = registry.reserve(withKey('key-1'));
    const sealed = registry.seal(number, sealing);
    expect(registry.replay({ key: 'key-1', fingerprint: 'request-1' })).toEqual(sealed);
    registry.close();
    registry = open();
    expect(registry.replay({ key: 'key-1', fingerprint: 'request-1' })).toEqual(sealed);
    expect(codeOf(() => registry.reserve(withKey('key-1')))).toBe('IDEMPOTENCY_IN_PROGRESS');
  });

  test('knows nothing of a key that was never used', () => {
    expect(registry.replay({ key: 'key-1', fingerprint: 'request-1' })).toBeUndefined();
  });

  test('refuses a second copy while the first is being made', () => {
    registry.reserve(withKey('key-1'));
    expect(codeOf(() => registry.reserve(withKey('key-1')))).toBe('IDEMPOTENCY_IN_PROGRESS');
    expect(codeOf(() => registry.replay({ key: 'key-1', fingerprint: 'request-1' }))).toBe('IDEMPOTENCY_IN_PROGRESS');
  });

  test('refuses the key for another request, before and after sealing', () => {
    const { number } = registry.reserve(withKey('key-1'));
    expect(codeOf(() => registry.reserve(withKey('key-1', 'request-2')))).toBe('IDEMPOTENCY_KEY_REUSED');
    registry.seal(number, sealing);
    expect(codeOf(() => registry.reserve(withKey('key-1', 'request-2')))).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(codeOf(() => registry.replay({ key: 'key-1', fingerprint: 'request-2' }))).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(rows('SELECT count(*) FROM entry')).toEqual([[1]]);
  });

  test('frees the key when making the copy failed, so that the caller may try again', () => {
    const failed = registry.reserve(withKey('key-1')).number;
    registry.void(failed, '未通过泄露检查');
    expect(registry.replay({ key: 'key-1', fingerprint: 'request-2' })).toBeUndefined();
    expect(registry.reserve(withKey('key-1', 'request-2')).number).not.toBe(failed);
  });

  test('keeps the key when somebody voids an issued copy: a late retry must not issue it anew', () => {
    const { number } = registry.reserve(withKey('key-1'));
    registry.seal(number, sealing);
    registry.void(number, '撤回');
    expect(registry.replay({ key: 'key-1', fingerprint: 'request-1' })).toMatchObject({ number, status: 'voided' });
    expect(codeOf(() => registry.reserve(withKey('key-1')))).toBe('IDEMPOTENCY_IN_PROGRESS');
  });

  test('stores no key in clear, because callers put case numbers and names into it', () => {
    registry.reserve(withKey('民保令1号-张某某'));
    registry.close();
    const bytes = Buffer.concat(readdirSync(dataDir).map((name) => readFileSync(path.join(dataDir, name))));
    expect(bytes.includes('form')).toBe(true);
    expect(bytes.includes('张某某')).toBe(false);
    registry = open();
  });
});

describe('restart and health', () => {
  test('keeps issued and voided numbers as they were', () => {
    const issued = registry.seal(registry.reserve(copy).number, sealing);
    const voided = registry.void(registry.reserve(copy).number, '未通过检查');
    registry.close();
    registry = open();
    expect(registry.find(issued.number)).toEqual(issued);
    expect(registry.find(voided.number)).toEqual(voided);
  });

  test('writes through to the disk: write-ahead log, full synchronisation', () => {
    expect(rows('PRAGMA journal_mode')).toEqual([['wal']]);
    expect(readFileSync(path.join(dataDir, 'registry.db-wal')).length).toBeGreaterThan(0);
  });

  test('proves that the store works, again and again', () => {
    registry.check();
    registry.check();
    expect(rows('SELECT count(*) FROM probe')).toEqual([[1]]);
  });

  test('reports a store that went away', () => {
    registry.close();
    expect(codeOf(() => registry.check())).toBe('NOT_READY');
    registry = open();
  });

  test('reports a store whose tables went away', () => {
    const database = new Database(path.join(dataDir, 'registry.db'));
    database.exec('DROP TABLE probe');
    database.close();
    expect(codeOf(() => registry.check())).toBe('NOT_READY');
  });
});

describe('a store that cannot be written', () => {
  /** As an operator's own tool would do it. */
  const execute = (sql: string) => {
    const database = new Database(path.join(dataDir, 'registry.db'));
    database.exec(sql);
    database.close();
  };
  const BLOCK = "CREATE TRIGGER block BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'blocked'); END";

  test.each(['registry.db', 'registry.db-wal'])('%s was deleted: no number is given, taken or voided', (file) => {
    const { number } = registry.reserve(copy);
    rmSync(path.join(dataDir, file));
    expect(() => registry.reserve(copy)).toThrow('文书登记簿的文件在运行中被删除或者替换');
    for (const action of [
      () => registry.seal(number, sealing),
      () => registry.void(number, '作废'),
      () => registry.check(),
    ]) {
      expect(codeOf(action)).toBe('NOT_READY');
    }
  });

  test('is damaged while it runs: the operator reads what to do, the caller that it is not ready', () => {
    const { number } = registry.reserve(copy);
    execute("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = 9999 WHERE name = 'entry'");
    execute('PRAGMA schema_version = 1000');
    expect(codeOf(() => registry.find(number))).toBe('NOT_READY');
    expect(() => registry.find(number)).toThrow('文件已损坏，请从备份恢复 registry.db');
  });

  test('keeps a number whose copy failed in mind, and voids it and frees its key as soon as it can', () => {
    const { number } = registry.reserve(withKey('key-1'));
    execute(BLOCK);
    registry.giveUp(number, '出具失败');
    expect(registry.find(number)?.status).toBe('reserved');
    execute('DROP TRIGGER block');
    expect(registry.replay({ key: 'key-1', fingerprint: 'request-1' })).toBeUndefined();
    expect(registry.find(number)).toMatchObject({ status: 'voided', voidReason: '出具失败' });
    expect(registry.reserve(withKey('key-1')).number).not.toBe(number);
  });

  test('voids a number that was given up only once', () => {
    const { number } = registry.reserve(copy);
    registry.void(number, '作废');
    registry.giveUp(number, '出具失败');
    registry.reserve(copy);
    expect(registry.find(number)?.voidReason).toBe('作废');
    expect(rows("SELECT count(*) FROM event WHERE kind = 'voided'")).toEqual([[1]]);
  });
});
