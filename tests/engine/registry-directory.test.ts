import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'libsql';
import { AppError } from '../../src/errors';
import { openRegistry } from '../../src/registry';
import { temporaryFolder } from '../support/temporary-folder';

const clock = () => new Date('2026-11-21T02:00:00Z');
const support = path.join(__dirname, '../support');

let home: string;
let dataDir: string;

beforeEach(() => {
  home = temporaryFolder();
  dataDir = path.join(home, 'data');
});

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** Starts another process on the directory; resolves with the first line it prints. */
async function startChild(): Promise<{ child: ChildProcess; line: string }> {
  const hook = path.join(support, 'typescript-hook.cjs');
  const child = spawn(process.execPath, ['-r', hook, path.join(support, 'registry-child.ts'), dataDir, 'key-1']);
  children.push(child);
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (data: Buffer) => resolve(data.toString('utf8').trim()));
    child.stderr.once('data', (data: Buffer) => reject(new Error(data.toString('utf8'))));
  });
  return { child, line };
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

/** The one line the operator reads. */
function refusal(): string {
  try {
    openRegistry({ dataDir, clock }).close();
  } catch (error) {
    if (error instanceof AppError) return `${error.code} ${error.message}`;
    throw error;
  }
  return 'opened';
}

describe('data directory', () => {
  test('is made when it is missing, for its owner only', () => {
    expect(refusal()).toBe('opened');
    expect(readFileSync(path.join(dataDir, 'registry.db')).subarray(0, 15).toString()).toBe('SQLite format 3');
  });

  test('belongs to one process: a second one is refused in one clear line and harms nothing', async () => {
    const { child, line } = await startChild();
    expect(line).toMatch(/^reserved AS/);
    expect(refusal()).toMatch(/^NOT_READY 数据目录 .* 正由另一个安书进程使用.*$/);
    const second = await startChild();
    expect(second.line).toMatch(/^refused 数据目录 .* 正由另一个安书进程使用/);
    await kill(child);
    expect(refusal()).toBe('opened');
  });

  test('belongs to one registry also within a process', () => {
    const registry = openRegistry({ dataDir, clock });
    expect(refusal()).toContain('正由另一个安书进程使用');
    registry.close();
    expect(refusal()).toBe('opened');
  });

  test('killed between reserving and sealing: the number is voided at the next start, and its key is free', async () => {
    const { child, line } = await startChild();
    const number = line.replace('reserved ', '');
    await kill(child);
    const registry = openRegistry({ dataDir, clock });
    expect(registry.find(number)).toMatchObject({
      status: 'voided',
      voidReason: '进程中断，未完成出具',
      voidedAt: clock(),
    });
    const idempotency = { key: 'key-1', fingerprint: 'fingerprint' };
    expect(registry.replay(idempotency)).toBeUndefined();
    const again = registry.reserve({
      instrument: 'form',
      audience: 'file',
      format: 'pdf',
      templateHash: 'h',
      idempotency,
    });
    expect(again.number).not.toBe(number);
    registry.close();
  });

  test('damaged file: says so and points to the backup', () => {
    mkdirSync(dataDir);
    writeFileSync(path.join(dataDir, 'registry.db'), 'this was a database once '.repeat(400));
    expect(refusal()).toMatch(/^NOT_READY .*文件已损坏，请从备份恢复 registry\.db$/);
  });

  test('page damaged in the middle: found at start, not when a number is looked up', () => {
    const registry = openRegistry({ dataDir, clock });
    for (let count = 0; count < 200; count += 1) {
      registry.reserve({ instrument: 'form', audience: 'file', format: 'pdf', templateHash: 'h'.repeat(64) });
    }
    registry.close();
    const file = path.join(dataDir, 'registry.db');
    const bytes = readFileSync(file);
    bytes.fill(0xff, 4096 * 2, bytes.length);
    writeFileSync(file, bytes);
    expect(refusal()).toMatch(/^NOT_READY .*文件已损坏/);
  });

  test('written by a later version: refused instead of misread', () => {
    openRegistry({ dataDir, clock }).close();
    const database = new Database(path.join(dataDir, 'registry.db'));
    database.exec('PRAGMA user_version = 99');
    database.close();
    expect(refusal()).toMatch(/^NOT_READY 文书登记簿由更新的版本写成（第 99 版.*请升级安书$/);
  });

  test('path that is a file: refused in one line', () => {
    writeFileSync(dataDir, '');
    expect(refusal()).toMatch(/^NOT_READY .*路径不是目录$/);
    dataDir = path.join(dataDir, 'below');
    expect(refusal()).toMatch(/^NOT_READY .*路径不是目录$/);
  });

  test('database that is a directory: refused in one line', () => {
    mkdirSync(path.join(dataDir, 'registry.db'), { recursive: true });
    expect(refusal()).toMatch(/^NOT_READY .*不能打开，请检查权限$/);
  });

  test('read-only directory: refused in one line', () => {
    chmodSync(home, 0o755);
    mkdirSync(dataDir);
    chmodSync(dataDir, 0o555);
    expect(withoutPrivileges(refusal)).toMatch(/^NOT_READY .*(不可写|不能打开，请检查权限)$/);
  });

  test('read-only parent: refused in one line', () => {
    chmodSync(home, 0o555);
    expect(withoutPrivileges(refusal)).toMatch(/^NOT_READY .*不可写$/);
    chmodSync(home, 0o755);
  });
});

/** Root may write anywhere; the user `nobody` (65534) may not. */
function withoutPrivileges<T>(action: () => T): T {
  if (process.geteuid?.() !== 0) return action();
  process.seteuid?.(65534);
  try {
    return action();
  } finally {
    process.seteuid?.(0);
  }
}
