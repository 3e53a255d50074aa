/**
 * `npm run bench`: measures our writers and their peers, and writes docs/benchmarks.md with its charts.
 * `-- --quick` ends within two minutes and writes to out/bench only; `-- --only id,id` measures some engines;
 * `-- --report` writes the report again from the numbers of the last run.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startEngine } from './child';
import { makeRuling } from './content';
import { ENGINES } from './engines';
import type { Engine } from './engines/engine';
import { probeCharacters } from './inspect/characters';
import { inspectPdf } from './inspect/inspect-pdf';
import { median } from './measure/statistics';
import { lineChart } from './report/chart';
import { chartFiles } from './report/charts';
import { machineLines, versionsOf } from './report/machine';
import { writeReport } from './report/markdown';
import type { EngineResult, Results } from './report/results';
import { measureColdStart } from './run/cold-start';
import { compare, makeSample, type OpenEngine, warmUp } from './run/compare';
import { endure } from './run/endurance';
import { measureConcurrency, measureGrowth } from './run/growth';
import { measureMatcher } from './run/matcher';
import { FULL, QUICK, type Settings } from './run/settings';
import { measureThroughput } from './run/throughput';
import { measureWholeWay } from './run/whole-way';

const OUT = resolve('out/bench');
/** Engines whose cost is followed as documents grow; the others are compared at one size only. */
const FOLLOWED = ['ours-pdf-checked', 'ours-docx-checked', 'typst'];
const ENDURING = ['ours-pdf-checked', 'typst'];

/** Whether there is time for a part; names it in the report when there is not. */
function hasTimeFor(part: string, { results, settings }: Measuring): boolean {
  const isEarly = performance.now() < settings.deadlineMs;
  if (isEarly) say(part);
  else results.skipped.push(part);
  return isEarly;
}

type Measuring = { results: Results; settings: Settings };

const say = (line: string): void => {
  process.stderr.write(`${Math.round(performance.now() / 1000)} s  ${line}\n`);
};

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { quick: { type: 'boolean' }, only: { type: 'string' }, report: { type: 'boolean' } },
  });
  mkdirSync(OUT, { recursive: true });
  const kept = join(OUT, 'results.json');
  if (values.report !== true) {
    const results = await measureAll(values.quick === true ? QUICK : FULL, values.only?.split(','));
    writeFileSync(kept, JSON.stringify(results, null, 1));
  }
  publish(JSON.parse(readFileSync(kept, 'utf8')) as Results);
}

async function measureAll(settings: Settings, only: string[] | undefined): Promise<Results> {
  const results: Results = {
    date: new Date().toISOString().slice(0, 10),
    command: `npm run bench${settings.isQuick ? ' -- --quick' : ''}`,
    machine: machineLines(),
    isQuick: settings.isQuick,
    ...{
      engines: [],
      absent: [],
      skipped: [],
      growth: [],
      concurrency: [],
      endurance: [],
      matcher: [],
      coldStart: [],
      wholeWay: [],
    },
  };
  const open: OpenEngine[] = [];
  try {
    await openEngines({ open, results, only, settings });
    await compareEngines(open, { results, settings });
    await followEngines(open, { results, settings });
  } finally {
    for (const { process } of open) await process.close();
  }
  if (only === undefined && hasTimeFor('the matcher alone', { results, settings })) {
    results.matcher = measureMatcher(settings);
  }
  if (only === undefined && hasTimeFor('from the case to the file', { results, settings })) {
    results.wholeWay = await measureWholeWay(settings);
  }
  if (only === undefined && hasTimeFor('cold starts', { results, settings })) {
    const ids = open.map(({ engine }) => engine.id);
    results.coldStart = await measureColdStart(settings, ids);
  }
  for (const id of ENDURING.filter((wanted) => open.some(({ engine }) => engine.id === wanted))) {
    const part = `${settings.endureCount} documents in one process: ${id}`;
    if (hasTimeFor(part, { results, settings })) results.endurance.push(await endure(id, settings.endureCount));
  }
  return results;
}

type Opening = { open: OpenEngine[]; results: Results; only: string[] | undefined; settings: Settings };

/** Starts every engine that can run here; the others are named with the reason. */
async function openEngines({ open, results, only, settings }: Opening): Promise<void> {
  for (const engine of ENGINES.filter(({ id }) => only?.includes(id) ?? true)) {
    const versions = versionsOf(engine);
    if ('absent' in versions) {
      results.absent.push({ id: engine.id, reason: versions.absent });
      continue;
    }
    say(`opening and warming up ${engine.id}`);
    try {
      open.push(await openWarm(engine, settings));
    } catch (error) {
      results.absent.push({ id: engine.id, reason: error instanceof Error ? error.message : 'it did not start' });
    }
  }
}

async function openWarm(engine: Engine, settings: Settings): Promise<OpenEngine> {
  const started = { engine, process: await startEngine(engine.id) };
  try {
    await warmUp(started, settings);
    return started;
  } catch (error) {
    await started.process.close();
    throw error;
  }
}

async function compareEngines(open: OpenEngine[], { results, settings }: Measuring): Promise<void> {
  say(`comparing in ${settings.rounds} rounds`);
  const compared = await compare(open, settings);
  for (const one of open) {
    const found = compared.find(({ id }) => id === one.engine.id);
    if (found === undefined) continue;
    // Asked before anything else is made in this process.
    const { peakMb = Number.NaN } = await one.process.ask({ kind: 'memory' });
    const msPerDocument = median(found.rounds.flat());
    say(`${one.engine.id}: ${msPerDocument.toFixed(1)} ms`);
    const versions = versionsOf(one.engine);
    const result: EngineResult = {
      id: one.engine.id,
      versions: 'versions' in versions ? versions.versions : '',
      ...{ compared: found, peakMb },
    };
    if (hasTimeFor(`all cores: ${one.engine.id}`, { results, settings })) {
      const cores = availableParallelism();
      result.throughput = await measureThroughput(one, { settings, msPerDocument, cores });
    }
    const { steps = {} } = await one.process.ask({ kind: 'profile', count: settings.perRound.fast });
    if (Object.keys(steps).length > 0) result.steps = steps;
    const file = await makeSample(one, OUT);
    if (one.engine.format === 'pdf') {
      result.findings = inspectPdf(file, printedTexts());
      if (hasTimeFor(`missing characters: ${one.engine.id}`, { results, settings })) {
        result.characters = await probeCharacters(one, OUT);
      }
    }
    results.engines.push(result);
  }
}

/** What must be readable in document 0: the text of its paragraphs. */
function printedTexts(): string[] {
  return makeRuling(0).blocks.flatMap((block) =>
    block.kind === 'paragraph' ? block.content.map((inline) => (inline.kind === 'blank' ? '' : inline.text)) : [],
  );
}

async function followEngines(open: OpenEngine[], { results, settings }: Measuring): Promise<void> {
  for (const one of open.filter(({ engine }) => FOLLOWED.includes(engine.id))) {
    for (const series of ['pages', 'characters', 'distinct', 'rows'] as const) {
      if (!hasTimeFor(`growth with ${series}: ${one.engine.id}`, { results, settings })) continue;
      results.growth.push(await measureGrowth(one, { series, settings }));
    }
    if (!hasTimeFor(`documents at once: ${one.engine.id}`, { results, settings })) continue;
    results.concurrency.push({ id: one.engine.id, points: await measureConcurrency(one, settings) });
  }
}

/** A full run is published under docs/, a quick one stays in out/bench. */
function publish(results: Results): void {
  const docs = results.isQuick ? OUT : resolve('docs');
  const images = join(docs, 'images');
  mkdirSync(images, { recursive: true });
  for (const { name, chart } of chartFiles(results)) writeFileSync(join(images, name), lineChart(chart));
  const report = join(docs, 'benchmarks.md');
  writeFileSync(report, writeReport(results, 'images'));
  process.stdout.write(`${readFileSync(report, 'utf8')}\n${report}\n`);
}

main().catch((error: unknown) => {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 1;
});
