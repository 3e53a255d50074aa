import { resolve } from 'node:path';
import { type Format, openLayout } from '../../src/layout';
import { assertNoLeak, readFile } from '../../src/leak-check';
import { createMatcher, type Matcher } from '../../src/match';
import { printedText } from '../../src/model';
import { ISSUED_AT } from '../content';
import type { Job, Renderer } from './engine';
import { STEPS } from './steps';

/** A name that may stand in the text although a fact is part of it; the service passes a handful. */
const ALLOWED = ['重庆市渝中区人民法院'];

const NOTHING = createMatcher([]);

type Reading = Awaited<ReturnType<typeof readFile>>;
/** A document on its way: every step adds what the next one needs. */
type Work = Job & { text: string; matcher: Matcher; bytes: Buffer; reading: Reading };
type Step = { name: string; isLeakCheck: boolean; run(work: Work): void | Promise<void> };

/**
 * What the service does for one copy once its model is built: search the text, refuse a character no font draws, write
 * the file, read it back, search it.
 * @param options.leakCheck false leaves the searches and the reading out
 */
export async function openOurs({ format, leakCheck }: { format: Format; leakCheck: boolean }): Promise<Renderer> {
  const layout = await openLayout({ fontsDir: resolve('fonts') });
  const all: Step[] = [
    {
      name: STEPS.searchModel,
      isLeakCheck: true,
      run: (work) => {
        work.matcher = createMatcher(work.facts, ALLOWED);
        assertNoLeak({ texts: [{ carrier: 'model', text: work.text }] }, work.matcher);
      },
    },
    {
      name: STEPS.glyphs,
      isLeakCheck: false,
      run: ({ text }) => {
        const missing = layout.missingGlyphs(text);
        if (missing.length > 0) throw new Error(`no glyph for ${missing.join('')}`);
      },
    },
    {
      name: STEPS.write,
      isLeakCheck: false,
      run: async (work) => {
        work.bytes = await layout.writers[format].write(work.model, { issuedAt: ISSUED_AT });
      },
    },
    {
      name: STEPS.read,
      isLeakCheck: true,
      run: async (work) => {
        work.reading = await readFile(work.bytes, format);
      },
    },
    {
      name: STEPS.searchFile,
      isLeakCheck: true,
      run: ({ reading, matcher }) => assertNoLeak(reading, matcher),
    },
  ];
  const steps = all.filter(({ isLeakCheck }) => leakCheck || !isLeakCheck);
  const begin = (job: Job): Work => ({
    ...job,
    text: printedText(job.model),
    matcher: NOTHING,
    bytes: Buffer.alloc(0),
    reading: { texts: [], unread: [], pictures: [] },
  });
  return {
    render: async (job) => {
      const work = begin(job);
      for (const step of steps) await step.run(work);
      return work.bytes;
    },
    profile: async (job) => {
      const work = begin(job);
      const times: Record<string, number> = {};
      for (const step of steps) {
        const start = performance.now();
        await step.run(work);
        times[step.name] = performance.now() - start;
      }
      return times;
    },
  };
}
