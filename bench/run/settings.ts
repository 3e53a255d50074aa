import type { Engine } from '../engines/engine';

/** How much is measured. Every number is fixed work, not fixed time. */
export type Settings = {
  isQuick: boolean;
  rounds: number;
  /** Documents of one engine in one round. */
  perRound: Record<Engine['pace'], number>;
  /** Documents that begin a turn and are not counted: the first after a long wait take up to five times as long. */
  resume: Record<Engine['pace'], number>;
  /**
   * Documents of which two lots are compared while an engine warms up. Small lots end that too soon: V8 goes on
   * compiling, on other threads of the same cores, for two thousand documents.
   */
  warmLot: Record<Engine['pace'], number>;
  warmLimitMs: number;
  /** Documents of each of the processes that fill the cores together, aimed at this time: some thousand, as in a night. */
  throughputMs: number;
  /** Documents of each process at least. */
  throughputLeast: number;
  growthRuns: number;
  /** Papers made from their case, after those that V8 compiles for. */
  wayRuns: { before: number; counted: number };
  /** Processes of each kind that are started for one document. */
  coldStarts: number;
  endureCount: number;
  concurrentCount: number;
  /** After this no further part is begun, and the report names what was left out. */
  deadlineMs: number;
};

export const FULL: Settings = {
  isQuick: false,
  rounds: 20,
  perRound: { fast: 100, slow: 5, cold: 1 },
  resume: { fast: 50, slow: 2, cold: 0 },
  warmLot: { fast: 500, slow: 40, cold: 1 },
  warmLimitMs: 20_000,
  throughputMs: 15_000,
  throughputLeast: 3,
  growthRuns: 15,
  wayRuns: { before: 2000, counted: 300 },
  coldStarts: 11,
  endureCount: 10_000,
  concurrentCount: 384,
  deadlineMs: Number.POSITIVE_INFINITY,
};

export const QUICK: Settings = {
  isQuick: true,
  rounds: 3,
  perRound: { fast: 10, slow: 3, cold: 1 },
  resume: { fast: 5, slow: 1, cold: 0 },
  warmLot: { fast: 100, slow: 10, cold: 1 },
  warmLimitMs: 2000,
  throughputMs: 500,
  throughputLeast: 1,
  growthRuns: 2,
  wayRuns: { before: 40, counted: 20 },
  coldStarts: 1,
  endureCount: 500,
  concurrentCount: 64,
  deadlineMs: 100_000,
};
