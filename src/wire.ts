import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Express } from 'express';
import type { LawShape, Templates } from './authoring';
import type { Config } from './config';
import { createApp, createMetrics, type HttpDeps } from './http';
import { loadJurisdictions } from './jurisdiction';
import { openLayout } from './layout';
import type { Log } from './log';
import type { Deps } from './pipeline';
import { openRegistry, type Registry } from './registry';
import { createValidator, type FieldNode } from './schema';
import { compileClauses } from './text';

type PipelineOptions<Case, P extends LawShape, L extends LawShape> = {
  templates: Templates<Case, P, L>;
  /** Folder of clauses, partials and jurisdiction data. */
  templatesDir: string;
  fontsDir: string;
  registry: Registry;
  clock: () => Date;
  publicBaseUrl: string;
};

/**
 * Reads and checks everything that documents are made from. Whatever is wrong with fonts, law or clauses stops the
 * start here.
 * @throws Error naming the file and line at fault
 */
export async function openPipeline<Case, P extends LawShape, L extends LawShape>(
  options: PipelineOptions<Case, P, L>,
): Promise<Deps<Case, P, L>> {
  const { templates, templatesDir, fontsDir, registry, clock, publicBaseUrl } = options;
  const jurisdictions = loadJurisdictions({ dir: path.join(templatesDir, 'jurisdictions'), schema: templates.law });
  const clauses = compileClauses({
    templatesDir,
    jurisdictions: jurisdictions.ids,
    fields: fieldNames(createValidator(templates.caseSchema).tree),
    instruments: templates.instruments,
  });
  return {
    ...{ templates, jurisdictions, clauses, registry, clock, publicBaseUrl },
    validators: new Map(templates.instruments.map(({ id, schema }) => [id, createValidator(schema)])),
    layout: await openLayout({ fontsDir }),
    templateHash: hashTemplates(templatesDir),
  };
}

type ServiceOptions<Case, P extends LawShape, L extends LawShape> = Omit<
  PipelineOptions<Case, P, L>,
  'registry' | 'publicBaseUrl'
> & { config: Config; version: string; log: Log };

export type Service = { app: Express; stopTakingRequests(): void; close(): void };

/** Builds the whole service from its parts. @throws Error as `openPipeline` and `openRegistry` */
export async function wireService<Case, P extends LawShape, L extends LawShape>(
  options: ServiceOptions<Case, P, L>,
): Promise<Service> {
  const { config, version, log, clock } = options;
  const registry = openRegistry({ dataDir: config.dataDir, clock });
  const pipeline = await openPipeline({ ...options, registry, publicBaseUrl: config.publicBaseUrl }).catch((error) => {
    registry.close();
    throw error;
  });
  let stopping = false;
  const app = createApp({
    // The routes hand cases on without looking into them.
    pipeline: pipeline as unknown as HttpDeps['pipeline'],
    log,
    metrics: createMetrics(),
    limits: { bodyLimit: config.bodyLimitBytes, uploadLimit: config.uploadLimitBytes },
    version,
    isStopping: () => stopping,
  });
  return {
    app,
    stopTakingRequests: () => {
      stopping = true;
    },
    close: () => registry.close(),
  };
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
