import { shortInstitutionNames } from './institution-names';
import { regionsBefore } from './regions';

/** Words that name a kind of place and no place. */
const KIND_OF_PLACE =
  /^(?:(?:当地|所在|辖区|本地|某|第?[一二三四五六七八九十\d]|中心|人民|实验|公安|机关|派出所|公安局|分局|基层|居民|村民|社区|委员会|居委会|村委会|妇女|联合会|妇联|综治中心|诊所|医院|卫生院|急诊科|门诊|小学|中学|初中|高中|学校|幼儿园|大学|工作|单位|公司|工厂|个体|经营|户|商店|店|庇护|救助|场所|站|所|管理|无业|务农|农民|自由|职业|退休|待业|打工|保密|无|不详|不明|学生|临时))+$/u;

/** Whether a text only says what kind of place it is. Forbidding such a word would forbid ordinary language. */
export function isKindOfPlace(text: string): boolean {
  return KIND_OF_PLACE.test(text.trim());
}

/** A place name without province, city and county, and the short names of institutions, as people write them. */
export function shorterPlaceNames(name: string): string[] {
  const { regions } = regionsBefore(name);
  const cuts = regions.map((_, index) => name.slice(regions.slice(0, index + 1).join('').length));
  const shorter = cuts.filter((rest) => [...rest].length >= 3 && !isKindOfPlace(rest));
  return [...new Set([...shorter, ...shortInstitutionNames(name)])];
}
