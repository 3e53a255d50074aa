import { isLabelAt } from '../doors/door-kinds';
import { GAP } from '../text/fold';
import { gapsBetween, type Units, unitsText } from '../text/units';
import { isCommonPlace, isNoName } from './place-words';

/** More characters than this between two parts belong to something else. */
const LONGEST_GAP = 12;

/** What may stand between two parts of one address without separating them. */
const WORDS = [
  ...'的 之 第 附 副 临 增 特 新 老 内 里 旁 处 上 边 是 为 在 于 即 有 那 该 号 楼 座 院 室 房 户 某 x'.split(' '),
  ...'位于 门牌 门牌号 门牌号码 号码 房号 室号 房间 房间号 楼栋 楼号 栋号 幢号 单元 单元号 楼层 小区 小区名称 社区 村委会 村民委员会 居委会'.split(
    ' ',
  ),
  ...'居民委员会 委会 民委员会 小区内 院内 大院 道路 路名 街道 街路巷 地址 详细地址 住址 其他 以及 也就是 楼里 楼上 门口 自编 里面 办事处 街道办事处 大厦 公寓 靠近 附近 旁边 边上 尽头 东侧 西侧 南侧 北侧'.split(
    ' ',
  ),
  ...'宿舍 宿舍楼 学生 员工 职工 教师 家属楼 家属院 居民楼 出租屋 出租房 自建房 安置房 临街 门面 商铺 铺面 路名 街路巷 br nbsp'.split(
    ' ',
  ),
  // Where two roads meet.
  ...'中段 线 交叉口 交叉口处 交叉处 交汇处 路口 东南角 东北角 西南角 西北角 东区 西区 南区 北区'.split(' '),
  // As people talk.
  ...'呃 嗯 额 哦 啊 那个 这个 就是 然后 还有 应该是 大概 好像 记得 我想想 对 小组 村民小组 客房 摊位 铺位'.split(' '),
  ...'room rm flat apt apartment building bldg block blk unit no number floor lane of the in on at hao shi'.split(' '),
].sort((one, other) => other.length - one.length);

/** A region that the case does not state may stand between: 幸福路（白马区柳林镇）88号. */
const REGION = /^\p{Script=Han}{2,7}?(?:省|自治区|自治州|市|区|县|旗|街道|镇|乡)/u;

const ESTATE = /[小社]区$/u;

/** Whether two parts with these units between them can be one address. */
export function isJoined(units: Units, from: number, to: number): boolean {
  if (to - from > LONGEST_GAP) return false;
  // After a full stop something new begins, unless nothing but the stop was put between, or the next row of a form.
  if (to > from && (gapsBetween(units, from, to) & GAP.stop) !== 0 && !isFormRow(units, from, to)) return false;
  for (let at = from; at < to; ) {
    const rest = unitsText(units, at, to);
    const isApart = at > from || units.gaps[at] !== 0;
    const size = WORDS.find((one) => rest.startsWith(one))?.length ?? regionLength(units, { at, rest, isApart });
    if (size === 0) return false;
    at += size;
  }
  return true;
}

/** …路；小区名称：听涛里: one row of a form ends, and the word for the next stands alone before its colon. */
function isFormRow({ text, starts, ends }: Units, from: number, to: number): boolean {
  return FORM_ROW.test(text.slice(ends[from - 1] ?? 0, starts[to] ?? text.length));
}
const FORM_ROW =
  /^\s*[;；]\s*(?:(?:路名|街路巷|道路|小区|小区名称|社区|门牌|门牌号|门牌号码|楼栋|楼栋号|栋号|幢号|楼号|单元|单元号|楼层|房号|室号|房间|房间号|户号)\s*)?(?:[:：]\s*)?$/u;

/**
 * A region is one word: punctuation inside makes two of it. So is an estate directly behind the road (幸福路南苑小区88号);
 * apart from it (不是和平小区，是南苑小区3栋), it is where somebody else lives.
 */
function regionLength(units: Units, { at, rest, isApart }: { at: number; rest: string; isApart: boolean }): number {
  const region = REGION.exec(rest)?.[0] ?? '';
  const size = isApart && ESTATE.test(region) ? 0 : region.length;
  return size > 0 && (gapsBetween(units, at + 1, at + size - 1) & ~GAP.space) === 0 ? size : 0;
}

/** Words that lead into a place without naming one: 住在2幢301室. */
const LEADS = new Set(
  [...'住在于至到往址是为了的其回家处该从搬迁入及和与或即由进去向租购买系寓有将第新'].map((char) => char.charCodeAt(0)),
);
const ROAD_OR_PLACE_END = new Set(
  [...'路街巷道弄里村苑园区庄寨屯厦城院号坡坎段条坊围湾邨岛府庭轩阁舍墅郡岸'].map((char) => char.charCodeAt(0)),
);
/** 寓 and 处 lead in (寓2幢301室), but here they are the ends of names. */
const NAME_ENDS = new Set(['公寓', '事处']);
/** 居 ends names too (雅居2幢). */
const LEADING_WORDS = new Set(['现居', '租居', '寄居', '位置', '地点']);
const HIDING = new Set([...'某x'].map((char) => char.charCodeAt(0)));

/**
 * What stands before numbers that have no name: nothing, a word that leads in, a hidden name, a foreign name, or what is
 * left of the address's own.
 */
export type Lead = { kind: 'open' } | { kind: 'foreign' } | Hidden | Rest;
type Rest = {
  kind: 'rest';
  /** The first unit of what is left. */
  from: number;
  weight: number;
  /** So many numbers of the address must stand behind it. */
  fewest: number;
  /** Whether words stand between it and the numbers. */
  isApart: boolean;
};
type Hidden = {
  kind: 'hidden';
  /** Where the hiding signs begin in the original text. */
  start: number;
  /** The first unit behind what stands before the hidden name. */
  unit: number;
  /** The characters on either side of what is hidden: 幸×路. */
  first: number | undefined;
  end: number;
};

/** Whether a name can begin at a unit: nothing stands before it, or a word that leads in. */
export const leadsIn = ({ codes, gaps }: Units, from: number) =>
  from === 0 || ((gaps[from] ?? 0) & ~GAP.space) !== 0 || LEADS.has(codes[from - 1] ?? 0);

/** 城南宾馆602, 医院8楼602: there, numbers are those of other rooms. */
const INSTITUTION = /(?:医院|[馆店站所局校厂司部室位])$/u;
/** A name has as many characters at least; 东院 and 校区 are kinds of places. */
const SHORTEST_NAME = 3;

/** Whether another place, named or not, stands directly before a unit, and not before `begin`. */
export function isBehindName(units: Units, begin: number, at: number): boolean {
  if ((units.gaps[at] ?? 0) !== 0) return false;
  const name = unitsText(units, Math.max(begin, at - SHORTEST_NAME), at);
  if (INSTITUTION.test(name)) return true;
  const isName = name.length === SHORTEST_NAME && ROAD_OR_PLACE_END.has(units.codes[at - 1] ?? 0);
  return isName && !isNoName(name) && !isCommonPlace(name) && !INSIDE.test(name);
}
/** 一直往里, 村里: inside of something, and no 和平里. */
const INSIDE = /[往这那哪院屋村]里$/u;

/** What stands before a unit, whatever address the numbers there belong to. */
export function readLead(units: Units, from: number): Exclude<Lead, Rest> {
  const { codes, gaps } = units;
  const gap = gaps[from] ?? 0;
  const before = codes[from - 1] ?? 0;
  if (from > 0 && (gap & ~GAP.space) === 0 && ROAD_OR_PLACE_END.has(before)) {
    // The kind of place may have two characters: ××小区, ××家园.
    for (const at of [from - 1, from - 2]) {
      const hidden = readHidden(units, at);
      if (hidden !== undefined) return { ...hidden, end: before };
    }
  }
  // 阳光花园（二期）2幢: what a closing bracket belongs to goes on.
  if (from > 0 && /\p{Pe}\s*$/u.test(units.text.slice(units.ends[from - 1], units.starts[from])))
    return { kind: 'foreign' };
  // 建设路；门牌号：88: the row of a form before it names another road.
  if (ROAD_OR_PLACE_END.has(before) && isLabelAt(units, from)) return { kind: 'foreign' };
  if (from === 0 || (gap & ~GAP.space) !== 0) return { kind: 'open' };
  const word = unitsText(units, Math.max(0, from - 2), from);
  // 房号1705室，楼栋12栋: so is what stands before the word of a form.
  const isRow = isLabelAt(units, from - 2) && leadsIn(units, from - 2);
  const isOpen = isRow || LEADING_WORDS.has(word) || (LEADS.has(before) && !NAME_ENDS.has(word));
  return { kind: isOpen ? 'open' : 'foreign' };
}

/** What hides the name before a unit: 某某, xx, or signs. */
function readHidden(units: Units, at: number): Omit<Hidden, 'end'> | undefined {
  const { codes, gaps, starts, ends, text } = units;
  if (at < 0) return undefined;
  const isSign = ((gaps[at] ?? 0) & GAP.mask) !== 0;
  let unit = at;
  while (unit > 0 && HIDING.has(codes[unit - 1] ?? 0)) unit -= 1;
  if (!isSign && unit === at) return undefined;
  const open = unit === 0 ? 0 : (ends[unit - 1] ?? 0);
  const sign = text.slice(open, starts[unit] ?? open).search(/[^\s\p{P}]|[*_＊＿]/u);
  return {
    kind: 'hidden',
    unit,
    start: isSign && sign >= 0 ? open + sign : (starts[unit] ?? 0),
    first: codes[unit - 1],
  };
}

/** Signs that stand for a number, at least two of them: 幸福路**. */
const SIGNS = /^\s*[*＊×✕■□▇█▓▒░●○◯◆◇▲△_＿…]{2,}/u;

/** How many characters of the original text directly behind a unit hide a number. */
export function hiddenBehind({ text, ends, gaps }: Units, to: number): number {
  if (((gaps[to] ?? 0) & GAP.mask) === 0) return 0;
  const end = ends[to - 1] ?? 0;
  return SIGNS.exec(text.slice(end, end + 32))?.[0].length ?? 0;
}
