import type { Finding } from '../../src/authoring';
import { type Case, checkCase } from '../../templates/case';
import { findingsOf, jurisdictions, patched, sampleCase } from '../support/cases';

const chongqing = sampleCase('chongqing');
const henan = sampleCase('henan');
const yunnan = sampleCase('yunnan');

/** `severity pointer code` of everything found in a changed sample beyond what is found in the sample itself. */
function changes(root: Case, patch: Parameters<typeof patched>[1], now?: string): string[] {
  const text = ({ severity, pointer, code }: Finding) => `${severity} ${pointer} ${code}`;
  const before = new Set(findingsOf(root, now).map(text));
  return findingsOf(patched(root, patch), now)
    .map(text)
    .filter((finding) => !before.has(finding));
}

describe('persons', () => {
  test.each<[string, Parameters<typeof patched>[1], string]>([
    ['a wrong check character', { victims: { 0: { idDocument: { number: '500115199003120020' } } } }, 'ID_CHECKSUM'],
    ['another birth date', { victims: { 0: { birthDate: '1990-03-13' } } }, 'ID_BIRTH_DATE'],
    ['another sex', { victims: { 0: { sex: 'male' } } }, 'ID_SEX'],
    ['no number', { victims: { 0: { idDocument: { number: null } } } }, 'ID_NUMBER_REQUIRED'],
  ])('refuses %s', (_, patch, code) => {
    const pointer = '/victims/0/idDocument/number';
    expect(changes(chongqing, patch)).toContain(`error ${pointer} ${code}`);
  });

  test('lets a victim without papers pass with a notice', () => {
    expect(changes(chongqing, { victims: { 0: { idDocument: { type: 'none', number: null } } } })).toEqual([
      'notice /victims/0/idDocument/number ID_MISSING',
    ]);
  });

  test('refuses a minor flag that the birth date contradicts', () => {
    expect(changes(chongqing, { victims: { 1: { minor: false } } })).toEqual(['error /victims/1/minor MINOR_FLAG']);
    expect(changes(chongqing, { relatives: { 1: { minor: true } } })).toEqual(['error /relatives/1/minor MINOR_FLAG']);
  });

  test('refuses a birth date to come', () => {
    expect(changes(chongqing, { relatives: { 0: { birthDate: '2030-01-01' } } })).toEqual([
      'error /relatives/0/birthDate BIRTH_IN_FUTURE',
    ]);
  });

  test('refuses one identity on both sides', () => {
    const { idDocument } = chongqing.victims[0] ?? {};
    expect(changes(chongqing, { respondents: { 0: { idDocument } } })).toContain(
      'error /respondents/0/idDocument/number ID_ON_BOTH_SIDES',
    );
  });
});

describe('residence', () => {
  const { shared } = chongqing.victims[0]?.residence ?? {};

  test('refuses a new home that is the shared home', () => {
    expect(changes(chongqing, { victims: { 0: { residence: { current: shared } } } })).toEqual([
      'error /victims/0/residence/current RESIDENCE_SAME_AS_SHARED',
    ]);
  });

  test('sees the shared home behind another spelling on one line', () => {
    const line = '重庆市渝中区七星岗街道安和苑安和路８８号2幢1单元1203室';
    expect(changes(chongqing, { victims: { 0: { residence: { current: { ...nulls(shared), line } } } } })).toEqual([
      'error /victims/0/residence/current RESIDENCE_SAME_AS_SHARED',
    ]);
  });

  test('refuses a new home where the respondent lives', () => {
    const respondentHome = { respondents: { 0: { residence: chongqing.victims[0]?.residence.current } } };
    expect(changes(chongqing, respondentHome)).toContain(
      'error /victims/0/residence/current RESIDENCE_SAME_AS_RESPONDENT',
    );
  });

  test('treats an unknown status as moved out and says so', () => {
    expect(changes(chongqing, { victims: { 0: { residence: { status: 'unknown' } } } })).toEqual([
      'notice /victims/0/residence/status RESIDENCE_UNKNOWN',
    ]);
  });

  test('asks for the shared home of those who live together', () => {
    expect(changes(yunnan, { victims: { 0: { residence: { shared: null } } } })).toContain(
      'error /victims/0/residence/shared SHARED_HOME_REQUIRED',
    );
  });

  test('refuses an address without a single part', () => {
    expect(changes(chongqing, { respondents: { 0: { residence: nulls(shared) } } })).toEqual([
      'error /respondents/0/residence ADDRESS_EMPTY',
    ]);
  });
});

describe('what the respondent knows', () => {
  const known = (...pointers: string[]) => ({
    victims: { 0: { knownToRespondent: pointers.map((pointer) => ({ pointer, reason: '理由' })) } },
  });
  const at = '/victims/0/knownToRespondent/0/pointer';

  test.each([
    ['/victims/0/residence/current', 'error', 'KNOWN_NOT_ALLOWED'],
    ['/residence/intended/road', 'error', 'KNOWN_NOT_ALLOWED'],
    ['/victims/0/residence', 'error', 'KNOWN_NOT_ALLOWED'],
    ['/shelter', 'error', 'KNOWN_NOT_ALLOWED'],
    ['/serviceAddress/address', 'error', 'KNOWN_NOT_ALLOWED'],
    ['/nothing', 'error', 'KNOWN_POINTER'],
    ['workplace', 'error', 'KNOWN_POINTER'],
    ['/phone', 'notice', 'KNOWN_WITHOUT_EFFECT'],
  ])('%s: %s %s', (pointer, severity, code) => {
    expect(changes(chongqing, known(pointer))).toEqual([`${severity} ${at} ${code}`]);
  });

  test.each([
    '/workplace',
    '/victims/0/workplace',
    '/victims/1/school',
    '/relatives/0/school',
    '/householdRegistration',
  ])('accepts %s', (pointer) => {
    expect(changes(chongqing, known(pointer))).toEqual([]);
  });

  test('refuses a registered address that is the new home', () => {
    const patch = { victims: { 0: { householdRegistration: chongqing.victims[0]?.residence.current } } };
    expect(changes(chongqing, patch)).toContain(`error ${at} KNOWN_IS_HOME`);
  });
});

describe('representative', () => {
  test('refuses a kind or a ground that the law does not name, and says which it names', () => {
    const patch = { representative: { kind: 'committee', reason: 'pregnancy' } };
    expect(changes(yunnan, patch)).toEqual(['error /representative/reason REPRESENTATIVE_NOT_ALLOWED']);
    const finding = findingsOf(patched(yunnan, patch)).find(({ code }) => code === 'REPRESENTATIVE_NOT_ALLOWED');
    expect(finding?.detail).toContain('elderly（年老）');
    expect(finding?.citation).toContain('反家庭暴力法');
  });

  test('asks for the victim’s will where the law makes it a condition', () => {
    expect(changes(yunnan, { representative: { victimWillConfirmed: false } })).toEqual([
      'error /representative/victimWillConfirmed VICTIM_WILL_REQUIRED',
    ]);
    expect(changes(chongqing, { representative: { victimWillConfirmed: false } })).toEqual([
      'notice /representative/victimWillConfirmed VICTIM_WILL_UNCONFIRMED',
    ]);
  });

  test('notices an applicant for whom nobody speaks', () => {
    expect(changes(chongqing, { representative: null })).toContain('notice /victims/1/capacity REPRESENTATIVE_MISSING');
  });
});

describe('party pointers', () => {
  test.each<[string, Parameters<typeof patched>[1], string]>([
    [
      'a victim where a respondent belongs',
      { service: { 0: { recipient: { party: '/victims/0' } } } },
      '/service/0/recipient/party',
    ],
    ['nobody', { visits: { 0: { party: '/victims/4' } } }, '/visits/0/party'],
    ['something else', { representative: { party: '/court' } }, '/representative/party'],
  ])('refuses a pointer to %s', (_, patch, pointer) => {
    expect(changes(chongqing, patch)).toContain(`error ${pointer} PARTY_POINTER`);
  });
});

describe('order', () => {
  test('refuses a measure that this jurisdiction does not know and lists those it knows', () => {
    const patch = { order: { measures: { 0: { id: 'no-privacy-spreading' } } } };
    expect(changes(yunnan, patch)).toContain('error /order/measures/0/id MEASURE_UNKNOWN');
    const finding = findingsOf(patched(yunnan, patch)).find(({ code }) => code === 'MEASURE_UNKNOWN');
    expect(finding?.detail).toContain('no-violence（禁止被申请人实施家庭暴力）');
  });

  test('refuses another measure without words, and a measure named twice', () => {
    expect(changes(chongqing, { order: { measures: { 8: { text: null } } } })).toEqual([
      'error /order/measures/8/text MEASURE_TEXT_REQUIRED',
    ]);
    expect(changes(chongqing, { order: { measures: { 1: { id: 'no-violence' } } } })).toContain(
      'error /order/measures/1/id MEASURE_REPEATED',
    );
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

  test.each<[string, Parameters<typeof patched>[1], string]>([
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

describe('warning', () => {
  test('refuses a ground that this jurisdiction does not know', () => {
    expect(changes(chongqing, { warning: { grounds: ['armed'] } })).toContain(
      'error /warning/grounds/0 WARNING_GROUND_UNKNOWN',
    );
  });

  test('a letter is signed or refused, never both; with neither the fields stay blank', () => {
    const refusal = { reason: '拒绝', recordingNumber: '1' };
    expect(changes(chongqing, { warning: { refusal } })).toEqual(['error /warning/refusal WARNING_SIGNED_AND_REFUSED']);
    expect(changes(chongqing, { warning: { signature: null } })).toEqual([
      'notice /warning/signature WARNING_NOT_HANDED_OVER',
    ]);
    expect(changes(henan, { warning: { letters: { 1: { refusal: null } } } })).toEqual([
      'notice /warning/letters/1/signature WARNING_NOT_HANDED_OVER',
    ]);
  });

  test('notices a missing addressee with its name and the rule', () => {
    const patch = { warning: { recipients: [] } };
    expect(changes(chongqing, patch)).toContain('notice /warning/recipients WARNING_RECIPIENT_MISSING');
    const missing = findingsOf(patched(chongqing, patch)).filter(({ code }) => code === 'WARNING_RECIPIENT_MISSING');
    expect(missing.map(({ detail }) => detail).join()).toContain('居民委员会');
    for (const { citation } of missing) expect(citation).toContain('条');
  });

  test('repeated violence must not be met with a warning alone', () => {
    const finding = findingsOf(sampleCase('xinjiang')).find(({ code }) => code === 'WARNING_INSTEAD_OF_PENALTY');
    expect(finding).toMatchObject({ severity: 'notice', citation: expect.stringContaining('第二十条') });
  });

  test('notices a single officer and thin evidence against a denial', () => {
    const officers = [{ name: '唐毅' }];
    expect(changes(chongqing, { warning: { officers }, evidence: [{ type: 'statement' }] })).toEqual([
      'notice /warning/officers WARNING_ONE_OFFICER',
      'notice /evidence WARNING_EVIDENCE',
    ]);
  });

  test('the first visit is due after seven days, the next every three months until three were clean', () => {
    const visit = (sequence: number, visitedOn: string, recurrence = false) => ({ sequence, visitedOn, recurrence });
    const late = (visits: object[], now: string) =>
      findingsOf(patched(chongqing, { warning: { visits } }), now)
        .filter(({ code }) => code.startsWith('WARNING_') && code.endsWith('_LATE'))
        .map(({ code }) => code);
    expect(late([], '2026-04-05T10:00:00+08:00')).toEqual([]);
    expect(late([], '2026-04-06T10:00:00+08:00')).toEqual(['WARNING_FIRST_VISIT_LATE']);
    expect(late([visit(1, '2026-04-05')], '2026-07-05T10:00:00+08:00')).toEqual([]);
    expect(late([visit(1, '2026-04-05')], '2026-07-06T10:00:00+08:00')).toEqual(['WARNING_NEXT_VISIT_LATE']);
    const three = [visit(1, '2026-04-03'), visit(2, '2026-07-03'), visit(3, '2026-10-03')];
    expect(late(three, '2027-06-01T10:00:00+08:00')).toEqual([]);
    expect(late([...three.slice(0, 2), visit(3, '2026-10-03', true)], '2027-06-01T10:00:00+08:00')).toEqual([
      'WARNING_NEXT_VISIT_LATE',
    ]);
  });
});

describe('service', () => {
  const substitute = (name: string) => ({
    method: 'substitute',
    substitute: { name, relation: 'adult-family', reason: '代收' },
  });

  test.each(['罗堃', '罗 堃', '羅堃'.replace('羅', '罗')])(
    'the other party may not receive for the victim (%s)',
    (name) => {
      expect(changes(chongqing, { service: { 1: substitute(name) } })).toEqual([
        'error /service/1/substitute/name SUBSTITUTE_IS_OTHER_PARTY',
      ]);
      expect(changes(chongqing, { service: { 1: { receivedBy: name } } })).toEqual([
        'error /service/1/receivedBy RECEIVER_IS_OTHER_PARTY',
      ]);
    },
  );

  test('the victim may not receive for the respondent, nor any party for an agency', () => {
    expect(changes(chongqing, { service: { 0: substitute('陈喆兰') } })).toEqual([
      'error /service/0/substitute/name SUBSTITUTE_IS_OTHER_PARTY',
    ]);
    expect(changes(chongqing, { service: { 3: { receivedBy: '罗堃' } } })).toEqual([
      'error /service/3/receivedBy RECEIVER_IS_OTHER_PARTY',
    ]);
  });

  test('cites the rule on substitutes', () => {
    const findings = findingsOf(patched(chongqing, { service: { 1: substitute('罗堃') } }));
    expect(findings.find(({ code }) => code === 'SUBSTITUTE_IS_OTHER_PARTY')?.citation).toMatch(
      /法释〔2004〕13号.*第七条/,
    );
  });

  test('a child may not receive', () => {
    expect(changes(chongqing, { service: { 1: substitute('罗子谦') } })).toEqual([
      'error /service/1/substitute/name SUBSTITUTE_IS_MINOR',
    ]);
  });

  test('one sheet has one addressee, and a party bears its own name', () => {
    expect(changes(chongqing, { service: { 3: { recipient: { name: '安和路派出所、安和路居民委员会' } } } })).toEqual([
      'error /service/3/recipient/name SERVICE_COMBINED',
    ]);
    expect(changes(chongqing, { service: { 1: { recipient: { name: '陈某兰' } } } })).toEqual([
      'error /service/1/recipient/name SERVICE_PARTY_NAME',
    ]);
  });

  test('notices whom the law names and nobody serves', () => {
    expect(changes(chongqing, { service: { 4: { recipient: { kind: 'organization' } } } })).toEqual([
      'notice /service ORDER_RECIPIENT_MISSING',
    ]);
  });

  test('public notice counts after thirty days only', () => {
    expect(changes(henan, { service: { 6: { at: '2026-08-04T10:00:00+08:00' } } })).toEqual([
      'error /service/6/at PUBLIC_NOTICE_RUNNING',
    ]);
    expect(changes(henan, { service: { 6: { at: '2026-08-05T10:00:00+08:00' } } })).toEqual([]);
  });

  test('telling in advance replaces no service', () => {
    expect(changes(chongqing, { service: { 0: { at: null } } })).toEqual([
      'notice /service/0/advanceNotice ADVANCE_NOTICE_ONLY',
    ]);
  });
});

describe('visits', () => {
  test.each<[string, Parameters<typeof patched>[1], string]>([
    [
      'a lone visitor',
      { visits: { 0: { visitors: [{ name: '何静', unit: '妇联' }] } } },
      '/visits/0/visitors VISIT_ONE_VISITOR',
    ],
    ['a gap in the numbering', { visits: { 2: { sequence: 4 } } }, '/visits/2/sequence VISIT_SEQUENCE'],
    ['a late visit', { visits: { 0: { dueOn: '2026-04-20' } } }, '/visits/0/visitedAt VISIT_LATE'],
    [
      'violence that nobody reports',
      { visits: { 2: { disposition: 'continue' } } },
      '/visits/2/disposition VISIT_RECURRENCE_UNREPORTED',
    ],
    ['a missing summary', { visits: { 3: { expirySummary: null } } }, '/visits/3/expirySummary SUMMARY_MISSING'],
    [
      'an unsigned summary',
      { visits: { 3: { expirySummary: { signedAt: null } } } },
      '/visits/3/expirySummary/signedAt SUMMARY_UNSIGNED',
    ],
    [
      'a summary before the end',
      { visits: { 0: { expirySummary: { visitCount: 1, summary: '无' } } } },
      '/visits/0/expirySummary SUMMARY_NOT_LAST',
    ],
  ])('notices %s', (_, patch, finding) => {
    expect(changes(chongqing, patch)).toContain(`notice ${finding}`);
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

function nulls(address: object | undefined): Record<string, null> {
  return Object.fromEntries(Object.keys(address ?? {}).map((key) => [key, null]));
}
