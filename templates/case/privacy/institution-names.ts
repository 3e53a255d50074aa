import { ETHNIC_GROUPS } from '../ethnic-groups';
import { regionsBefore } from './regions';

const NUMERAL = '[一二三四五六七八九十百\\d]{1,4}';
const REGION_WORD = /(?:自治州|自治县|自治旗|地区|盟|新区|市|区|县|旗)$/u;
const PEOPLES = Object.keys(ETHNIC_GROUPS)
  .filter((name) => name.endsWith('族'))
  .join('|');
const PEOPLE = new RegExp(`(?:${PEOPLES}|各族)+(?=自治)`, 'u');
const SHORT_REGION: Readonly<Record<string, string>> = { 自治州: '州', 自治县: '县', 自治旗: '旗' };

type Place = {
  /** The last region before the name, as people write it: 大理白族自治州, 大理州, 大理. */
  heads: string[];
  /** The word of that region: 州. */
  word: string;
  rest: string;
};

function readPlace(name: string): Place {
  const { regions, rest } = regionsBefore(name);
  const head = regions.at(-1) ?? '';
  const end = REGION_WORD.exec(head)?.[0] ?? '';
  const word = SHORT_REGION[end] ?? end;
  const stem = head.replace(PEOPLE, '').replace(REGION_WORD, '');
  const isStem = end !== '' && [...stem].length >= 2;
  return { heads: unique([head, ...(isStem ? [stem + word, stem] : [])]), word, rest };
}

const unique = (texts: readonly string[]) => [...new Set(texts)].filter((text) => text !== '');

/** What a school or hospital that is one of several is called for short: 第三中学 is 三中, 第七人民医院 is 七医院. */
const NUMBERED = new RegExp(
  `^第(${NUMERAL})(实验小学|实验中学|实验幼儿园|高级中学|初级中学|中学|小学|幼儿园|人民医院|中医院|医院)校?(.{2,6}(?:校区|分校|院区))?$`,
  'u',
);
const KINDS: Readonly<Record<string, readonly string[]>> = {
  高级中学: ['高级中学', '高中', '高', '中'],
  初级中学: ['初级中学', '初中', '中'],
  中学: ['中学', '中'],
  实验中学: ['实验中学'],
  小学: ['小学', '小'],
  实验小学: ['实验小学', '实小'],
  幼儿园: ['幼儿园', '幼'],
  实验幼儿园: ['实验幼儿园'],
  人民医院: ['人民医院', '医院', '院'],
  中医院: ['中医院'],
  医院: ['医院', '院'],
};

function numberedNames({ heads, word, rest }: Place): string[] {
  const [, number = '', kind = '', campus = ''] = NUMBERED.exec(rest) ?? [];
  if (number === '') return [];
  const kinds = KINDS[kind] ?? [];
  const short = kinds.flatMap((one) => (one === kind ? [] : [number + one]));
  const whole = kinds.filter((one) => one.length > 1).map((one) => `第${number}${one}`);
  // 三中 and 五小 alone are parts of other words (三中全会, 五小时): they need a region before them.
  const inPlace = [...heads, word].flatMap((head) =>
    head === '' ? [] : [...short, ...whole].map((one) => head + one),
  );
  return [
    ...inPlace,
    ...(campus === '' ? [] : inPlace.map((one) => one + campus)),
    ...whole.filter((one) => one.length > 3),
  ];
}

/** 中关村第三小学 is 中关村三小: the place before the number is part of the name. */
const NUMBERED_IN_PLACE = new RegExp(`^(.{2,6}?)第(${NUMERAL})(中学|小学|幼儿园|人民医院|医院)$`, 'u');

function placedNames(rest: string): string[] {
  const [, place = '', number = '', kind = ''] = NUMBERED_IN_PLACE.exec(rest) ?? [];
  return (KINDS[kind] ?? []).filter((one) => one !== kind).map((one) => place + number + one);
}

/** 中东社区居民委员会 is 中东居委会. */
const COMMITTEE = /^(.{2,})(?:社区|村)(?:居|村)民委员会$/u;

function committeeNames(rest: string): string[] {
  const place = COMMITTEE.exec(rest)?.[1];
  return place === undefined ? [] : [`${place}${rest.endsWith('村民委员会') ? '村委会' : '居委会'}`];
}

/** Parts of a university's name and what is left of them in speech. */
const SUBJECTS: Readonly<Record<string, string>> = {
  医科: '医',
  中医药: '中医',
  师范: '师',
  理工: '工',
  农业: '农',
  民族: '民',
  财经: '财',
  交通: '交',
  科技: '科',
};
const AFFILIATED = new RegExp(
  `^(.{2,6}?)(${Object.keys(SUBJECTS).join('|')})?(大学|学院)(第${NUMERAL})?附属(第${NUMERAL})?(.{0,4}?)(中学|小学|幼儿园|医院)`,
  'u',
);

/** 昆明医科大学第一附属医院 is 昆医大附一院, 湖南师范大学附属中学 湖南师大附中. */
function affiliatedNames(name: string): string[] {
  const found = AFFILIATED.exec(name);
  if (found === null) return [];
  const [whole, place = '', subject = '', university = '', before, behind, own = '', kind = ''] = found;
  const short = SUBJECTS[subject] ?? '';
  const [first, size] = [place.charAt(0), university.charAt(0)];
  const schools = unique([
    place + subject + university,
    place + short + size,
    first + short + size,
    ...(short === '' ? [] : [first + short]),
  ]);
  const number = (before ?? behind ?? '').slice(1);
  const isHospital = kind === '医院';
  const ending = isHospital ? '院' : kind.charAt(0);
  const numbered = [`附${number}${ending}`, `${number}附${ending}`, `第${number}附属${kind}`, `附属第${number}${kind}`];
  const named = [`附属${own}${kind}`, `附${own}${ending}`, ...(own === '' ? [] : [own + kind])];
  const ofHospital = isHospital ? [`附${number}`, `附${number}医院`] : [];
  const bodies = number === '' ? named : [...numbered, ...ofHospital];
  return unique([whole, ...schools.flatMap((school) => bodies.map((body) => school + body))]);
}

/** Kinds that every county has one of, and what they are shortened to: only with the region before them they are names. */
const COMMON: readonly (readonly [RegExp, string])[] = [
  [/^人民医院/u, '医院'],
  [/^妇幼保健(?:院|计划生育服务中心)/u, '妇幼'],
  [/^妇女联合会/u, '妇联'],
];
const INSTITUTION =
  /(?:学校|小学|中学|幼儿园|医院|保健院|卫生院|妇女联合会|救助站|救助管理站|庇护[站所]|庇护中心|店|超市|市场|厂|中心|校区|公司)$/u;
const CAMPUS = /^(.{2,}?(?:学校|小学|中学|幼儿园|医院))(?:.{2,6}(?:校区|分校|院区|分院))$/u;

function localNames({ heads, rest }: Place): string[] {
  if (!INSTITUTION.test(rest)) return [];
  const campus = CAMPUS.exec(rest)?.[1];
  const shorter = COMMON.flatMap(([long, short]) => (long.test(rest) ? [rest.replace(long, short)] : []));
  const isOwn = campus !== undefined && [...campus].length >= 5;
  return [
    ...heads.flatMap((head) => [rest, ...shorter, ...(campus === undefined ? [] : [campus])].map((one) => head + one)),
    ...(isOwn ? [campus] : []),
  ];
}

const LEGAL_FORM = /(?:股份|集团)?(?:有限|责任)+公司(.*)$/u;
const GROUP = /集团.*$/u;
/** Words at the end of a firm's name that nobody says. */
const UNSAID = /(?:管理|服务|发展|咨询|投资|集团)$/u;
const TRADE = /(?:科技|电子|实业|控股|精密)$/u;
/** Where a company is registered stands before its name with no word of a region: 重庆川渝通达物流. */
export const PROVINCE =
  /^(?:北京|天津|上海|重庆|河北|山西|内蒙古|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆)/u;
const SHORTEST_COMPANY = 4;
const SHORTEST_BRAND = 3;

/** 云岭制药集团股份有限公司 is 云岭制药, 远士达科技集团 is 远士达. */
function companyNames(name: string): string[] {
  const whole = name.replace(LEGAL_FORM, '');
  const brand = whole.replace(GROUP, '');
  if (brand === name) return [];
  const branch = LEGAL_FORM.exec(name)?.[1] ?? '';
  const isGroup = brand !== whole;
  const plain = brand.replace(TRADE, '');
  return unique([
    ...[whole, brand, whole.replace(UNSAID, ''), whole.replace(PROVINCE, '')]
      .flatMap((one) => unique([one, one + branch, one + branch.replace(PROVINCE, '')]))
      .filter((one) => [...one].length >= SHORTEST_COMPANY),
    ...(isGroup && [...plain].length >= SHORTEST_BRAND ? [plain] : []),
  ]);
}

/**
 * What a school, a hospital or an employer is called in running text although the case states its whole name: 昆明三中 for
 * 昆明市第三中学, 巴南区医院 for 巴南区人民医院. What every place has (县医院, 三中) is no name without its region.
 */
export function shortInstitutionNames(name: string): string[] {
  const place = readPlace(name);
  const names = [
    ...numberedNames(place),
    ...placedNames(place.rest),
    ...committeeNames(place.rest),
    ...affiliatedNames(place.rest.includes('附属') ? place.rest : name),
    ...affiliatedNames(name),
    ...localNames(place),
    ...companyNames(place.rest),
  ];
  return unique(names).filter((one) => one !== name);
}
