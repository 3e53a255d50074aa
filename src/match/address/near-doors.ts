import { DOOR } from '../doors/door-kinds';
import { statesValue } from '../doors/door-ranges';
import { GAP } from '../text/fold';
import { createOverlaps } from '../text/sorted-spans';
import { type Units, unitsText } from '../text/units';
import { HIT_THRESHOLD } from '../weights';
import type { Address, Door } from './address-fact';
import type { DoorPart, Found, Token } from './address-groups';
import { isBehindName, isJoined, readLead } from './fillers';
import { restEndingAt } from './name-rests';

/** A stretch of a text that states an address, or a part of it. */
export type Stretch = { start: number; end: number; confidence: number; matched: ReadonlySet<Token> };

/** So many characters are a remark, a question and its answer, or a breath between two parts of one address. */
const NEAR = 24;
/** A bare number as short as that is a count of something. */
const SHORTEST_BARE = 3;
/** A day of the month is as large as that. */
const LAST_DAY = 31;

/** Words that lead from one part of an address to the next without naming another: 应该是3栋，门上写着402. */
const LEADS = new Set([...'是找着叫写对答有就啊呃嗯额然后应该去得口转拐'].map((char) => char.charCodeAt(0)));
const DAY_BEFORE = /[月周本当每]$/u;
/** 第218号: the number of a paper; a house is not counted like that. */
const ORDINAL = '第';
/** 88号文件, 3号检材: counted, and no house. */
const PAPER_BEHIND =
  /^(?:文|令|公告|通知|批复|决定|检材|物证|案|卷|线|车|台|机|选手|球|鉴|裁|判|告|证|函|民|刑|窗|站|快递)/u;
const DAY_BEHIND = /^(?:那天|当天|[早晚上下中傍凌夜开之以前后左到至休放发起]|庭审)/u;

/** （她姐姐租的）, and nothing else: somebody is talking. What was taken out of a text before stands in brackets too. */
const REMARK = /^\s*[（(【[](?=[^）)】\]]*[的是就那这她他我你家租住去过没有后旁边近前])[^（(【[）)】\]]*[）)】\]]\s*$/u;
const BRACKET = /[\p{Ps}\p{Pe}ꙮ]/u;
/** A sentence that ends, other than a question and its answer. */
const SENTENCE = /(?:[。；！!]|(?<!&[a-z]{2,6});)(?![^。；;]*(?:答|[?？]))/u;
/** 19号，不对，是17号: what was said before is taken back. */
const TAKEN_BACK = /不对|不是|[说记写打]错|更正|改为|应为|应该是|纠正|口误/u;

/** A part that counts where something else has said which address is meant. */
type Part = Stretch & {
  row?: readonly DoorPart[];
  /** Where what is left of a name begins that stands before the row: 幸福路88号如家606. */
  rest?: number | undefined;
};

/**
 * What stands near a find of an address, but apart from it: 听涛里，就是那个…3栋，呃，402室. The name has said which address
 * is meant; only numbers of this very address count, and none that another name leads to.
 * @param finds what was found of the address, also what is too little by itself (a road)
 */
export function findNearDoors(
  address: Address,
  { finds, found }: { finds: readonly Stretch[]; found: Found },
): Stretch[] {
  const { own, units, doors } = found;
  const named = finds.filter((find) => isStrong(find) || [...find.matched].some(isTelling));
  if (named.length === 0 || own.size === 0) return [];
  const foundNear = createOverlaps(finds.filter(isStrong));
  const rows = rowsOf(doors, found)
    .filter((row) => isOwnRow(row, found))
    .map((row) => ({
      ...extentOf(row, units),
      row,
      rest: restEndingAt(address.names, units, row[0]?.from ?? 0)?.from,
      confidence: 1 - restOf(address, row),
      matched: new Set(row),
    }))
    .filter((row) => foundNear(row).length === 0);
  const weak = named.filter((find) => !isStrong(find) && find.confidence > 0);
  const parts: Part[] = [...rows, ...weak].sort((one, other) => one.start - other.start);
  const besideNamed = createOverlaps(named);
  const near: Stretch[] = [];
  const take = (part: Part, isForward: boolean) => {
    const last = near.slice(-MOST_BEFORE);
    if (last.some((one) => one.start < part.end && part.start < one.end)) return;
    const reach = isForward
      ? { start: part.start - NEAR - 1, end: part.start }
      : { start: part.end, end: part.end + NEAR + 1 };
    const anchors = [...(part.row === undefined ? foundNear : besideNamed)(reach), ...last];
    const sure = anchors.filter((one) => sureness(one, part) >= HIT_THRESHOLD);
    const linked = (how: Link) => sure.find((anchor) => linkOf(part, { anchor, isForward, units }) === how);
    const leading = linked('led');
    const anchor = leading ?? linked('near');
    if (anchor === undefined) return;
    // Where nothing leads to the numbers, any address that may stand and has the same ones is the likelier.
    const confidence = leading === undefined ? HIT_THRESHOLD : sureness(anchor, part);
    const start = Math.min(part.start, units.starts[part.rest ?? units.length] ?? part.start);
    // Another address with the same doors that may stand is a rival only where its own name leads to them.
    near.push({ ...part, start, matched: new Set([...anchor.matched, ...part.matched]), confidence });
    if (!isStrong(anchor)) near.push({ ...anchor, confidence: sureness(anchor, part) });
  };
  // From one number to the next: each may stand near the one before it.
  for (const part of parts) take(part, true);
  for (const part of parts.toReversed()) take(part, false);
  return near;
}

/** As many of those taken last can stand within reach. */
const MOST_BEFORE = 4;
const isStrong = ({ confidence }: Stretch) => confidence >= HIT_THRESHOLD;
const sureness = (anchor: Stretch, part: Stretch) =>
  1 - (1 - Math.max(anchor.confidence, nameWeight(anchor))) * (1 - part.confidence);

type Anchored = { anchor: Stretch; isForward: boolean; units: Units };

/** Something leads from one to the other, or they only stand near each other. */
type Link = 'led' | 'near';

/** How a part is linked with what it belongs to by what stands between them; undefined where it is not. */
function linkOf({ row, rest, ...part }: Part, { anchor, isForward, units }: Anchored): Link | undefined {
  const [from, to] = isForward ? [anchor.end, part.start] : [part.end, anchor.start];
  if (to < from || to - from > NEAR) return undefined;
  const between = units.text.slice(from, to);
  if (anchor.confidence === 0 && !TAKEN_BACK.test(between)) return undefined;
  // A road alone says too little to reach into the next sentence.
  if (anchor.confidence < HIT_THRESHOLD && SENTENCE.test(between)) return undefined;
  // 靠左那户（402）: the part itself may begin with a bracket.
  if (BRACKET.test(between.replace(/[（(]$/u, ''))) return isForward && REMARK.test(between) ? 'led' : undefined;
  if (row === undefined || rest !== undefined || isLed(row, units)) return 'led';
  return isForward && isToldAfter(row, { from, units }) ? 'near' : undefined;
}

const isTelling = ({ name }: Token) => name !== undefined && name.name.kind !== 'region';

/** What the names of a find count, also where a number beside them is another one. */
const nameWeight = ({ matched }: Stretch) => Math.max(0, ...[...matched].map(({ name }) => name?.name.weight ?? 0));

/** Numbers that stand side by side: all of them, or none, belong to the address. */
function rowsOf(doors: readonly DoorPart[], { units, work }: Found): DoorPart[][] {
  const rows: DoorPart[][] = [];
  for (const part of doors) {
    work.steps += 1;
    const before = rows.at(-1)?.at(-1);
    const isClose = before !== undefined && part.from - before.to <= CLOSE && !isTold(units, part);
    const isNext = isClose && isJoined(units, before.to, part.from);
    if (isNext) rows.at(-1)?.push(part);
    else rows.push([part]);
  }
  return rows;
}
const CLOSE = 2;

/** 第二排就是7栋: what is said of a number before does not belong to it. */
const isTold = ({ codes, gaps }: Units, { from }: DoorPart) => gaps[from] === 0 && codes[from - 1] === IS;
const IS = '是'.charCodeAt(0);

const extentOf = (row: readonly DoorPart[], { starts, ends }: Units) => ({
  start: starts[row[0]?.from ?? 0] ?? 0,
  end: ends[(row.at(-1)?.to ?? 1) - 1] ?? 0,
});

/** Whether a row has nothing but numbers of the address, and says what they count. */
function isOwnRow(row: readonly DoorPart[], { own, units }: Found): boolean {
  const [first, last] = [row[0], row.at(-1)];
  if (first === undefined || last === undefined || !row.every((part) => own.has(part))) return false;
  const isTold = row.some(({ door }) => door.explicit) || first.door.value.length >= SHORTEST_BARE || row.length > 1;
  return isTold && !countsOther(first, last, units);
}

/** 7-2-1403, 3-708: bare numbers up to that of a flat, all its own, need nothing that leads to them. */
const isChain = (row: readonly DoorPart[]) =>
  row.length > 1 && row.every(({ door }) => !door.explicit) && (row.at(-1)?.door.value.length ?? 0) >= SHORTEST_BARE;

/** 租了凌云里一套，门上写着2单元803: numbers that say what they count, behind the home and with no other name before them. */
function isToldAfter(row: readonly DoorPart[], { from, units }: { from: number; units: Units }): boolean {
  const first = row[0]?.from ?? 0;
  const isMuch = ({ door }: DoorPart) => door.explicit && (row.length > 1 || door.value.length > 1);
  let begin = first;
  while (begin > 0 && (units.starts[begin - 1] ?? 0) >= from) begin -= 1;
  return row.some(isMuch) && !isBehindName(units, begin, first) && !isOtherRoad(units, begin, first);
}

/** 河东街32号 is no 32号 of 河东村: the name goes on to that of a road. */
const isOtherRoad = ({ codes, gaps }: Units, begin: number, first: number) =>
  begin < first && gaps[begin] === 0 && gaps[first] === 0 && ROAD_ENDS.has(codes[first - 1] ?? 0);
const ROAD_ENDS = new Set([...'路街道巷'].map((char) => char.charCodeAt(0)));

/** Whether nothing but a word that leads on stands directly before a row; another name would lead to it. */
function isLed(row: readonly DoorPart[], units: Units): boolean {
  if (isChain(row)) return true;
  const from = row[0]?.from ?? 0;
  const isWord = (units.gaps[from] ?? 0) === 0 && LEADS.has(units.codes[from - 1] ?? 0);
  const isApart = ((units.gaps[from] ?? 0) & GAP.space) !== 0;
  return isWord || isApart || readLead(units, from).kind !== 'foreign';
}

/** 17号那天, 3月17号, 88号文件: a day of the month, or the number of a paper. */
function countsOther({ from, door }: DoorPart, last: DoorPart, units: Units): boolean {
  if (last.from !== from || (door.kinds & DOOR.number) === 0) return false;
  const before = unitsText(units, Math.max(0, from - 1), from);
  const behind = unitsText(units, last.to, Math.min(units.length, last.to + 2));
  if (before === ORDINAL || PAPER_BEHIND.test(behind)) return true;
  if (Number(door.value) > LAST_DAY) return false;
  return DAY_BEFORE.test(before) || DAY_BEHIND.test(behind);
}

/** What is left of the doubt when the numbers of a row are the address's own. */
function restOf({ doors }: Address, row: readonly DoorPart[]): number {
  const fits =
    ({ door }: DoorPart) =>
    (one: Door) =>
      (one.kinds & door.kinds) !== 0 && statesValue(door, one.value);
  return row.reduce((rest, part) => rest * (1 - (doors.find(fits(part))?.weight ?? 0)), 1);
}
