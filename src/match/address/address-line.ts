import { isOnlyRemark } from './inner-names';

const HAN = '[\\p{Script=Han}·]';
const NUMERAL = '[0-9〇零一二三四五六七八九十百千两壹贰叁肆伍陆柒捌玖拾佰仟]';
/** What follows where a word only begins a longer name: 镇海路 is no town, 同盟街 no league. */
const NO_ROAD = '(?!(?:路|街(?!道)|巷|大道)(?!口|桥))';
/** 城区路5号 has no county, but 石门市路桥区 has a city: a road ends where its number begins. 新市街道 is a town. */
const NO_WHOLE_ROAD = '(?!(?:路|街|巷|大道)(?!\\p{Script=Han})|街道|场|口)';
/** A region's name holds no end of another one. */
const INNER = '(?:(?![省市区县旗])[\\p{Script=Han}·])';

/** A county's name runs over no town and no village before it: 那大镇洛基村老市队. */
const COUNTY =
  '(?:(?![省市区县旗村]|街道|(?<=\\p{Script=Han}{2})镇(?![市远江雄安坪赉海巴原宁康沅平]))[\\p{Script=Han}·])';

/** 五十一团驿头镇三连: a regiment stands before its town. */
const REGIMENT = `第?${NUMERAL}{1,4}团(?:场|(?!\\p{Script=Han}*?路))`;
const TOWN_OF_REGIMENT = new RegExp(`^(${REGIMENT})(${INNER}{2,6}?镇)`, 'u');
const DIVISION = new RegExp(`^第?${NUMERAL}{1,3}师(?=第?${NUMERAL}|${HAN}{2,6}?(?:市|镇|团|场))`, 'u');

/** Regions from the front of a line, each tried once in this order. */
const REGIONS: readonly RegExp[] = [
  // A corps with divisions and regiments in the place of cities and towns.
  new RegExp(`^${HAN}{0,8}?(?:生产建设)?兵团`, 'u'),
  new RegExp(`^${HAN}{2,8}?(?:省|自治区|特别行政区)${NO_WHOLE_ROAD}`, 'u'),
  DIVISION,
  new RegExp(`^(?:${INNER}{2,6}?盟${NO_ROAD}|${INNER}{2,10}?(?:自治州|地区|市)${NO_WHOLE_ROAD})`, 'u'),
  new RegExp(
    // 新市区 has 市 within; 城市花园 and 都市家园 are estates.
    `^(?:新市区|(?![城都]市)市?${COUNTY}{1,13}?(?:自治县|自治旗|(?<![小社园家校景片厂街一二三四五六八九十]|(?<!二)七|(?<!西)工|家属|生活|宿舍|安置|别墅|住宅|管理|服务|居住)区|县区?|旗|市))${NO_WHOLE_ROAD}`,
    'u',
  ),
  new RegExp(
    `^(?!${REGIMENT})(?:${HAN}{2,10}?(?:街道(?:办事处)?|(?:镇|乡(?![族墅]))${NO_ROAD})|${HAN}{1,10}?苏木(?!苏木))`,
    'u',
  ),
  // 城关镇昌都镇达因卡社区: a town in the place of the former one.
  new RegExp(`^(?!${REGIMENT})${INNER}{2,6}?镇(?=${HAN}{2,8}?(?:村|社区|居委会|嘎查))`, 'u'),
  DIVISION,
];

const NUMBER = `(?:[甲乙丙丁]?[A-Za-z]?[0-9]{1,5}[A-Za-z]?|[A-Za-z甲乙丙丁戊]|[东西南北中](?=单元|座|户)|${NUMERAL}{1,8})`;
/** 铁路新街 is one road. */
const ROAD_END = '(?:大道|大街|步行街|(?<![铁公米])路|(?<=[铁公])路(?![新老东西南北中前后]?[街巷路])|街|巷|胡同|里弄)';
/** A numbered lane off a road: 南坪东路二巷, 潭村大街东十二巷. */
const SIDE_LANE = `[东西南北]?${NUMERAL}{1,3}(?:巷|坊|条|胡同|支路)`;
/** 解放路二段, 长江路南段, 江南大道中: the stretch belongs to the name of the road. */
const STRETCH = `(?:${NUMERAL}{1,2}段|[东西南北中]段|${SIDE_LANE}|[东西南北中](?=$|[^\\p{Script=Han}]|${NUMERAL}))?`;
/** 长坡道永定里: 道 is in many words, and ends a road's name before a number or a home. */
const AVENUE = `.{1,8}?(?<![大街人行频轨隧通])道(?=$|[^\\p{Script=Han}]|${NUMERAL}|与|交[叉汇会]?[口处]|\\p{Script=Han}{1,6}(?:里|大厦|公寓|花园|苑|小区|家园))`;
const ROAD = new RegExp(
  `^(?:(?:(?!交[叉汇会]?[口处]).){1,12}?${ROAD_END}${STRETCH}(?=$|[^\\p{Script=Han}]|${NUMERAL}|[甲乙丙丁][0-9]|.{2})|${AVENUE})`,
  'u',
);
/** What cannot follow a road's name: then its last character is part of another name (路桥新村, 白云路西里). */
const NOT_AFTER_ROAD = /^(?:口|边|旁|小区|社区|桥|沿|花园|家园|新村|村|[东西南北]?里)/u;
/** A village or committee before a road: 南街村东三巷. Where a road's word follows, the village is part of its name. */
const VILLAGE_BEFORE =
  /^(.{1,9}?(?:[村居]民?委员?会|社区(?:居民?委员?会)?|嘎查|寨|屯|村))(?!(?:[东西南北中新老]?(?:大道|大街|路|街(?!上)|巷|胡同|里))|小区|社区|花园|村|委|民(?:委|小?组|房|居|兵))(.{2,})$/u;
const DOOR_AHEAD = new RegExp(
  `^(?:(?:附|副|临|特|之|第|负|地下)?-?${NUMBER}\\s*(?:公里(?:\\+[0-9]+米)?处?|号楼|号院|号?街坊|(?<=[0-9])坊|片区|片(?=[0-9])|号(?:[员职]工|学生|教师)?(?:宿舍|公寓)楼?|号|栋|幢|座|单元|支弄|弄|组团|组|委(?![员会])|村民小组|社|[大中]?队|屯|作业站|连|营|团|管理区|梯|室|房|户|间|层|楼|舍|排|趟房?|区|期|#|＃|门|[-—－–](?=[0-9A-Za-z])|$|(?=[\\s,，、;；（()）])|(?<=[0-9])(?=[A-Za-z][0-9])))`,
  'u',
);

/** A part of a line that is no region: a name, or numbers. */
export type LinePiece = { kind: 'road' | 'place' | 'doors'; text: string };

/**
 * Reads an address written on one line: its regions from the front, then names and door numbers in the order in which
 * they stand.
 */
export function readAddressLine(line: string): { regions: string[]; pieces: LinePiece[] } {
  const plain = line.normalize('NFKC').replace(LABEL, '').replace(BESIDE_ADDRESS, ' ').replace(TWICE, '$1市');
  let rest = plain.replace(/\s+/gu, ' ').trim();
  const regions: string[] = [];
  for (const pattern of REGIONS) {
    const found = pattern.exec(rest)?.[0];
    if (found === undefined) continue;
    regions.push(found);
    rest = rest.slice(found.length).replace(/^[\s,，、]+/u, '');
  }
  const [whole, regiment = '', town = ''] = TOWN_OF_REGIMENT.exec(rest) ?? [];
  if (whole === undefined) return { regions, pieces: readToldPieces(rest) };
  const doors: LinePiece = { kind: 'doors', text: regiment };
  return { regions: [...regions, town], pieces: [doors, ...readToldPieces(rest.slice(whole.length))] };
}

/** …604室（其姐家）, …604室，与母亲同住: what the last bracket or clause of a line holds. */
const REMARK_BEHIND = /[(,;。]([^(),;。]*)\)?[。;]?$/u;
const WHEREABOUTS = /[0-9路街巷]/u;

/** The pieces of a line but for a remark at its end. */
function readToldPieces(line: string): LinePiece[] {
  const found = REMARK_BEHIND.exec(line);
  const remark = found?.[1] ?? '';
  if (found === null || WHEREABOUTS.test(remark)) return readPieces(line);
  const before = readPieces(line.slice(0, found.index));
  return isOnlyRemark(
    remark,
    before.some(({ kind }) => kind === 'place'),
  )
    ? before
    : readPieces(line);
}

/** 现住址：…: the word of the form before an address. */
const LABEL = /^\s*\p{Script=Han}{2,8}\s*:/u;
/** 江州市 江州市 南溪区: what shops write where the city is its own province. */
const TWICE = /^\s*(\p{Script=Han}{2,3})市?[\s,、-]*\1市/u;
/** Telephone numbers, and strokes that part one part from the next; in 5/2/604 they are dashes. */
const BESIDE_ADDRESS = /[0-9]{7,}|(?<![0-9])[/|>]|[/|>](?![0-9])|(?<=\p{Script=Han})-(?=\p{Script=Han})/gu;

/** Every number of a door has one of these in it. */
const DOOR_SIGN = new RegExp(`[A-Za-z甲乙丙丁戊东西南北]|${NUMERAL}`, 'u');

/** Whether a line leads to a door, and so is an address and no mere name. */
export function leadsToDoor(line: string): boolean {
  const hasSign = DOOR_SIGN.test(line.normalize('NFKC'));
  return hasSign && readAddressLine(line).pieces.some(({ kind }) => kind === 'doors');
}

/** 海澜国际MOHO, 榕郡U-PARK: letters in a row belong to the name before them and are no building. */
const LATIN_WORD = /^(?:\p{Script=Latin}{2,}|\p{Script=Latin}(?=-\p{Script=Latin}{2}))(?:-\p{Script=Latin}{2,})*/u;
/** The letters that a word goes on with: the n of Nguyễn is no door. */
const LATIN_REST = /(?<=^\p{Script=Latin})\p{Script=Latin}+/u;
/** Nguyen Trai Street: words of an address abroad are one name; each alone may be a word of any file. */
const LATIN_NAME = /^[\p{Script=Latin} '.-]*\p{Script=Latin}\.?$/u;
const LATIN_AHEAD = /^\s+(?=\p{Script=Latin}{2})/u;

const ANNEX = new RegExp(`^之${NUMERAL}{1,2}(?!${NUMERAL})`, 'u');

/** The names and numbers of a text that names no region. */
export function readPieces(text: string): LinePiece[] {
  const pieces: LinePiece[] = [];
  let name = '';
  const close = () => {
    if (name !== '') pieces.push(...splitName(name));
    name = '';
  };
  for (let rest = text; rest !== ''; ) {
    const blank = LATIN_NAME.test(name) ? LATIN_AHEAD.exec(rest)?.[0] : undefined;
    if (blank !== undefined) {
      name += ' ';
      rest = rest.slice(blank.length);
      continue;
    }
    const word = name === '' ? undefined : (LATIN_WORD.exec(rest) ?? LATIN_REST.exec(name.slice(-1) + rest))?.[0];
    if (word !== undefined) {
      name += word;
      rest = rest.slice(word.length);
      continue;
    }
    const doors = DOOR_AHEAD.exec(rest)?.[0];
    // A numeral inside a name (五一路, 曹杨二村) is no door: the word after it decides.
    if (doors !== undefined && !isInName(doors, { rest, name, isFirst: pieces.length === 0 })) {
      close();
      const last = pieces.at(-1);
      if (last?.kind === 'doors') last.text += doors;
      else pieces.push({ kind: 'doors', text: doors });
      rest = rest.slice(doors.length);
      continue;
    }
    // 8号之一绩西社区: the annex of a house, directly before the next name.
    const annex = name === '' && pieces.at(-1)?.kind === 'doors' ? ANNEX.exec(rest)?.[0] : undefined;
    const last = pieces.at(-1);
    if (annex !== undefined && last !== undefined) {
      last.text += annex;
      rest = rest.slice(annex.length);
      continue;
    }
    const char = [...rest][0] ?? '';
    if (/[\s,，、;；()]/u.test(char)) close();
    else name += char;
    rest = rest.slice(char.length);
  }
  close();
  return pieces;
}

/** 三门路, 二七区, 二号井家属院: the word after the numeral is not the end of a number but goes on as a name. */
function isInName(doors: string, { rest, name, isFirst }: { rest: string; name: string; isFirst: boolean }): boolean {
  if (isNamedByNumber(doors, { rest, name })) return true;
  if (/\d/.test(doors)) return false;
  const after = rest.slice(doors.length);
  return (
    (/[门社户团队间屯]$/u.test(doors) && startsName(after) && !COUNTED.test(name)) ||
    (name === '' && /[里区]$/u.test(doors) && startsName(after)) ||
    (name === '' && isFirst && /号$/u.test(doors) && startsName(after)) ||
    /^(?:路|街|巷|村)/u.test(after)
  );
}

/** 半岛一号花园, 公园1号公馆: an estate that is called by a number. Behind a road, a number is that of a house. */
function isNamedByNumber(doors: string, { rest, name }: { rest: string; name: string }): boolean {
  const isNumber = /号院?$/u.test(doors) && name !== '' && !/[路街道巷弄村社组里区]$/u.test(name);
  return isNumber && /^(?:花园|公馆|公寓|府|小区|庄园|苑|城|国际|别墅)/u.test(rest.slice(doors.length));
}

/** 红星分场七队职工宿舍: these have their teams numbered. */
const COUNTED = /(?:[农林牧渔茶分总]场|村)$/u;

const NAME_AHEAD = new RegExp(`^(?!${NUMERAL}|[附第负地])\\p{Script=Han}`, 'u');
const startsName = (text: string) => NAME_AHEAD.test(text);

/** 胜利南路东侧名邸雅园, 红旗路与太行路交叉口龙泽园: what says where along the road a home stands. */
const BESIDE_ROAD =
  /^(?:与(?=.{2,6}[路街道])|(?:交[叉汇会]?[口处]|[十丁]字(?:路?口)?)(?:[东西南北]{1,2}[侧边角])?|[东西南北]{1,2}[侧角]|[向往]?[东西南北]{1,2}[行走]?约?[0-9]{1,4}米处?|路[东西南北]侧?(?=.{3})|(?:对面|旁边)(?=.{3}))+/u;

const VILLAGE_BEHIND = /^.{1,2}(?:村|屯|寨|社区|嘎查)/u;

/** A run of names without numbers in between: the road, and the community behind or before it. */
function splitName(name: string): LinePiece[] {
  const [, village, behind = ''] = VILLAGE_BEFORE.exec(name) ?? [];
  if (village !== undefined && ROAD.test(behind)) return [{ kind: 'place', text: village }, ...splitName(behind)];
  const road = ROAD.exec(name)?.[0];
  if (road === undefined || [...road].length < 2) return [{ kind: 'place', text: name }];
  const after = name.slice(road.length);
  // 古路坝村: a road with a name has more than one character before its word.
  const isVillage = [...road].length === 2 && VILLAGE_BEHIND.test(after);
  if (isVillage || NOT_AFTER_ROAD.test(after)) return [{ kind: 'place', text: name }];
  const next = after.replace(BESIDE_ROAD, '');
  return [{ kind: 'road', text: road }, ...(next === '' ? [] : splitName(next))];
}
