import { WEIGHTS } from '../weights';
import { isCommonPlace, isNoName, isRemark } from './place-words';

/** A name that people use for itself although the case states it as part of a longer one. */
export type InnerName = { text: string; weight: number };

/** What cannot follow where a name inside ends: then the word goes on (潭村大街, 石村小区, 王庄园). */
const GOES_ON =
  '(?!(?:[东西南北中新老]?(?:大道|大街|路|街(?!上)|巷|胡同|里(?!\\p{Script=Han}{2})))|[东西南北]?[门区苑园]|小区|社区|花园|家园|新村|市场|公寓|大厦|委|民(?:委|小?组|房|居|兵)|村|园|子|组|[一二三四五六七八九十0-9])';
/** Villages, committees and state farms: where people live, whatever is said behind. */
const SETTLEMENT = new RegExp(
  `^(.{1,9}?(?:[村居]民?委(?:员?会)?|社区|嘎查|行政村|自然村|[农林牧渔茶]场|[总分]场|村|邨|寨(?!行政村|自然村)|屯))${GOES_ON}(.{2,})$`,
  'u',
);
/** Estates, works and markets before a house of theirs. */
const ESTATE = new RegExp(
  `^(.{2,9}?(?:工业园|科技园|产业园|市场|广场|宿舍|家属[院区]|生活区|[东西南北]里|花园|家园|小区|新村|公寓|大厦|校区|湾|苑|轩|庄|阁|(?<![公校业技产乐庄果菜陵])园(?![林区艺丁])|城(?![市区中际镇乡])|府|庭))${GOES_ON}(.{2,})$`,
  'u',
);
const COMMITTEE = /(?:(?<=村)村|居)民?委(?:员?会)?$|(?<=村)民?委(?:员?会)?$/u;
const KIND = /^(?:城中村|城郊村|农村社区|.?新村|.{0,2}(?:农|乡|本|同|全|各)村)$/u;
/** Ends of names that somebody thought out for an estate; a market or a square is public unless it is named at length. */
const CHOSEN_END = /.{2}(?:[湾苑邨阁府庭园轩]|花园|家园|小区|新村|公寓|大厦)$/u;
const NAMED_AT_LENGTH = 5;
const PUBLIC = /^(?:人民|农贸|农产品|中心|文化|学生|职工|教师|商业|时代|大学城)|(?:批发|步行|购物)/u;
const size = (text: string) => [...text].length;
const isChosen = (estate: string) =>
  (CHOSEN_END.test(estate) || size(estate) >= NAMED_AT_LENGTH) && !PUBLIC.test(estate);

/**
 * The names inside a name: 双楼村塘背围 is also written 双楼村 or 塘背围, 御景湾丽晶阁 also 御景湾. A settlement gives the
 * place away by itself; what only may be a name of its own counts beside a door.
 */
export function innerNames(name: string): InnerName[] {
  const [, now = ''] = RENAMED.exec(name) ?? [];
  if (now !== '') return [{ text: now, weight: stated(now) }, ...innerNames(now)];
  const [, landmark = '', opposite = ''] = OPPOSITE.exec(name) ?? [];
  if (opposite !== '' && stated(opposite) >= WEIGHTS.placeCore) {
    return [...behind(opposite, stated(opposite)), ...(stated(landmark) < WEIGHTS.placeCore ? [] : [beside(landmark)])];
  }
  const within = WITHIN.exec(name)?.[1] ?? '';
  if (within !== '') return [{ text: within, weight: stated(within) }, ...innerNames(within)];
  const [, village, hamlet = ''] = SETTLEMENT.exec(name) ?? [];
  if (village !== undefined) {
    const text = village.replace(COMMITTEE, '');
    // 中村 is part of 其中村民, and 城中村 is a kind of place.
    const weight = size(text) === 2 || KIND.test(text) ? WEIGHTS.placeCore : WEIGHTS.place;
    return [{ text, weight }, ...behind(hamlet, hamletWeight(hamlet))];
  }
  const [, estate = '', house = ''] = ESTATE.exec(name) ?? [];
  if (estate !== '') {
    const weight = isChosen(estate) ? WEIGHTS.longPlaceCore : WEIGHTS.placeCore;
    return [{ text: estate, weight }, ...behind(house), ...endings(estate), ...endings(name)];
  }
  return endings(name);
}

/** 公园对面石桥新村: what stands before the word is not where the home is, and says something beside another part only. */
const OPPOSITE = /^(.{2,})(?:对面|旁边?|隔壁|附近|后面)的?(.{3,})$/u;
const beside = (text: string): InnerName => ({ text, weight: WEIGHTS.placeCore });
/** 顺达修理厂院内: in speech, the word for inside is another one. */
const WITHIN = /^(.{4,}?)(?:[大小]?院?[内里]|[楼院][上下]|后院|旁边?|对面|后面|隔壁|附近)的?[大小]?$/u;

/** 原毛纺厂宿舍, 现名锦绣华庭: names that a home had, or has since. */
const RENAMED = /^(?:原名?(?![野乡平著点山城木香筑味阳上州子])|现名?(?!代)|曾用名|又名|俗称|旧称)(.{3,})$/u;

/** A name of some length that the case states is one, whatever it ends in; one that says what every town has is none. */
const stated = (name: string) =>
  size(name) < 4 || isNoName(name) || isCommonPlace(name) ? behindWeight(name) : WEIGHTS.longPlaceCore;

/** What stands behind a village: 双楼村塘背围, and what may be inside again (西关村东方巴黎小区西楼). */
const behind = (text: string, weight = behindWeight(text)): InnerName[] => [
  { text, weight },
  ...innerNames(text).filter(({ text: inner }) => size(inner) > 2),
];

/** 荷风新村一社区: one of several of the same name. */
const ONE_OF = /^(.{3,}?)(?:第?[一二三四五六七八九十0-9]{1,3}(?:社区|小区|期|区)|(?:[东西南北中]|[A-Za-z])区)$/u;
/** 石桥工人村新: what is left where a building's name was cut off. */
const LEFT_OVER = /^(.{2,}[村里苑园区])[新老旧]$/u;
/** 金帆玫瑰湾, 宏达金域榕郡: whoever built it is left out. */
const BUILDER = /^.{2}(.{2,}(?:[湾苑园庭府城郡邸郦墅]|花园|家园|小区|公寓|公馆|新村|国际|SOHO))$/iu;
const ESTATE_WORD = /^(.{3,})(?:花园|小区|公寓|家园|新村)$/u;
const LATIN_TAIL = /^(.{3,}\p{Script=Han})[A-Za-z-]{2,}$/u;

function endings(name: string): InnerName[] {
  const whole = ONE_OF.exec(name)?.[1] ?? LEFT_OVER.exec(name)?.[1];
  const plain = LATIN_TAIL.exec(name)?.[1];
  const own = BUILDER.exec(plain ?? name)?.[1];
  return [
    ...(whole === undefined ? [] : [{ text: whole, weight: WEIGHTS.longPlaceCore }]),
    ...(plain === undefined ? [] : [{ text: plain, weight: WEIGHTS.longPlaceCore }]),
    ...given([own, ESTATE_WORD.exec(own ?? '')?.[1]]).map((text) => ({ text, weight: WEIGHTS.placeCore })),
    ...(own === undefined || plain === undefined
      ? []
      : [{ text: own + name.slice(plain.length), weight: WEIGHTS.place }]),
  ];
}

const given = (texts: readonly (string | undefined)[]) => texts.filter((text) => text !== undefined);

/** Ends of the names of hamlets, houses and blocks. */
const HAMLET_END = /[围寨屯庄坊村湾塆坪冲坳沟岭坡坎巷阁苑楼轩居邨]$/u;
/** Ends of names that are not used for anything but where people live. */
const HOME_END = /(?:自然村|村民?小组|嘎查|小区|花园|花苑|家园|里分|[农林牧渔茶分]场|[村屯寨塆苑轩邨])$/u;
/** 勒尔社, 大湾组: groups of villagers that have a name in the place of a number; 合作社 and 专案组 are none. */
const GROUP_END = /(?<!工作|专案|调解|领导|合作|供销|旅行|信用|通讯|出版|杂志|报|公|茶)[组社]$/u;
/** Estates with a name of their own: 大学城安居西城. */
const ESTATE_END = /^.{3,}(?:[城湾府庭郡阁园居轩]|公馆|国际|公寓|大厦)$/u;
/** Words of directions begin prose: 靠近石桥村, 对面山坡. */
const PROSE = /^(?:靠|近|临|对|在|旁|隔壁|后面|前面|附近|路边|村[东西南北头尾口里内后前]|[东西南北][边面侧头])/u;
const SHORTEST_HOME = 3;
/** What a village has besides homes. */
const OF_ALL =
  /[学校医店场站院厂桥园房楼旁边号部路队]|门口|卫生|超市|银行|加油|对面|附近|安置|安居|移民|扶贫|新区|交叉|出租|自建/u;
const LONGEST_HAMLET = 6;

/** What stands behind a name in the case is often half prose (靠近菜市场): it joins what stands beside it. */
export function behindWeight(text: string): number {
  const length = size(text);
  if (length < SHORTEST_HOME || PROSE.test(text) || isNoName(text) || isCommonPlace(text)) return WEIGHTS.noteWord;
  if (HOME_END.test(text) && !KIND.test(text) && !PUBLIC.test(text)) return WEIGHTS.place;
  if ((GROUP_END.test(text) || ESTATE_END.test(text)) && !PUBLIC.test(text)) return WEIGHTS.longPlaceCore;
  return HAMLET_END.test(text) ? WEIGHTS.placeCore : WEIGHTS.noteWord;
}

/** Behind a village stands the name of a hamlet, whatever it ends in: 石木川村魏家坝. */
function hamletWeight(text: string): number {
  const isWord = /^\p{Script=Han}+$/u.test(text) && size(text) >= SHORTEST_HOME && size(text) <= LONGEST_HAMLET;
  const isOrdinary = isNoName(text) || isCommonPlace(text);
  const isHamlet = isWord && !OF_ALL.test(text) && !PROSE.test(text) && !PUBLIC.test(text) && !isOrdinary;
  return Math.max(behindWeight(text), isHamlet ? WEIGHTS.longPlaceCore : 0);
}

/** Ends of names of homes and of what a home may stand in or beside. */
const NAME_END =
  /(?:[村屯寨庄营队社组团坊坪坝坡沟湾塆围垸里巷苑园城府庭郡阁居轩邨岛邸墅楼厦厂矿店馆院校]|家园|[小社A-Za-z0-9东西南北]区|公馆|公寓|宿舍|国际|客栈|民宿|酒店|中心|广场|[市分农林牧渔茶]场|超市|大学|公司|搬迁点|安置[点区]|生活区|校区)$/u;

/**
 * Whether a text beside an address is a remark (其姐家, 电梯左转); 其士花园 is made of such words, and the name of an estate.
 * @param hasPlace whether the address names its place elsewhere: then only what ends like a name is taken for one
 */
export function isOnlyRemark(text: string, hasPlace: boolean): boolean {
  if (hasPlace && !NAME_END.test(text)) return true;
  return isRemark(text) && behindWeight(text) < WEIGHTS.longPlaceCore;
}
