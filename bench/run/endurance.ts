import { startEngine } from '../child';
import { fitLine, percentile, quarters } from '../measure/statistics';

export type Endurance = {
  id: string;
  count: number;
  watched: { document: number; memoryMb: number; descriptors: number }[];
  /** MB per 1,000 documents in each quarter. */
  slopes: number[];
  /** Slowest per cent of each quarter, in ms. */
  p99: number[];
};

/** Many documents in one new process, with memory and descriptors on the way. */
export async function endure(id: string, count: number): Promise<Endurance> {
  const process = await startEngine(id);
  try {
    const { wallMs, watched = [] } = await process.ask({ kind: 'endure', count });
    const slopes = quarters(watched).map(
      (part) => fitLine(part.map(({ document, memoryMb }) => ({ x: document, y: memoryMb }))).slope * 1000,
    );
    return { id, count, watched, slopes, p99: quarters(wallMs).map((part) => percentile(part, 0.99)) };
  } finally {
    await process.close();
  }
}
