import { PROVINCE } from '../privacy/institution-names';
import { isKindOfPlace, shorterPlaceNames } from '../privacy/place-names';
import { regionsBefore } from '../privacy/regions';

const STREET = /^\p{Script=Han}{2,8}?(?:街道|镇|乡)(?=\p{Script=Han}{3,})/u;
const REGION_END = /(?:(?:\p{Script=Han}{1,4}族)*自治[区州县旗]|地区|街道|市|盟|县|旗|区|镇|乡)$/u;

/** The organ in which another one is: 公安局铁西分局笃工派出所, 中医院三水医院. */
const OUTER = /^.*(?:医院|公安局|分局)(?=\p{Script=Han}{4,}$)/u;

/** How the names of organs are shortened in speech. */
const SHORT_FORMS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/救助管理(站|中心)/u, ['救助$1']],
  [/残疾人联合会/u, ['残联']],
  [/妇女联合会/u, ['妇联']],
  [/(居|村)民委员会/u, ['$1委会', '']],
  [/社区卫生服务中心/u, ['卫生服务中心', '社区医院', '卫生院']],
  [/特殊教育学校/u, ['特校', '特教学校']],
  [/([小中])学校$/u, ['$1学']],
  [/实验([小中])学校?$/u, ['$1学', '实$1']],
  [/中心(小学|幼儿园|卫生院)$/u, ['$1']],
  [/办事处$/u, ['办']],
  [/派出所$/u, ['所']],
  [/人民(法院|检察院)$/u, ['$1']],
];

/** Every county has one: alone, it is the kind of the organ and no name. */
const KIND_OF_ORGAN =
  /^(?:残疾人|残联|老年人?|妇女|儿童|未成年人|联合会|协会|组织|民政|局|部门|工作|救助|救济|管理|保护|庇护|法律援助|特殊|教育|学校|特校|特教|社区|卫生|服务|中心|站|所|会|居委会|村委会|派出所|街道|办事处|综治)+$/u;

/** Whether a text only says what kind of organ something is; clauses print such words, and no secret lies in them. */
export function isKindOfOrgan(text: string): boolean {
  return KIND_OF_ORGAN.test(text);
}

/** Where the name of an institution ends: a department, a class or a seat of it follows. */
const HEAD =
  /^\p{Script=Han}{2,}?(?:医院|保健院|卫生院|卫生服务中心|检察院|人民法院|大学(?!第|附属)|[小中]学校?|学校|幼儿园|联合会|办事处|分局|管理站|(?<!公安|总)局|[居村]民委员会)(?=\p{Script=Han}{2,})/u;
const BRACKETED = /[（(]([^（）()]+)[）)]/u;
const OF_COMPANY = /公司(?!$)/u;
/** One of several seats (南山点, 仁济院区, 南坪店); 东院区 and 总店 are in every place. */
const SEAT =
  /^(?![东西南北中新老总本分]{1,2}部?(?:[校院]区|[点店园部]))\p{Script=Han}{2,}?(?:[校院]区|分[院校园]|支行|医院|[点店园部](?!\p{Script=Han}))/u;

/** The name, the institution without the department or seat named behind it, and that seat. */
function namesWithin(name: string): string[] {
  const whole = name.replace(BRACKETED, '');
  const heads = [name, whole].flatMap((one) => HEAD.exec(one)?.[0] ?? []);
  const behind = [BRACKETED.exec(name)?.[1] ?? '', ...heads.map((head) => whole.slice(head.length))];
  const seats = [...behind, whole.split(OF_COMPANY).slice(1).join('')].flatMap(
    (one) => SEAT.exec(one.replace(PROVINCE, ''))?.[0] ?? [],
  );
  return [...new Set([name, whole, ...heads, ...seats])];
}

/** 重庆市公安局南岸区分局 is 南岸区公安分局, 南岸分局. */
function branchNames(name: string): string[] {
  const place = /公安局(\p{Script=Han}{2,}?)(?:公安)?分局/u.exec(name)?.[1];
  if (place === undefined) return [];
  return [place, short(place)].flatMap((one) => [`${one}分局`, `${one}公安分局`, `${one}公安局`]);
}

/**
 * A place name as people say it: besides its shorter forms, without its department or seat, without the street or town in
 * front of it or with that one's short name (桂城中心幼儿园), the inner one of two organs (笃工派出所), and organs by their
 * short names (孟津残联).
 */
export function spokenNames(name: string): string[] {
  const names = namesWithin(name).flatMap((one) => [one, ...formsOf(one)]);
  return [...new Set([...names, ...branchNames(name)])].filter((one) => one !== name && isName(one));
}

function formsOf(name: string): string[] {
  const { region, rest } = takeRegion(name);
  const street = STREET.exec(rest)?.[0] ?? '';
  const endings = endingsOf(rest.slice(street.length));
  const beginnings = [region, short(region), ''].flatMap((one) => [one, one + street, one + short(street)]);
  const spoken = beginnings.flatMap((beginning) => endings.map((ending) => beginning + ending));
  return [...shorterPlaceNames(name), ...spoken];
}

/** The last region before the name. */
export function takeRegion(name: string): { region: string; rest: string } {
  const { regions, rest } = regionsBefore(name);
  return { region: regions.at(-1) ?? '', rest };
}

/** A region without its word, where more than a character is left. */
export function short(region: string): string {
  const stem = region.replace(REGION_END, '');
  return [...stem].length < 2 ? region : stem;
}

function endingsOf(own: string): string[] {
  const whole = [own, own.replace(OUTER, '')];
  const spoken = whole.flatMap((one) =>
    SHORT_FORMS.flatMap(([long, forms]) => (long.test(one) ? forms.map((form) => one.replace(long, form)) : [])),
  );
  return [...whole, ...spoken].filter((one) => one !== '');
}

/** Names of two characters are found inside other words, and a kind of place is no name. */
function isName(text: string): boolean {
  return [...text].length > 2 && !isKindOfOrgan(text) && !isKindOfPlace(text);
}

const LAWYER = /^(.*律师事务所)(\p{Script=Han}{2,4}?)(?:律师)?$/u;

/** The firm and the person where both stand in one field (某律师事务所伍文律师): each leads to the victim. */
export function lawyerNames(name: string): string[] {
  const [, firm, person] = LAWYER.exec(name) ?? [];
  return firm === undefined || person === undefined ? [] : [firm, `${person}律师`, `律师${person}`];
}
