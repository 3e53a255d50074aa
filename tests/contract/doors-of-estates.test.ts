import type { Case } from '../../templates/case';
import { sampleCase } from '../support/cases';
import { see } from '../support/views';

type Home = NonNullable<Case['victims'][number]['residence']['current']>;

/** What the respondent reads of a text where the victim lives in the home. */
function told(home: Home, text: string): string | undefined {
  const root = sampleCase('chongqing');
  const [victim, ...others] = root.victims;
  if (victim === undefined || root.order === undefined) throw new Error('the sample has a victim and an order');
  const current = { province: '云南省', city: '普洱市', county: '思茅区', ...home };
  const victims = [{ ...victim, residence: { ...victim.residence, current } }, ...others];
  return see({ ...root, victims, order: { ...root.order, findings: text } }, 'respondent').view.order?.findings;
}

describe('an estate that stands in the field for the building', () => {
  test.each([
    ['盛景园二期9幢', '1603', ['盛景园', '盛景园二期', '盛景园二期九幢一六〇三']],
    ['莫奈组团A27', undefined, ['莫奈组团', '在莫奈组团A-27栋']],
    ['碧云水墅11号楼', '1702室', ['碧云水墅', '碧云水墅11-1702']],
  ])('%s is not read', (building, room, names) => {
    const home = { community: '曼连社区', road: '茶马大道', building, ...(room === undefined ? {} : { room }) };
    for (const name of names) expect(told(home, `她住${name}。`)).toMatch(/^她住在?（依法不载明）(?:A-27栋)?。$/);
  });

  test.each(['职工宿舍3栋', '学生公寓楼2号楼', '家属院4幢', '东侧楼1栋', '教师公寓5栋'])(
    '%s is a kind of house',
    (building) => {
      const kind = building.replace(/\d.*/u, '');
      const text = `当晚在${kind}门口。`;
      expect(told({ community: '曼连社区', road: '茶马大道', building }, text)).toBe(text);
    },
  );
});

describe('a building with a letter and its room', () => {
  const home = { community: 'SOHO国际公寓', road: '新牌坊一路', number: '99号', building: 'T2栋', room: '3108' };

  test.each(['T2-3108', 't2—3108', 'Ｔ２－３１０８', 'T2栋3108'])('are a door without a word: %s', (door) => {
    expect(told(home, `快递寄到${door}。`)).toBe('快递寄到（依法不载明）。');
  });

  test.each(['T2-310', 'T3-3108', '车次T2', '3108号车'])('are not in %s', (text) => {
    expect(told(home, `写着${text}。`)).toBe(`写着${text}。`);
  });
});

describe('a home in a numbered lane of a road', () => {
  test.each(['她住伊斯提克拉路。', '她住伊斯提克拉路12巷。', '她住伊斯提克拉路12巷5号。'])(
    'is not read in %s',
    (text) => {
      expect(told({ line: '思茅区团结社区伊斯提克拉路12巷5号' }, text)).toBe('她住（依法不载明）。');
      expect(told({ community: '团结社区', road: '伊斯提克拉路12巷', number: '5号' }, text)).toBe(
        '她住（依法不载明）。',
      );
    },
  );
});

describe('a home in a hamlet of a village', () => {
  const home = { street: '勐卯街道', community: '姐岗村民委员会芒喊村民小组', number: '27号' };

  test.each(['芒喊寨', '芒喊寨子', '姐岗村委会芒喊小组', '芒喊村', '芒喊27号'])('is not read as %s', (name) => {
    expect(told(home, `她回${name}了。`)).not.toMatch(/芒喊|27/);
  });

  test('is not told from the number of a group', () => {
    const text = '村民小组、三组、自然村的人。';
    expect(told({ community: '姐岗村民委员会第三村民小组', number: '27号' }, text)).toBe(text);
  });
});

describe('a home at a road that goes off another', () => {
  test.each(['她住服装五路。', '她住服装城大道。', '她住服装五路99号。'])('is not read in %s', (text) => {
    expect(told({ line: '思茅区回兴街道服装城大道服装五路99号' }, text)).toBe('她住（依法不载明）。');
    expect(told({ road: '服装城大道服装五路', number: '99号' }, text)).toBe('她住（依法不载明）。');
  });
});
