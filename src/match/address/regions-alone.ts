import { readAddressLine } from './address-line';

const COUNTY_OR_LARGER = /(?:省|市|区|县|州|盟|旗|地区|自治区)$/u;

/**
 * The regions of a text that names a province, city or county and nothing in it; undefined for any other text. An estate's
 * name can look the same (天通苑北一区): whoever asks must know the regions from elsewhere.
 */
export function regionsAlone(text: string): string[] | undefined {
  const { regions, pieces } = readAddressLine(text);
  const isAlone = regions.length > 0 && pieces.length === 0 && regions.every((region) => COUNTY_OR_LARGER.test(region));
  return isAlone ? regions : undefined;
}
