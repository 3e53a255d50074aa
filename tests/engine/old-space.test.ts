import { execFileSync } from 'node:child_process';
import path from 'node:path';

const SUPPORT = path.join(__dirname, '..', 'support');

/** What a document may leave behind: entries of caches, code. Its tree of objects takes 75 kB and more. */
const FEW_BYTES = 40_000;
/** What a code that was read may: the reader's own lists and pictures of it take 2 kB. */
const FEWER_BYTES = 800;

/** The number that a program of the support folder prints; without compiled code, which comes and goes meanwhile. */
function bytesLeftBy(program: string, ...options: string[]): number {
  const hook = path.join(SUPPORT, 'typescript-hook.cjs');
  const args = ['--no-opt', '--expose-gc', '-r', hook, path.join(SUPPORT, program), ...options];
  return Number(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

describe('the memory of a document', () => {
  // A night's batch grew by 4.5 MB per thousand papers, and the collector copied each of them, because closures that are
  // assigned straight to a property and values of a WeakMap live in the old generation.
  test.each(['pdf', 'docx'])('is given back with the next small collection once its %s is proved', (format) => {
    expect(bytesLeftBy('old-space-child.ts', format)).toBeLessThan(FEW_BYTES);
  });

  // Each case left 150 kB in the main thread: zod's `superRefine` assigns a closure for every text, and objects copied by
  // `...` are allocated in the old generation too.
  test('is given back once its case is checked, projected and made into pages', () => {
    expect(bytesLeftBy('case-memory-child.ts')).toBeLessThan(FEW_BYTES);
  });

  // It grew by 2 MB per thousand papers for as long as anybody waited: the reader of codes never gave anything back.
  test('is given back once its verification code is read', () => {
    expect(bytesLeftBy('codes-memory-child.ts')).toBeLessThan(FEWER_BYTES);
  });
});
