import { findFacts, redact } from '../../src/match';
import { asPeopleWrite } from '../matcher-corpus/as-people-write';
import { country } from '../matcher-corpus/country';
import { handWritten } from '../matcher-corpus/hand-written';
import type { Labelled } from '../matcher-corpus/labelled';
import { madeUpVillages } from '../matcher-corpus/made-up-villages';
import { makeNegatives } from '../matcher-corpus/negatives';
import { SECOND } from '../matcher-corpus/places';
import { makePositives } from '../matcher-corpus/positives';
import { formatRows, scoreCorpus } from '../support/matcher-score';

/**
 * Rules and weights were made on the first seeds. The held-out seed with the same names has changed nothing; the first
 * run over the second names showed mistakes in reading one-line addresses, which were mended.
 */
const SETS: Record<string, () => Labelled[]> = {
  'written by hand': handWritten,
  'places from all over the country': country,
  'as people write it': asPeopleWrite,
  'villages and estates, tuning seed': () => madeUpVillages(3, 120),
  'villages and estates, held-out seed': () => madeUpVillages(30_003, 120),
  'generated, tuning seed': () => [...makePositives(1, 4), ...makeNegatives(2, 4)],
  'generated, held-out seed': () => [...makePositives(90_001, 4), ...makeNegatives(90_002, 4)],
  'generated, held-out seed and names': () => [
    ...makePositives(70_001, 4, SECOND),
    ...makeNegatives(70_002, 4, SECOND),
  ],
};

describe.each(Object.entries(SETS))('the labelled set %s', (name, make) => {
  const items = make();
  const score = scoreCorpus(items);
  const of = (...goals: Labelled['goal'][]) => items.filter(({ goal }) => goals.includes(goal)).length;
  const missed = (goal: Labelled['goal']) => score.missed.filter((item) => item.goal === goal);

  beforeAll(() => {
    if (process.env['MATCHER_TABLE'] !== undefined) process.stdout.write(`${name}\n${formatRows(score.rows)}\n`);
  });

  it('is found completely where an address is only written in another form', () => {
    expect(missed('normalised').map(({ told }) => told)).toEqual([]);
  });

  it('is found in at least 98 of 100 texts that leave something out', () => {
    const share = missed('partial').length / of('partial');
    expect({ share: share <= 0.02 ? 'few' : share, told: share <= 0.02 ? [] : missed('partial') }).toEqual({
      share: 'few',
      told: [],
    });
  });

  it('gives at least 995 right finds of 1000', () => {
    const right = of('normalised', 'partial') - score.missed.length;
    const precision = right / (right + score.false.length);
    expect({ isPrecise: precision >= 0.995, told: precision >= 0.995 ? [] : score.false }).toEqual({
      isPrecise: true,
      told: [],
    });
  });

  it('names the whole written address and nothing else in at least 98 of 100 finds', () => {
    const share = score.loose.length / of('normalised', 'partial');
    expect({ isExact: share <= 0.02, told: share <= 0.02 ? [] : score.loose }).toEqual({ isExact: true, told: [] });
  });
});

describe('what is found in places from all over the country', () => {
  const REDACTION = '（依法不载明）';
  const clean = ({ facts, allowed }: Labelled, text: string) =>
    redact(text, findFacts(text, facts, allowed), REDACTION);
  const items = country().filter(({ span }) => span !== undefined);

  it('is gone after one redaction, which a second one leaves as it is', () => {
    for (const item of items) {
      const once = clean(item, item.text);
      expect(clean(item, once)).toBe(once);
      expect(once).not.toContain(REDACTION + REDACTION);
    }
  });

  it('leaves the sentence around it and one word in its place, whatever its length', () => {
    const unlike = items.filter((item) => {
      const { start = 0, end = 0 } = item.span ?? {};
      const once = clean(item, item.text);
      return once !== item.text.slice(0, start) + REDACTION + item.text.slice(end);
    });
    expect(unlike.length / items.length).toBeLessThanOrEqual(0.02);
  });
});

test('the set is large enough to prove something', () => {
  const all = Object.values(SETS).flatMap((make) => make());
  expect(all.filter(({ goal }) => goal !== 'negative').length).toBeGreaterThanOrEqual(400);
  expect(all.filter(({ goal }) => goal === 'negative').length).toBeGreaterThanOrEqual(400);
});
