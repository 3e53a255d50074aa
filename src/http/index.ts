export { createApp } from './app';
export type { HttpDeps } from './deps';
export { createMetrics, watchWorkers } from './metrics';
export { createHttpServer } from './server';
