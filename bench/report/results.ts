import type { Fate } from '../inspect/characters';
import type { PdfFindings } from '../inspect/inspect-pdf';
import type { ColdStart } from '../run/cold-start';
import type { Compared } from '../run/compare';
import type { Endurance } from '../run/endurance';
import type { ConcurrencyPoint, GrowthResult } from '../run/growth';
import type { MatcherPoint } from '../run/matcher';
import type { Throughput } from '../run/throughput';
import type { WholeWay } from '../run/whole-way';

/** Everything one run found out; kept as JSON, from which the report can be written again. */
export type EngineResult = {
  id: string;
  versions: string;
  compared: Compared;
  throughput?: Throughput;
  peakMb: number;
  findings?: PdfFindings;
  characters?: Record<string, Fate>;
  /** Median ms of each step of our own engines. */
  steps?: Record<string, number>;
};

export type Results = {
  date: string;
  command: string;
  machine: string[];
  isQuick: boolean;
  engines: EngineResult[];
  /** Engines that were left out, and why. */
  absent: { id: string; reason: string }[];
  /** Parts that a quick run had no time for. */
  skipped: string[];
  growth: GrowthResult[];
  concurrency: { id: string; points: ConcurrencyPoint[] }[];
  endurance: Endurance[];
  /** Empty when our own engines were not asked for. */
  matcher: MatcherPoint[];
  /** Empty when our own engines were not asked for. */
  coldStart: ColdStart[];
  /** Empty when our own engines were not asked for. */
  wholeWay: WholeWay[];
};
