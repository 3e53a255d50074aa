import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { readConfig } from './config';
import { openWorkers } from './workers';

/** Folder that holds templates/, fonts/ and samples/, both for the sources and for what is built from them. */
function findRoot(from: string): string {
  const parent = path.dirname(from);
  if (existsSync(path.join(from, 'package.json')) || parent === from) return from;
  return findRoot(parent);
}

async function main(): Promise<void> {
  // What the environment says already stands.
  if (existsSync('.env')) process.loadEnvFile('.env');
  const config = readConfig(process.env);
  const root = findRoot(__dirname);
  const workers = openWorkers({
    program: { file: require.resolve('./workers/worker') },
    fonts: { fontsDir: path.join(root, 'fonts'), ownFontsDir: config.fontsDir },
    processors: availableParallelism(),
    ...{ threads: config.workers, queueLimit: config.queueLimit, timeLimitMs: config.workTimeLimitMs },
  });
  // Told where the service waits for it.
  workers.catch(() => undefined);
  // Loaded only now: a quarter of a second, in which the first thread loads fonts and writers.
  const { serve } = require('./serve') as typeof import('./serve');
  await serve({ config, root, workers });
}

main().catch((error: unknown) => {
  process.stderr.write(`安书无法启动：${error instanceof Error ? error.message : '原因不明'}\n`);
  process.exitCode = 1;
});
