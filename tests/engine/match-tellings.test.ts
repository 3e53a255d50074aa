import type { AddressParts } from '../../src/match';
import { findFacts, redact } from '../../src/match';
import { addressFact } from '../matcher-corpus/labelled';

const HOME: AddressParts = {
  city: '盐城市',
  county: '亭湖区',
  street: '毓龙街道',
  community: '碧云水墅',
  road: '兴隆街',
  number: '117号',
  building: '10栋',
  unit: '3单元',
  room: '2803室',
};
const left = (text: string, address = HOME, allowed: AddressParts[] = []) =>
  redact(text, findFacts(text, [addressFact(address)], allowed), '◇');

describe('a home told in sentences', () => {
  test.each([
    ['the rows of a form as sentences', '她搬进了碧云水墅。楼号是10，单元3，门牌2803。'],
    ['the plate of the flat', '碧云水墅，10栋，门牌2803。'],
    ['the middle of the road', '房子在兴隆街中段117号。'],
    ['the region before what is left of a name', '毓龙云水墅10栋3单元'],
  ])('%s is found', (_, text) => {
    expect(left(text)).not.toMatch(/\d|云水墅|毓龙/u);
  });

  test.each([
    ['在碧云水墅10栋楼下辱骂', '在◇楼下辱骂'],
    ['在兴隆街117号楼下等候', '在◇楼下等候'],
    ['位于碧云水墅10栋3单元2803号房屋', '位于◇房屋'],
    ['租下碧云水墅三室两厅一套', '租下◇三室两厅一套'],
    ['碧云水墅两室一厅，10栋2803', '◇两室一厅，◇'],
  ])('what stands behind it stays readable: %s', (text, told) => {
    expect(left(text)).toBe(told);
  });

  test('another estate with the same doors that may stand hides neither home', () => {
    const shared = { ...HOME, community: '香榭名苑', road: '人民东路', number: '8号' };
    const text = '不是香榭名苑，是碧云水墅10栋2803。';
    expect(left(text, HOME, [shared])).toBe('不是香榭名苑，是◇。');
    expect(left('碧云水墅，进门右转，10栋，3单元。', HOME, [shared])).not.toMatch(/\d/);
    expect(left('案发于香榭名苑10栋3单元2803室。', HOME, [shared])).toBe('案发于香榭名苑10栋3单元2803室。');
  });
});

describe('what is said of a home is no name of it', () => {
  const remarks = [
    ['与父母同住', '申请人此前与父母同住。'],
    ['房东王女士', '房东王女士作证。'],
    ['门口有棵大树', '家门口有棵大树。'],
    ['进门左手第二间', '进门左手第二间是厨房。'],
    ['单位集体宿舍', '住单位集体宿舍。'],
    ['对面是中国银行', '对面是中国银行网点。'],
    ['父亲陈大山家', '到父亲陈大山家。'],
    ['原住址已拆迁', '原住址已拆迁。'],
    ['走廊尽头', '他躲在走廊尽头。'],
  ] as const;

  test.each(remarks)('%s, in the field for remarks or at the end of a line', (note, text) => {
    expect(left(text, { ...HOME, note })).toBe(text);
    const line = '江苏省盐城市亭湖区毓龙街道兴隆街117号碧云水墅10栋2803室';
    for (const one of [`${line}（${note}）`, `${line}，${note}`]) {
      expect(left(text, { line: one })).toBe(text);
      expect(left('住碧云水墅10栋2803。', { line: one })).toBe('住◇。');
    }
  });

  test.each<[AddressParts, string]>([
    [{ ...HOME, note: '其士花园' }, '其士花园'],
    [{ road: '兴隆街', number: '117号', note: '未来之悦' }, '未来之悦'],
    [{ line: '兴隆街117号（父子岭村）' }, '父子岭村'],
    [{ line: '毓龙街道10栋2803（兴隆街117号其姐家）' }, '兴隆街117号'],
  ])('a name that is made of such words is found: %j', (address, name) => {
    expect(left(`住在${name}。`, address)).toBe('住在◇。');
  });
});

describe('an address of a shape of its own is found', () => {
  test.each<[string, AddressParts, string]>([
    ['a company of a regiment', { street: '一〇三团蔡家湖镇', community: '六连', number: '47号' }, '蔡家湖六连'],
    ['a forest farm of a bureau', { street: '乌尔其汉林业局', community: '开拉气林场' }, '乌尔其汉开拉气林场'],
    ['a part of a district that is no town', { street: '大垸管理区', community: '流港分场' }, '大垸流港分场'],
    ['an administrative village', { street: '付井镇', community: '王寨行政村' }, '付井王寨村'],
    ['a short village behind its county', { county: '威县', street: '洺州镇', community: '邵固村' }, '威县邵固'],
    ['a village of her aunt', { community: '曼阁村' }, '曼阁她姨妈家'],
    ['a compound of works', { community: '二矿大院', building: '56楼' }, '二矿56楼'],
    ['an estate that the case leaves out', { road: '兴隆街', number: '117号' }, '兴隆街南苑小区117号'],
    ['a lane of an urban village', { community: '上沙村', number: '塘晏坊一巷12号', room: '605' }, '塘晏坊1巷12号六楼'],
    ['a special number', { community: '铁机村', number: '特6号', building: '2栋' }, '铁机村特6号2栋'],
    ['a numbered block', { community: '36号街坊', building: '12栋' }, '36街坊12栋'],
    ['a highway by its letter', { road: '314国道', number: '208公里处' }, 'G314线208公里处'],
    ['a highway by its kind', { road: 'G314国道', number: '208公里处' }, '国道314线208公里处'],
    ['a name of former times', { community: '东逸花园', note: '原东塔机场宿舍' }, '东塔机场宿舍'],
    ['an estate at a crossing', { line: '人民西路与渭阳西路十字西北角中华新城3号楼' }, '中华新城'],
    ['an estate before its lanes', { line: '广州市白云区同和街道握山新村东街三巷5号4楼' }, '握山新村'],
    ['a stair told as 梯', { line: '三明市沙县区凤岗街道府西路金鼎城11号楼二梯1204' }, '凤岗金鼎城11-2-1204'],
    ['a house beside something', { note: '西山操场旁博士公寓2号楼', room: '308' }, '博士公寓2号楼308'],
  ])('%s', (_, address, told) => {
    expect(left(`她现住${told}。`, address).replace('她姨妈家', '')).toBe('她现住◇。');
  });

  test.each<[string, AddressParts, string]>([
    ['whose home it is', { line: '金鼎城11号楼1204（其弟家）' }, '其弟家中被盗'],
    ['of whom it is rented', { line: '握山新村5号（房东张某）' }, '房东张某到庭作证'],
    ['an office that every town has', { community: '教育局后面', note: '第三家' }, '到教育局后面的停车场'],
    ['the temple of a village', { community: '观音寺村', number: '3组' }, '去观音寺烧香'],
    ['another estate before the number of the road', { road: '兴隆街', number: '117号' }, '兴隆街是南苑小区117号'],
  ])('%s tells nothing', (_, address, text) => {
    expect(left(text, address)).toBe(text);
  });
});
