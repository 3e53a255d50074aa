import { setImmediate as nextTurn } from 'node:timers/promises';
import { getHeapSpaceStatistics } from 'node:v8';

const WARM_UP = 40;
const MEASURED = 40;

/**
 * How many bytes each call of `work` leaves in the old generation, where they stay until the next major collection.
 * For a process of its own, started with --no-opt and --expose-gc.
 */
export async function bytesLeftInOldSpace(work: () => unknown): Promise<number> {
  const repeat = async (count: number) => {
    for (let made = 0; made < count; made += 1) {
      await work();
      await nextTurn();
      globalThis.gc?.({ type: 'minor' });
    }
    const old = getHeapSpaceStatistics().filter(({ space_name }) => !space_name.startsWith('new'));
    return old.reduce((sum, { space_used_size }) => sum + space_used_size, 0);
  };
  const before = await repeat(WARM_UP);
  return Math.round(((await repeat(MEASURED)) - before) / MEASURED);
}
