import type { Place } from '../../reading';
import type { Notes } from './tokens';
import type { Dictionary, PdfValue } from './values';

/** One object as some revision of the file states it; `id` is -1 for trailers and objects without a number. */
export type PdfObject = { id: number; value: PdfValue; notes: Notes; stream?: Buffer; picture?: PictureFilter };

/** A compression of pictures that the stream is still in. */
export type PictureFilter = 'DCTDecode' | 'JPXDecode' | 'CCITTFaxDecode' | 'JBIG2Decode';

/** Every object of a file. A number may occur several times: incremental updates keep what they replace. */
export type PdfObjects = {
  all: PdfObject[];
  /** Every name in them. */
  names: Set<string>;
  /** Follows references to the latest definition. */
  resolve(value: PdfValue | undefined): PdfValue | undefined;
  /** The dictionary that a value means. */
  dictionary(value: PdfValue | undefined): Dictionary | undefined;
  /** What a key of a dictionary means. */
  entry(dictionary: PdfValue | undefined, key: string): PdfValue | undefined;
  /** Every definition that a value can mean: itself, or each revision of the object it refers to. */
  definitions(value: PdfValue | undefined): PdfValue[];
  /** The decoded stream that belongs to a dictionary. */
  streamOf(value: PdfValue | undefined): Buffer | undefined;
  /** The object that a dictionary with a stream stands in. */
  ownerOf(value: PdfValue | undefined): PdfObject | undefined;
  /** Whether some number is defined more than once, so that `resolve` may be wrong about what a viewer shows. */
  isRevised: boolean;
  /** What the file holds besides the data of streams, and besides whole objects. */
  outside: { streams: Buffer; objects: Buffer };
};

/** Where an object stands; objects without a number have only the carrier. */
export function placeOf(carrier: string, id: number | undefined): Place {
  return id === undefined || id < 0 ? { carrier } : { carrier, object: id };
}
