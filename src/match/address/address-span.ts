import { balance, type TextSpan } from '../text/brackets';
import { GAP } from '../text/fold';
import { type Units, unitsText } from '../text/units';
import type { Address } from './address-fact';
import { type Group, isLoose, type Token } from './address-groups';
import { hiddenBehind, type Lead } from './fillers';
import { lengthOfBeginning } from './name-rests';

/** How far before an address its regions can begin. */
const LONGEST_REGION = 30;
/** Words that lead to a place and persons that live there are in no region's name; 从 and 于 begin some (从江, 于都). */
const HAN = '(?![住在至到址人她他我你其])\\p{Script=Han}';
const REGIONS = new RegExp(
  `(?:^|[住在于至到往址是为从向搬离人])((?:(?:${HAN}){2,8}?(?:省|自治区|特别行政区))?(?:(?:${HAN}){2,9}?(?:自治州|地区|盟|市))?(?:(?:${HAN}){1,12}?(?:自治县|自治旗|区|县|旗|市))?(?:(?:${HAN}){2,9}?(?:街道|镇|乡))?)$`,
  'u',
);
const ORDINAL = '第'.charCodeAt(0);
/** A common noun behind a place's name that would be left dangling. */
const TAIL = /^(?:小区|社区|家属院|大院|住宅区|民?委员?会)/u;
/** 12号甲: what belongs to the house behind its number. */
const DOOR_TAIL = /^[甲乙丙丁](?![甲乙丙丁方某等])/u;

/**
 * The span of a written address in the original text: from its regions to its last number, also one that is not the
 * protected address's own, so that nothing dangles when the span is taken out.
 */
export function spanOf(group: Group, { address, units, matched, lead, isHalf }: Written): TextSpan {
  const tokens = trim(group, { units, matched });
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (first === undefined || last === undefined) return { start: 0, end: 0 };
  const to = last.to + tailLength(units, { at: last.to, tail: last.door === undefined ? TAIL : DOOR_TAIL });
  const end = to + lengthOfBeginning(address, units, to);
  const isFirst = first === group[0];
  const start =
    isFirst && lead.kind === 'hidden'
      ? hiddenStart(lead, { units, isHalf })
      : startOf(units, isFirst && lead.kind === 'rest' ? lead.from : first.from);
  return balance(units.text, { start, end: endOf(units, last, end) });
}

type Written = { address: Address; units: Units; matched: ReadonlySet<Token>; lead: Lead; isHalf: boolean };

function startOf(units: Units, from: number): number {
  const regions = regionLength(units, { from, ignored: GAP.space });
  // 第2幢: the word belongs to the number.
  const isCounted = regions === 0 && units.codes[from - 1] === ORDINAL && units.gaps[from] === 0;
  return units.starts[isCounted ? from - 1 : from - regions] ?? 0;
}

/** 白马区**路88号: the regions before a hidden road go with it, and so does what is left of the road. */
function hiddenStart(
  { unit, start }: Lead & { kind: 'hidden' },
  { units, isHalf }: Pick<Written, 'units' | 'isHalf'>,
): number {
  const from = isHalf ? unit - 1 : unit;
  const length = regionLength(units, { from, ignored: GAP.space | GAP.mask });
  if (length > 0 || isHalf) return units.starts[from - length] ?? 0;
  return start;
}

/** Leaves out numbers before the first part that is the address's own, and numbers that only happen to follow. */
function trim(group: Group, { units, matched }: Pick<Written, 'units' | 'matched'>): Token[] {
  const first = group.findIndex((token) => matched.has(token) || token.door?.value === '*');
  let last = group.length - 1;
  while (last > first) {
    const token = group[last];
    if (token === undefined || (matched.has(token) && token.name?.name.kind !== 'region')) break;
    const isOpen = (gapSince(group, { units, index: last }) & (GAP.mark | GAP.stop)) !== 0;
    const isTrailing = token.name !== undefined ? !isBracketed(units, token) : isLoose(units, token) || isOpen;
    if (!isTrailing) break;
    last -= 1;
  }
  return group.slice(Math.max(first, 0), last + 1);
}

function gapSince(group: Group, { units, index }: { units: Units; index: number }): number {
  const [before, token] = [group[index - 1], group[index]];
  let bits = 0;
  for (let unit = before?.to ?? 0; unit <= (token?.from ?? -1); unit += 1) bits |= units.gaps[unit] ?? 0;
  return bits;
}

/** …604室（白马区）: a region behind the address belongs to it only inside brackets. */
function isBracketed({ text, ends }: Units, { to }: Token): boolean {
  return /^\s*[)）〕\]】]/u.test(text.slice(ends[to - 1] ?? 0, (ends[to - 1] ?? 0) + 4));
}

/**
 * How many units of regions stand directly before an address, in the words of no particular case.
 * @param ignored what may stand between the regions and the address
 */
function regionLength(units: Units, { from, ignored }: { from: number; ignored: number }): number {
  let start = from;
  const isOpen = () => ((units.gaps[start] ?? 0) & ~(start === from ? ignored : GAP.space)) === 0;
  while (start > 0 && from - start < LONGEST_REGION && isOpen()) start -= 1;
  return (REGIONS.exec(unitsText(units, start, from))?.[1] ?? '').length;
}

function tailLength(units: Units, { at, tail }: { at: number; tail: RegExp }): number {
  if ((units.gaps[at] ?? 0) !== 0) return 0;
  return tail.exec(unitsText(units, at, Math.min(at + 5, units.length)))?.[0].length ?? 0;
}

/** The `#` that closes a building's number, and the signs that hide one, are no units of their own. */
function endOf(units: Units, { door, name }: Token, to: number): number {
  const end = units.ends[to - 1] ?? 0;
  if (name !== undefined) return end + hiddenBehind(units, to);
  if (door === undefined || ((units.gaps[to] ?? 0) & GAP.hash) === 0) return end;
  return end + (/^\s*[#＃﹟]/u.exec(units.text.slice(end, end + 8))?.[0].length ?? 0);
}
