import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Fault } from './fault';
import { packageFaults } from './package-rules';

const run = promisify(execFile);

/**
 * Checks DOCX files against the schemas of ECMA-376 and the rules of the package.
 * @param options.root folder of the project
 * @returns what is wrong with each file, in the order of `files`
 * @throws Error when the validator cannot be started: `npm ci` brings it
 */
export async function checkDocxFiles(files: readonly string[], options: { root: string }): Promise<Fault[][]> {
  const script = join(options.root, 'scripts/check-docx/validate-schema.mjs');
  const { stdout } = await run(process.execPath, [script, ...files], { maxBuffer: 2 ** 26 });
  const answers = stdout.trim().split('\n');
  return files.map((file, index) => {
    const found = JSON.parse(answers[index] ?? '') as Fault[];
    return [...found, ...packageFaults(readFileSync(file))];
  });
}
