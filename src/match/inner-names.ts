import { WEIGHTS } from './weights';

/** A name that people use for itself although the case states it as part of a longer one. */
export type InnerName = { text: string; weight: number };

/** What cannot follow where a name inside ends: then the word goes on (潭村大街, 石村小区, 王庄园). */
const GOES_ON =
  '(?!(?:[东西南北中新老]?(?:大道|大街|路|街|巷|胡同|里))|[东西南北]?[门区苑园]|小区|社区|花园|家园|新村|市场|公寓|大厦|委|民|村|园|子|组|[一二三四五六七八九十0-9])';
/** Villages and committees: where people live, whatever is said behind. */
const SETTLEMENT = new RegExp(`^(.{1,9}?(?:[村居]民?委员?会|社区|嘎查|村|邨|寨|屯))${GOES_ON}(.{2,})$`, 'u');
/** Estates, works and markets before a house of theirs. */
const ESTATE = new RegExp(
  `^(.{2,9}?(?:工业园|科技园|产业园|市场|广场|花园|家园|小区|新村|公寓|大厦|校区|湾|苑|庄|阁|城|府|庭))${GOES_ON}(.{2,})$`,
  'u',
);
const COMMITTEE = /(?:(?<=村)村|居)民?委员?会$|(?<=村)民?委员?会$/u;
const KIND = /^(?:城中村|城郊村|农村社区|.{0,2}(?:农|新|乡|本|同|全|各)村)$/u;
/** Ends of names that somebody thought out for an estate; a market or a square is public unless it is named at length. */
const CHOSEN_END = /.{2}(?:[湾苑邨阁府庭]|花园|家园|小区|新村|公寓|大厦)$/u;
const NAMED_AT_LENGTH = 5;
const PUBLIC = /^(?:人民|农贸|农产品|中心|文化|学生|职工|教师|商业|时代)|(?:批发|步行|购物)/u;
const size = (text: string) => [...text].length;
const isChosen = (estate: string) =>
  (CHOSEN_END.test(estate) || size(estate) >= NAMED_AT_LENGTH) && !PUBLIC.test(estate);

/**
 * The names inside a name: 双楼村塘背围 is also written 双楼村 or 塘背围, 御景湾丽晶阁 also 御景湾. A settlement gives the
 * place away by itself; what only may be a name of its own counts beside a door.
 */
export function innerNames(name: string): InnerName[] {
  const [, village, hamlet = ''] = SETTLEMENT.exec(name) ?? [];
  if (village !== undefined) {
    const text = village.replace(COMMITTEE, '');
    // 中村 is part of 其中村民, and 城中村 is a kind of place.
    const weight = size(text) === 2 || KIND.test(text) ? WEIGHTS.placeCore : WEIGHTS.place;
    return [
      { text, weight },
      { text: hamlet, weight: behindWeight(hamlet) },
    ];
  }
  const [, estate = '', house = ''] = ESTATE.exec(name) ?? [];
  if (estate === '') return [];
  return [
    { text: estate, weight: isChosen(estate) ? WEIGHTS.longPlaceCore : WEIGHTS.placeCore },
    { text: house, weight: behindWeight(house) },
  ];
}

/** Ends of the names of hamlets, houses and blocks. */
const HAMLET_END = /[围寨屯庄坊村湾塆坪冲坳沟岭坡坎巷阁苑楼轩居邨]$/u;

/** What stands behind a name in the case is often half prose (靠近菜市场): it joins what stands beside it. */
export const behindWeight = (text: string): number =>
  size(text) >= 3 && HAMLET_END.test(text) ? WEIGHTS.placeCore : WEIGHTS.noteWord;
