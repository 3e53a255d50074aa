import { lawOf, loadCaseLaw } from '../support/case-law';

const jurisdictions = loadCaseLaw();
const PROVINCES = jurisdictions.ids.filter((id) => id !== 'national');

const ids = (rules: readonly { id: string }[]) => rules.map(({ id }) => id);

/** Everything the law says on a day, without the name of the place. */
function content(place: string, date: string) {
  const { parameters, lists } = lawOf(jurisdictions, place, date);
  return { parameters, lists };
}

/** The first day of the province's own act. */
function beginning(place: string): string {
  const { bases } = lawOf(jurisdictions, place, '2026-11-21');
  const own = bases.filter(({ kind }) => kind === 'local-regulation').map(({ validFrom }) => validFrom);
  return own.sort()[0] ?? '';
}

function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

describe('a document cites the law of its own day', () => {
  it('names the penalty for breaking a warning from 1 January 2026 only', () => {
    const consequences = (date: string) => ids(lawOf(jurisdictions, 'national', date).lists.warningConsequences);
    expect(consequences('2025-12-31')).toEqual(['punish-again', 'no-substitute']);
    expect(consequences('2026-01-01')).toEqual(['punish-again', 'refuse-warning', 'no-substitute']);
  });

  it('always tells what follows from violence after a warning', () => {
    const [first] = lawOf(jurisdictions, 'national', '2016-03-01').lists.warningConsequences;
    expect(first?.citation).toBe('《中华人民共和国反家庭暴力法》第三十三条');
  });

  it('knows no law of protection before 1 March 2016', () => {
    const { lists } = lawOf(jurisdictions, 'national', '2016-02-29');
    expect([lists.measures, lists.operativeBases, lists.warningBases]).toEqual([[], [], []]);
  });

  it('knows the further measures of the judicial interpretation from 1 August 2022', () => {
    const measures = (date: string) => ids(lawOf(jurisdictions, 'national', date).lists.measures);
    expect(measures('2022-07-31')).toEqual(['no-violence', 'no-harassment', 'move-out', 'other']);
    expect(measures('2022-08-01')).toEqual([
      'no-violence',
      'no-harassment',
      'move-out',
      'no-abuse-by-communication',
      'no-activity-near-places',
      'other',
    ]);
  });

  it('counts 72 hours for a warning and three copies from 6 December 2024', () => {
    const before = lawOf(jurisdictions, 'national', '2024-12-05').parameters;
    expect([before.warningDecisionHours, before.warningCopies, before.firstVisitDays]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    const { parameters } = lawOf(jurisdictions, 'national', '2024-12-06');
    expect(parameters.warningDecisionHours?.value).toBe(72);
    expect(parameters.warningCopies?.value).toBe(3);
    expect(parameters.firstVisitDays?.value).toBe(7);
    expect(parameters.visitIntervalMonths?.value).toBe(3);
    expect(parameters.cleanVisitsToStop?.value).toBe(3);
  });

  it('dates the Chongqing rules from 1 October 2024', () => {
    expect(ids(lawOf(jurisdictions, 'chongqing', '2024-09-30').lists.measures)).toEqual(
      ids(lawOf(jurisdictions, 'national', '2024-09-30').lists.measures),
    );
    expect(lawOf(jurisdictions, 'chongqing', '2024-10-01').lists.measures).toHaveLength(9);
  });

  it.each([
    ['chongqing', '2024-10-01'],
    ['henan', '2022-10-01'],
    ['xinjiang', '2020-06-01'],
    ['yunnan', '2021-03-01'],
  ])('dates the act of %s from %s', (place, date) => {
    expect(beginning(place)).toBe(date);
  });

  it.each(PROVINCES)('gives %s the national law, whole, until its own act begins', (place) => {
    const eve = dayBefore(beginning(place));
    expect(content(place, eve)).toEqual(content('national', eve));
    expect(content(place, beginning(place))).not.toEqual(content('national', beginning(place)));
  });
});

describe('the numbers of the law', () => {
  it.each([
    ['national', 72],
    ['chongqing', 72],
    ['xinjiang', 72],
    ['yunnan', 24],
    ['henan', 24],
  ])('gives the police of %s %d hours to decide on a warning', (place, hours) => {
    expect(lawOf(jurisdictions, place, '2026-11-21').parameters.warningDecisionHours?.value).toBe(hours);
  });

  it.each(jurisdictions.ids)('keeps the limits of the national law in %s', (place) => {
    const { parameters } = lawOf(jurisdictions, place, '2026-11-21');
    expect(parameters.orderDecisionHours?.value).toBe(72);
    expect(parameters.orderUrgentDecisionHours?.value).toBe(24);
    expect(parameters.orderServiceHours?.value).toBe(24);
    expect(parameters.orderMaxMonths?.value).toBe(6);
    expect(parameters.reviewDays?.value).toBe(5);
    expect(parameters.fineMaxYuan?.value).toBe(1000);
    expect(parameters.detentionMaxDays?.value).toBe(15);
    expect(parameters.publicNoticeDays?.value).toBe(30);
    expect(parameters.entrustedServiceDays?.value).toBe(10);
  });

  it('asks the police to verify within 24 hours in Xinjiang, and nationally not at all', () => {
    const hours = (place: string) =>
      lawOf(jurisdictions, place, '2026-11-21').parameters.policeVerificationHours?.value;
    expect(hours('xinjiang')).toBe(24);
    expect(hours('national')).toBeUndefined();
  });
});
