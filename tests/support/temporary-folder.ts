import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A new folder for this test file. Nobody need remove it: `temporary-environment.ts` does when the file ends. */
export function temporaryFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'folder-'));
}
