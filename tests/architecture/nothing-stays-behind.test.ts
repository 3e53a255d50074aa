import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../support/root';
import { temporaryFolder } from '../support/temporary-folder';

describe('a run of the tests', () => {
  it('leaves nothing in the temporary folder of the machine', () => {
    const outer = temporaryFolder();
    const jest = path.join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
    // It makes dozens of folders and removes none.
    const args = ['--runInBand', '--verbose', 'tests/engine/text-local-wording.test.ts'];
    execFileSync(process.execPath, [jest, ...args], {
      cwd: ROOT,
      env: { ...process.env, TMPDIR: outer },
      stdio: 'pipe',
    });
    expect(readdirSync(outer)).toEqual([]);
  });
});
