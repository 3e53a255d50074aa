/** What runs on each thread. Only plain data comes in and goes out, and no error. */
import { workerData } from 'node:worker_threads';
import { AppError } from '../errors';
import { type FontFolders, openLayout } from '../layout';
import { finishFile, makeProbe } from './finish-file';
import { asBuffer, type Outcome, settle } from './outcome';
import { searchFile } from './search-file';
import type { CheckJob, FileCheck, Finished, FinishJob } from './work';

const layout = openLayout(workerData as FontFolders).catch((cause: unknown) => {
  // Thrown before there is any case: its message speaks of files and may be told.
  throw new AppError('NOT_READY', cause instanceof Error ? cause.message : 'fonts cannot be opened', { cause });
});
// Told to whoever asks first.
layout.catch(() => undefined);

export const finish = (job: FinishJob): Promise<Outcome<Finished>> => settle(async () => finishFile(await layout, job));

export const check = ({ bytes, ...job }: CheckJob): Promise<Outcome<FileCheck>> =>
  settle(() => searchFile({ ...job, bytes: asBuffer(bytes) }));

/** Whether the fonts are in order. */
export const open = (): Promise<Outcome<void>> => settle(async () => void (await layout));

export const missingGlyphs = (text: string): Promise<Outcome<string[]>> =>
  settle(async () => (await layout).missingGlyphs(text));

export const probe = (): Promise<Outcome<void>> => settle(async () => makeProbe(await layout));
