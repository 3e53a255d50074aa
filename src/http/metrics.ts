import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { LANES, type OpenWorkers, WORKER_EVENTS } from '../workers';

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
    workerEvents: countFromZero(
      new Counter({
        name: 'anshu_worker_events_total',
        help: 'Requests refused because too many waited, work stopped by the time limit, threads lost and replaced',
        labelNames: ['event'],
        registers,
      }),
    ),
    leaks: new Counter({ name: 'anshu_leaks_stopped_total', help: 'Copies stopped by the leak check', registers }),
  };
}

/** A series that appears only with its first event cannot be watched for it. */
function countFromZero(counter: Counter<'event'>): Counter<'event'> {
  for (const event of WORKER_EVENTS) counter.inc({ event }, 0);
  return counter;
}

/** Adds how long the lines are and how much runs, read whenever somebody asks. */
export function watchWorkers({ registry }: Metrics, state: OpenWorkers['state']): void {
  const waiting = new Gauge({
    name: 'anshu_worker_waiting',
    help: 'Requests that wait for a worker',
    labelNames: ['lane'],
    registers: [registry],
    collect() {
      for (const lane of LANES) waiting.set({ lane }, state().waiting[lane]);
    },
  });
  const running = new Gauge({
    name: 'anshu_worker_running',
    help: 'Requests that a worker is busy with',
    registers: [registry],
    collect() {
      running.set(state().running);
    },
  });
}

export type Metrics = ReturnType<typeof createMetrics>;
