// npm leaves optional packages of other platforms out of the lock file when the registry mirror at hand lacks them, and
// `npm ci` then refuses the lock file everywhere. This writes their entries (version and platform) from what their
// parents ask for. Run it after every `npm install`: node scripts/complete-lock.mjs
import { readFileSync, writeFileSync } from 'node:fs';

const SYSTEMS = [
  'darwin',
  'linux',
  'win32',
  'windows',
  'android',
  'freebsd',
  'openharmony',
  'sunos',
  'aix',
  'netbsd',
  'openbsd',
];
const PROCESSORS = ['x64', 'arm64', 'arm', 'ia32', 's390x', 'ppc64', 'riscv64', 'loong64', 'wasm32', 'mips64el'];

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const parts = (name) => name.split(/[^a-z0-9]+/);
let added = 0;
for (const parent of Object.values(lock.packages)) {
  for (const [name, range] of Object.entries(parent.optionalDependencies ?? {})) {
    const place = `node_modules/${name}`;
    if (lock.packages[place] !== undefined) continue;
    const words = parts(name.replace('win32', 'windows'));
    const system = SYSTEMS.find((one) => words.includes(one));
    const processor = PROCESSORS.find((one) => words.includes(one));
    lock.packages[place] = {
      version: range.replace(/^[^0-9]*/, ''),
      ...(processor === undefined ? {} : { cpu: [processor] }),
      ...(parent.dev === true ? { dev: true } : {}),
      optional: true,
      ...(system === undefined ? {} : { os: [system === 'windows' ? 'win32' : system] }),
    };
    added += 1;
  }
}
const sorted = Object.entries(lock.packages).sort(([one], [other]) => (one < other ? -1 : 1));
lock.packages = Object.fromEntries(sorted);
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${added} optional packages of other platforms added\n`);
