import { writeFileSync } from 'node:fs';
import type { DocumentModel } from '../../src/model';
import { makeFacts, makeRuling, manyCharacters, manyDistinct, manyPages, manyRows, paragraph } from '../content';
import type { Job, Renderer } from '../engines/engine';
import { median } from '../measure/statistics';
import { cpuTimeMs, openDescriptors, ownMemoryMb } from './processes';
import type { GrowthSeries, Measure, Request } from './protocol';

const GROWTH: Record<GrowthSeries, (size: number, index: number) => DocumentModel> = {
  pages: manyPages,
  characters: manyCharacters,
  distinct: manyDistinct,
  rows: manyRows,
};

/** Points on the chart of a long run. */
const WATCH_POINTS = 200;
/** Runs of a character on its page; enough ink to compare, whatever the engine puts around it. */
const REPEATS = 20;

/** Does one task; the clock runs only while the engine works. */
export async function perform(
  renderer: Renderer,
  request: Exclude<Request, { kind: 'memory' | 'close' }>,
): Promise<Measure> {
  switch (request.kind) {
    case 'run':
      return measure(renderer, { jobs: rulings(request.from, request.count) });
    case 'sample':
      return measure(renderer, { jobs: rulings(0, 1), file: request.file });
    case 'character':
      return measure(renderer, { jobs: [characterJob(request.codePoint)], file: request.file });
    case 'grow': {
      const make = GROWTH[request.series];
      const jobs = Array.from({ length: request.count }, (_, place) => {
        const index = request.from + place;
        return { model: make(request.size, index), facts: makeFacts(index) };
      });
      return measure(renderer, { jobs });
    }
    case 'concurrent':
      return measureConcurrent(renderer, request);
    case 'profile':
      return profile(renderer, request.count);
    case 'endure':
      return endure(renderer, request.count);
  }
}

function* rulings(from: number, count: number): Generator<Job> {
  for (let index = from; index < from + count; index += 1) yield { model: makeRuling(index), facts: makeFacts(index) };
}

function characterJob(codePoint: number): Job {
  const text = String.fromCodePoint(codePoint).repeat(REPEATS);
  return { model: { title: '字形', pageNumbers: false, blocks: [paragraph(text)] }, facts: [] };
}

async function measure(renderer: Renderer, { jobs, file }: { jobs: Iterable<Job>; file?: string }): Promise<Measure> {
  const wallMs: number[] = [];
  let [cpuMs, totalMs, bytes] = [0, 0, 0];
  for (const lot of inLots(jobs)) {
    for (const job of lot) await renderer.prepare?.(job);
    const [cpuBefore, begun] = [cpuTimeMs(), performance.now()];
    for (const job of lot) {
      const start = performance.now();
      const made = await renderer.render(job);
      wallMs.push(performance.now() - start);
      bytes = made.length;
      if (file !== undefined) writeFileSync(file, made);
    }
    totalMs += performance.now() - begun;
    cpuMs += cpuTimeMs() - cpuBefore;
  }
  return { wallMs, cpuMs, totalMs, bytes };
}

/** Documents that are prepared before they are made: thousands at once would be a burden that no service bears. */
const LOT = 100;

function* inLots(jobs: Iterable<Job>): Generator<Job[]> {
  let lot: Job[] = [];
  for (const job of jobs) {
    lot.push(job);
    if (lot.length < LOT) continue;
    yield lot;
    lot = [];
  }
  if (lot.length > 0) yield lot;
}

type Concurrent = Extract<Request, { kind: 'concurrent' }>;

async function measureConcurrent(renderer: Renderer, { concurrency, from, count }: Concurrent): Promise<Measure> {
  const jobs = [...rulings(from, count)];
  for (const job of jobs) await renderer.prepare?.(job);
  const wallMs: number[] = [];
  const queue = jobs.values();
  let bytes = 0;
  const [cpuBefore, begun] = [cpuTimeMs(), performance.now()];
  const take = async (): Promise<void> => {
    for (const job of queue) {
      const start = performance.now();
      bytes = (await renderer.render(job)).length;
      wallMs.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, take));
  return { wallMs, cpuMs: cpuTimeMs() - cpuBefore, totalMs: performance.now() - begun, bytes };
}

async function endure(renderer: Renderer, count: number): Promise<Measure> {
  const wallMs: number[] = [];
  const watched: NonNullable<Measure['watched']> = [];
  const every = Math.max(1, Math.floor(count / WATCH_POINTS));
  let bytes = 0;
  const [cpuBefore, begun] = [cpuTimeMs(), performance.now()];
  for (let document = 0; document < count; document += 1) {
    const job = { model: makeRuling(document), facts: makeFacts(document) };
    await renderer.prepare?.(job);
    const start = performance.now();
    bytes = (await renderer.render(job)).length;
    wallMs.push(performance.now() - start);
    if ((document + 1) % every === 0) {
      watched.push({ document: document + 1, memoryMb: ownMemoryMb(), descriptors: openDescriptors() });
    }
  }
  return { wallMs, cpuMs: cpuTimeMs() - cpuBefore, totalMs: performance.now() - begun, bytes, watched };
}

async function profile(renderer: Renderer, count: number): Promise<Measure> {
  const times = new Map<string, number[]>();
  for (const job of rulings(0, count)) {
    for (const [name, ms] of Object.entries((await renderer.profile?.(job)) ?? {})) {
      times.set(name, [...(times.get(name) ?? []), ms]);
    }
  }
  const steps = Object.fromEntries([...times].map(([name, values]) => [name, median(values)]));
  return { wallMs: [], cpuMs: 0, totalMs: 0, bytes: 0, steps };
}
