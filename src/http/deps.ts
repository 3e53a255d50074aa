import type { LawShape } from '../authoring';
import type { Log } from '../log';
import type { Deps } from '../pipeline';
import type { Metrics } from './metrics';

/** What the routes need. The shapes of case and law are the templates' business and stay opaque here. */
export type HttpDeps = {
  pipeline: Deps<unknown, LawShape, LawShape>;
  log: Log;
  metrics: Metrics;
  limits: { bodyLimit: number; uploadLimit: number };
  /** Version of this program. */
  version: string;
  /** Whether the service has begun to stop and takes nothing new. */
  isStopping(): boolean;
};
