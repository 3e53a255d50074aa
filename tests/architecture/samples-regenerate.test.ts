import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { listSamples } from '../../scripts/samples/list-samples';
import { openSamples, SAMPLE_NUMBER, SAMPLE_TIME } from '../../scripts/samples/open-samples';
import { toPlainText } from '../../src/model';
import { prepareCopy, renderCopy } from '../../src/pipeline';
import { ROOT } from '../support/root';

describe('samples/', () => {
  it('holds what `npm run samples` writes today, and nothing else', async () => {
    const { pipeline, templatesDir, close } = await openSamples(ROOT);
    const samples = listSamples(pipeline, templatesDir);
    const expected = new Set<string>();
    for (const { name, request } of samples) {
      const copy = prepareCopy(pipeline, request);
      const file = await renderCopy(pipeline, copy, { number: SAMPLE_NUMBER, issuedAt: SAMPLE_TIME, format: 'pdf' });
      const read = (extension: string) => readFileSync(path.join(ROOT, 'samples', `${name}.${extension}`), 'utf8');
      expect(`${name}\n${read('txt')}`).toBe(`${name}\n${toPlainText(file.built.model)}`);
      expect(JSON.parse(read('json'))).toEqual(JSON.parse(JSON.stringify(request)));
      expected.add(`${name}.txt`).add(`${name}.json`);
    }
    close();
    const there = readdirSync(path.join(ROOT, 'samples'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(txt|json)$/.test(entry.name))
      .map((entry) => `${path.basename(entry.parentPath)}/${entry.name}`);
    expect(there.sort()).toEqual([...expected].sort());
  }, 300_000);
});
