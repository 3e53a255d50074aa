export type { GrowthSeries } from './protocol';
export { type EngineProcess, NODE_FLAGS, startEngine } from './start-engine';
