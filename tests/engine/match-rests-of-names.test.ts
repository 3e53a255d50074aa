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

describe('an address is found whole', () => {
  it.each([
    ['a block of works called by a number', { community: '一〇三街坊', building: '57门', room: '4号' }, '103街坊57门'],
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
    ['a building of a zone', { community: '新港安置区', building: 'A区3栋', unit: '2单元', room: '1室' }, '新港A3-1'],
    [
      'two roads that meet',
      { line: '济南市历下区经十路与舜华路交叉口东南角舜华苑4号楼' },
      '经十路与舜华路交叉口东南角舜华苑4号楼',
    ],
    ['a house behind the number of its group', { community: '大坪村', number: '六组12号' }, '大坪12号'],
    ['a village behind its town', { street: '柳林镇', community: '大坪村' }, '柳林镇大坪'],
    ['a regiment in the field for the town', { street: '十团', community: '五连', number: '21号' }, '10团5连'],
    [
      'a regiment and its town in one field',
      { street: '一〇三团蔡家湖镇', community: '天润小区', building: '16栋' },
      '103团天润小区16栋',
    ],
    ['a village with a road in its name', { community: '古路坝村', number: '7组' }, '古路坝七组'],
    ['a lane before a building', { line: '东莞市长安镇乌沙陈屋六巷18号楼307' }, '乌沙陈屋六巷18号'],
    ['a stem before the number of a flat', { line: '上海市静安区武定西路1251弄20号甲403室' }, '武定西路1251弄20甲403'],
    [
      'a letter that begins a chain',
      { community: '泰山小区', building: 'B栋', unit: '3单元', room: '602室' },
      '泰山小区B-3-602',
    ],
    [
      'a village behind the name of its quarter',
      { street: '采荷街道', community: '双菱新村', building: '12幢', room: '202室' },
      '采荷双菱12-202',
    ],
    ['a block that is called after a word', { line: '鞍山市铁东区和睦三街坊23栋5单元14号' }, '和睦3街坊'],
    [
      'a regiment before its town on one line',
      { line: '第一师阿拉尔市十三团幸福镇昆冈社区5栋2单元' },
      '13团昆冈社区5栋',
    ],
    ['a zone and a building in one', { line: '南岸区南坪街道响水路8号融侨半岛云满庭C区12幢3-2' }, '云满庭C12-3-2'],
    [
      'a side between dashes',
      { community: '翰林雅苑', building: '8号楼', unit: '东单元', room: '602' },
      '翰林雅苑8-东-602',
    ],
    ['the stone of a highway', { line: '乌斯太镇G110国道1052公里处服务区宿舍6号' }, '110国道1052公里处'],
    ['letters for all digits of a door', { community: '鸿恩怡园', building: '10幢', room: '11-4' }, '鸿恩怡园lO幢ll-4'],
  ] satisfies [string, AddressParts, string][])('%s', (_, address, text) => {
    expect(clean(`到${text}，`, address)).toBe(`到${REDACTION}，`);
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
    ['in the words of a form, without the estate', '住址：房号1403室，楼栋7栋'],
  ])('%s', (_, text) => {
    expect(clean(text, BAY)).not.toMatch(/7|1403/);
  });

  it('and in the words of a form those of another estate are not', () => {
    expect(clean('阳光花园房号1403室，楼栋7栋', BAY)).toBe('阳光花园房号1403室，楼栋7栋');
  });

  it('and those of the house beside it are not', () => {
    expect(clean('住蓝湾半岛。隔壁楼号是8，房号是1404', BAY)).toContain('楼号是8，房号是1404');
  });
});

describe('words that stand in every ruling are no address', () => {
  const RULING = '家庭成员应当互相关爱，和睦相处。\n三、公安机关应当及时制止家庭暴力，收集证据。\n五、人民法院裁定';

  it.each(['和睦', '制止', '暴力', '关爱', '证据'])('what a quarter is called after: %s', (word) => {
    for (const line of ['三街坊23栋5单元14号', '2区5栋301', '小区5栋301']) {
      expect(clean(RULING, { line: `鞍山市铁东区${word}${line}` })).toBe(RULING);
    }
  });

  it('how far somebody drove, and where he stopped', () => {
    const text = '沿110国道行驶1052公里，在服务区宿舍前停车';
    expect(clean(text, { line: '乌斯太镇G110国道1052公里处服务区宿舍6号' })).toBe(text);
  });

  it('the road of the home, where its word begins with another one', () => {
    const text = '在铁路新街相遇，由铁路新街派出所处理';
    expect(clean(text, { road: '铁路新街', number: '14号' })).toBe(text);
  });
});
