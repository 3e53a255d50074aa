import { toPlainText } from '../../src/model';
import { prepareCopy, renderCopy } from '../../src/pipeline';
import { listSamples } from '../samples/list-samples';
import { SAMPLE_NUMBER, SAMPLE_TIME, withSamples } from '../samples/open-samples';

/** A sample in both formats. `name` is `<instrument>/<jurisdiction>.<audience>`. */
export type RenderedSample = { name: string; instrument: string; pdf: Buffer; docx: Buffer };

/** The copies that are compared: the law of the country and of one province, for every reader. */
export const COMPARED = /\/(national|chongqing)\./;

/**
 * The samples whose names match, those that print the same text only once.
 * @param options.root folder of the project
 */
export function renderSamples({ root, wanted }: { root: string; wanted: RegExp }): Promise<RenderedSample[]> {
  return withSamples(root, async ({ pipeline, templatesDir }) => {
    const printed = new Set<string>();
    const rendered: RenderedSample[] = [];
    for (const { name, request } of listSamples(pipeline, templatesDir).filter((sample) => wanted.test(sample.name))) {
      const copy = prepareCopy(pipeline, request);
      const options = { number: SAMPLE_NUMBER, issuedAt: SAMPLE_TIME };
      const pdf = await renderCopy(pipeline, copy, { ...options, format: 'pdf' });
      const text = toPlainText(pdf.built.model);
      if (printed.has(text)) continue;
      printed.add(text);
      const docx = await renderCopy(pipeline, copy, { ...options, format: 'docx' });
      rendered.push({ name, instrument: request.instrument, pdf: pdf.bytes, docx: docx.bytes });
    }
    return rendered;
  });
}
