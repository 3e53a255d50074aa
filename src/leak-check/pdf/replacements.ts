import { readingsOf } from '../bytes/encodings';
import type { Chunk } from './show-text';
import type { PdfValue } from './syntax/values';

/** Follows the marked content of a stream. */
export type Replacements = {
  begin(properties: PdfValue | undefined): void;
  end(): void;
  /** The chunk with what is copied in its place. */
  apply(chunk: Chunk): Chunk;
};

/** Text that programs copy instead of what is drawn between two marks (ISO 32000-1, 14.9.4). */
export function createReplacements(): Replacements {
  let depth = 0;
  /** The outermost mark with a text; `text` is empty once some chunk has said it for all of them. */
  let replaced: { depth: number; text: string } | undefined;
  return {
    begin(properties) {
      depth += 1;
      const actual = properties?.kind === 'dictionary' ? properties.entries.get('ActualText') : undefined;
      if (replaced !== undefined || actual?.kind !== 'string') return;
      replaced = { depth, text: readingsOf(actual.bytes).slice(0, 1).join('') };
    },
    end() {
      if (replaced?.depth === depth) replaced = undefined;
      depth -= 1;
    },
    apply(chunk) {
      if (replaced === undefined) return chunk;
      const { text } = replaced;
      replaced.text = '';
      return { ...chunk, copied: text };
    },
  };
}
