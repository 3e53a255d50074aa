import { short, spokenNames, takeRegion } from './organ-names';

/** What the names of shelters are made of; what is left tells one from the other. */
const COMMON =
  /反?(?:家庭暴力|家暴)|受害[者人]|妇女|儿童|妇儿|未成年人|流浪|乞讨|人员|临时|应急|救助|庇护|管理|保护|社会|服务|中心|之家|场所|[站所点]|[（()）]/gu;
/** Words for a shelter: each is said for the other. */
const KINDS = ['庇护所', '庇护站', '庇护点', '庇护中心', '救助站', '救助中心'];
/** Said of a shelter whose own name is long enough: 南山站 stops trains. */
const ANY_KINDS = ['', '中心', '之家', '站'];
const LONG_NAME = 3;
/** 福利院 of 社会福利院 is a kind of its own. */
const OTHER_KIND = /[院所局会室部]$/u;

/**
 * A shelter as people call it: 向日葵庇护站 and 金水区庇护站 for 郑州市金水区向日葵家庭暴力受害者庇护站. Where she was taken in is
 * her whereabouts (法发〔2022〕10号第四条); the kind alone (庇护所) names none.
 */
export function shelterNames(name: string): string[] {
  const { region, rest } = takeRegion(name);
  const own = rest.replace(COMMON, '');
  const inPlace = [region, short(region)].filter((place) => place !== '');
  const size = [...own].length;
  const named = size < 2 || OTHER_KIND.test(own) ? [] : [own];
  const kinds = size < LONG_NAME ? KINDS : [...KINDS, ...ANY_KINDS];
  return [
    ...new Set([
      ...spokenNames(name),
      ...inPlace.flatMap((place) => KINDS.map((kind) => place + kind)),
      ...named.flatMap((one) => kinds.map((kind) => one + kind)),
    ]),
  ];
}
