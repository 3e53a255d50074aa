import fc from 'fast-check';
import { maskIdNumber, maskName } from '../../templates/case/privacy/masks';
import { isKindOfPlace, shorterPlaceNames } from '../../templates/case/privacy/place-names';

test.each([
  ['罗㛃瑶', '罗某某'],
  ['罗瑶', '罗某某'],
  ['欧阳晴雪', '欧阳某某'],
  ['欧阳晴', '欧阳某某'],
  ['欧阳', '欧某某'],
  ['𠮷田子', '𠮷某某'],
  ['阿依努尔·阿卜杜热西提', '阿某某'],
  ['Anna Smith', 'A某某'],
])('%s becomes %s', (name, masked) => {
  expect(maskName(name)).toBe(masked);
});

test('a mask never gives the name itself', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\u4e00-\u9fa5·]{2,12}$/), (name) => {
      fc.pre(!name.includes('某'));
      expect(maskName(name)).not.toContain(name);
    }),
  );
});

test.each([
  ['50011519900312002X', '**************002X'],
  ['H12345678', '*****5678'],
  ['1234567', '*******'],
])('%s becomes %s', (number, masked) => {
  expect(maskIdNumber(number)).toBe(masked);
});

test('an ID number shows four characters at most', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9A-Z]{1,40}$/), (number) => {
      expect(maskIdNumber(number)).toHaveLength(number.length);
      expect(maskIdNumber(number).replaceAll('*', '').length).toBeLessThanOrEqual(4);
    }),
  );
});

test.each(['学校', '派出所', '居民委员会', '人民医院', '妇联', '无', '务农', '个体经营户', '第一中学'])(
  '%s names no place',
  (text) => {
    expect(isKindOfPlace(text)).toBe(true);
  },
);

test.each(['文澜书店', '安和路派出所', '听涛小学', '槐荫社区居民委员会'])('%s names a place', (text) => {
  expect(isKindOfPlace(text)).toBe(false);
});

test('a text of ten thousand digits is judged in one way, not in all the ways to divide it', () => {
  expect(isKindOfPlace(`${'1'.repeat(10_000)}x`)).toBe(false);
});

test('a place is known without its province, city and county, and never by its kind alone', () => {
  expect(shorterPlaceNames('重庆市渝中区文澜书店')).toEqual(['渝中区文澜书店', '文澜书店', '渝中文澜书店']);
  expect(shorterPlaceNames('新疆维吾尔自治区喀什地区疏附县杏花幼儿园')).toContain('杏花幼儿园');
  expect(shorterPlaceNames('重庆市南岸区人民医院')).toContain('南岸区人民医院');
  expect(shorterPlaceNames('重庆市南岸区人民医院')).not.toContain('人民医院');
});
