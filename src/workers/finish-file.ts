import { createHash } from 'node:crypto';
import { FORMATS, type Layout } from '../layout';
import { assertNoLeak, readFile } from '../leak-check';
import { createMatcher } from '../match';
import { printedText } from '../model';
import type { Finished, FinishJob } from './work';

/**
 * Searches the text of the pages, writes the file, reads it back by other means, and searches all that can be read in it.
 * @throws AppError LEAK_DETECTED
 */
export async function finishFile(layout: Layout, job: FinishJob): Promise<Finished> {
  const { model, issuedAt, format, forbidden, allowed } = job;
  const matcher = createMatcher(forbidden, allowed);
  const text = printedText(model);
  assertNoLeak({ texts: [{ carrier: '文书内容', text }] }, matcher);
  const characters = layout.missingGlyphs(text);
  if (characters.length > 0) return { kind: 'missing-glyphs', characters };
  const bytes = await layout.writers[format].write(model, { issuedAt });
  assertNoLeak(await readFile(bytes, format), matcher);
  return { kind: 'file', bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

const PROBE: Omit<FinishJob, 'format'> = {
  model: {
    title: '就绪检查',
    pageNumbers: true,
    blocks: [{ kind: 'paragraph', content: [{ kind: 'text', text: '安书就绪〇123' }] }],
    qr: { payload: 'https://anshu.invalid/', caption: ['就绪检查'] },
  },
  issuedAt: new Date(0),
  forbidden: [{ pointer: '', label: '就绪检查', spellings: ['不得出现的文字'], kind: 'text' }],
  allowed: [],
};

/** A page in every format, written and proved like any other: what works for it works for documents. */
export async function makeProbe(layout: Layout): Promise<void> {
  for (const format of FORMATS) {
    const { kind } = await finishFile(layout, { ...PROBE, format });
    if (kind !== 'file') throw new Error('fonts lack common characters');
  }
}
