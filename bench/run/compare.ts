import { join } from 'node:path';
import type { EngineProcess } from '../child';
import type { Engine } from '../engines/engine';
import { isWarm, median } from '../measure/statistics';
import type { Settings } from './settings';

export type OpenEngine = { engine: Engine; process: EngineProcess };

export type Compared = {
  id: string;
  /** Wall times in ms, one list per round. */
  rounds: number[][];
  /** Processor time per document in ms, one per round. */
  cpu: number[];
  bytes: number;
};

/**
 * Makes documents until the newest take no less time and no less work of the processors than those before, at most for
 * the time of the settings.
 */
export async function warmUp({ engine, process }: OpenEngine, { warmLot, warmLimitMs }: Settings): Promise<void> {
  const wall: number[] = [];
  const work: number[] = [];
  const count = warmLot[engine.pace];
  const end = Date.now() + warmLimitMs;
  do {
    // Documents that are measured later are not among them.
    const { wallMs, cpuMs } = await process.ask({ kind: 'run', from: 50_000 + wall.length * count, count });
    wall.push(median(wallMs));
    work.push(cpuMs);
  } while (!(isWarm(wall) && isWarm(work)) && Date.now() < end);
}

/** Document 0 of an engine, written to the folder. @returns its file */
export async function makeSample({ engine, process }: OpenEngine, folder: string): Promise<string> {
  const file = join(folder, `${engine.id}.${engine.format}`);
  await process.ask({ kind: 'sample', file });
  return file;
}

/** Documents that resume an engine are none of those that are counted: some engines remember what they made. */
const RESUMING = 100_000;

/**
 * The engines one after the other, round after round, so that a slow minute of the machine hits all of them. Each
 * engine makes the same documents in each round as the others; who begins changes from round to round.
 */
export async function compare(open: readonly OpenEngine[], settings: Settings): Promise<Compared[]> {
  const results = new Map(
    open.map(({ engine }) => [engine.id, { id: engine.id, rounds: [], cpu: [], bytes: 0 } as Compared]),
  );
  for (let round = 0; round < settings.rounds; round += 1) {
    if (round > 0 && performance.now() > settings.deadlineMs / 2) break;
    const turn = round % open.length;
    for (const { engine, process } of [...open.slice(turn), ...open.slice(0, turn)]) {
      const count = settings.perRound[engine.pace];
      const from = round * settings.perRound.fast;
      const resume = settings.resume[engine.pace];
      if (resume > 0) await process.ask({ kind: 'run', from: RESUMING + from, count: resume });
      const { wallMs, cpuMs, bytes } = await process.ask({ kind: 'run', from, count });
      const result = results.get(engine.id);
      if (result === undefined) continue;
      result.rounds.push(wallMs);
      result.cpu.push(cpuMs / count);
      result.bytes = bytes;
    }
  }
  return [...results.values()];
}

/** One engine's time divided by the other's in the same round, for each round. */
export function ratiosByRound(one: Compared, other: Compared, of: 'wall' | 'cpu' = 'wall'): number[] {
  if (of === 'cpu') return one.cpu.map((ms, round) => ms / (other.cpu[round] ?? Number.NaN));
  return one.rounds.map((times, round) => median(times) / median(other.rounds[round] ?? []));
}
