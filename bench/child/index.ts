export type { GrowthSeries, Request } from './protocol';
export { type EngineProcess, startEngine } from './start-engine';
export type { Measure } from './tasks';
