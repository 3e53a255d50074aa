import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readConfig } from '../../src/config';
import { createLog } from '../../src/log';
import { type Service, wireService } from '../../src/wire';
import { openWorkers } from '../../src/workers';
import { templates } from '../../templates';
import { ROOT } from './root';
import { temporaryFolder } from './temporary-folder';

type Options = {
  env?: Record<string, string>;
  dataDir?: string;
  templatesDir?: string;
  instruments?: typeof templates.instruments;
  clock?: () => Date;
  /** What each worker runs; the service's own when left out. */
  workerFile?: string;
  fontsDir?: string;
};

const WORKER = path.join(ROOT, 'src', 'workers', 'worker.ts');
/** Threads are not jest's: they load TypeScript by themselves. */
const TYPESCRIPT = path.join(ROOT, 'tests', 'support', 'typescript-hook.cjs');

export type TestService = Service & { dataDir: string; logLines: () => string };

/** The whole service on its real parts and a data folder of its own; its log is kept for reading. */
export async function openService(options: Options = {}): Promise<TestService> {
  const dataDir = options.dataDir ?? temporaryFolder();
  const lines: string[] = [];
  const config = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'debug', WORKERS: '1', ...options.env });
  const service = await wireService({
    config,
    templates: { ...templates, instruments: options.instruments ?? templates.instruments },
    templatesDir: options.templatesDir ?? path.join(ROOT, 'templates'),
    workers: openWorkers({
      program: { file: options.workerFile ?? WORKER, execArgv: ['-r', TYPESCRIPT] },
      fonts: { fontsDir: options.fontsDir ?? path.join(ROOT, 'fonts') },
      processors: 2,
      ...{ threads: config.workers, queueLimit: config.queueLimit, timeLimitMs: config.workTimeLimitMs },
    }),
    version: '0.0.0-test',
    log: createLog({ level: config.logLevel, destination: { write: (line: string) => void lines.push(line) } }),
    clock: options.clock ?? (() => new Date('2026-11-21T02:00:00Z')),
  });
  return { ...service, dataDir, logLines: () => lines.join('') };
}

/** The whole matter of a jurisdiction, as an object that a test may change. */
export function sampleCase(jurisdiction = 'chongqing'): Record<string, unknown> {
  const file = path.join(ROOT, 'templates', 'jurisdictions', jurisdiction, 'samples', 'case.json');
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
}
