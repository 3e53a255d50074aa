import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { openLayout } from '../../src/layout';
import { ISSUED_AT } from '../content';
import type { Job, Renderer } from './engine';
import { makeProgramHome } from './fontconfig';

const run = promisify(execFile);

/** Debian's own Python, the one that python3-uno is installed for. */
const PYTHON = '/usr/bin/python3';
const FLAGS = ['--headless', '--norestore', '--nologo'];
const PDF_FILTER =
  'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"},"UseTaggedPDF":{"type":"boolean","value":"true"}}';
const COLD_TIMEOUT_MS = 60_000;

type Sources = { prepare(job: Job): Promise<void>; sourceOf(job: Job): string };

/** Our DOCX of each document, written before the clock runs: only the conversion is measured. */
async function prepareSources(folder: string): Promise<Sources> {
  const layout = await openLayout({ fontsDir: resolve('fonts') });
  const files = new WeakMap<Job, string>();
  let count = 0;
  return {
    prepare: async (job) => {
      count += 1;
      const file = join(folder, `in-${count}.docx`);
      await writeFile(file, await layout.writers.docx.write(job.model, { issuedAt: ISSUED_AT }));
      files.set(job, file);
    },
    sourceOf: (job) => {
      const file = files.get(job);
      if (file === undefined) throw new Error('the DOCX of this document was not prepared');
      return file;
    },
  };
}

/** A LibreOffice that stays open and is spoken to over its pipe, as conversion services do. */
export async function openLibreOffice(): Promise<Renderer> {
  const { folder, environment } = makeProgramHome();
  const pipe = `anshu-bench-${process.pid}`;
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const accept = `--accept=pipe,name=${pipe};urp`;
  const office = spawn('soffice', [profile, ...FLAGS, accept], { env: environment, stdio: 'ignore' });
  const driver = spawn(PYTHON, [resolve('bench/engines/libreoffice.py'), pipe], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: driver.stdout })[Symbol.asyncIterator]();
  const answer = async (): Promise<void> => {
    const { value } = await answers.next();
    if (value !== 'ready' && value !== 'ok') throw new Error('LibreOffice refused the document');
  };
  await answer();
  const { prepare, sourceOf } = await prepareSources(folder);
  const target = join(folder, 'out.pdf');
  return {
    prepare,
    render: async (job) => {
      driver.stdin.write(`${pathToFileURL(sourceOf(job)).href}\t${pathToFileURL(target).href}\n`);
      await answer();
      return readFile(target);
    },
    close: async () => {
      // The driver tells the office to end when its input ends.
      driver.stdin.end();
      await Promise.all([ended(driver), ended(office)]);
    },
  };
}

function ended(child: ChildProcess): Promise<void> {
  return child.exitCode === null && child.signalCode === null
    ? new Promise((done) => child.once('exit', () => done()))
    : Promise.resolve();
}

/** A new LibreOffice for every document, as a shell script does; the profile is kept. */
export async function openColdLibreOffice(): Promise<Renderer> {
  const { folder, environment } = makeProgramHome();
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const { prepare, sourceOf } = await prepareSources(folder);
  return {
    prepare,
    render: async (job) => {
      const source = sourceOf(job);
      const args = [profile, ...FLAGS, '--convert-to', PDF_FILTER, '--outdir', folder, source];
      await run('soffice', args, { env: environment, timeout: COLD_TIMEOUT_MS });
      return readFile(source.replace(/docx$/, 'pdf'));
    },
  };
}
