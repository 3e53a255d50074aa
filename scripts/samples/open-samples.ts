import { mkdtempSync, rmSync } from 'node:fs';
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

export type Samples = Awaited<ReturnType<typeof openSamples>>;

/** The real pipeline on a register of its own, which is gone when it is closed. `root` is the folder of the project. */
export async function openSamples(root: string) {
  const workers = workInProcess(await openLayout({ fontsDir: path.join(root, 'fonts') }));
  const templatesDir = path.join(root, 'templates');
  const clock = () => SAMPLE_TIME;
  const dataDir = mkdtempSync(path.join(tmpdir(), 'anshu-samples-'));
  const registry = openRegistry({ dataDir, clock });
  const close = () => {
    registry.close();
    rmSync(dataDir, { recursive: true });
  };
  try {
    const publicBaseUrl = 'https://anshu.example.cn';
    const pipeline = openPipeline({ templates, templatesDir, workers, registry, clock, publicBaseUrl });
    return { pipeline, templatesDir, close };
  } catch (error) {
    close();
    throw error;
  }
}

/** Does work on the samples and closes them, also when the work fails. */
export async function withSamples<T>(root: string, work: (samples: Samples) => Promise<T>): Promise<T> {
  const samples = await openSamples(root);
  try {
    return await work(samples);
  } finally {
    samples.close();
  }
}
