import { policy } from '../../templates/policy';

const rows = Object.entries(policy.classes);
const audiences = Object.keys(policy.audiences);

test('names the eleven kinds of reader in Chinese', () => {
  expect(audiences.sort()).toEqual([
    'committee',
    'court-file',
    'employer',
    'governance-center',
    'organization',
    'police',
    'police-file',
    'respondent',
    'school',
    'victim',
    'womens-federation',
  ]);
});

test('refuses the public, with the provision', () => {
  expect(policy.refused['public']).toEqual({
    detail: expect.stringContaining('原则上不得公开'),
    citation: expect.stringContaining('法发〔2022〕10号'),
  });
});

test.each(rows)('%s has a label, a rule and a provision', (_, { label, rule, citation }) => {
  for (const text of [label, rule]) expect(text).toMatch(/[\u4e00-\u9fa5]{2}/);
  expect(citation).toMatch(/第[一二三四五六七八九十百千零]+条/);
});

test.each(rows)('%s decides about known audiences only, and masks only what it can mask', (_, row) => {
  expect(Object.keys(row.decide).filter((audience) => !audiences.includes(audience))).toEqual([]);
  expect(Object.values(row.decide).includes('mask')).toBe(row.mask !== undefined);
});

test.each(['current-residence', 'shelter', 'victim-contact', 'internal', 'visit-of-others'])(
  '%s is shown to nobody, whatever anybody knows',
  (name) => {
    expect(policy.classes[name]?.decide).toEqual({});
    expect(policy.classes[name]?.whenKnown).toBeUndefined();
  },
);

test('knowledge opens location facts only, and only to the respondent', () => {
  const opened = rows.filter(([, row]) => row.whenKnown !== undefined);
  expect(opened.map(([name]) => name).sort()).toEqual(['minor-school', 'victim-location']);
  for (const [, row] of opened)
    expect(row.whenKnown).toEqual({
      audiences: ['respondent'],
      decision: 'show',
      rule: expect.stringContaining('已知悉'),
    });
});

test('the respondent never gets what says where the victim is, who helped her, or what she told', () => {
  const shown = rows.filter(([, { decide }]) => decide['respondent'] !== undefined).map(([name]) => name);
  const secrets = [
    'victim-location',
    'minor-school',
    'moved-out-status',
    'hidden-ground',
    'representative-organisation',
    'evidence-institution',
    'evidence-source',
    'informant',
    'victim-id-number',
    'entry-of-others',
    'entry-of-agency',
    'entry-of-victim',
    'visit-of-victim',
    'feedback',
  ];
  expect(shown.filter((name) => secrets.includes(name))).toEqual([]);
});

test('what is withheld and could stand in running text is hunted there', () => {
  const hunted = rows.filter(([, { guarded }]) => guarded).map(([name]) => name);
  expect(hunted).toEqual(
    expect.arrayContaining([
      'current-residence',
      'shelter',
      'victim-contact',
      'victim-location',
      'minor-school',
      'victim-id-number',
      'minor-name',
      'informant',
      'evidence-institution',
      'entry-of-others',
    ]),
  );
});

test('has one word for what is left out', () => {
  expect(policy.redaction).toBe('（依法不载明）');
});
