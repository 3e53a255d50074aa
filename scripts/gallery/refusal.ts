import { AppError } from '../../src/errors';
import { prepareCopy, renderCopy } from '../../src/pipeline';
import { listSamples } from '../samples/list-samples';
import { mergePatch } from '../samples/merge-patch';
import { SAMPLE_NUMBER, SAMPLE_TIME, withSamples } from '../samples/open-samples';

/** A character of the private use area: every font may draw something else for it, ours draw nothing. */
const PRIVATE_USE = '\ue000';

/** Where it is put: a name, which the shape of a case refuses, and a narrative, which may hold any character. */
const CHANGES = [
  { field: 'respondents', patch: { name: `贺${PRIVATE_USE}` } },
  { field: 'incidents', patch: { narrative: `被告诫人殴打${PRIVATE_USE}某某。` } },
];

/**
 * What the service answers when a private-use character stands in a name and in a narrative.
 * @param root folder of the project
 * @throws Error when it prints the character after all
 */
export function refusalsOfPrivateUse(root: string): Promise<string[]> {
  return withSamples(root, async ({ pipeline, templatesDir }) => {
    const sample = listSamples(pipeline, templatesDir).find(
      ({ name }) => name === 'warning-letter/national.respondent',
    );
    if (sample === undefined) throw new Error('no sample to change');
    const answers: string[] = [];
    for (const { field, patch } of CHANGES) {
      const [first, ...others] = (sample.request.case as Record<string, unknown[]>)[field] ?? [];
      const changed = mergePatch(sample.request.case, { [field]: [mergePatch(first, patch), ...others] });
      const options = { number: SAMPLE_NUMBER, issuedAt: SAMPLE_TIME, format: 'pdf' } as const;
      try {
        await renderCopy(pipeline, prepareCopy(pipeline, { ...sample.request, case: changed }), options);
        throw new Error('a private-use character was printed');
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        answers.push(
          JSON.stringify({ code: error.code, errors: error.errors }, null, 2).replaceAll(PRIVATE_USE, '\\ue000'),
        );
      }
    }
    return answers;
  });
}
