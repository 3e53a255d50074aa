/** What the workers take and give: plain data that can cross a thread, and the table of who waits for whom. */
import type { Format } from '../layout/format';
import type { FileFormat, Place } from '../leak-check';
import type { Allowed, ProtectedFact } from '../match';
import type { DocumentModel } from '../model';

/** Pages to be written, and what they must not say. */
export type FinishJob = {
  model: DocumentModel;
  issuedAt: Date;
  format: Format;
  forbidden: readonly ProtectedFact[];
  allowed: readonly Allowed[];
};

/** A file that was written, read back and searched; or the characters that no font can draw. */
export type Finished =
  | {
      kind: 'file';
      bytes: Buffer;
      /** Hex SHA-256 of the bytes. */
      sha256: string;
    }
  | { kind: 'missing-glyphs'; characters: string[] };

/** A file from anywhere, and what to search it for. */
export type CheckJob = { bytes: Buffer; facts: readonly ProtectedFact[]; allowed: readonly Allowed[] };

/** Where a fact stands, or what could not be read; never the value or the text around it. */
export type CheckFinding = Place &
  ({ kind: 'fact'; pointer: string; fact: string; confidence: number } | { kind: 'unreadable'; reason: string });

export type FileCheck = {
  /** Whether nothing was found and everything could be read. */
  clean: boolean;
  format: FileFormat;
  findings: CheckFinding[];
  /** Pictures were searched for codes, but nobody reads the words in them. */
  pictures: number;
};

/** Somebody waits on a screen; nobody does; a file from anywhere is searched. */
export const LANES = ['interactive', 'batch', 'check'] as const;
export type Lane = (typeof LANES)[number];

/** How a request stands in line. `signal` is raised when its client is gone. */
export type Order = { lane: Lane; signal?: AbortSignal };

/** Everything that takes long. */
export type Workers = {
  /**
   * Waits for a turn and does `work` in it; `finish` and `check` are asked for in a turn. There is at most one turn
   * more than there are threads, and nothing of a request that waits for its turn has begun.
   * @throws AppError BUSY when too many wait, REQUEST_CANCELLED when the client is gone before its turn
   */
  takeTurn<T>(order: Order, work: () => Promise<T>): Promise<T>;
  /** Refuses what `takeTurn` would refuse now. @throws AppError BUSY */
  refuseWhenFull(lane: Lane): void;
  /**
   * Waits for a thread, which writes a file and proves it.
   * @throws AppError LEAK_DETECTED, TIME_LIMIT, WORKER_LOST, REQUEST_CANCELLED
   */
  finish(job: FinishJob, order: Order): Promise<Finished>;
  /**
   * Waits for a thread, which searches a file from anywhere. Its bytes are gone afterwards: they move to the worker.
   * @throws AppError UNSUPPORTED_MEDIA_TYPE, TIME_LIMIT, WORKER_LOST, REQUEST_CANCELLED
   */
  check(job: CheckJob, order: Order): Promise<FileCheck>;
  /**
   * The characters of a text that no font can draw, each once, in no line: it takes no time worth waiting for.
   * @throws AppError TIME_LIMIT, WORKER_LOST
   */
  missingGlyphs(text: string): Promise<string[]>;
  /** Has a page made in every format. @throws AppError when no worker can */
  probe(): Promise<void>;
};
