export type { GrowthSeries } from './protocol';
export { type EngineProcess, startEngine } from './start-engine';
