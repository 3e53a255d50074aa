import { Router } from 'express';
import { AppError, describeFailure } from '../../errors';
import type { HttpDeps } from '../deps';

/** Liveness, readiness and metrics. */
export function operationRoutes({ pipeline, metrics }: HttpDeps): Router {
  const router = Router();

  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });

  router.get('/readyz', async (_request, response) => {
    const checks = { store: checkStore, templates: checkTemplates, workers: checkWorkers };
    const failed: string[] = [];
    const reasons: string[] = [];
    for (const [name, check] of Object.entries(checks)) {
      try {
        await check(pipeline);
      } catch (error) {
        failed.push(name);
        reasons.push(`${name} (${error instanceof AppError ? error.message : describeFailure(error)})`);
      }
    }
    if (failed.length > 0) {
      const detail = `未就绪的部分：${failed.join('、')}`;
      throw new AppError('NOT_READY', `not ready: ${reasons.join(', ')}`, { detail, headers: { 'Retry-After': '5' } });
    }
    response.json({ status: 'ready', checks: Object.keys(checks) });
  });

  router.get('/metrics', async (_request, response) => {
    response.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });

  return router;
}

type Pipeline = HttpDeps['pipeline'];

function checkStore({ registry }: Pipeline): void {
  registry.check();
}

function checkTemplates({ templates, validators }: Pipeline): void {
  if (templates.instruments.length === 0 || templates.instruments.some(({ id }) => !validators.has(id))) {
    throw new Error('instruments are not loaded');
  }
}

/** A worker that is alive makes a page in every format: proves fonts, writers and readers, not only that files exist. */
function checkWorkers({ workers }: Pipeline): Promise<void> {
  return workers.probe();
}
