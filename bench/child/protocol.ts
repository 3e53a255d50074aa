/** What the benchmark asks an engine's process to do. */
export type Request =
  /** Makes documents `from` … `from + count - 1` one after the other. */
  | { kind: 'run'; from: number; count: number }
  /** Makes document 0 and writes it to a file. */
  | { kind: 'sample'; file: string }
  /** Makes a page with one character many times, and writes it to a file. */
  | { kind: 'character'; codePoint: number; file: string }
  /** Makes `count` documents of one size of a growth series, from the one numbered `from`. */
  | { kind: 'grow'; series: GrowthSeries; size: number; from: number; count: number }
  /** Makes `count` documents, `concurrency` of them at any time. */
  | { kind: 'concurrent'; concurrency: number; from: number; count: number }
  /** Makes `count` documents and watches memory and descriptors on the way. */
  | { kind: 'endure'; count: number }
  /** Makes `count` documents step by step. */
  | { kind: 'profile'; count: number }
  | { kind: 'memory' }
  | { kind: 'close' };

export type GrowthSeries = 'pages' | 'characters' | 'distinct' | 'rows';

/** Times in ms, one per document in order; memory in MB. */
export type Measure = {
  wallMs: number[];
  /** Of all documents together. */
  cpuMs: number;
  /** From the first start to the last end, without making the content. */
  totalMs: number;
  bytes: number;
  /** Only of `endure`: watched as documents go by. */
  watched?: { document: number; memoryMb: number; descriptors: number }[];
  /** Only of `profile`: median time of each step. */
  steps?: Record<string, number>;
  /** Only of `memory`. */
  peakMb?: number;
};

export type Reply =
  | { ok: true; value: Measure }
  /** The engine refused or failed; `message` is its own. */
  | { ok: false; message: string };
