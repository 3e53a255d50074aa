import type { Format } from '../../src/layout';
import type { ProtectedFact } from '../../src/match';
import type { DocumentModel } from '../../src/model';

/** One document to be made, and what may not be found in it. */
export type Job = { model: DocumentModel; facts: ProtectedFact[] };

/** An engine that is open in this process. */
export type Renderer = {
  /** Work that is not the engine's own, done before the clock runs. */
  prepare?(job: Job): Promise<void>;
  /** @returns the finished file; throws when the engine refuses the document */
  render(job: Job): Promise<Buffer>;
  /** The same work, with the time of each step in ms. */
  profile?(job: Job): Promise<Record<string, number>>;
  close?(): Promise<void>;
};

export type Engine = {
  id: string;
  title: string;
  format: Format;
  /** One line: how its users would set it up. */
  setting: string;
  /** npm packages whose version is reported; the engine counts as absent when one is not installed. */
  packages: readonly string[];
  /** A program whose version is reported; the engine counts as absent when it cannot be run. */
  program?: { command: string; args: string[] };
  /** How long one document takes, roughly: the slow ones make fewer per round. */
  pace: 'fast' | 'slow' | 'cold';
  /** Loaded in its own process only: an engine may change its libraries for everybody. */
  load(): Promise<{ open(): Promise<Renderer> }>;
};
