/** The service as two files with the code that V8 has compiled of them (ADR 13). */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { addressOf, FLAGS } from './started-service';

/** They bring programs, threads or modules of their own, which they look for beside their files. */
const LEFT_ALONE = ['libsql', 'pino', 'piscina', 'zxing-wasm'];

export type Places = {
  /** The project. */
  root: string;
  /** A folder within it. */
  out: string;
};

/** How each program is loaded; `main.js` is what is started. */
const LOADING = {
  'main.js': `require('./load-compiled').loadCompiled(require.resolve('./main.bundle'));`,
  'workers/worker.js': `module.exports = require('../load-compiled').loadCompiled(require.resolve('./worker.bundle')).exports;`,
};

/** Bundles the service from its sources. @throws Error when it cannot be bundled */
export async function bundleService({ root, out }: Places): Promise<void> {
  rmSync(out, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: {
      'main.bundle': 'src/main.ts',
      'workers/worker.bundle': 'src/workers/worker.ts',
      'load-compiled': 'scripts/bundle/load-compiled.ts',
      'record-compiled': 'scripts/bundle/record-compiled.ts',
    },
    ...{ outdir: out, bundle: true, platform: 'node', target: 'node20', format: 'cjs' },
    external: LEFT_ALONE,
    // The main program names the file of the threads, which does not become part of it.
    logOverride: { 'require-resolve-not-external': 'silent' },
    logLevel: 'warning',
  });
  write(out, LOADING);
}

/**
 * Has the bundled service make a few documents and keeps what V8 compiled for them.
 * @throws Error when it does not start or does not make them; it can be started all the same, and compiles by itself
 */
export async function recordService({ root, out }: Places): Promise<void> {
  const requests = sampleRequests(path.join(root, 'samples'));
  write(out, {
    'main.js': `require('./record-compiled').recordMain(require.resolve('./main.bundle'));`,
    'workers/worker.js': `module.exports = require('../record-compiled').recordThread(require.resolve('./worker.bundle'), ${requests.length});`,
  });
  try {
    await makeDocuments(out, requests);
  } finally {
    write(out, LOADING);
  }
}

function write(out: string, files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(out, name), `${text}\n`);
}

/** One document of each instrument, and the first as DOCX too. */
function sampleRequests(samples: string): string[] {
  const bodies = readdirSync(samples).map((instrument) => {
    const [first = ''] = readdirSync(path.join(samples, instrument)).filter((name) => name.endsWith('.json'));
    return readFileSync(path.join(samples, instrument, first), 'utf8');
  });
  const [first] = bodies;
  return first === undefined ? [] : [...bodies, JSON.stringify({ ...JSON.parse(first), format: 'docx' })];
}

/** Starts the service, has it make the documents, and ends it. */
async function makeDocuments(out: string, requests: string[]): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'anshu-bundle-'));
  const service = spawn(process.execPath, [...FLAGS, path.join(out, 'main.js')], {
    cwd: dataDir,
    env: { PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent', WORKERS: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise((resolve) => service.once('exit', resolve));
  try {
    const address = await addressOf(service.stderr);
    for (const body of requests) {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${address}/v1/documents`, { method: 'POST', headers, body });
      if (answer.status !== 201) throw new Error(`the bundled service answered ${answer.status}`);
      await answer.arrayBuffer();
    }
  } finally {
    service.kill();
    await ended;
    rmSync(dataDir, { recursive: true });
  }
}
