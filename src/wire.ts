import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Express } from 'express';
import type { LawShape, Templates } from './authoring';
import type { Config } from './config';
import { createApp, createMetrics, type HttpDeps, watchWorkers } from './http';
import { loadJurisdictions } from './jurisdiction';
import type { Log } from './log';
import type { Deps } from './pipeline';
import { openRegistry, type Registry } from './registry';
import { createValidator, fieldNames } from './schema';
import { compileClauses } from './text';
import type { OpenWorkers, Workers } from './workers';

type PipelineOptions<Case, P extends LawShape, L extends LawShape> = {
  templates: Templates<Case, P, L>;
  /** Folder of clauses, partials and jurisdiction data. */
  templatesDir: string;
  workers: Workers;
  registry: Registry;
  clock: () => Date;
  publicBaseUrl: string;
};

/** The pipeline without HTTP, for tools that make many files. @throws Error as `readSources` */
export function openPipeline<Case, P extends LawShape, L extends LawShape>(
  options: PipelineOptions<Case, P, L>,
): Deps<Case, P, L> {
  const { workers, registry, clock, publicBaseUrl } = options;
  return { ...readSources(options), workers, registry, clock, publicBaseUrl };
}

type Sources<Case, P extends LawShape, L extends LawShape> = Pick<
  PipelineOptions<Case, P, L>,
  'templates' | 'templatesDir'
>;

/**
 * Reads and checks the law and the clauses that documents are made from. Whatever is wrong with them stops the start here.
 * @throws Error naming the file and line at fault
 */
function readSources<Case, P extends LawShape, L extends LawShape>({
  templates,
  templatesDir,
}: Sources<Case, P, L>): Pick<
  Deps<Case, P, L>,
  'templates' | 'jurisdictions' | 'clauses' | 'validators' | 'templateHash'
> {
  const jurisdictions = loadJurisdictions({ dir: path.join(templatesDir, 'jurisdictions'), schema: templates.law });
  const clauses = compileClauses({
    templatesDir,
    jurisdictions,
    fields: fieldNames(createValidator(templates.caseSchema).tree),
    instruments: templates.instruments,
  });
  const validators = new Map(templates.instruments.map(({ id, schema }) => [id, createValidator(schema)]));
  return { templates, jurisdictions, clauses, validators, templateHash: hashTemplates(templatesDir) };
}

type ServiceOptions<Case, P extends LawShape, L extends LawShape> = Omit<
  PipelineOptions<Case, P, L>,
  'registry' | 'publicBaseUrl' | 'workers'
> & {
  config: Config;
  version: string;
  log: Log;
  /** Begun already: the first thread starts while the law is read here. */
  workers: Promise<OpenWorkers>;
};

export type Service = {
  app: Express;
  /** Work that runs and requests that wait. */
  work: OpenWorkers['state'];
  stopTakingRequests(): void;
  /** Lets what was begun end. */
  close(): Promise<void>;
};

/**
 * Builds the whole service from its parts; closes all of them when one is not in order.
 * @throws Error as `readSources`, `openRegistry` and `openWorkers`
 */
export async function wireService<Case, P extends LawShape, L extends LawShape>(
  options: ServiceOptions<Case, P, L>,
): Promise<Service> {
  const { config, version, log, clock } = options;
  const { publicBaseUrl } = config;
  let registry: Registry | undefined;
  try {
    registry = openRegistry({ dataDir: config.dataDir, clock });
    const sources = readSources(options);
    const workers = await options.workers;
    const metrics = createMetrics();
    watchWorkers(metrics, workers.state);
    workers.listen((event) => {
      metrics.workerEvents.inc({ event });
      if (event !== 'refused') log('warn', `worker ${event}`);
    });
    const { close } = registry;
    let stopping = false;
    const app = createApp({
      // The routes hand cases on without looking into them.
      pipeline: { ...sources, workers, registry, clock, publicBaseUrl } as unknown as HttpDeps['pipeline'],
      ...{ log, metrics, version },
      limits: { bodyLimit: config.bodyLimitBytes, uploadLimit: config.uploadLimitBytes },
      isStopping: () => stopping,
    });
    return {
      app,
      work: workers.state,
      stopTakingRequests: () => {
        stopping = true;
      },
      close: async () => {
        await workers.close();
        close();
      },
    };
  } catch (error) {
    registry?.close();
    await options.workers.then(
      (workers) => workers.close(),
      () => undefined,
    );
    throw error;
  }
}

/** One digest over wording and law data, independent of the order in which the disk lists them. */
function hashTemplates(dir: string): string {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(hbs|json)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(path.relative(dir, file)).update(readFileSync(file));
  return hash.digest('hex');
}
