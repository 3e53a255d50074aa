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

describe('what every town has', () => {
  const WORDS =
    '公租房 回迁小区 老旧小区 职工宿舍 厂区宿舍 城中村 电梯公寓 学校宿舍 幼儿园旁 菜市场后面 娘家 亲戚家 酒店 汽车站附近 派出所对面 医院对面 老城区 工业园区 步行街 村东头 十字路口 顶楼 办公楼 住院部 便民服务中心 人民广场 养老院'.split(
      ' ',
    );

  it.each(WORDS)('is no name of a home, in whatever field it stands: %s', (word) => {
    const text = `公安机关在${word}门口接警，附近另有${word}多处。`;
    const rest = { road: '幸福路', number: '88号' };
    expect(found(text, { community: word, building: '2栋', room: '301室' })).toEqual([]);
    expect(found(text, { ...rest, note: word })).toEqual([]);
    expect(found(text, { line: `${REGION}幸福路88号${word}` })).toEqual([]);
    expect(found(text, { line: `${REGION}柳林镇太平村${word}` })).toEqual([]);
  });

  it('counts beside a door', () => {
    expect(found('住回迁小区2栋301室', { community: '回迁小区', building: '2栋', room: '301室' })).toEqual([
      '回迁小区2栋301室',
    ]);
  });
});

describe('a community called by an everyday word', () => {
  const NAMES = '人民 团结 和平 幸福 保护 安全 申请 建设 文化 中心 民主 自由 新华 阳光 太平'.split(' ');
  const ENDS = '村 社区 小区 花园 新村 村民委员会 社区居委会 居民委员会'.split(' ');
  const RULING =
    '本院认为，申请人要求保护其人身安全，依照法律的规定，由人民法院作出；当事人应当和平相处、团结互助，共同建设幸福家庭。申请符合条件，（一）有明确的被申请人；（二）有具体的请求。村民委员会、社区、文化中心应当协助，尊重人身自由，在阳光下办案，新华社报道，天下太平。';

  it('is looked for beside its doors where the case leaves out what kind of place it is', () => {
    const home = { community: '团结', building: '2栋', room: '301室' };
    expect(found(RULING, home)).toEqual([]);
    expect(found('住团结2栋301室。', home)).toEqual(['团结2栋301室']);
  });

  it.each(NAMES)('leaves a ruling as it is: %s', (word) => {
    for (const end of ENDS) {
      expect(found(RULING, { community: word + end, building: '2栋', room: '301室' })).toEqual([]);
      expect(found(RULING, { line: `${REGION}柳林镇${word}${end}2栋1单元301室` })).toEqual([]);
      expect(found(`住${word}${end}2栋301室。`, { community: word + end, building: '2栋', room: '301室' })).toEqual([
        `${word}${end}2栋301室`,
      ]);
    }
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

describe('what stands behind a spelling', () => {
  const door = { ...fact('text', '2单元1501'), surroundings: ['南溪区'] };
  const left = (text: string) => redact(text, findFacts(text, [door]), REDACTION);

  it('belongs to it where it ends the number, and not where it begins another word', () => {
    expect(left('住2单元1501室，')).toBe(`住${REDACTION}，`);
    expect(left('住2单元1501，房租1800元')).toBe(`住${REDACTION}，房租1800元`);
    expect(left('住2单元1501房租1800元')).toBe(`住${REDACTION}房租1800元`);
  });
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
