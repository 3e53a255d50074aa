import { readAddressLine } from '../../../src/authoring';

const STREET = /(?:街道(?:办事处)?|镇|乡|苏木)$/u;

/**
 * The regions that stand before a name, from the province down to the county, and the name without them; the whole name
 * where it is nothing but a region.
 */
export function regionsBefore(name: string): { regions: string[]; rest: string } {
  const { regions: read } = readAddressLine(name);
  const street = read.findIndex((region) => STREET.test(region));
  const regions = street < 0 ? read : read.slice(0, street);
  const before = regions.join('');
  // A name with blanks or in full width is written otherwise than it is read.
  return before !== '' && name.startsWith(before) && name !== before
    ? { regions, rest: name.slice(before.length) }
    : { regions: [], rest: name };
}
