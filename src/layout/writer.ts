import type { DocumentModel } from '../model';
import type { Format } from './format';

/** Turns a model into a finished file. The same model and time always give the same bytes. */
export type Writer = {
  /** @param issuedAt the only time that may appear in the file */
  write(model: DocumentModel, options: { issuedAt: Date }): Promise<Buffer>;
};

/** What the rest of the machine sees of layout. */
export type Layout = {
  writers: Record<Format, Writer>;
  /** Characters of `text` that no bundled font can draw, each once, in order of appearance. */
  missingGlyphs(text: string): string[];
};
