import { startEngine } from '../child';
import { type OpenEngine, warmUp } from './compare';
import type { Settings } from './settings';

export type Throughput = { documentsPerSecond: number; processes: number };

/**
 * Documents per second with one process of the engine on every core.
 * @param options.msPerDocument median measured before, from which the amount of work is chosen
 */
export async function measureThroughput(
  first: OpenEngine,
  { settings, msPerDocument, cores }: { settings: Settings; msPerDocument: number; cores: number },
): Promise<Throughput> {
  const { engine } = first;
  const more: OpenEngine[] = [];
  try {
    for (let core = 1; core < cores; core += 1) {
      const started = { engine, process: await startEngine(engine.id) };
      more.push(started);
      await warmUp(started, settings);
    }
    const all = [first, ...more];
    const count = Math.max(settings.throughputLeast, Math.round(settings.throughputMs / msPerDocument));
    // Each process prepares its documents while its own clock stands; the longest clock is the time of all.
    const measured = await Promise.all(
      all.map(({ process }, place) => process.ask({ kind: 'run', from: 60_000 + place * count, count })),
    );
    const longest = Math.max(...measured.map(({ totalMs }) => totalMs));
    return { documentsPerSecond: (all.length * count * 1000) / longest, processes: all.length };
  } finally {
    for (const { process } of more) await process.close();
  }
}
