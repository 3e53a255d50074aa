import type { AddressParts } from '../../src/match';
import { findFacts, redact } from '../../src/match';
import { addressFact } from '../matcher-corpus/labelled';

const HOME: AddressParts = {
  county: '云川县',
  street: '石磨街道',
  community: '青禾花园',
  road: '磨坊路',
  number: '216号',
  building: '14栋',
  unit: '2单元',
  room: '803室',
};
const left = (text: string, address = HOME, allowed: AddressParts[] = []) =>
  redact(text, findFacts(text, [addressFact(address)], allowed), '◇');

describe('a part of the name of the home is found before its doors', () => {
  test.each<[string, string, AddressParts]>([
    ['with a word between', '她住青禾那个院子14栋2单元。', HOME],
    [
      'with a mark behind the word',
      '她住凌云那个林场，三委七栋。',
      { community: '凌云林场', number: '三委', building: '7栋' },
    ],
    ['with a particle between', '她住瑞祥的14栋，803。', { ...HOME, community: '瑞祥万象城' }],
    ['with nothing but the number of the flat', '她住青禾803。', HOME],
    ['of a hostel', '她住晨星8512房。', { line: '磨坊路46号晨星连锁酒店8512房' }],
    ['and between them, a word of the name left out', '她住晨星酒店8512。', { line: '磨坊路46号晨星连锁酒店8512房' }],
    ['and its middle left out', '她住绿洲花都14栋803。', { ...HOME, community: '绿洲国际花都' }],
    ['behind the road and its number', '她住磨坊路46号晨星8512。', { line: '磨坊路46号晨星连锁酒店8512房' }],
    ['behind the road and its number, with nothing behind it', '她住磨坊路216号青禾。', HOME],
    ['where somebody lives, before the house alone', '她住青禾14栋。', HOME],
    [
      'before a row of houses',
      '她住木料厂家属房4趟6号。',
      { community: '林业局木料厂家属房', building: '4趟房', room: '6号' },
    ],
    ['at a gate of it', '她住磨坊路46号北门50栋。', { line: '磨坊路46号机车厂北门生活区50栋306' }],
    [
      'with a letter that the line parts from the flat',
      '她住海蓝公寓B609。',
      { line: '石磨街道海蓝集团职工公寓B幢609' },
    ],
    ['as the name of a group of houses', '她住紫云小镇团山5栋。', { community: '紫云小镇', building: '团山组团5栋' }],
  ])('%s', (_, text, address) => {
    expect(left(text, address)).toBe('她住◇。');
  });

  test.each([
    ['another estate', '她住锦绣花城14栋803。'],
    ['another estate behind a part of the name', '她去青禾超市旁锦绣花城14栋。'],
    ['a word for a kind of place', '她住家属区14栋。'],
    ['an institution', '她去过青禾路医院14楼803病房。'],
  ])('and not that of %s', (_, text) => {
    expect(left(text)).toBe(text);
  });
});

describe('doors that nothing leads to', () => {
  test.each([
    ['the way from the lift', '我到青禾花园了，14栋8楼，出电梯右转803。', '我到◇了，◇，出电梯右转◇。'],
    ['the house behind its road', '磨坊路街口一直往里216号', '◇街口一直往里◇'],
    ['what is kept on the door', '她租了青禾花园一套，门上写着2单元803。', '她租了◇一套，门上写着◇。'],
  ])('are found behind the home: %s', (_, text, told) => {
    expect(left(text)).toBe(told);
  });

  test('are those of the shared home where it has the same and is named there', () => {
    const shared = { community: '锦绣家属院', building: '14栋', unit: '2单元', room: '803室' };
    const text = '申请人从锦绣家属院14栋803搬到青禾花园14栋803，他仍住锦绣家属院14栋803。';
    expect(left(text, HOME, [shared])).toBe('申请人从锦绣家属院14栋803搬到◇，他仍住锦绣家属院14栋803。');
    expect(left('从青禾花园搬到锦绣花城14栋803室')).toBe('从◇搬到锦绣花城14栋803室');
  });
});

test('a part of the name at the end of the sentence before leads to no number', () => {
  const text = '她夜里看晨星。8512号证人到庭。';
  expect(left(text, { line: '磨坊路46号晨星连锁酒店8512房' })).toBe(text);
});

test('numbers of other things behind the home stay', () => {
  for (const told of ['车牌尾号803', '密码803', '他在城南宾馆803房间等她', '后到派出所803询问室', '每月房租803元']) {
    expect(left(`她住青禾花园，${told}。`)).toBe(`她住◇，${told}。`);
  }
});

test('the town of an address that may stand is not the road that it is called after', () => {
  const shared = { street: '磨坊路街道', community: '锦绣家属院', building: '3栋' };
  const road = { ...addressFact(HOME), spellings: ['磨坊路'] };
  const text = '被申请人住磨坊路街道锦绣家属院3栋';
  expect(findFacts(text, [road], [shared])).toEqual([]);
  expect(findFacts('她在磨坊路出现', [road], [shared])).toHaveLength(1);
});

describe('a form with the word of each number before a colon or in brackets', () => {
  test.each([
    ['blanks between its cells', '小区：青禾花园　栋：14　单元：2　室：803'],
    ['brackets', '[小区]青禾花园[幢]14[房]803'],
  ])('%s', (_, text) => {
    expect(left(text)).not.toMatch(/\d|青禾/u);
  });

  test('a word behind a number that stands before a mark belongs to the number', () => {
    expect(left('在青禾花园14 栋，2 单元，803 室，门开着')).toBe('在◇，门开着');
  });
});

describe('an address on one line is taken apart', () => {
  test.each<[string, string, string]>([
    ['at a stone of a highway', '109国道1247公里+300米处顺达修理厂院内', '109国道1247公里'],
    ['at a stone told with its letter', '109国道1247公里处顺达修理厂', 'G109线K1247'],
    ['behind the stone', '109国道1247公里+300米处顺达修理厂院内', '顺达修理厂院里'],
    ['so many metres from a crossing', '磨坊路与张家路交叉口向南200米路东金鹏花园8号楼', '金鹏花园'],
    ['at the second road of a crossing', '爱民东道与建国道交口北行80米路西9号平房', '建国道9号'],
    ['behind what it stands beside', '磨坊路31号红柳滩驿站旁永顺宿舍6号', '永顺宿舍'],
    ['before a numbered team', '东风农场红卫分场七队职工宿舍3栋5号', '红卫分场7队'],
    ['before a lane', '同和镇胜堂坊南便大街三巷7号', '胜堂坊南便大街3巷7号'],
    ['at a lane with a number', '辽川市长河路568巷12号1-3-2', '568巷12号，1-3-2'],
    ['before a hamlet that begins like a preposition', '者兔乡里央村民委员会里章村小组39号', '里章39号'],
  ])('%s', (_, line, told) => {
    expect(left(`在${told}。`, { line }).replace('院里', '')).toBe('在◇。');
  });

  test('how far somebody drove along the highway is no stone of it', () => {
    const line = '109国道1247公里处顺达修理厂';
    expect(left('沿109国道行驶1247公里后返回', { line })).toBe('沿109国道行驶1247公里后返回');
  });
});

describe('a home in the country is found', () => {
  test.each<[string, AddressParts, string]>([
    ['behind the division', { street: '第八师云川市', community: '一四三团十五连' }, '兵团第八师143团15连'],
    [
      'behind the short name of its sumu',
      { street: '阿古木苏木', community: '希花嘎查', number: '二组' },
      '阿古木希花二组',
    ],
    ['behind the short name of its town', { street: '灯台街道', community: '打角冲移民安置点' }, '灯台打角冲'],
    [
      'as a hamlet before a number in another field',
      { community: '苍岩村', number: '东浦', room: '1-45号' },
      '东浦1-45号',
    ],
    ['with an annex told as 增', { road: '民安路', number: '47号增2号' }, '民安路47增2'],
  ])('%s', (_, address, told) => {
    expect(left(`在${told}。`, address).replace('兵团', '')).toBe('在◇。');
  });
});

test('a stair at the end of a clause, and a flat before a name that begins like a sum', () => {
  expect(left('她搬青禾花园了，14栋丙', { ...HOME, unit: '丙单元' })).toBe('她搬◇了，◇');
  expect(left('图上写着14-2-803万和名邸', { ...HOME, community: '万和名邸' })).toBe('图上写着◇');
});

test('the number behind a road whose name has that of the village in it is no number of the village', () => {
  const address = { county: '云川县', street: '石磨镇', community: '河东村', number: '32号' };
  expect(left('住滨河东街32号。', address)).toBe('住滨河东街32号。');
  expect(left('住河东村，门牌32号。', address)).toBe('住◇。');
});
