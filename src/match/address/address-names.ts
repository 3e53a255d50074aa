import { WEIGHTS } from '../weights';
import { behindWeight, type InnerName, innerNames } from './inner-names';
import { coreOf, isCommonPlace, isNoName, isSaid, latinStem } from './place-words';

/**
 * A name of the address. Roads and places lead to it; regions (province, city, county, town) are too general to
 * count, but belong to the address where they stand beside it.
 */
export type Name = {
  /** The same for all spellings of one name: it counts once. */
  id: number;
  kind: 'road' | 'place' | 'region';
  text: string;
  weight: number;
};

type Names = { names: Name[] };

const AFTER_REGION = /^(?:.{2,}?(?:街道|管理处|办事处|[镇乡区县市])|.镇)(.{3,})$/u;
const SETTLED = /(?:村|社区|嘎查|屯|寨)$/u;
const ADMINISTRATIVE_END = /(?:居民委员会|村民委员会|居委会|委会)$/u;
const REGION_END =
  /(?:特别行政区|管理区|自治区|自治州|自治县|自治旗|地区|街道|苏木|林业局|[农林牧]场|省|市|盟|县|旗|区|镇|乡)$/u;
const SHORTEST_BARE = 4;
const ROAD_STRETCH =
  /(?:(?:[一二三四五六七八九十\d]{1,2}|[东西南北中]门?)段|(?<=道|街|路|巷)(?:[东西南北中]|[东西南北]?[一二三四五六七八九十\d]{1,3}(?:巷|坊|条|胡同|支路)))$/u;
const LONGEST_WORD_BEFORE_GROUP = 4;

const size = (text: string) => [...text].length;

/**
 * A word that belongs to the address and is too little for a name of it.
 * @param isBeforeGroup whether the number of a group follows (羊排三组): then it is what the group lives in
 */
export function addWord(address: Names, text: string, isBeforeGroup = false): void {
  if (size(text) < 2 || isNoName(text)) return;
  const weight = behindWeight(text);
  pushName(address, { kind: 'place', text, weight: isBeforeGroup ? Math.max(weight, WEIGHTS.hamlet) : weight });
}

/** What quarters are numbered after (和睦 of 和睦三街坊): without the number it may be an ordinary word. */
export function addStem(address: Names, text: string): void {
  if (!isNoName(text)) pushName(address, { kind: 'place', text, weight: WEIGHTS.placeCore });
}

export function addRegion(address: Names, text: string): void {
  const short = text.replace(REGION_END, '');
  for (const spelling of new Set([text, short])) {
    if (size(spelling) >= 2) pushName(address, { kind: 'region', text: spelling, weight: 0 });
  }
}

/** Adds a road or a place under every name that people have for it. */
export function addName(address: Names, text: string, kind: 'road' | 'place', isBeforeGroup = false): void {
  const name = withoutCommittee(text).replace(/[·・•‧∙･\s]/gu, '');
  // 花园路 is made of kinds of places and yet a name.
  if (size(name) < 2 || (kind === 'place' && isSaid(name)) || (isNoName(name) && (kind === 'place' || size(name) < 3)))
    return;
  // Where a region was not recognised as one, what follows it is the name that people use.
  const tail = AFTER_REGION.exec(name)?.[1];
  if (kind === 'road') {
    const id = pushName(address, { kind, text: name, weight: WEIGHTS.road });
    const base = name.replace(ROAD_STRETCH, '');
    for (const text of highwayNames(name)) pushName(address, { id, kind, text, weight: WEIGHTS.road });
    for (const text of [base, tail]) {
      if (text !== undefined && text !== name) pushName(address, { id, kind, text, weight: WEIGHTS.roadOfStretch });
    }
    return;
  }
  // A place called like its district (张湾 in 张湾区) is no more than that.
  const isRegion = address.names.some((other) => other.kind === 'region' && other.text === name);
  // 团结居民委员会: without its committee, the name may be an ordinary word.
  const isBare = ADMINISTRATIVE_END.test(text) && !SETTLED.test(name) && size(name) < SHORTEST_BARE;
  const isCommon = isRegion || isBare || isCommonPlace(name);
  const weight = isCommon ? WEIGHTS.placeCore : size(name) === 2 ? WEIGHTS.shortPlace : WEIGHTS.place;
  const id = pushName(address, { kind, text: name, weight });
  // 鹤阳村委会 is also written whole.
  if (ADMINISTRATIVE_END.test(text)) {
    const bodies = isBare ? [`${name}居委会`, `${name}居民委员会`, `${name}社区`] : [];
    for (const one of new Set([text, ...bodies])) pushName(address, { id, kind, text: one, weight: WEIGHTS.place });
  }
  // 王寨行政村 is called 王寨村.
  const village = name.replace(/(?:行政|自然)村$/u, '村');
  if (village !== name && !isCommon) pushName(address, { id, kind, text: village, weight });
  const inner = [...dottedNames(text), ...latinNames(text), ...innerNames(name)].filter(
    (one) => size(one.text) >= 2 && !isNoName(one.text),
  );
  for (const one of inner) {
    const isHamlet = isBeforeGroup && name.endsWith(one.text) && size(one.text) <= LONGEST_WORD_BEFORE_GROUP;
    pushName(address, { ...one, id, kind, weight: isHamlet ? Math.max(one.weight, WEIGHTS.hamlet) : one.weight });
  }
  if (tail !== undefined && !isNoName(tail)) {
    pushName(address, { id, kind, text: tail, weight: SETTLED.test(tail) ? WEIGHTS.place : WEIGHTS.placeCore });
  }
  if (isCommon) return;
  for (const one of [{ text: name, weight: WEIGHTS.place }, ...inner]) {
    if (one.weight >= WEIGHTS.longPlaceCore) addCore(address, { id, text: one.text });
  }
}

/** 314国道, G314国道, 国道314线 and G314线 are one. */
function highwayNames(name: string): string[] {
  const [, before, number, behind] = /^(?:[A-Za-z]|([国省县乡]道))?(\d{2,4})(?:线|([国省县乡]道))?$/u.exec(name) ?? [];
  const kind = before ?? behind;
  const letter = kind === undefined ? undefined : HIGHWAY_LETTERS[kind];
  return letter === undefined ? [] : [`${number}${kind}`, `${kind}${number}`, `${letter}${number}`];
}
const HIGHWAY_LETTERS: Readonly<Record<string, string>> = { 国道: 'G', 省道: 'S', 县道: 'X', 乡道: 'Y' };

/** 田心村村民委员会 is in 田心村, and so is 田心村民委员会. */
function withoutCommittee(text: string): string {
  const place = text.replace(ADMINISTRATIVE_END, '');
  return text.endsWith('村民委员会') && !SETTLED.test(place) ? `${place}村` : place;
}

/** 银湖·泊屋: each side of a dot may stand alone. */
function dottedNames(text: string): InnerName[] {
  const parts = text.split(DOT);
  if (parts.length < 2) return [];
  const isLong = (part: string) => size(part) >= 4 || SETTLED.test(part);
  return parts
    .filter((part) => size(part) >= 3)
    .map((part) => ({ text: part, weight: isLong(part) ? WEIGHTS.longPlaceCore : WEIGHTS.placeCore }));
}
const DOT = /[·・•‧∙･]/u;

function latinNames(text: string): InnerName[] {
  const stem = latinStem(text)?.replaceAll(' ', '');
  return stem === undefined ? [] : [{ text: stem, weight: WEIGHTS.longPlaceCore }];
}

function addCore(address: Names, { id, text }: Pick<Name, 'id' | 'text'>): void {
  const { core, isTelling, isVillage } = coreOf(text) ?? {};
  if (core === undefined) return;
  const short = isVillage ? WEIGHTS.hamlet : WEIGHTS.placeCore;
  pushName(address, { id, kind: 'place', text: core, weight: isTelling ? WEIGHTS.longPlaceCore : short });
}

/** 大道 and 大街 end as a whole. */
const ROAD_END = '(?:大道|大街|胡同|路|(?<!大)街|巷|(?<!大)道)';
/** 丽雅苑夏湾路: the word for an estate tells where its name ends; behind it, what is left must be a road with a name. */
const ESTATE_BEFORE =
  '(?:花园|[家嘉佳]园|小区|社区|新村|公寓|宿舍|家属[院区]|街区|公馆|[苑邨轩墅邸郡府庭湾城园坊]|[一二三四五六七八九十0-9]期|(?<=.{2})里)';
/** 天和雅居晨光路 on one line: where the home stands directly before the road, nothing divides them. */
const UNDIVIDED = [
  new RegExp(`^(.{1,}${ESTATE_BEFORE})((?![东西南北中]${ROAD_END}$).{2,}${ROAD_END})$`, 'u'),
  ...[2, 3].map((length) => new RegExp(`^(.{2,})((?![东西南北中一二三四五六七八九十]).{${length}}${ROAD_END})$`, 'u')),
];
const SHORTEST_HOME = 3;
/** Ends of names that are given to nothing but estates. */
const TOLD_HOME = /(?:花园|[家嘉佳]园|小区|社区|新村|公寓|宿舍|家属[院区]|公馆|[苑邨轩墅邸]|期)$/u;

/** @param isRoad whether the case states it as a road: then what stands before the end of it is no home */
export function addUndivided(address: Names, text: string, isRoad: boolean): void {
  // 花溪坊南便大街三巷: the home may stand before a road, or before a lane off it.
  for (const one of new Set([text, text.replace(ROAD_STRETCH, '')])) {
    for (const pattern of UNDIVIDED) {
      const [, home, road] = pattern.exec(one) ?? [];
      // 观音桥步行街 is one name: what would be left as the road is a kind of road and no name.
      if (home === undefined || road === undefined || /(?:步行街|[国省县乡]道)$/u.test(road)) continue;
      const isDivided = pattern === UNDIVIDED[0];
      pushName(address, { kind: 'road', text: road, weight: isDivided ? WEIGHTS.road : WEIGHTS.roadOfStretch });
      // 古城复兴路: what is as short as that is hardly where somebody lives.
      if (!isRoad && size(home) >= SHORTEST_HOME) addHome(address, home);
      // Where a word says so, no other reading is left.
      if (isDivided) return;
    }
  }
}

function addHome(address: Names, home: string): void {
  const isTold = (size(home) >= 4 || TOLD_HOME.test(home)) && !isNoName(home) && !isCommonPlace(home);
  pushName(address, { kind: 'place', text: home, weight: isTold ? WEIGHTS.longPlaceCore : WEIGHTS.placeCore });
}

function pushName({ names }: Names, name: Omit<Name, 'id'> & { id?: number }): number {
  const same = names.find(({ text, kind }) => text === name.text && kind === name.kind);
  const id = same?.id ?? name.id ?? names.length;
  // Key by key: what is copied by `...` outlives the document.
  if (same === undefined) names.push({ id, kind: name.kind, text: name.text, weight: name.weight });
  return id;
}

/** Where an address names neither road nor place, its town takes the place of the road, with or without its word. */
export function promoteTown({ names }: Names, street: string | undefined): void {
  if (names.some(({ kind }) => kind !== 'region')) return;
  const town = names.find(({ text, kind }) => kind === 'region' && (text === street || /[镇乡]$/u.test(text)));
  if (town === undefined) return;
  const short = town.text.replace(REGION_END, '');
  for (const name of names.filter(({ text }) => text === town.text || text === short)) {
    Object.assign(name, { id: town.id, kind: 'road', weight: WEIGHTS.town });
  }
}
