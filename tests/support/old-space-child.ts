/**
 * Writes and searches documents, and prints how many bytes each leaves in the old generation:
 * node --no-opt --expose-gc -r typescript-hook.cjs old-space-child.ts pdf
 */
import path from 'node:path';
import { type Format, openLayout } from '../../src/layout';
import { finishFile } from '../../src/workers/finish-file';
import { RULING } from './layout-samples';
import { FACTS } from './leak-verdict';
import { bytesLeftInOldSpace } from './old-space';

async function measure(format: Format): Promise<number> {
  const layout = await openLayout({ fontsDir: path.resolve('fonts') });
  return bytesLeftInOldSpace(() =>
    finishFile(layout, {
      ...{ model: structuredClone(RULING), format, issuedAt: new Date(0) },
      ...{ forbidden: structuredClone(FACTS), allowed: [] },
    }),
  );
}

measure(process.argv[2] as Format).then((bytes) => console.log(bytes));
