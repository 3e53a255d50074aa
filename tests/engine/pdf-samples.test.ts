import path from 'node:path';
import { openChecker } from '../../scripts/check-pdf/check-file';
import { listSamples } from '../../scripts/samples/list-samples';
import { openSamples, SAMPLE_NUMBER, SAMPLE_TIME } from '../../scripts/samples/open-samples';
import { prepareCopy, renderCopy } from '../../src/pipeline';
import { ROOT } from '../support/root';

test('every sample is PDF/A-2b and PDF/UA-1, so far as a program can tell', async () => {
  const { pipeline, templatesDir, close } = await openSamples(ROOT);
  const checker = openChecker({ fontsDir: path.join(ROOT, 'fonts') });
  const samples = listSamples(pipeline, templatesDir);
  const faults: string[] = [];
  for (const { name, request } of samples) {
    const options = { number: SAMPLE_NUMBER, issuedAt: SAMPLE_TIME, format: 'pdf' } as const;
    const { bytes } = await renderCopy(pipeline, prepareCopy(pipeline, request), options);
    faults.push(...checker.check(bytes).map(({ rule, object, detail }) => `${name}: ${rule}: ${object}: ${detail}`));
  }
  close();
  expect(samples.length).toBeGreaterThan(100);
  expect(faults).toEqual([]);
}, 300_000);
