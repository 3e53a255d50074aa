import { inTransaction, type OpenedDatabase, openDatabase, withoutSync } from '../../src/registry/open-database';
import { temporaryFolder } from '../support/temporary-folder';

const [NORMAL, FULL] = [1, 2];

let opened: OpenedDatabase;
beforeEach(() => {
  opened = openDatabase(temporaryFolder());
});
afterEach(() => opened.close());

const synchronous = () => {
  const row = opened.database.prepare('SELECT synchronous AS value FROM pragma_synchronous').get();
  return (row as { value: number }).value;
};

test('every transaction waits for the disk, but for those that are told not to', () => {
  expect(synchronous()).toBe(FULL);
  expect(withoutSync(opened.database, synchronous)).toBe(NORMAL);
  expect(synchronous()).toBe(FULL);
});

test('a transaction that fails without waiting leaves the next one waiting', () => {
  const fail = () => {
    throw new Error('broken');
  };
  expect(() => withoutSync(opened.database, fail)).toThrow('broken');
  expect(synchronous()).toBe(FULL);
});

describe('a transaction', () => {
  const count = () => opened.database.prepare('SELECT count(*) FROM probe').raw().get();
  const fill = (size: number) => () => {
    opened.database.prepare('INSERT INTO probe VALUES (1, ?)').run('x'.repeat(size));
    opened.database.exec("UPDATE entry SET status = 'reserved'");
  };

  test('that the disk is too full for says so, leaves nothing, and the next one works', () => {
    opened.database.exec('PRAGMA max_page_count = 20');
    expect(() => inTransaction(opened.database, fill(200_000))).toThrow(
      expect.objectContaining({ code: 'SQLITE_FULL' }),
    );
    expect(count()).toEqual([0]);
    inTransaction(opened.database, fill(10));
    expect(count()).toEqual([1]);
  });

  test('whose work fails leaves nothing, and the next one works', () => {
    const fail = () => {
      fill(10)();
      throw new Error('broken');
    };
    expect(() => inTransaction(opened.database, fail)).toThrow('broken');
    expect(count()).toEqual([0]);
    inTransaction(opened.database, fill(10));
    expect(count()).toEqual([1]);
  });
});
