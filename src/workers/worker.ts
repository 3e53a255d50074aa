/** What runs on each thread. Only plain data comes in and goes out, and no error. */
import { workerData } from 'node:worker_threads';
import { AppError } from '../errors';
import { type FontFolders, openLayout } from '../layout';
import { drawProbe, finishFile } from './finish-file';
import { type Outcome, settle } from './outcome';
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

export const probe = (): Promise<Outcome<void>> => settle(async () => drawProbe(await layout));

/** A Buffer arrives as the plain array under it. */
function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
