import { checkCase } from '../../templates/case';
import { changes, findingsOf, jurisdictions, type Patch, patched, sampleCase } from '../support/cases';

const chongqing = sampleCase('chongqing');
const yunnan = sampleCase('yunnan');

describe('order', () => {
  test('refuses a measure that this jurisdiction does not know and lists those it knows', () => {
    const patch = { order: { measures: { 0: { id: 'no-privacy-spreading' } } } };
    expect(changes(yunnan, patch)).toContain('error /order/measures/0/id MEASURE_UNKNOWN');
    const finding = findingsOf(patched(yunnan, patch)).find(({ code }) => code === 'MEASURE_UNKNOWN');
    expect(finding?.detail).toContain('no-violence（禁止被申请人实施家庭暴力）');
    expect(finding?.citation).toBe('《云南省反家庭暴力条例》第四十二条');
  });

  test('refuses another measure without words, and a measure named twice', () => {
    expect(changes(chongqing, { order: { measures: { 8: { text: null } } } })).toEqual([
      'error /order/measures/8/text MEASURE_TEXT_REQUIRED',
    ]);
    expect(changes(chongqing, { order: { measures: { 1: { id: 'no-violence' } } } })).toContain(
      'error /order/measures/1/id MEASURE_REPEATED',
    );
  });

  test('binds each of several respondents once, whoever it names', () => {
    const [first] = chongqing.respondents;
    const second = { ...first, name: '罗母', birthDate: '1960-01-01', idDocument: { type: 'none' } };
    const bound = (...measures: object[]) =>
      changes(chongqing, { respondents: [first, second], order: { measures } }).filter((one) => /measures/.test(one));
    const [one, other] = ['/respondents/0', '/respondents/1'];
    const leave = { id: 'move-out' };
    expect(bound(leave)).toEqual(['notice /order/measures/0/respondents MEASURE_BINDS_EVERYONE']);
    expect(bound({ ...leave, respondents: [one] }, { ...leave, respondents: [other] })).toEqual([]);
    expect(bound({ ...leave, respondents: [one] }, leave)).toContain('error /order/measures/1/id MEASURE_REPEATED');
    expect(bound({ ...leave, respondents: ['/respondents/2'] })).toEqual([
      'error /order/measures/0/respondents/0 PARTY_POINTER',
    ]);
  });

  test('refuses a grant without measures or period, and a denial with them', () => {
    expect(changes(chongqing, { order: { measures: [], validity: null } })).toEqual(
      expect.arrayContaining([
        'error /order/measures ORDER_WITHOUT_MEASURES',
        'error /order/validity ORDER_WITHOUT_VALIDITY',
      ]),
    );
    expect(changes(chongqing, { order: { outcome: 'deny' } })).toContain('error /order/outcome DENIAL_WITH_MEASURES');
  });

  test('asks for the code 民保令', () => {
    expect(changes(chongqing, { order: { caseNumber: '（2026）渝0103民保更16号' } })).toContain(
      'error /order/caseNumber ORDER_CASE_NUMBER',
    );
  });

  test.each([
    ['2024-08-31', 6, '2025-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2026-04-15', 6, '2026-10-15'],
    ['2026-08-30', 6, '2027-02-28'],
    ['2025-12-31', 2, '2026-02-28'],
  ])('from %s, %d months end on %s and on no other day', (from, months, until) => {
    const codes = (validity: object) => {
      const order = { decidedAt: `${from}T16:30:00+08:00`, validity: { months: null, until: null, ...validity } };
      return changes(chongqing, { order }).filter((finding) => finding.includes('VALIDITY'));
    };
    const next = new Date(Date.parse(until) + 86_400_000).toISOString().slice(0, 10);
    expect(codes({ months, until })).toEqual([]);
    expect(codes({ months, until: next })).toContain('error /order/validity/until VALIDITY_DISAGREES');
    if (months === 6) expect(codes({ until: next })).toEqual(['error /order/validity/until VALIDITY_TOO_LONG']);
  });

  test('refuses more than six months and an end before the beginning', () => {
    expect(changes(chongqing, { order: { validity: { months: 7, until: null } } })).toEqual([
      'error /order/validity/months VALIDITY_TOO_LONG',
    ]);
    expect(changes(chongqing, { order: { validity: { months: null, until: '2026-04-15' } } })).toContain(
      'error /order/validity/until VALIDITY_ENDS_BEFORE_START',
    );
  });

  test('counts the days of Beijing, whatever the offset', () => {
    // 23:30 in London on the 14th is the 15th in Beijing.
    const order = { decidedAt: '2026-04-14T23:30:00Z', validity: { months: 6, until: '2026-10-15' } };
    expect(changes(chongqing, { order }).filter((finding) => finding.includes('VALIDITY'))).toEqual([]);
  });
});

describe('times', () => {
  test('a late ruling, service and warning are noticed with the rule and block nothing', () => {
    const late = { order: { decidedAt: '2026-04-17T16:30:00+08:00', validity: { until: null } } };
    const findings = findingsOf(patched(chongqing, late));
    expect(findings.find(({ code }) => code === 'ORDER_DECISION_LATE')).toMatchObject({
      severity: 'notice',
      pointer: '/order/decidedAt',
      citation: expect.stringContaining('第二十八条'),
    });
    expect(changes(chongqing, { service: { 0: { at: '2026-04-17T09:00:00+08:00' } } })).toEqual([
      'notice /service/0/at SERVICE_LATE',
    ]);
  });

  test('notices a filing before the application, and an opinion of someone who was not heard', () => {
    const filedOn = '2026-04-12';
    expect(changes(chongqing, { order: { filedOn } })).toEqual(['notice /order/filedOn FILED_BEFORE_APPLICATION']);
    expect(changes(chongqing, { order: { hearing: { method: 'none' } } })).toEqual([
      'notice /order/hearing/opinion HEARING_CONTRADICTS',
    ]);
  });

  test('notices a decision that lies in the future', () => {
    const ahead = findingsOf(chongqing, '2026-04-14T10:00:00+08:00').map(({ code }) => code);
    expect(ahead).toContain('DECISION_IN_FUTURE');
    expect(findingsOf(chongqing, '2026-04-15T00:10:00+08:00').map(({ code }) => code)).not.toContain(
      'DECISION_IN_FUTURE',
    );
  });

  test('an urgent application has twenty-four hours', () => {
    expect(changes(chongqing, { application: { urgent: true } })).toEqual([
      'notice /order/urgency URGENCY_DISAGREES',
      'notice /order/decidedAt ORDER_DECISION_LATE',
    ]);
  });

  test('the stricter local limit counts: twenty-four hours in Yunnan, seventy-two in Chongqing', () => {
    const warning = { acceptedAt: '2026-03-27T10:00:00+08:00' };
    expect(changes(chongqing, { warning })).toEqual([]);
    expect(changes(yunnan, { warning: { acceptedAt: '2026-04-02T10:00:00+08:00' } })).toEqual([
      'notice /warning/decidedAt WARNING_DECISION_LATE',
    ]);
  });

  test.each<[string, Patch, string]>([
    [
      'a decision before the application',
      { application: { receivedAt: '2026-04-16T09:00:00+08:00' } },
      '/order/decidedAt DECISION_BEFORE_APPLICATION',
    ],
    ['filing after the decision', { order: { filedOn: '2026-04-16' } }, '/order/filedOn FILED_AFTER_DECISION'],
    [
      'service before the order',
      { service: { 3: { at: '2026-04-15T10:00:00+08:00' } } },
      '/service/3/at SERVICE_BEFORE_ORDER',
    ],
    [
      'an incident after the order',
      { incidents: { 2: { occurredAt: '2026-05-01' } } },
      '/incidents/2/occurredAt INCIDENT_AFTER_DECISION',
    ],
    [
      'an incident to come',
      { incidents: { 2: { occurredAt: '2027-05-01' } } },
      '/incidents/2/occurredAt INCIDENT_IN_FUTURE',
    ],
    [
      'a warning before the report',
      { warning: { acceptedAt: '2026-03-29T12:00:00+08:00' } },
      '/warning/decidedAt WARNING_BEFORE_REPORT',
    ],
    [
      'reading aloud before the decision',
      { warning: { readAloudAt: '2026-03-28T10:00:00+08:00' } },
      '/warning/readAloudAt READ_BEFORE_DECISION',
    ],
    [
      'a visit before the order',
      { visits: { 0: { visitedAt: '2026-04-01T10:00:00+08:00' } } },
      '/visits/0/visitedAt VISIT_BEFORE_ORDER',
    ],
    [
      'a breach before the order',
      { violation: { foundAt: '2026-04-01T10:00:00+08:00' } },
      '/violation/foundAt VIOLATION_BEFORE_ORDER',
    ],
  ])('refuses %s', (_, patch, finding) => {
    expect(changes(chongqing, patch)).toContain(`error ${finding}`);
  });

  test('an incident on the day of the decision is no incident after it', () => {
    expect(changes(chongqing, { incidents: { 2: { occurredAt: '2026-04-15' } } })).toEqual([]);
  });
});

describe('violation and sanctions', () => {
  const sanction = (content: object) => ({ violation: { sanctions: [{ approvedBy: '秦正平', ...content }] } });
  const at = '/violation/sanctions/0';

  test.each<[string, object, string]>([
    ['more than 1000 yuan', { kind: 'fine', fineYuan: 1001 }, `${at}/fineYuan SANCTION_TOO_HIGH`],
    ['more than 15 days', { kind: 'detention', detentionDays: 16 }, `${at}/detentionDays SANCTION_TOO_HIGH`],
    ['a fine without an amount', { kind: 'fine' }, `${at}/fineYuan SANCTION_AMOUNT_REQUIRED`],
    ['no approval', { kind: 'fine', fineYuan: 1000, approvedBy: undefined }, `${at}/approvedBy SANCTION_NOT_APPROVED`],
    [
      'a wrong type code',
      { kind: 'fine', fineYuan: 1, caseNumber: '（2026）渝0103民保令1号' },
      `${at}/caseNumber SANCTION_CASE_NUMBER`,
    ],
  ])('refuses %s', (_, content, finding) => {
    expect(changes(chongqing, sanction(content))).toEqual([`error ${finding}`]);
  });

  test('accepts the limits themselves', () => {
    expect(changes(chongqing, sanction({ kind: 'fine', fineYuan: 1000 }))).toEqual([]);
    expect(changes(chongqing, sanction({ kind: 'detention', detentionDays: 15 }))).toEqual([]);
  });

  test('refuses the breach of a measure that was not ordered', () => {
    expect(changes(chongqing, { violation: { measure: 'stay-away' } })).toEqual([
      'error /violation/measure VIOLATION_MEASURE_UNKNOWN',
    ]);
  });
});

test('all findings come at once', () => {
  const patch = {
    victims: { 0: { sex: 'male' } },
    order: { validity: { months: 9, until: null } },
    violation: { measure: 'x' },
    visits: { 0: { visitors: [] } },
  };
  expect(changes(chongqing, patch).length).toBeGreaterThanOrEqual(4);
});

test('a law without parameters and lists lets a case pass without them', () => {
  const law = jurisdictions.law('national', '2026-11-21');
  if (law === undefined) throw new Error('no law');
  const lists = Object.fromEntries(Object.keys(law.lists).map((name) => [name, []])) as unknown as typeof law.lists;
  const bare = { ...law, parameters: {}, lists, basis: () => undefined };
  const input = { case: chongqing, law: bare, item: undefined, now: '2026-11-21T10:00:00+08:00' };
  expect(checkCase(input).filter(({ severity }) => severity === 'error')).toEqual([]);
});
