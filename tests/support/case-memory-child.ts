/**
 * Checks a case, makes its view and its pages, and prints how many bytes each round leaves in the old generation:
 * node --no-opt --expose-gc -r typescript-hook.cjs case-memory-child.ts
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { withSamples } from '../../scripts/samples/open-samples';
import { prepareCopy, readRequest } from '../../src/pipeline';
import { buildPages } from '../../src/pipeline/render-copy';
import { bytesLeftInOldSpace } from './old-space';
import { ROOT } from './root';

const REQUEST = readFileSync(path.join(ROOT, 'samples', 'protection-order', 'chongqing.respondent.json'), 'utf8');

withSamples(ROOT, ({ pipeline }) =>
  bytesLeftInOldSpace(() => {
    const copy = prepareCopy(pipeline, readRequest(JSON.parse(REQUEST), { withFormat: true }));
    buildPages(pipeline, copy, 'AS20261121-00000-SAMPLE-00');
  }),
).then((bytes) => console.log(bytes));
