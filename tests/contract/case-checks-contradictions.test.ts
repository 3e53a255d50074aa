import { isSamePlace } from '../../templates/case/privacy/known';
import { changes, findingsOf, type Patch, patched, sampleCase } from '../support/cases';

const chongqing = sampleCase('chongqing');
const [mother, daughter] = chongqing.victims;
const [father] = chongqing.respondents;
const withoutPaper = { type: 'none' };
/** The same as a patch, which takes the number away. */
const paperTaken = { ...withoutPaper, number: null };

/** What is found beyond the sample, without what other checks say of the same slip. */
const found = (patch: Patch, now?: string) =>
  changes(chongqing, patch, now).filter(
    (text) => !/REPRESENTATIVE|ID_MISSING|SERVICE_PARTY_NAME|IS_OTHER_PARTY/.test(text),
  );

describe('persons who are the same', () => {
  test('nobody stands on both sides, with papers or without', () => {
    const { name, sex, birthDate } = mother ?? {};
    const same = { name, sex, birthDate, idDocument: paperTaken };
    expect(found({ respondents: { 0: same } })).toEqual(['error /respondents/0/name PERSON_ON_BOTH_SIDES']);
    expect(found({ respondents: { 0: { name } } })).toEqual(['notice /respondents/0/name SAME_NAME']);
  });

  test('nobody stands twice on one side', () => {
    const twins = { ...daughter, name: '罗㛃琪', idDocument: withoutPaper };
    const third = (person: object) => ({ victims: [mother, daughter, person], service: null });
    expect(found(third({ ...daughter, idDocument: withoutPaper }))).toEqual(['error /victims/2/name PERSON_REPEATED']);
    expect(found(third(twins))).toEqual([]);
    expect(found({ respondents: [father, father] })).toContain('error /respondents/1/name PERSON_REPEATED');
  });

  test('whom the order binds is not protected by it as a relative', () => {
    const named = (name: string | undefined, birthDate?: string) => ({
      relatives: [{ name, relationToVictim: '亲属', ...(birthDate === undefined ? {} : { birthDate }) }],
    });
    expect(found(named(father?.name))).toContain('error /relatives/0/name RELATIVE_IS_RESPONDENT');
    expect(found(named(father?.name, '1960-01-01'))).not.toContain('error /relatives/0/name RELATIVE_IS_RESPONDENT');
    expect(found(named(mother?.name))).toContain('notice /relatives/0/name RELATIVE_IS_VICTIM');
  });

  test('who decides or records is compared with the parties and signs once', () => {
    const order = { judges: [{ role: 'judge', name: '罗 堃' }], clerk: '陈喆兰' };
    expect(found({ order })).toEqual([
      'notice /order/judges/0/name OFFICIAL_IS_PARTY',
      'notice /order/clerk OFFICIAL_IS_PARTY',
    ]);
    expect(found({ warning: { officers: [{ name: '唐毅' }, { name: '唐毅' }] } })).toEqual([
      'notice /warning/officers/1/name OFFICIAL_REPEATED',
    ]);
  });
});

describe('ages', () => {
  test.each([
    ['2019-05-01', 'limited', 1],
    ['2019-05-01', 'none', 0],
    ['2016-09-03', 'full', 1],
    ['2009-09-03', 'full', 0],
    ['2009-09-03', 'limited', 0],
    ['1990-09-03', 'none', 0],
  ])('born %s and of capacity %s: %i notices', (birthDate, capacity, count) => {
    const minor = birthDate > '2008-04-15';
    const notices = found({ victims: { 1: { birthDate, capacity, minor, idDocument: paperTaken } } });
    expect(notices).toEqual(Array(count).fill('notice /victims/1/capacity CAPACITY_AGE'));
  });

  test('a respondent who would be a child was born in another year', () => {
    const young = { birthDate: '2017-11-25', idDocument: paperTaken };
    expect(found({ respondents: { 0: young } })).toEqual(['notice /respondents/0/birthDate RESPONDENT_AGE']);
  });
});

describe('organs and moments', () => {
  test('a ruling goes out in the name of a court, as a rule of the basic level', () => {
    expect(found({ court: { name: '重庆市公安局渝中区分局' } })).toEqual(['error /court/name COURT_NAME']);
    const name = '重庆市第五中级人民法院';
    const level = findingsOf(patched(chongqing, { court: { name } })).find(({ code }) => code === 'COURT_LEVEL');
    expect(level).toMatchObject({ severity: 'notice', citation: '《中华人民共和国反家庭暴力法》第二十五条' });
    expect(found({ police: { name: '重庆市渝中区人民政府' } })).toEqual(['notice /police/name POLICE_NAME']);
  });

  test('what is to come is not recorded as done', () => {
    const at = '2026-11-22T10:00:00+08:00';
    expect(found({ service: { 3: { at } } })).toContain('notice /service/3/at SERVICE_IN_FUTURE');
    expect(found({ visits: { 0: { visitedAt: at, dueOn: '2026-11-22' } } })).toEqual([
      'notice /visits/0/visitedAt VISIT_IN_FUTURE',
    ]);
  });
});

describe('a place is the same', () => {
  const home = {
    ...{ province: '重庆市', county: '南岸区', street: '龙门浩街道', community: '听涛里' },
    ...{ road: '临江支路', number: '17号', building: '5栋', unit: '2单元', room: '604室' },
  };

  test.each([
    [{ line: '重庆市南岸区龙门浩街道听涛里五栋二单元六〇四室' }, true],
    [{ line: '听涛里小区5幢2单元六百零四' }, true],
    [{ community: '听涛里小区', building: '伍号楼', unit: '2', room: '６０４' }, true],
    ['听涛里5-2-604', true],
    [{ road: '临江支路', number: '十七号' }, true],
    [{ line: '听涛里五栋二单元六〇四室', community: '新桥村', number: '36号' }, true],
    [{ community: '听涛里', number: '36号', building: '5栋', room: '604室' }, true],
    [{ line: '听涛里五栋二单元六〇五室' }, false],
    [{ community: '听涛里', building: '十五栋' }, false],
    [{ community: '听涛花园', building: '5栋', unit: '2单元', room: '604室' }, false],
  ])('whichever way numbers, buildings and estates are written: %j', (place, expected) => {
    expect(isSamePlace(place, home)).toBe(expected);
  });

  test('and a registered address that is the new home in other words is not opened as known', () => {
    const householdRegistration = { line: '重庆市南岸区龙门浩街道听涛里五栋二单元六〇四室' };
    expect(found({ victims: [{ ...mother, householdRegistration }, daughter] })).toContain(
      'error /victims/0/knownToRespondent/0/pointer KNOWN_IS_HOME',
    );
  });

  test('a witness whom the copies name as a relative or a representative cannot be left out there', () => {
    const witness = (name: string) => found({ informants: { 1: { name } } });
    expect(witness('陈守义')).toEqual(['notice /relatives/1/name INFORMANT_NAMED']);
    const agent = { representative: { name: '向文彬' } };
    expect(changes(chongqing, agent)).toContain('notice /representative/name INFORMANT_NAMED');
    expect(witness('某邻居')).toEqual([]);
  });
});
