import type { Notes } from './tokens';
import type { PdfValue } from './values';

/** One object as some revision of the file states it; `id` is -1 for trailers and objects without a number. */
export type PdfObject = { id: number; value: PdfValue; notes: Notes; stream?: Buffer };

/** Every object of a file. A number may occur several times: incremental updates keep what they replace. */
export type PdfObjects = {
  all: PdfObject[];
  /** Follows references to the latest definition. */
  resolve(value: PdfValue | undefined): PdfValue | undefined;
  /** Every definition that a value can mean: itself, or each revision of the object it refers to. */
  definitions(value: PdfValue | undefined): PdfValue[];
  /** The decoded stream that belongs to a dictionary. */
  streamOf(value: PdfValue | undefined): Buffer | undefined;
  /** Whether some number is defined more than once, so that `resolve` may be wrong about what a viewer shows. */
  isRevised: boolean;
  /** What the file holds besides the data of streams, and besides whole objects. */
  outside: { streams: Buffer; objects: Buffer };
};
