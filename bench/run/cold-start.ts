import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { addressOf, FLAGS } from '../../scripts/bundle/started-service';
import { startEngine } from '../child';
import { spread } from '../measure/statistics';
import type { Settings } from './settings';

/** From the start of a process to its first document, in ms. */
export type ColdStart = { what: string; median: number; p10: number; p90: number };

const ENGINES: readonly string[] = ['ours-pdf-checked', 'typst', 'pdfmake'];
/** Five pages, the longest of the common papers. */
const PAPER = 'protection-order/chongqing.respondent';

/**
 * The whole service, and engines alone; taking turns, each time in a new process.
 * @param open engines that can run here
 */
export async function measureColdStart({ coldStarts }: Settings, open: readonly string[]): Promise<ColdStart[]> {
  const times = new Map<string, number[]>();
  const note = (what: string, ms: number) => times.set(what, [...(times.get(what) ?? []), ms]);
  for (let run = 0; run < coldStarts; run += 1) {
    note(`the service: ${PAPER} over HTTP`, await timeService());
    for (const id of open.filter((id) => ENGINES.includes(id))) note(id, await timeEngine(id));
  }
  return [...times].map(([what, all]) => ({ what, ...spread(all) }));
}

async function timeEngine(id: string): Promise<number> {
  const start = performance.now();
  const engine = await startEngine(id);
  await engine.ask({ kind: 'run', from: 0, count: 1 });
  const ms = performance.now() - start;
  await engine.close();
  return ms;
}

/** Asks as soon as the service says that it listens. @throws Error when it does not make the document */
async function timeService(): Promise<number> {
  const body = readFileSync(join('samples', `${PAPER}.json`), 'utf8');
  const dataDir = mkdtempSync(join(tmpdir(), 'anshu-bench-'));
  const start = performance.now();
  const service = spawn(process.execPath, [...FLAGS, resolve(__dirname, '../../service/main.js')], {
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  try {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${await addressOf(service.stderr)}/v1/documents`, { method: 'POST', headers, body });
    if (answer.status !== 201) throw new Error(`the service answered ${answer.status}`);
    await answer.arrayBuffer();
    return performance.now() - start;
  } finally {
    const ended = new Promise((done) => service.once('exit', done));
    service.kill();
    await ended;
    rmSync(dataDir, { recursive: true });
  }
}
