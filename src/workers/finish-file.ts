import { createHash } from 'node:crypto';
import type { Layout } from '../layout';
import { assertNoLeak, readFile } from '../leak-check';
import { printedText } from '../model';
import type { Finished, FinishJob } from './work';

/**
 * Searches the text of the pages, writes the file, reads it back by other means, and searches all that can be read in it.
 * @throws AppError LEAK_DETECTED
 */
export async function finishFile(layout: Layout, job: FinishJob): Promise<Finished> {
  const { model, issuedAt, format, forbidden, allowed } = job;
  const text = printedText(model);
  assertNoLeak({ texts: [{ carrier: '文书内容', text }] }, forbidden, allowed);
  const characters = layout.missingGlyphs(text);
  if (characters.length > 0) return { kind: 'missing-glyphs', characters };
  const bytes = await layout.writers[format].write(model, { issuedAt });
  assertNoLeak(await readFile(bytes, format), forbidden, allowed);
  return { kind: 'file', bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Draws a line in every format: proves fonts and writers, not only that the files exist. */
export async function drawProbe(layout: Layout): Promise<void> {
  const content = [{ kind: 'text' as const, text: '安书就绪〇123' }];
  const model = { title: '就绪检查', pageNumbers: false, blocks: [{ kind: 'paragraph' as const, content }] };
  for (const writer of Object.values(layout.writers)) await writer.write(model, { issuedAt: new Date(0) });
}
