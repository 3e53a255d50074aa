import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type OpenedDatabase, openDatabase, withoutSync } from '../../src/registry/open-database';

const [NORMAL, FULL] = [1, 2];

let opened: OpenedDatabase;
beforeEach(() => {
  opened = openDatabase(mkdtempSync(path.join(tmpdir(), 'anshu-sync-')));
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
