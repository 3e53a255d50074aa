/**
 * Writes and searches documents in a process of its own and prints how many bytes each leaves in the old generation,
 * where they would stay until the next major collection: node --no-opt --expose-gc -r typescript-hook.cjs old-space-child.ts pdf
 */
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { getHeapSpaceStatistics } from 'node:v8';
import { type Format, openLayout } from '../../src/layout';
import { finishFile } from '../../src/workers/finish-file';
import { RULING } from './layout-samples';
import { FACTS } from './leak-verdict';

const WARM_UP = 40;
const MEASURED = 40;

async function measure(format: Format): Promise<number> {
  const layout = await openLayout({ fontsDir: path.resolve('fonts') });
  const make = async (count: number) => {
    for (let made = 0; made < count; made += 1) {
      await finishFile(layout, {
        ...{ model: structuredClone(RULING), format, issuedAt: new Date(0) },
        ...{ forbidden: structuredClone(FACTS), allowed: [] },
      });
      await nextTurn();
      globalThis.gc?.({ type: 'minor' });
    }
    const old = getHeapSpaceStatistics().filter(({ space_name }) => !space_name.startsWith('new'));
    return old.reduce((sum, { space_used_size }) => sum + space_used_size, 0);
  };
  const before = await make(WARM_UP);
  return ((await make(MEASURED)) - before) / MEASURED;
}

measure(process.argv[2] as Format).then((bytes) => console.log(Math.round(bytes)));
