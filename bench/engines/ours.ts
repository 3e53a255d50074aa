import { resolve } from 'node:path';
import { type Format, openLayout } from '../../src/layout';
import { assertNoLeak, readFile } from '../../src/leak-check';
import { printedText } from '../../src/model';
import { ISSUED_AT } from '../content';
import type { Renderer } from './engine';

/** A name that may stand in the text although a fact is part of it; the service passes a handful. */
const ALLOWED = ['重庆市渝中区人民法院'];

/**
 * What the service does for one copy once its model is built: search the text, refuse a character no font draws, write
 * the file, search the finished file.
 * @param options.leakCheck false leaves both searches out
 */
export async function openOurs({ format, leakCheck }: { format: Format; leakCheck: boolean }): Promise<Renderer> {
  const layout = await openLayout({ fontsDir: resolve('fonts') });
  return {
    render: async ({ model, facts }) => {
      const text = printedText(model);
      if (leakCheck) assertNoLeak({ texts: [{ carrier: 'model', text }] }, facts, ALLOWED);
      const missing = layout.missingGlyphs(text);
      if (missing.length > 0) throw new Error(`no glyph for ${missing.join('')}`);
      const bytes = await layout.writers[format].write(model, { issuedAt: ISSUED_AT });
      if (leakCheck) assertNoLeak(await readFile(bytes, format), facts, ALLOWED);
      return bytes;
    },
  };
}
