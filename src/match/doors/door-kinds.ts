import { GAP } from '../text/fold';
import { isArabicDigit, isChineseNumeral } from '../text/numerals';
import type { Units } from '../text/units';

/** What a number in an address counts, from the widest to the narrowest, as a set of bits. */
export const DOOR = {
  regiment: 1,
  group: 2,
  lane: 4,
  sublane: 8,
  number: 16,
  annex: 32,
  zone: 64,
  building: 128,
  unit: 256,
  floor: 512,
  room: 1024,
} as const;

export type DoorKinds = number;

/** What a number without a word after it may count. */
export const ANY_DOOR: DoorKinds =
  DOOR.lane | DOOR.number | DOOR.annex | DOOR.zone | DOOR.building | DOOR.unit | DOOR.floor | DOOR.room;

/** # stands for 号 and for 号楼. */
export const HASH_DOOR: DoorKinds = DOOR.number | DOOR.building;

/** 号 closes the number of a house, and in speech that of a building, an annex or a flat. */
const HAO: DoorKinds = DOOR.number | DOOR.annex | DOOR.building | DOOR.room;

const WORDS: Readonly<Record<string, DoorKinds>> = {
  ...byWord('团 团场', DOOR.regiment),
  ...byWord('连 连队 营 组 村民组 村民小组 小组 队 大队 中队 生产队 作业站 社 屯', DOOR.group),
  ...byWord('弄', DOOR.lane),
  ...byWord('支弄', DOOR.sublane),
  ...byWord('巷', DOOR.lane),
  // 110国道1052公里处: what stands along a highway is told by its stone.
  ...byWord('号院 院 公里 公里处', DOOR.number),
  ...byWord('区 期 组团 管理区 坊 片区 片', DOOR.zone),
  ...byWord('街坊 号街坊', DOOR.zone | DOOR.building),
  // 五委7组: what quarters of north-eastern towns are counted in.
  ...byWord('委', DOOR.zone),
  ...byWord('栋 幢 座 舍 号楼 栋楼 幢楼 号栋 号幢 排 趟 趟房 号门楼 号宿舍 号宿舍楼 号公寓 号公寓楼', DOOR.building),
  // As scanners misread them.
  ...byWord('憧 橦 撞 拣 楝 号搂', DOOR.building),
  ...byWord('单无 羊元', DOOR.unit),
  ...byWord('窒', DOOR.room),
  ...byWord('楼', DOOR.building | DOOR.floor),
  ...byWord('单元 门 梯 号门 单元门', DOOR.unit),
  ...byWord('层 层楼 层阁 f', DOOR.floor),
  ...byWord('室 房 户 号房 号室 房间 房号 号房间 屋 间', DOOR.room),
  ...byWord('号门面 号商铺 号铺面 号铺', DOOR.annex | DOOR.room),
  ...byWord('号', HAO),
  ...byWord('hao', HAO),
  ...byWord('haolou dong zhuang', DOOR.building),
  ...byWord('danyuan', DOOR.unit),
  ...byWord('shi', DOOR.room),
};

function byWord(words: string, kinds: DoorKinds): Record<string, DoorKinds> {
  return Object.fromEntries(words.split(' ').map((word) => [word, kinds]));
}

/** A number before one of these is a date, a sum, a count of persons …, and no part of an address. */
const OTHER_UNITS =
  '年 月 日 时 点 分 秒 元 角 圆 条 款 项 人 名 个 天 周 岁 次 位 件 份 页 张 届 级 公 米 度 路 线 多 余 平 万 千 百 十 亿 章 节 段 编 村 里 街 乡 镇 县 市 省 道 桥 家'.split(
    ' ',
  );

/** Words that punctuation before them turns into ordinary ones: 88，门口. */
const SOFT = new Set([...'门梯户屋间屯区期队社院楼层排营连团组'].map((char) => char.charCodeAt(0)));

const DWELLING = /^号(?:宿舍|公寓)/u;

/** 1501房租每月…, 604号房屋: the rent and the house, and no room. */
export const isOfHouses = ({ codes }: Pick<Units, 'codes'>, at: number) =>
  codes[at] === HOUSE && OF_HOUSES.has(codes[at + 1] ?? 0);
const HOUSE = '房'.charCodeAt(0);
const OF_HOUSES = new Set([...'租东产主贷价款屋'].map((char) => char.charCodeAt(0)));
/** 两室一厅: how many rooms a flat has, and no door. */
export const isLayoutAt = ({ codes }: Pick<Units, 'codes'>, at: number) =>
  codes[at + 2] === HALL && ROOMS.has(codes[at] ?? 0) && isNumeral(codes[at + 1] ?? 0);
const HALL = '厅'.charCodeAt(0);
const ROOMS = new Set([...'室房'].map((char) => char.charCodeAt(0)));
/** 沿109国道行驶1247公里 is a distance; 109国道1247公里 is where something stands, and so is K1247. */
function isStone({ codes }: Pick<Units, 'codes'>, at: number): boolean {
  let before = at - 1;
  while (isArabicDigit(codes[before] ?? 0)) before -= 1;
  return before < 0 || BEFORE_STONE.has(codes[before] ?? 0);
}
const BEFORE_STONE = new Set([...'道线速k'].map((char) => char.charCodeAt(0)));
const BESIDE = new Set([...'下上前后内里道顶'].map((char) => char.charCodeAt(0)));
/** 6号门口 is the way into number 6, and no gate 6. */
const OF_GATE = new Set([...'口前外内里上牌卫锁窗铃框'].map((char) => char.charCodeAt(0)));
/** 两委委员, 五委托: no quarter. */
const OF_COMMITTEE = new Set([...'员会托派任内'].map((char) => char.charCodeAt(0)));

/** The words by their first character, the longest first. */
const byFirst = new Map<number, { word: string; kinds: DoorKinds }[]>();
for (const [word, kinds] of Object.entries(WORDS)) {
  const first = word.charCodeAt(0);
  byFirst.set(
    first,
    [...(byFirst.get(first) ?? []), { word, kinds }].sort((a, b) => b.word.length - a.word.length),
  );
}
const otherFirst = new Set(OTHER_UNITS.map((word) => word.charCodeAt(0)));

/** The door word that begins at a unit. */
export function doorWordAt(units: Units, at: number): { length: number; kinds: DoorKinds } | undefined {
  const { codes, gaps } = units;
  if (SOFT.has(codes[at] ?? 0) && ((gaps[at] ?? 0) & (GAP.mark | GAP.stop)) !== 0) return undefined;
  for (const { word, kinds } of byFirst.get(codes[at] ?? 0) ?? []) {
    let same = 1;
    while (same < word.length && codes[at + same] === word.charCodeAt(same)) same += 1;
    if (same < word.length) continue;
    // 90号 in one cell and 房号 in the next is no 号房.
    if (same > 1 && word.startsWith('号') && ((gaps[at + 1] ?? 0) & ~GAP.space) !== 0) continue;
    if (isLabel(units, { at, to: at + same })) continue;
    // 69号宿舍5号楼: the house, and then one of its buildings.
    if (same > 2 && DWELLING.test(word) && gaps[at + same] === 0 && isNumeral(codes[at + same] ?? 0)) continue;
    if (word.endsWith('房') && isOfHouses({ codes }, at + same - 1)) continue;
    // 88号楼下 is the foot of number 88, not building 88.
    if (same === 2 && word.endsWith('楼') && BESIDE.has(codes[at + 2] ?? 0)) continue;
    if (word === '公里' && !isStone({ codes }, at)) continue;
    if (word === '号门' && OF_GATE.has(codes[at + 2] ?? 0)) continue;
    if (word === '委' && OF_COMMITTEE.has(codes[at + 1] ?? 0)) continue;
    // Half a Latin word is no word: the f of "from" counts no floor.
    const goesOn = isLatin(codes[at] ?? 0) && isLatin(codes[at + same] ?? 0) && gaps[at + same] === 0;
    if (!goesOn) return { length: same, kinds };
  }
  return undefined;
}

/** Words that stand before the number in English addresses. */
const ENGLISH: Readonly<Record<string, DoorKinds>> = {
  ...byWord('room rm flat apt apartment suite', DOOR.room),
  ...byWord('building bldg block blk', DOOR.building),
  ...byWord('unit', DOOR.unit),
  ...byWord('floor', DOOR.floor),
  ...byWord('no number', DOOR.number | DOOR.building | DOOR.room),
};
const LONGEST_ENGLISH = 9;

/** Words of forms that stand before the number: 门牌号：88；房号：301. */
const LABELS: Readonly<Record<string, DoorKinds>> = {
  // 楼号是32，门牌802: a flat has a plate as well.
  ...byWord('门牌号码 门牌号 门牌', DOOR.number | DOOR.lane | DOOR.room),
  ...byWord('楼栋号 楼栋 栋号 幢号 楼号 座号', DOOR.building),
  ...byWord('单元号 单元', DOOR.unit),
  ...byWord('房间号 房间 房号 室号 户号', DOOR.room),
  // In a form, the word alone may stand before its colon: 栋：4　室：1102.
  ...byWord('栋 幢 座', DOOR.building),
  ...byWord('室 房', DOOR.room),
};
const LONGEST_LABEL = 4;

/**
 * The word of a form that ends before a unit, with the verb that is said between (楼号是7). Without a colon, a cell or a
 * verb behind it, only a word that begins a clause is one: 2单元301 holds none.
 */
export function labelBefore(units: Units, at: number): { length: number; kinds: DoorKinds } | undefined {
  const { codes, gaps } = units;
  const verb = gaps[at] === 0 && VERBS.has(codes[at - 1] ?? 0) ? 1 : 0;
  const label = labelEndingAt(units, at - verb);
  if (label === undefined) return undefined;
  const isClosed = ((gaps[at] ?? 0) & (GAP.mark | GAP.cell)) !== 0;
  // A line may break before the word of the number that stands above.
  const isFirst = ((gaps[at - label.length] ?? 0) & (GAP.mark | GAP.stop)) !== 0;
  const isSaid = verb > 0 || isClosed || isFirst;
  return isSaid ? { length: label.length + verb, kinds: label.kinds } : undefined;
}

const VERBS = new Set([...'是为'].map((char) => char.charCodeAt(0)));

function labelEndingAt(units: Units, at: number): { length: number; kinds: DoorKinds } | undefined {
  const { codes, gaps } = units;
  if (!LABEL_ENDS.has(codes[at - 1] ?? 0)) return undefined;
  const isTold = isColonAt(units, at);
  const fewest = isTold && gaps[at - 1] !== 0 ? 1 : 2;
  for (let length = Math.min(LONGEST_LABEL, at); length >= fewest; length -= 1) {
    const from = at - length;
    const kinds = LABELS[String.fromCharCode(...codes.subarray(from, at))];
    // 1；室号：202: behind a mark, the word is not that of the number before it.
    const isApart = isTold || ((gaps[from] ?? 0) & ~GAP.space) !== 0 || !isNumeral(codes[from - 1] ?? 0);
    if (kinds !== undefined && isApart) return { length, kinds };
  }
  return undefined;
}

/** …9；单元：2: with a mark on both sides, the word says what the next number counts. */
function isLabel(units: Units, { at, to }: { at: number; to: number }): boolean {
  const { codes, gaps } = units;
  if (gaps[at] === 0) return false;
  const isApart = ((gaps[at] ?? 0) & (GAP.mark | GAP.stop | GAP.cell)) !== 0;
  // 88；楼号：3: the label may be longer than the word that begins like it.
  for (let end = to; end <= at + LONGEST_LABEL; end += 1) {
    // 4 单元：3: behind a blank, and for a word of one character, only a colon says that it belongs to what follows.
    const isClosed =
      isApart && end > at + 1
        ? ((gaps[end] ?? 0) & (GAP.mark | GAP.cell)) !== 0 || VERBS.has(codes[end] ?? 0)
        : isColonAt(units, end);
    if (isClosed) return LABELS[String.fromCharCode(...codes.subarray(at, end))] !== undefined;
  }
  return false;
}

/** 栋：4, [幢]16. */
const isColonAt = ({ ends, text }: Units, at: number) => COLON.test(text.slice(ends[at - 1], (ends[at - 1] ?? 0) + 2));
const COLON = /^\s?[:：=\]】]/u;

/** Whether the word of a form begins at a unit, and so a row of it. */
export function isLabelAt({ codes }: Pick<Units, 'codes'>, at: number): boolean {
  if (!LABEL_STARTS.has(codes[at] ?? 0)) return false;
  for (let length = 2; length <= LONGEST_LABEL; length += 1) {
    if (LABELS[String.fromCharCode(...codes.subarray(at, at + length))] !== undefined) return true;
  }
  return false;
}

const LABEL_STARTS = new Set(Object.keys(LABELS).map((label) => label.charCodeAt(0)));
const LABEL_ENDS = new Set(Object.keys(LABELS).map((label) => label.charCodeAt(label.length - 1)));
const isNumeral = (code: number) => isArabicDigit(code) || isChineseNumeral(code);

/** The English door word that ends before a unit. */
export function doorWordBefore({ codes, gaps }: Units, at: number): { length: number; kinds: DoorKinds } | undefined {
  let from = at;
  while (from > 0 && at - from <= LONGEST_ENGLISH && isLatin(codes[from - 1] ?? 0)) {
    from -= 1;
    if (gaps[from] !== 0) break;
  }
  const kinds = from === at ? undefined : ENGLISH[String.fromCharCode(...codes.subarray(from, at))];
  return kinds === undefined ? undefined : { length: at - from, kinds };
}

const isLatin = (unit: number) => unit >= 97 && unit <= 122;

export const isOtherUnit = (code: number) => otherFirst.has(code);
