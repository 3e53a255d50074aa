/** `npm run check-pdf -- files…`: tests PDF files against PDF/A-2b and PDF/UA-1; ends with 1 when a rule is broken. */
import { readFileSync } from 'node:fs';
import { openChecker } from './check-file';

const files = process.argv.slice(2);
const { rules, check } = openChecker({ fontsDir: 'fonts' });
let failures = 0;
for (const file of files) {
  for (const { rule, clause, object, detail } of check(readFileSync(file))) {
    failures += 1;
    console.log(`${file}: ${rule} (${clause}): ${object}: ${detail}`);
  }
}
console.log(`${rules.length} rules tested:`);
for (const { id, clause, says } of rules) console.log(`  ${id.padEnd(26)} ${says} (${clause})`);
console.log(`${files.length} files, ${failures} failures`);
if (failures > 0 || files.length === 0) process.exitCode = 1;
