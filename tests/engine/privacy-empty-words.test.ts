import type { ProtectedFact } from '../../src/match';
import { standsOut } from '../../src/privacy';
import { type GuardedFact, settleFacts } from '../../src/privacy/protected-facts';

const policy = { saysNothing: (value: string) => value === '不详' };
const COURT = '甲乙市丙丁区人民法院';

const guarded = (fact: Partial<ProtectedFact>): GuardedFact => ({
  ...{ pointer: '/fact', label: '某项', rule: '某规定', citation: '《某法》第一条', spellings: [] },
  ...fact,
});

const settle = (fact: Partial<ProtectedFact>, words: { saysNothing?: (value: string) => boolean } = policy) =>
  settleFacts({
    forbidden: [guarded(fact)],
    shown: [],
    allowed: [COURT, { road: '丙路', number: '1号' }],
    policy: words,
  });

describe('what names nothing and nobody is looked for nowhere', () => {
  it.each<[string, Partial<ProtectedFact>]>([
    ['a word for not known', { spellings: ['不详'] }],
    ['the same as a name', { spellings: ['不详'], kind: 'name' }],
    ['a short number', { spellings: ['2026'] }],
    ['two figures between marks', { spellings: ['=1+1'] }],
    ["the court's own county", { spellings: ['甲乙市丙丁区'] }],
    ['an address that is not known', { kind: 'address', address: { line: '不详' } }],
    ["an address in the court's own county", { kind: 'address', address: { line: '甲乙市丙丁区' } }],
    ['an address without more than a county', { kind: 'address', address: { city: '丁市', county: '戊区' } }],
  ])('%s', (_what, fact) => {
    expect(settle(fact)).toEqual([]);
  });
});

describe('what names something is looked for', () => {
  it.each<[string, Partial<ProtectedFact>]>([
    ['a place', { spellings: ['己苑'] }],
    ['a door in figures', { spellings: ['5-604'] }],
    ['another county', { spellings: ['戊己市庚辛区'] }],
    ['a county of which only a part is in the name of the court', { spellings: ['甲乙市庚辛区'] }],
    ['an estate that is written like a county', { spellings: ['天通苑北一区'] }],
    ['a town', { spellings: ['壬癸镇'] }],
    ['a short number that is a telephone', { spellings: ['1234'], kind: 'phone' }],
    ['an address of numbers', { kind: 'address', address: { number: '88', building: '2', room: '301' } }],
  ])('%s', (_what, fact) => {
    expect(settle(fact)).toHaveLength(1);
  });

  it('without the part that says nothing', () => {
    const address = { city: '甲市', community: '不详', road: '辛路', number: '8号' };
    expect(settle({ kind: 'address', address })[0]?.address).toEqual({ city: '甲市', road: '辛路', number: '8号' });
  });

  it('by a policy that knows no such words', () => {
    expect(settle({ spellings: ['不详'] }, {})).toHaveLength(1);
  });
});

describe('what stands in the copy by right', () => {
  const settleBeside = (allowed: string[], spelling: string) =>
    settleFacts({ forbidden: [guarded({ spellings: [spelling] })], shown: [], allowed, policy });

  it('is looked for neither alone nor as several names in one', () => {
    expect(settleBeside(['甲市公安局', '乙派出所'], '甲市公安局乙派出所')).toEqual([]);
    expect(settleBeside(['甲市公安局', '乙派出所'], '甲市公安局丙派出所')).toHaveLength(1);
  });

  it('does not double the work with each character where one name begins another one', () => {
    expect(settleBeside(['哈', '哈哈'], `${'哈'.repeat(150)}呵`)).toHaveLength(1);
    expect(settleBeside(['哈', '哈哈'], '哈'.repeat(150))).toEqual([]);
  });
});

describe('among the bytes of a file', () => {
  it('nothing is searched for that stands there by chance', () => {
    const facts: Partial<ProtectedFact>[] = [
      { spellings: ['KFC'] },
      { spellings: ['A-1'] },
      { address: { line: 'B2' } },
    ];
    expect(facts.map((fact) => standsOut(guarded(fact)))).toEqual([false, false, false]);
  });

  it('whatever is longer, or Chinese, is', () => {
    const facts: Partial<ProtectedFact>[] = [
      { spellings: ['KFCC'] },
      { spellings: ['肯店'] },
      { spellings: ['KFC', '肯店'] },
      { address: { number: '88', building: '2', room: '301' } },
    ];
    expect(facts.map((fact) => standsOut(guarded(fact)))).toEqual([true, true, true, true]);
  });
});
