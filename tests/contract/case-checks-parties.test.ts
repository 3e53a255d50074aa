import { changes, findingsOf, type Patch, patched, sampleCase } from '../support/cases';

const chongqing = sampleCase('chongqing');
const yunnan = sampleCase('yunnan');

describe('persons', () => {
  test.each<[string, Patch, string]>([
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

  test('tells a new home of which only the estate is stated from a road of that name', () => {
    const current = { ...nulls(shared), province: '重庆市', county: '渝中区', community: '和平小区' };
    const line = (text: string) => ({
      victims: { 0: { residence: { current, shared: { ...nulls(shared), line: text } } } },
    });
    const same = 'error /victims/0/residence/current RESIDENCE_SAME_AS_SHARED';
    expect(changes(chongqing, line('重庆市渝中区和平路88号2幢1203室'))).not.toContain(same);
    expect(changes(chongqing, line('重庆市渝中区和平小区2幢1203室'))).toContain(same);
  });

  test('refuses a new home that is entered as the shared home of another victim', () => {
    const home = chongqing.victims[0]?.residence.current;
    const { province, county, community, road, number, building, unit, room } = home ?? {};
    const line = [province, county, road, number, community, building, unit, room].join('');
    for (const entered of [home, { ...nulls(shared), line }]) {
      const child = { status: 'cohabiting', shared: entered, current: null };
      expect(changes(chongqing, { victims: { 1: { residence: child } } })).toEqual(
        expect.arrayContaining(['error /victims/0/residence/current RESIDENCE_SAME_AS_SHARED']),
      );
    }
  });

  test('says that a new home where the respondent is registered cannot be taken out of the narratives', () => {
    const householdRegistration = chongqing.victims[0]?.residence.current;
    expect(changes(chongqing, { respondents: { 0: { householdRegistration } } })).toEqual(
      expect.arrayContaining(['notice /victims/0/residence/current RESIDENCE_IS_REGISTERED_HOME']),
    );
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

  test('says that the copy of a victim who stayed is read by the respondent, where another has left', () => {
    const stayed = { victims: { 1: { residence: { status: 'cohabiting', current: null } } } };
    expect(changes(chongqing, stayed)).toContain('notice /victims/1/residence/status RESIDENCE_MIXED');
    expect(changes(yunnan, {}).join()).not.toContain('RESIDENCE_MIXED');
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
    // A school beside the new home may be known, and is still worth a second look.
    const isBesideHome = pointer.endsWith('/school');
    expect(changes(chongqing, known(pointer))).toEqual(isBesideHome ? [`notice ${at} INFERENCE_KNOWN`] : []);
  });

  test('is asked about for each respondent, where there are several', () => {
    const [one] = chongqing.respondents;
    const second = { respondents: { 1: { ...one, name: '罗母', idDocument: { type: 'none' } } } };
    const found = changes(chongqing, { ...second, ...known('/workplace', '/phone') }).filter((one) => /EACH/.test(one));
    expect(found).toEqual(['notice /victims/0/knownToRespondent/0/reason KNOWN_TO_EACH']);
  });

  test('refuses a registered address that is the new home', () => {
    const patch = { victims: { 0: { householdRegistration: chongqing.victims[0]?.residence.current } } };
    expect(changes(chongqing, patch)).toContain(`error ${at} KNOWN_IS_HOME`);
  });

  test.each([
    ['that is read into other parts than the home', '广东省中山市小榄镇东区新村沙口新街二巷7号三楼后座', true],
    ['of another house beside it', '广东省中山市小榄镇东区新村沙口新街二巷17号', false],
  ])('a registered address on one line %s', (_, line, isHome) => {
    const current = {
      ...nulls(chongqing.victims[0]?.residence.current),
      ...{
        province: '广东省',
        city: '中山市',
        street: '小榄镇',
        community: '东区新村',
        road: '沙口新街',
        number: '二巷7号',
      },
    };
    const householdRegistration = { ...nulls(chongqing.victims[0]?.householdRegistration), line };
    const found = changes(chongqing, { victims: { 0: { householdRegistration, residence: { current } } } });
    expect(found.includes(`error ${at} KNOWN_IS_HOME`)).toBe(isHome);
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
    const missing = 'notice /victims/1/capacity REPRESENTATIVE_MISSING';
    expect(changes(chongqing, { representative: null })).toContain(missing);
    const lawyer = { kind: 'lawyer', name: '白若堃', reason: 'entrusted', relationToVictim: null };
    expect(changes(chongqing, { representative: { ...lawyer, party: '/victims/0' } })).toContain(missing);
    expect(changes(chongqing, { representative: { ...lawyer, party: null } })).not.toContain(missing);
  });
});

describe('party pointers', () => {
  test.each<[string, Patch, string]>([
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

function nulls(address: object | undefined): Record<string, null> {
  return Object.fromEntries(Object.keys(address ?? {}).map((key) => [key, null]));
}
