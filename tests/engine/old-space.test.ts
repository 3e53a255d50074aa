import { execFileSync } from 'node:child_process';
import path from 'node:path';

const SUPPORT = path.join(__dirname, '..', 'support');

/** What a document may leave behind: entries of caches, code. Its tree of objects takes 75 kB and more. */
const FEW_BYTES = 40_000;

describe('the memory of a document', () => {
  // A night's batch grew by 4.5 MB per thousand papers, and the collector copied each of them, because closures that are
  // assigned straight to a property and values of a WeakMap live in the old generation.
  test.each(['pdf', 'docx'])('is given back with the next small collection once its %s is proved', (format) => {
    const hook = path.join(SUPPORT, 'typescript-hook.cjs');
    // Without compiled code, which would come and go between the measurements.
    const args = ['--no-opt', '--expose-gc', '-r', hook, path.join(SUPPORT, 'old-space-child.ts'), format];
    const bytes = Number(execFileSync(process.execPath, args, { encoding: 'utf8' }));
    expect(bytes).toBeLessThan(FEW_BYTES);
  });
});
