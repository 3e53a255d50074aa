import type { AddressParts } from '../../src/match';
import { findFacts, redact } from '../../src/match';
import { addressFact } from '../matcher-corpus/labelled';

const HOME: AddressParts = {
  province: '青海省',
  city: '西宁市',
  county: '城东区',
  street: '清真巷街道',
  community: '夏都景苑',
  road: '夏都大街',
  number: '218号',
  building: '6号楼',
  unit: '1单元',
  room: '1162室',
};
const left = (text: string, address = HOME) => redact(text, findFacts(text, [addressFact(address)]), '◇');
const finds = (text: string, address = HOME) => {
  const hits = findFacts(text, [addressFact(address)]);
  return hits.map(({ start, end }) => text.slice(start, end));
};

describe('doors that stand apart from the name of the home are found with it', () => {
  test.each([
    ['remarks between', '住夏都景苑（就是那个超市后面）6号楼（她姐姐租的）1162室。', /景苑|6号楼|1162/],
    ['thinking aloud', '在夏都景苑，呃，那个，6号楼，然后，1单元，嗯，1162室。', /景苑|6号楼|1单元|1162/],
    [
      'questions and answers',
      '问：哪条路？答：夏都大街。问：多少号？答：218号。问：哪一间？答：1162室。',
      /大街|218|1162/,
    ],
    ['a longer way round', '住夏都景苑，具体一点就是，你到了之后找6号楼，对对对，1162室。', /景苑|6号楼|1162/],
    ['what stands on the door', '她住在夏都景苑，是6号楼的，门上写着1162。', /景苑|6号楼|1162/],
    ['a flat in brackets', '他冲上夏都景苑6号楼11楼靠左那户（1162）。', /景苑|6号楼|1162/],
    ['a number taken back', '住夏都大街220号，不对，是218号。', /218/],
    ['a stutter', '在夏、夏都大街2、218号那里', /218/],
  ])('%s', (_, text, secret) => {
    expect(left(text)).not.toMatch(secret);
  });

  test.each([
    ['the door of another estate behind the home', '从夏都景苑搬到锦绣花城6号楼1162室', '锦绣花城6号楼1162室'],
    ['a day of the month', '住在夏都景苑，10月6号那天', '10月6号那天'],
    ['the number of a paper', '在夏都大街查获，218号文件', '218号文件'],
    ['the number of a certificate', '在夏都大街被打，出具第218号鉴定意见', '第218号鉴定意见'],
    ['another door of the same estate', '住夏都景苑。证人住7号楼1163室', '7号楼1163室'],
    ['the door in the next sentence of a road', '在夏都大街买菜。取218号快递', '218号快递'],
  ])('%s stays', (_, text, told) => {
    expect(left(text)).toContain(told);
  });

  test('what was taken out before leads from nothing to anything', () => {
    const once = '夏都大街（依法不载明）6号楼';
    expect(left(once)).toBe(once);
  });
});

describe('a door is read', () => {
  test.each([
    ['over the radio', '目标在夏都景苑六号楼幺单元幺幺六两室'],
    ['with a letter between dashes', '到夏都景苑6#-B-1162', { ...HOME, unit: 'B单元' }],
    ['with 之 for the dash', '在夏都景苑6之1162见面'],
    ['before the way in', '在夏都景苑6号楼1162号门口'],
    ['in rows of a form without its words', '小区：夏都景苑\n- 楼号：6\n- 单元号：1\n- 室号：1162'],
  ])('%s', (_, text, address: AddressParts = HOME) => {
    expect(left(text, address)).not.toMatch(/[0-9六幺]/);
  });

  test('洞, 拐 and 勾 are digits among digits only', () => {
    const home = { road: '夏都大街', number: '107号', room: '902室' };
    expect(finds('夏都大街幺洞拐号勾洞两室', home)).toEqual(['夏都大街幺洞拐号勾洞两室']);
    expect(finds('夏都大街山洞，拐弯处', home)).toEqual([]);
  });

  test('things of one kind in a row are no address', () => {
    const home = { road: '夏都大街', number: '17号', building: '3栋', room: '402号' };
    expect(finds('抽签结果为17号、3号、402号。', home)).toEqual([]);
  });

  test('the row of a form that follows another road is that road’s', () => {
    expect(finds('建设路；门牌号：218；楼栋：6')).toEqual([]);
  });

  test('a road told in digits is not the end of a longer number', () => {
    expect(finds('乘381路公交到站', { road: '八一路', number: '381号' })).toEqual([]);
  });
});

describe('an address on one line', () => {
  test.each([
    ['an estate directly before its road', '海南省陵水县英州镇碧海澜湾清水湾大道6号B12栋303房', '碧海澜湾'],
    ['an estate of three characters', '广东省珠海市香洲区拱北街道丽雅苑夏湾路156号', '丽雅苑'],
    ['a town of another people', '甘肃省酒泉市瓜州县腰站子东乡族镇扎花营村三组14号', '扎花营村'],
    ['a village that seems to end in a city', '海南省儋州市那大镇洛基村老市队31号', '洛基村'],
    ['an estate called by a number', '惠州市惠阳区淡水街道白云二路88号半岛一号花园12栋', '半岛一号花园'],
    ['an estate in parts', '浙江省义乌市稠江街道下骆宅二区31幢3单元501室', '下骆宅二区'],
    ['an annex before the village', '广东省中山市小榄镇螺沙北街8号之一绩西社区', '绩西社区'],
    ['a town of one character', '上海市崇明区堡镇桃源村1023号', '桃源村'],
    ['a dormitory before its house', '重庆市沙坪坝区石井坡街道特钢厂职工宿舍和平山64栋', '特钢厂职工宿舍'],
  ])('names %s', (_, line, home) => {
    expect(finds(`听说她搬到${home}去了。`, { line })).toEqual([home]);
  });

  test.each([
    ['a kind of room', '浙江省东阳市横店镇万盛街56号官桥小区客房8306', '打扫客房时'],
    ['half of a road', '青海省西宁市城东区夏都大街218号', '都大街218号'],
    ['a quarter without a name', '福建省晋江市陈埭镇北区46号江头村', '北区的工厂'],
    ['a road in the place of a number', '云南省个旧市金湖西路89号锡都雅居6幢', '沿金湖西路行驶'],
  ])('is not told by %s', (_, line, text) => {
    expect(finds(text, { line })).toEqual([]);
  });
});

describe('a hamlet of two characters', () => {
  const hamlet = { county: '景宁县', street: '大均乡', community: '伏叶村', number: '泉坑12号' };
  test.each(['住伏叶村泉坑12号。', '到泉坑12号。', '她搬到泉坑去了。', '住在大均乡泉坑。'])(
    'is found in %s',
    (text) => {
      expect(left(text, hamlet)).not.toMatch(/泉坑|12/);
    },
  );
  test.each(['泉坑风景好', '他在泉坑水库钓鱼', '住在泉坑口村'])('is not found in %s', (text) => {
    expect(finds(text, hamlet)).toEqual([]);
  });
});

test('a home called after words of the ruling stops no ruling, and is found as a whole', () => {
  const home = { community: '人身安全小区', building: '3栋', room: '402室' };
  expect(finds('依法作出人身安全保护令，危及人身安全的', home)).toEqual([]);
  expect(finds('住人身安全小区。', home)).toEqual(['人身安全小区']);
});

describe('a mobile number', () => {
  const phone = { pointer: '/p', label: '电话', kind: 'phone' as const, spellings: ['13908124321'] };
  const found = (text: string) => findFacts(text, [phone]).map(({ start, end }) => text.slice(start, end));
  test.each([
    '139****4321',
    '139xxxx4321',
    '１３９＊＊＊＊４３２１',
    '1390812****',
    '139…4321',
    '幺三九洞八幺两四三两幺',
  ])('is found in %s', (text) => expect(found(`电话${text}，`)).toEqual([text]));
  test('is found although somebody thinks between its digits', () => {
    expect(found('一三九，呃，零八一二，四三二一')).toHaveLength(1);
  });
  test.each(['138****4321', '139****4322', '139****43215', '2139****4321', '1390813****', '尾号4321', '139*4321'])(
    'is not found in %s',
    (text) => expect(found(`登记为${text}。`)).toEqual([]),
  );
});

test('a mistyped name before another one is found with the doors behind', () => {
  expect(left('我住下都景院夏都大杰218号6号楼1162室')).not.toMatch(/218|1162/);
  expect(left('我住夏嘟景苑夏都大街218号6号楼1162室')).toBe('我住◇');
});
