import type { AddressParts } from '../../src/match';
import { namesAlone } from '../../src/privacy/names-alone';

const told = { rule: '规则', citation: '依据', pointer: '/home', label: '住所', spellings: [] };
const left = (name: string, address: AddressParts) => namesAlone([name], [{ ...told, kind: 'address', address }]);

const ESTATE = { community: '听涛里', road: '临江支路', number: '17号', building: '5栋', room: '604室' };

describe('a name that states a home down to its door is none', () => {
  test.each<[string, AddressParts]>([
    ['陈母（住听涛里5栋604室）', ESTATE],
    ['听涛里五栋六〇四便利店', ESTATE],
    ['听涛里5栋便利店', { community: '听涛里', building: '5栋' }],
    ['临江支路17号陈家', { road: '临江支路', number: '17号' }],
    ['陈母，临江支路17-5-604', ESTATE],
    ['听涛里５－６０４便利店', ESTATE],
    ['临江支路17号听涛里5栋604室物业', { line: '南岸区临江支路17号听涛里5栋604室' }],
  ])('%s', (name, address) => {
    expect(left(name, address)).toEqual([]);
  });
});

describe('a name that only bears a word of a home stays', () => {
  test.each<[string, AddressParts]>([
    ['听涛里社区居民委员会', ESTATE],
    ['听涛里8栋便利店', ESTATE],
    ['临江支路17号便利店', ESTATE],
    ['第604工厂', ESTATE],
    ['寺登村三组村民小组', { community: '寺登村' }],
    ['南岸区第一人民法院', {}],
  ])('%s', (name, address) => {
    expect(left(name, address)).toEqual([name]);
  });
});

test('a home that is told on one line only is one too', () => {
  const line = '临江支路17号听涛里5栋604室';
  const facts = [{ ...told, kind: 'address' as const, spellings: [line] }];
  expect(namesAlone([`${line}物业`, '听涛里8栋便利店'], facts)).toEqual(['听涛里8栋便利店']);
});

test('addresses that may stand stay, and so does every name beside a fact that is no address', () => {
  const known = { road: '安和路', number: '604号' };
  expect(namesAlone([known, '安和路604号法院'], [{ ...told, kind: 'name' }])).toEqual([known, '安和路604号法院']);
  expect(namesAlone([known], [{ ...told, kind: 'address', address: ESTATE }])).toEqual([known]);
});
