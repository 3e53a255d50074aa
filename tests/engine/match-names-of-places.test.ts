import { type AddressParts, findFacts, redact } from '../../src/match';
import { addressFact, fact } from '../matcher-corpus/labelled';

const REDACTION = '（依法不载明）';
const found = (text: string, address: AddressParts) =>
  findFacts(text, [addressFact(address)]).map(({ start, end }) => text.slice(start, end));
const clean = (text: string, address: AddressParts) => redact(text, findFacts(text, [addressFact(address)]), REDACTION);
const REGION = '江川省临江市南溪县';

describe('an address whose words are ordinary ones', () => {
  it.each([
    ['the word for a street district', { community: '街道居委会', note: '庄台4组' }, '由七星岗街道、各街道居民参加'],
    ['a village called like a virtue', { community: '团结村民委员会' }, '家庭团结，团结一切力量'],
    ['a village of the people', { community: '人民村民委员会' }, '依照法律，由人民法院为人民作出'],
    ['a village of two characters', { community: '代村' }, '现代村庄和清代村落'],
    ['a community and the next clause', { community: '建设社区', building: '2栋' }, '积极参加建设，社区干部到场'],
    ['a list of a statute', { community: '安全社区', building: '2栋' }, '（一）有饮食；\n（二）有安全保障'],
    ['the cell of a table', { community: '保护社区', building: '12栋' }, '十二 | | 保护令'],
    ['the sentence before', { community: '申请社区', building: '2幢' }, '迁出安和苑2幢。申请人不服'],
    ['a square', { line: `${REGION}龙泉街道开发区广场12栋` }, '在车站广场见面'],
    ['letters of a long word', { line: `${REGION}龙泉街道榕郡U-PARK 3#1102` }, 'par avion, party'],
  ] satisfies [string, AddressParts, string][])('finds nothing in other texts: %s', (_, address, text) => {
    expect(found(text, address)).toEqual([]);
  });

  it('takes the road in the field of the community for a road', () => {
    expect(found('住新桥路276号', { community: '新桥路', road: '新桥路', number: '272号' })).toEqual([]);
    expect(found('住新桥路272号', { community: '新桥路', road: '新桥路', number: '272号' })).toEqual(['新桥路272号']);
  });
});

describe('a name inside a longer one', () => {
  const line = (rest: string) => ({ line: REGION + rest });

  it.each([
    ['a hamlet behind a village', line('柳林镇太平村巴盘屯'), '躲在巴盘屯', ['巴盘屯']],
    ['a hamlet behind a committee', line('柳林镇李寨行政村小李寨'), '回小李寨', ['小李寨']],
    ['a village without its word', line('柳林镇龙王坝村'), '回了龙王坝', ['龙王坝']],
    ['a village and its group', line('柳林镇魏集村三组'), '柳林魏集3组', ['柳林魏集3组']],
    ['a village of a committee', line('柳林镇冯吕溪村民委员会三社'), '住冯吕溪村三社', ['冯吕溪村三社']],
    ['a numbered hamlet', line('柳林镇太平村二屯'), '住太平村二屯', ['太平村二屯']],
    ['a hamlet before a number', { community: '太平村', note: '南浜18号' }, '住南浜18号', ['南浜18号']],
    ['a group with a name', { community: '石门村', note: '勒尔社' }, '舅舅是勒尔社的社长', ['勒尔社']],
    ['an estate without its builder', line('白马街道宏达榕郡湾8栋1102'), '住榕郡湾8栋1102', ['榕郡湾8栋1102']],
    ['an estate in a village', line('圣城街道西关村明珠巴黎小区27#2-302'), '住明珠巴黎', ['明珠巴黎']],
    ['an estate beside a road', line('柳林镇胜利南路东侧名邸雅园12-3-401'), '住名邸雅园', ['名邸雅园']],
    ['one side of a dot', line('白马街道翰林上城·御江苑3-1-502'), '住御江苑3-1-502', ['御江苑3-1-502']],
    ['letters in the name', line('白马街道海澜国际MOHO 2幢1单元11203'), '住海澜国际', ['海澜国际']],
    ['a state farm', line('七星农场第三管理区15作业站'), '七星农场三管理区', ['七星农场三管理区']],
    ['a blank road', line('和平区长坡道永定里12号'), '住永定里12号', ['永定里12号']],
    ['a regiment', { line: '生产建设兵团第三师五十一团驿头镇三连25-3' }, '住51团三连', ['51团三连']],
    ['a block of works', line('昆北街道友谊大街19号街坊21栋'), '住19号街坊21栋', ['19号街坊21栋']],
  ] satisfies [string, AddressParts, string, string[]][])('is found: %s', (_, address, text, expected) => {
    expect(found(text, address)).toEqual(expected);
  });
});

describe('numbers as they are said and read', () => {
  const HOME = { community: '听涛里', building: '18栋', unit: '3单元', room: '502室' };

  it.each([
    ['a dash read aloud', HOME, '住听涛里十八杠三杠五零二。', `住${REDACTION}。`],
    ['words misread by a scanner', HOME, '住听涛里18拣3单无502窒。', `住${REDACTION}。`],
    ['the room behind a comma', HOME, '住18栋，3单元，502。', `住${REDACTION}。`],
    ['the rent behind the room', HOME, '住听涛里18栋502房租1800元', `住${REDACTION}房租1800元`],
    ['the rent in the next clause', HOME, '住听涛里18栋502，房租1800元', `住${REDACTION}，房租1800元`],
    [
      'two words for buildings',
      { community: '听涛里', building: '5号楼', unit: 'A座', room: '1602' },
      '听涛里5号楼A座1602室',
      REDACTION,
    ],
    ['an annex', { road: '幸福路', number: '26号增1号' }, '住幸福路26号增1号。', `住${REDACTION}。`],
    ['a stem behind the number', { road: '幸福路', number: '12号甲' }, '住幸福路12号甲，', `住${REDACTION}，`],
    ['a party behind the number', { road: '幸福路', number: '12号' }, '送幸福路12号甲方', `送${REDACTION}甲方`],
    ['a letter behind the room', { community: '听涛里', room: '27D' }, '住听涛里27D。', `住${REDACTION}。`],
    ['a newer block', { community: '听涛里', building: '新8栋' }, '在听涛里新8栋门口', `在${REDACTION}门口`],
  ] satisfies [string, AddressParts, string, string][])(
    'leave a sentence that can be read: %s',
    (_, address, text, expected) => {
      expect(clean(text, address)).toBe(expected);
    },
  );
});

describe('a first name', () => {
  const person = fact('name', '古丽巴哈尔·艾尼瓦尔');
  const names = (text: string, allowed: string[] = []) =>
    findFacts(text, [person], allowed).map(({ start, end }) => text.slice(start, end));

  it('stands for the whole one', () => {
    expect(names('邻居古丽巴哈尔报警')).toEqual(['古丽巴哈尔']);
    expect(names('艾尼瓦尔到场')).toEqual([]);
  });

  it('stays where somebody else who may be named bears it', () => {
    expect(names('古丽巴哈尔到场', ['古丽巴哈尔·卡地尔'])).toEqual([]);
    expect(names('古丽巴哈尔·艾尼瓦尔报警', ['古丽巴哈尔·卡地尔'])).toEqual(['古丽巴哈尔·艾尼瓦尔']);
  });
});
