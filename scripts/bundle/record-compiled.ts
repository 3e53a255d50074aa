/** Keeps what V8 has compiled of the bundled service once it has made a few documents; runs within that service. */
import { writeFileSync } from 'node:fs';
import { keptBeside, type Loaded, loadCompiled } from './load-compiled';

/** What a thread exports: each of these takes a job. */
type Take = (job: unknown) => Promise<unknown>;

/** The thread of a service that is recorded: when it has finished so many files, what was compiled of it is kept. */
export function recordThread(file: string, files: number): Loaded['exports'] {
  const { script, exports } = loadCompiled(file);
  const finish = exports['finish'] as Take;
  let finished = 0;
  const count: Take = async (job) => {
    const outcome = await finish(job);
    finished += 1;
    if (finished === files) keep(file, script);
    return outcome;
  };
  return { ...exports, finish: count };
}

/** The main program of a service that is recorded: told to stop, it keeps what was compiled of it first. */
export function recordMain(file: string): void {
  const { script } = loadCompiled(file);
  process.prependOnceListener('SIGTERM', () => keep(file, script));
}

function keep(file: string, script: Loaded['script']): void {
  writeFileSync(keptBeside(file), script.createCachedData());
}
