import { checkCase } from '../../templates/case';
import { lawOf, loadCaseLaw } from '../support/case-law';
import { type Patch, patched, sampleCase } from '../support/cases';
import { copyJurisdictionsWith } from '../support/jurisdiction-folders';

const provision = (article: string) => ({
  ...{ id: `local-${article}`, title: '某省反家庭暴力条例', article: `第${article}条`, kind: 'local-regulation' },
  ...{ source: '试写的地区', checkedOn: '2026-11-21', validFrom: '2020-01-01' },
});

/** Articles like those of Jilin (三日内) and of Heilongjiang (一个月内), which count neither hours nor days. */
const LOCAL = {
  ...{ id: 'local', label: '某省', extends: 'national' },
  bases: [provision('二十一'), provision('二十五')],
  parameters: {
    warningDecisionDays: { value: 3, basis: ['local-二十一'] },
    firstVisitMonths: { value: 1, basis: ['local-二十五'] },
  },
  lists: {},
};

const jurisdictions = loadCaseLaw(copyJurisdictionsWith('local', LOCAL));
const chongqing = sampleCase('chongqing');

/** The time limits that a warning missed, under the law of a day. */
function missed(warning: Patch, { now, day }: { now: string; day: string }): string[] {
  const root = patched(chongqing, { jurisdiction: 'local', warning });
  return checkCase({ case: root, law: lawOf(jurisdictions, 'local', day), item: undefined, now })
    .filter(({ code }) => code === 'WARNING_FIRST_VISIT_LATE' || code === 'WARNING_DECISION_LATE')
    .map(({ detail, citation }) => `${detail} ${citation}`);
}

/** Before the national opinion the local articles stand alone. */
const BEFORE = '2024-06-01';
const SINCE = '2026-11-21';

describe('time limits that a place counts in days or months', () => {
  it('a month ends on the day of the next month that has the same number', () => {
    const visits = (visitedOn: string) => ({
      ...{ decidedAt: '2024-05-01T10:00:00+08:00', acceptedAt: '2024-05-01T09:00:00+08:00' },
      readAloudAt: '2024-05-01T11:00:00+08:00',
      signature: { signedAt: '2024-05-01T11:00:00+08:00', fingerprint: true },
      visits: [{ sequence: 1, visitedOn, recurrence: false }],
    });
    const now = '2024-06-01T10:00:00+08:00';
    expect(missed(visits('2024-06-01'), { now, day: BEFORE })).toEqual([]);
    const [late, ...rest] = missed(visits('2024-06-02'), { now: '2024-06-02T10:00:00+08:00', day: BEFORE });
    expect(rest).toEqual([]);
    expect(late).toContain(
      '首次查访应当在送交告诫书后 1 个月内进行，已逾期，请说明原因 《某省反家庭暴力条例》第二十五条',
    );
  });

  it('of days and months that both hold the earlier day counts, with its own provision', () => {
    const visits = [{ sequence: 1, visitedOn: '2026-04-06', recurrence: false }];
    const [late, ...rest] = missed({ visits }, { now: '2026-11-21T10:00:00+08:00', day: SINCE });
    expect(rest).toEqual([]);
    expect(late).toMatch(/送交告诫书后 7 日内进行.*第十二条/);
  });

  it('three days run to the end of the third day after that of the report', () => {
    const decided = (decidedAt: string) => ({ acceptedAt: '2024-03-28T08:00:00+08:00', decidedAt, visits: null });
    const at = { now: '2024-04-01T10:00:00+08:00', day: BEFORE };
    expect(missed(decided('2024-03-31T23:59:00+08:00'), at)).toEqual([]);
    expect(missed(decided('2024-04-01T00:01:00+08:00'), at)).toEqual([
      expect.stringMatching(/超过受理报案后 3 日，仍应出具告诫书.* 《某省反家庭暴力条例》第二十一条/),
    ]);
  });

  it('hours that hold beside days are told first', () => {
    const warning = { acceptedAt: '2026-03-25T08:00:00+08:00', visits: null };
    const found = missed(warning, { now: '2026-03-29T12:00:00+08:00', day: SINCE });
    expect(found).toEqual([expect.stringMatching(/超过受理报案后 72 小时.*第八条/)]);
  });
});
