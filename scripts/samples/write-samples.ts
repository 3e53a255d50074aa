import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '../../src/errors';
import { FORMATS } from '../../src/layout';
import { toPlainText } from '../../src/model';
import { prepareCopy, renderCopy } from '../../src/pipeline';
import { listSamples } from './list-samples';
import { SAMPLE_NUMBER, SAMPLE_TIME, type Samples, withSamples } from './open-samples';

/** The copy of each instrument that is kept as a file in samples/; all others are written to out/samples/. */
const SHOWN = /^[^/]+\/chongqing\.(respondent|police|court-file)$/;

const root = process.cwd();

/**
 * `npm run samples`: writes every sample as request (json) and text (txt) to samples/, and as PDF and DOCX to
 * out/samples/; one pair of files per instrument also to samples/.
 */
async function writeSamples({ pipeline, templatesDir }: Samples): Promise<void> {
  const shown = new Set<string>();
  // What an older program wrote would be taken for ours.
  for (const folder of ['samples', 'out/samples']) rmSync(path.join(root, folder), { recursive: true, force: true });
  const samples = listSamples(pipeline, templatesDir);
  for (const { name, request } of samples) {
    const copy = explain(name, () => prepareCopy(pipeline, request));
    const instrument = request.instrument;
    const write = (folder: string, extension: string, content: string | Buffer) => {
      const file = path.join(root, folder, `${name}.${extension}`);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
    };
    write('samples', 'json', `${JSON.stringify(request, null, 2)}\n`);
    const isShown = SHOWN.test(name) && !shown.has(instrument);
    for (const format of FORMATS) {
      const file = await renderCopy(pipeline, copy, { number: SAMPLE_NUMBER, issuedAt: SAMPLE_TIME, format });
      write('out/samples', format, file.bytes);
      if (isShown) write('samples', format, file.bytes);
      if (format === 'pdf') write('samples', 'txt', toPlainText(file.built.model));
    }
    if (isShown) shown.add(instrument);
  }
  process.stdout.write(`${samples.length} samples, ${samples.length * FORMATS.length} files\n`);
}

/** Says which sample is refused, and why. */
function explain<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const errors = error instanceof AppError ? JSON.stringify(error.errors) : '';
    throw new Error(`${name}: ${errors}`, { cause: error });
  }
}

withSamples(root, writeSamples).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
