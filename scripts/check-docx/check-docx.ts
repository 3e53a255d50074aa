/** `npm run check-docx -- files…`: tests DOCX files against ECMA-376; ends with 1 when a rule is broken. */

import { runProgram } from '../run-program';
import { checkDocxFiles } from './check-files';

async function main(): Promise<void> {
  const files = process.argv.slice(2);
  const faults = await checkDocxFiles(files, { root: process.cwd() });
  faults.forEach((found, index) => {
    for (const { rule, part, detail } of found) console.log(`${files[index]}: ${rule}: ${part}: ${detail}`);
  });
  const failures = faults.flat().length;
  console.log(`${files.length} files, ${failures} failures (ECMA-376 schemas by the Open XML SDK, package rules)`);
  if (failures > 0 || files.length === 0) process.exitCode = 1;
}

runProgram(main);
