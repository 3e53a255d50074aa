import { GAP } from './fold';
import { gapsBetween, type Units, unitsText } from './units';

/** More characters than this between two parts belong to something else. */
const LONGEST_GAP = 12;

/** What may stand between two parts of one address without separating them. */
const WORDS = [
  ...'的 之 第 附 内 里 旁 处 上 边 是 为 在 于 即 有 那 该 号 楼 座 院 室 房 户 某 x'.split(' '),
  ...'位于 门牌 门牌号 门牌号码 号码 房号 室号 房间 房间号 楼栋 楼号 栋号 幢号 单元 单元号 楼层 小区 小区名称 社区 村委会 村民委员会 居委会'.split(' '),
  ...'居民委员会 委会 民委员会 小区内 院内 大院 道路 路名 街道 街路巷 地址 详细地址 住址 其他 以及 也就是 楼里 楼上 门口 自编 里面 大厦 公寓'.split(' '),
  ...'room rm flat apt apartment building bldg block blk unit no number floor lane of the in on at hao shi'.split(' '),
].sort((one, other) => other.length - one.length);

/** A region that the case does not state may stand between: 幸福路（白马区柳林镇）88号. */
const REGION = /^\p{Script=Han}{2,7}?(?:省|自治区|自治州|市|区|县|旗|街道|镇|乡)/u;

/** Whether two parts with these units between them can be one address. */
export function isJoined(units: Units, from: number, to: number): boolean {
  if (to - from > LONGEST_GAP) return false;
  // After a full stop something new begins, unless nothing but the stop was put between.
  if (to > from && (gapsBetween(units, from, to) & GAP.stop) !== 0) return false;
  let rest = unitsText(units, from, to);
  while (rest !== '') {
    const word = WORDS.find((one) => rest.startsWith(one)) ?? REGION.exec(rest)?.[0];
    if (word === undefined) return false;
    rest = rest.slice(word.length);
  }
  return true;
}

/** Words that lead into a place without naming one: 住在2幢301室. */
const LEADS = new Set([...'住在于至到往址是为了的其回家处该从搬迁入及和与或即由进去向租购买系寓有将第'].map((char) => char.charCodeAt(0)));
const ROAD_OR_PLACE_END = new Set([...'路街巷道弄里村苑园区庄寨屯厦城院号'].map((char) => char.charCodeAt(0)));
const HIDING = new Set([...'某x'].map((char) => char.charCodeAt(0)));

/** What stands before numbers that have no name: nothing, a word that leads in, a hidden name, or a foreign name. */
export type Lead =
  | { kind: 'open' | 'foreign' }
  | { kind: 'hidden'; start: number; first: number | undefined; end: number };

export function readLead(units: Units, from: number): Lead {
  const { codes, gaps, starts, ends } = units;
  const gap = gaps[from] ?? 0;
  const before = codes[from - 1] ?? 0;
  if (from > 0 && (gap & ~GAP.space) === 0 && ROAD_OR_PLACE_END.has(before)) {
    const maskGap = (gaps[from - 1] ?? 0) & GAP.mask;
    let first = from - 1;
    while (first > 0 && HIDING.has(codes[first - 1] ?? 0)) first -= 1;
    if (maskGap !== 0 || first < from - 1) {
      const open = first === 0 ? 0 : (ends[first - 1] ?? 0);
      const mask = units.text.slice(open, starts[first] ?? open).search(/[^\s\p{P}]|[*_]/u);
      const start = maskGap !== 0 && mask >= 0 ? open + mask : (starts[first] ?? 0);
      return { kind: 'hidden', start, first: codes[first - 1], end: before };
    }
  }
  if (from === 0 || (gap & ~GAP.space) !== 0) return { kind: 'open' };
  return { kind: LEADS.has(before) ? 'open' : 'foreign' };
}
