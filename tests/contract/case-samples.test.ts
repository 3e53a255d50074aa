import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createValidator } from '../../src/schema';
import { caseSchema } from '../../templates/case/schema';

const dir = path.join(__dirname, '../../templates/jurisdictions');
const ids = readdirSync(dir).filter((id) => readdirSync(path.join(dir, id)).includes('samples'));

describe.each(ids)('sample case of %s', (id) => {
  const sample: unknown = JSON.parse(readFileSync(path.join(dir, id, 'samples/case.json'), 'utf8'));

  test('has the shape of a case', () => {
    const result = createValidator(caseSchema).validate(sample);
    expect(result.ok ? [] : result.errors).toEqual([]);
  });
});
