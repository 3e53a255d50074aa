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
import { createValidator, type FieldNode } from './schema';
import { compileClauses } from './text';
import { type OpenWorkers, openWorkers, type Workers, type WorkersOptions } from './workers';

type PipelineOptions<Case, P extends LawShape, L extends LawShape> = {
  templates: Templates<Case, P, L>;
  /** Folder of clauses, partials and jurisdiction data. */
  templatesDir: string;
  workers: Workers;
  registry: Registry;
  clock: () => Date;
  publicBaseUrl: string;
};

/**
 * Reads and checks the law and the clauses that documents are made from. Whatever is wrong with them stops the start here.
 * @throws Error naming the file and line at fault
 */
export function openPipeline<Case, P extends LawShape, L extends LawShape>(
  options: PipelineOptions<Case, P, L>,
): Deps<Case, P, L> {
  const { templates, templatesDir, workers, registry, clock, publicBaseUrl } = options;
  const jurisdictions = loadJurisdictions({ dir: path.join(templatesDir, 'jurisdictions'), schema: templates.law });
  const clauses = compileClauses({
    templatesDir,
    jurisdictions: jurisdictions.ids,
    fields: fieldNames(createValidator(templates.caseSchema).tree),
    instruments: templates.instruments,
  });
  return {
    ...{ templates, jurisdictions, clauses, workers, registry, clock, publicBaseUrl },
    validators: new Map(templates.instruments.map(({ id, schema }) => [id, createValidator(schema)])),
    templateHash: hashTemplates(templatesDir),
  };
}

type ServiceOptions<Case, P extends LawShape, L extends LawShape> = Omit<
  PipelineOptions<Case, P, L>,
  'registry' | 'publicBaseUrl' | 'workers'
> &
  Pick<WorkersOptions, 'program' | 'fonts'> & { config: Config; version: string; log: Log };

export type Service = {
  app: Express;
  /** Work that runs and requests that wait. */
  work: OpenWorkers['state'];
  stopTakingRequests(): void;
  /** Lets what was begun end. */
  close(): Promise<void>;
};

/** Builds the whole service from its parts. @throws Error as `openPipeline`, `openRegistry` and `openWorkers` */
export async function wireService<Case, P extends LawShape, L extends LawShape>(
  options: ServiceOptions<Case, P, L>,
): Promise<Service> {
  const { config, version, log, clock, program, fonts } = options;
  const metrics = createMetrics();
  const registry = openRegistry({ dataDir: config.dataDir, clock });
  const workers = await openWorkers({
    ...{ program, fonts, threads: config.workers, queueLimit: config.queueLimit },
    timeLimitMs: config.workTimeLimitMs,
    report(event) {
      metrics.workerEvents.inc({ event });
      if (event !== 'refused') log('warn', `worker ${event}`);
    },
  }).catch((error) => {
    registry.close();
    throw error;
  });
  watchWorkers(metrics, workers.state);
  const close = async () => {
    await workers.close();
    registry.close();
  };
  try {
    const pipeline = openPipeline({ ...options, workers, registry, publicBaseUrl: config.publicBaseUrl });
    let stopping = false;
    const app = createApp({
      // The routes hand cases on without looking into them.
      pipeline: pipeline as unknown as HttpDeps['pipeline'],
      ...{ log, metrics, version },
      limits: { bodyLimit: config.bodyLimitBytes, uploadLimit: config.uploadLimitBytes },
      isStopping: () => stopping,
    });
    const stopTakingRequests = () => {
      stopping = true;
    };
    return { app, work: workers.state, stopTakingRequests, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Names of every field anywhere in the case: what a clause may refer to. */
export function fieldNames(node: FieldNode): Set<string> {
  if (node.kind === 'list') return fieldNames(node.item);
  if (node.kind === 'leaf') return new Set();
  return new Set(Object.entries(node.fields).flatMap(([name, child]) => [name, ...fieldNames(child)]));
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
