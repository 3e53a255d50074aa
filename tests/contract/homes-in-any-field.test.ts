import type { Case } from '../../templates/case';
import { sampleCase } from '../support/cases';
import { see } from '../support/views';

type Home = NonNullable<Case['victims'][number]['residence']['current']>;

const REGIONS = { province: '湖南省', city: '衡阳市', county: '蒸湘区', street: '红湘街道' };
const ROAD = { road: '解放西路', number: '132号' };
const DOORS = '11栋1单元1702';

/** One home as clerks enter it: what belongs into several fields stands in one, or on a line of some form. */
const HOMES: Readonly<Record<string, Home>> = {
  'part by part': { ...REGIONS, ...ROAD, community: '碧云水墅', building: '11栋', unit: '1单元', room: '1702室' },
  'all in the field for the community': { ...REGIONS, community: `解放西路132号碧云水墅${DOORS}室` },
  'the doors behind the community': { ...REGIONS, ...ROAD, community: `碧云水墅${DOORS}` },
  'the community behind the street': { ...REGIONS, ...ROAD, street: '红湘街道碧云水墅', room: '11-1-1702' },
  'the number behind the road': {
    ...REGIONS,
    community: '碧云水墅',
    road: '解放西路132号',
    building: '11-1',
    room: '1702',
  },
  'all in the remark': { ...REGIONS, note: `解放西路132号碧云水墅${DOORS}，租住` },
  'the doors in the remark': { ...REGIONS, ...ROAD, community: '碧云水墅', note: `${DOORS}，与母亲同住` },
  'a line with its label': { line: `现住址：湖南省衡阳市蒸湘区红湘街道解放西路132号 碧云水墅小区 ${DOORS}（租住）` },
  'a line with strokes': { line: '湖南省/衡阳市/蒸湘区/红湘街道/解放西路132号/碧云水墅/11栋/1单元/1702' },
  'a line with dashes': { line: '衡阳市-衡阳市-蒸湘区-红湘街道-解放西路132号碧云水墅11-1-1702' },
  'a line with commas': { line: `湖南省，衡阳市，蒸湘区，红湘街道，解放西路132号，碧云水墅，${DOORS}` },
  'a line with the committee': { line: `湖南省衡阳市蒸湘区红湘街道碧云水墅居民委员会解放西路132号${DOORS}` },
  'a line with a telephone': { line: `湖南省衡阳市蒸湘区红湘街道解放西路132号碧云水墅${DOORS} 13800000016` },
};

const root = sampleCase('chongqing');

/** What the respondent reads of a text where the victim lives in the home. */
function told(current: Home, text: string): string | undefined {
  const [victim] = root.victims;
  const [incident] = root.incidents ?? [];
  if (victim === undefined || incident === undefined) throw new Error('the sample has a victim and an incident');
  const changed: Case = {
    ...root,
    victims: [{ ...victim, residence: { ...victim.residence, current } }],
    incidents: [{ ...incident, narrative: text }],
  };
  return see(changed, 'respondent').view.incidents?.[0]?.narrative;
}

describe.each(Object.entries(HOMES))('a home entered with %s', (_, home) => {
  test.each([
    '她现住蒸湘区红湘街道解放西路132号碧云水墅11栋1单元1702室。',
    '她现住碧云水墅。',
    '她现住碧云水墅11-1-1702。',
    '她现住碧云水墅十一栋1702。',
    '她现住解放西路132号。',
    '她现住11栋1单元1702室。',
    '她现住11号楼1702。',
    '她现住解放西路。',
    '她现住红湘街道。',
  ])('is not read in %s', (text) => {
    expect(told(home, text)).toBe('她现住（依法不载明）。');
  });

  test.each([
    '证人住蒸湘区锦华园14栋1单元1802室，另一证人住永安西路132号。',
    '蒸湘区人民法院、蒸湘区公安分局。',
    '她与母亲同住，租住房屋。',
  ])('does not take out %s', (text) => {
    expect(told(home, text)).toBe(text);
  });
});

describe('of a home in the country or in a town', () => {
  test.each(['大兴农场', '乌尔其汉林业局', '一〇三团'])('%s is where to look, and not read', (street) => {
    const home = { province: '黑龙江省', city: '佳木斯市', street, community: '红岭队', number: '22号' };
    expect(told(home, `她回${street}了。`)).toBe('她回（依法不载明）了。');
  });

  test('the third floor of a court is no building 3', () => {
    const home = { ...REGIONS, ...ROAD, building: '3栋', room: '302室' };
    expect(told(home, '到法院3楼302室领取。')).toBe('到法院3楼302室领取。');
    expect(told(home, '她住3栋302室。')).toBe('她住（依法不载明）。');
  });
});
