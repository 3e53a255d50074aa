import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** Prometheus metrics. Labels are routes, codes and ids of our own, never anything from a case. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    requests: new Histogram({
      name: 'anshu_http_request_seconds',
      help: 'Duration of requests',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers,
    }),
    problems: new Counter({ name: 'anshu_problems_total', help: 'Problems answered', labelNames: ['code'], registers }),
    documents: new Counter({
      name: 'anshu_documents_issued_total',
      help: 'Copies issued',
      labelNames: ['instrument', 'audience', 'format'],
      registers,
    }),
    leaks: new Counter({ name: 'anshu_leaks_stopped_total', help: 'Copies stopped by the leak check', registers }),
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
