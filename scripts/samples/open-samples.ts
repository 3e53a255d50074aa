import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openLayout } from '../../src/layout';
import { openRegistry } from '../../src/registry';
import { openPipeline } from '../../src/wire';
import { workInProcess } from '../../src/workers/in-process';
import { templates } from '../../templates';

/** Number and time of every sample, so that samples come out the same whenever they are made. */
export const SAMPLE_NUMBER = 'AS20261121-00000-SAMPLE-00';
export const SAMPLE_TIME = new Date('2026-11-21T02:00:00Z');

/** The real pipeline on a register of its own. `root` is the folder of the project. */
export async function openSamples(root: string) {
  const registry = openRegistry({
    dataDir: mkdtempSync(path.join(tmpdir(), 'anshu-samples-')),
    clock: () => SAMPLE_TIME,
  });
  const templatesDir = path.join(root, 'templates');
  const pipeline = openPipeline({
    ...{ templates, templatesDir, registry },
    workers: workInProcess(await openLayout({ fontsDir: path.join(root, 'fonts') })),
    clock: () => SAMPLE_TIME,
    publicBaseUrl: 'https://anshu.example.cn',
  });
  return { pipeline, templatesDir, close: () => registry.close() };
}
