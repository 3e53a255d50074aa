import { type AddressParts, findFacts, redact } from '../../src/match';
import { addressFact } from '../matcher-corpus/labelled';

const REDACTION = '（依法不载明）';
const clean = (text: string, address: AddressParts) => redact(text, findFacts(text, [addressFact(address)]), REDACTION);
const BAY: AddressParts = {
  community: '蓝湾半岛',
  road: '滨湖南路',
  number: '312号',
  building: '7栋',
  unit: '2单元',
  room: '1403室',
};

describe('the rest of a name directly before the doors of the home is found with them', () => {
  it.each([
    ['the last character forgotten', BAY, '住蓝湾半7栋1403室。'],
    ['the first two characters', BAY, '住蓝湾7-1403。'],
    [
      'without the word for a garden',
      { community: '濠景花苑', building: '11幢', unit: '2单元', room: '604室' },
      '住濠景11-2-604。',
    ],
    [
      'without the builder',
      { line: '保定市莲池区东风东路888号秀兰城市绿洲18号楼甲单元2303' },
      '住城市绿洲18-甲-2303。',
    ],
    ['with the builder alone', { community: '卓达星辰花园', building: '51号楼', room: '401' }, '住卓达51号楼401。'],
    [
      'the end of a long one',
      { line: '西安市碑林区友谊东路334号西北电力设计院家属院12号楼' },
      '住设计院家属院12号楼。',
    ],
    [
      'two parts of one side by side',
      { line: '绵阳市涪城区跃进北路8号长虹世纪城·观澜33栋1单元' },
      '住世纪城观澜33栋。',
    ],
    ['a hotel without its word', { line: '成都市青羊区人民中路二段68号锦府驿酒店1706房' }, '住锦府驿1706。'],
    ['a road without its word', { road: '南沙沟路', number: '88号', room: '301' }, '住南沙沟88号院。'],
  ] satisfies [string, AddressParts, string][])('%s', (_, address, text) => {
    expect(clean(text, address)).toBe(`住${REDACTION}。`);
  });

  it.each([
    ['another lake', BAY, '住湖南路312号'],
    ['another peninsula', BAY, '住金湾半岛7栋1403室'],
    ['a word for every estate', { ...BAY, community: '蓝湾花园' }, '住丽水花园7栋1403室'],
    ['two characters and one number', { road: '重庆路', number: '12号' }, '抵达重庆12号返回'],
    ['an everyday word and a day', { road: '建设路', number: '17号' }, '参加建设17号回家'],
    ['whoever built it, alone', { line: '西安市碑林区西北电力设计院家属院12号楼' }, '西北电力设计院出具证明'],
    ['other doors', BAY, '住蓝湾8栋1404室'],
  ] satisfies [string, AddressParts, string][])('and not %s', (_, address, text) => {
    expect(clean(text, address)).toBe(text);
  });
});

describe('an address as the case states it is found whole', () => {
  it.each([
    [
      'a block of works called by a number',
      { community: '一〇三街坊', building: '57门', room: '4号' },
      '103街坊57门4号',
    ],
    [
      'a villa that seems to be a town',
      { line: '桂林市七星区朝阳路信和信原乡墅5-1-1102' },
      '朝阳路信和信原乡墅5-1-1102',
    ],
    [
      'a building told by its side',
      { community: '水牛城小区', building: '北5栋', unit: '4单元', room: '702' },
      '水牛城小区北5栋4单元702',
    ],
    [
      'a house of students',
      { community: '江安校区', building: '西园9舍', room: '4单元312' },
      '江安校区西园9舍4单元312',
    ],
    ['a stall before a house', { road: '丁家桥', number: '87号临1' }, '丁家桥87号临1'],
    [
      'an annex without the word for a house',
      { road: '正街', number: '46号附3号', community: '石门村' },
      '石门村正街46附3',
    ],
    [
      'a building of a zone',
      { community: '新港安置区', building: 'A区3栋', unit: '2单元', room: '1室' },
      '新港安置区A3-2-1',
    ],
    [
      'two roads that meet',
      { line: '济南市历下区经十路与舜华路交叉口东南角舜华苑4号楼' },
      '经十路与舜华路交叉口东南角舜华苑4号楼',
    ],
    ['a house behind the number of its group', { community: '大坪村', number: '六组12号' }, '大坪12号'],
    ['a village behind its town', { street: '柳林镇', community: '大坪村' }, '柳林镇大坪'],
    ['letters for all digits of a door', { community: '鸿恩怡园', building: '10幢', room: '11-4' }, '鸿恩怡园lO幢ll-4'],
  ] satisfies [string, AddressParts, string][])('%s', (_, address, text) => {
    expect(clean(`住${text}，`, address)).toBe(`住${REDACTION}，`);
  });

  it('and a building without its side is the same one', () => {
    expect(clean('住水牛城5栋702。', { community: '水牛城小区', building: '北5栋', room: '702' })).toBe(
      `住${REDACTION}。`,
    );
  });

  it('and a village of the same town that begins alike is another', () => {
    const text = '在柳林镇大坪上村';
    expect(clean(text, { street: '柳林镇', community: '大坪村' })).toBe(text);
  });
});

describe('the doors of a home that is named are found', () => {
  it.each([
    ['on the way there', '导航到蓝湾半岛东门进去左拐第二排就是7栋，坐电梯到门口1403室'],
    ['after other words and a space', '“蓝湾半岛 7栋” 到了call我 1403室'],
    ['in a nickname', '被拉进“蓝湾半岛7号楼”业主群，昵称7-2-1403'],
    ['in the next sentence, with a verb', '她住进了蓝湾半岛。楼号是7，单元是2，房号是1403。'],
  ])('%s', (_, text) => {
    expect(clean(text, BAY)).not.toMatch(/7|1403/);
  });

  it('and those of the house beside it are not', () => {
    expect(clean('住蓝湾半岛。隔壁楼号是8，房号是1404', BAY)).toContain('楼号是8，房号是1404');
  });
});
