import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { calendarDate, type Finding } from '../../src/authoring';
import { loadJurisdictions } from '../../src/jurisdiction';
import { createValidator } from '../../src/schema';
import { type Case, caseSchema, checkCase } from '../../templates/case';
import { SERVICE_METHODS } from '../../templates/case/service';
import { lawLists, lawParameters } from '../../templates/law';

const dir = path.join(__dirname, '../../templates/jurisdictions');
const jurisdictions = loadJurisdictions({ dir, schema: { parameters: lawParameters, lists: lawLists } });
const validator = createValidator(caseSchema);
const samples = jurisdictions.ids
  .filter((id) => readdirSync(path.join(dir, id)).includes('samples'))
  .map((id) => ({
    id,
    sample: JSON.parse(readFileSync(path.join(dir, id, 'samples/case.json'), 'utf8')) as Case,
  }));

/** What the checks say on the day after the last event of the matter. */
function findingsOf(root: Case): Finding[] {
  const day = calendarDate(root.order?.decidedAt ?? root.warning?.decidedAt ?? '');
  const law = jurisdictions.law(root.jurisdiction, day);
  if (law === undefined) throw new Error('no law');
  return checkCase({ case: root, law, item: undefined, now: '2026-11-21T10:00:00+08:00' });
}

test('there is a sample of the nation and of each of the four provinces', () => {
  expect(samples.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['national', 'xinjiang', 'chongqing', 'yunnan', 'henan']),
  );
});

describe.each(samples)('sample case of $id', ({ id, sample }) => {
  test('has the shape of a case and needs no normalisation', () => {
    expect(validator.validate(sample)).toMatchObject({ ok: true, notices: [] });
  });

  test('has every section', () => {
    expect(Object.keys(sample).sort()).toEqual(expect.arrayContaining(['order', 'warning', 'service', 'visits']));
    expect(sample.jurisdiction).toBe(id);
  });

  test('breaks no rule of its law', () => {
    expect(findingsOf(sample).filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

test('late events are noticed in one sample only', () => {
  const late = samples.filter(({ sample }) => findingsOf(sample).some(({ code }) => code.endsWith('_LATE')));
  expect(late.map(({ id }) => id)).toEqual(['national']);
});

test('the samples together show every way of service', () => {
  const methods = samples.flatMap(({ sample }) => (sample.service ?? []).map(({ method }) => method));
  expect(new Set(methods)).toEqual(new Set(Object.keys(SERVICE_METHODS)));
});
