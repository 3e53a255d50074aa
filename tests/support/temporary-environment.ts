import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import NodeEnvironment from 'jest-environment-node';

/**
 * Jest's environment, in which every test file has a temporary folder of its own: what the file, the service, LibreOffice
 * and Chromium leave there is gone when its last hook has run. A hook in a setup file would run before those of the test.
 */
export default function openEnvironment(
  ...given: ConstructorParameters<typeof NodeEnvironment>
): InstanceType<typeof NodeEnvironment> {
  const environment = new NodeEnvironment(...given);
  const outer = process.env['TMPDIR'];
  const folder = mkdtempSync(path.join(tmpdir(), 'anshu-tests-'));
  // Some tests give up the rights of root in it.
  chmodSync(folder, 0o755);
  // Node itself and its threads read the first, the programs that a test starts are given the second, which is a copy.
  process.env['TMPDIR'] = folder;
  environment.global.process.env['TMPDIR'] = folder;
  const teardown = environment.teardown.bind(environment);
  environment.teardown = async () => {
    await teardown();
    if (outer === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = outer;
    // A program that was just killed may still be writing.
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  return environment;
}
