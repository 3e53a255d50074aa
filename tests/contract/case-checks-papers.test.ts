import { changes, findingsOf, type Patch, patched, sampleCase } from '../support/cases';

const chongqing = sampleCase('chongqing');
const henan = sampleCase('henan');

describe('warning', () => {
  test('refuses a ground that this jurisdiction does not know', () => {
    expect(changes(chongqing, { warning: { grounds: ['armed'] } })).toContain(
      'error /warning/grounds/0 WARNING_GROUND_UNKNOWN',
    );
    const finding = findingsOf(patched(chongqing, { warning: { grounds: ['armed'] } })).find(
      ({ code }) => code === 'WARNING_GROUND_UNKNOWN',
    );
    expect(finding?.citation).toBe('《重庆市实施〈中华人民共和国反家庭暴力法〉办法》第二十六条');
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

  test('refuses a letter that was signed before it was read aloud', () => {
    const signature = { signedAt: '2026-03-29T10:20:00+08:00' };
    expect(changes(chongqing, { warning: { signature } })).toEqual([
      'error /warning/signature/signedAt SIGNED_BEFORE_READING',
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

  test('a party witnesses nothing', () => {
    const witnesses = (name: string) => ({ service: { 0: { refusal: { witnesses: [{ name, unit: '某社区' }] } } } });
    const refused = 'error /service/0/refusal/witnesses/0/name WITNESS_IS_PARTY';
    expect(changes(chongqing, witnesses('陈喆兰'))).toContain(refused);
    expect(changes(chongqing, witnesses('罗 堃'))).toContain(refused);
    expect(changes(chongqing, witnesses('蒋玉梅'))).not.toContain(refused);
  });

  test('nothing is sent, entrusted or announced before the order, nor received before it is sent', () => {
    const sent = (sentOn: string, receivedOn: string) => ({
      service: { 0: { method: 'posted', posted: { trackingNumber: '1', sentOn, receivedOn } } },
    });
    expect(changes(chongqing, sent('2026-04-14', '2026-04-17'))).toContain(
      'error /service/0/posted/sentOn SERVICE_BEFORE_ORDER',
    );
    expect(changes(chongqing, sent('2026-04-16', '2026-04-15'))).toContain(
      'error /service/0/posted/receivedOn POSTED_RECEIVED_EARLY',
    );
    expect(changes(chongqing, sent('2026-04-15', '2026-04-15'))).toEqual([]);
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
  test.each<[string, Patch, string]>([
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
