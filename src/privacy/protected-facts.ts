import { type AddressParts, type Allowed, inOneLine, type ProtectedFact, regionsAlone, toNormalForm } from '../match';
import type { Policy } from './policy';

/** A fact with the reason for which it may not be said. */
export type GuardedFact = ProtectedFact & { rule: string; citation: string };

/** What the walk through a case found: what may not be said, and what the copy says by right. */
export type Found = {
  forbidden: GuardedFact[];
  /** Texts that stand in the copy, in their shorter spellings too. */
  shown: string[];
  /** Names that may stand although a protected word is part of them, and addresses that may stand. */
  allowed: Allowed[];
};

/** The texts among the parts of an address. */
export function addressParts(record: Readonly<Record<string, unknown>>): AddressParts {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => typeof value === 'string'));
}

/** A date stands in the case as 2026-11-21 and in running text as 2026年11月21日. */
export function printedDate(value: string): string[] {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  return year === undefined ? [] : [`${year}年${Number(month)}月${Number(day)}日`, `${year}年${month}月${day}日`];
}

/**
 * The facts to look for. What the copy states by right in another field cannot be forbidden in it: a shared workplace,
 * the shared home, an organ and its unit written as one name, words of an address. A fact that the case states twice is looked for once. What
 * names nothing and nobody (学校, 不详, the court's own county) is withheld, but looked for nowhere.
 */
export function settleFacts({ forbidden, shown, allowed, policy }: Found & { policy: Words }): GuardedFact[] {
  // One home is often stated several times: each spelling is brought into form once.
  const forms = new Map<string, string>();
  const unitsOf = (value: string) => {
    const form = forms.get(value) ?? toNormalForm(value);
    forms.set(value, form);
    return form;
  };
  const visible = new Set(shown.map(unitsOf));
  const names = [...new Set(allowed.flatMap((one) => (typeof one === 'string' ? [unitsOf(one)] : [])))].filter(
    (name) => name !== '',
  );
  const homes = new Set(allowed.flatMap((one) => (typeof one === 'string' ? [] : [JSON.stringify(one)])));
  const isVisible = (spelling: string) => {
    const units = unitsOf(spelling);
    return visible.has(units) || isMadeOf(units, names);
  };
  const addresses = allowed.flatMap((one) => (typeof one === 'string' ? [] : [unitsOf(inOneLine(one))]));
  const isInAddress = (spelling: string) => addresses.some((address) => address.includes(unitsOf(spelling)));
  const namesNothing = createNamesNothing(allowed, policy);
  const settled = new Map<string, GuardedFact>();
  for (const fact of forbidden) {
    const { kind, shownAs } = fact;
    if (fact.address !== undefined && homes.has(JSON.stringify(fact.address))) continue;
    const address = fact.address && withoutEmptyWords(fact.address, namesNothing);
    if (address !== undefined && Object.keys(address).every((part) => REGIONS.includes(part))) continue;
    const isWords = kind !== 'id' && kind !== 'phone';
    const says = (spelling: string) => !isWords || !(SHORT_NUMBER.test(spelling) || namesNothing(spelling));
    const all = [...new Set(fact.spellings)].filter(says);
    if (address === undefined && all.length === 0) continue;
    // Where the whole stands by right, its shorter forms give nothing away.
    if (address === undefined && all.slice(0, 1).some(isVisible)) continue;
    // The committee of the respondent's own village, in the short form that his address begins with.
    const isKnown = kind === 'text' ? isInAddress : () => false;
    const spellings = all.filter((spelling) => !isVisible(spelling) && !isKnown(spelling));
    if (address === undefined && spellings.length === 0) continue;
    const key = JSON.stringify([kind, address, spellings, shownAs]);
    if (!settled.has(key)) settled.set(key, { ...fact, spellings, ...(address === undefined ? {} : { address }) });
  }
  return [...settled.values()];
}

type Words = Pick<Policy, 'saysNothing'>;

/**
 * Tells what names nothing and nobody: a common word, or the county of the court and of the shared home.
 * @param allowed what stands in the copy by right
 */
function createNamesNothing(allowed: readonly Allowed[], policy: Words): (spelling: string) => boolean {
  const printed = allowed.map((one) => (typeof one === 'string' ? one : Object.values(one).join('')));
  const isPrinted = (region: string) => printed.some((text) => text.includes(region));
  return (spelling) => policy.saysNothing?.(spelling) === true || regionsAlone(spelling)?.every(isPrinted) === true;
}

const REGIONS: readonly string[] = ['province', 'city', 'county'] satisfies (keyof AddressParts)[];

/** An address without the parts that say in words that there is nothing to say. */
function withoutEmptyWords(address: AddressParts, namesNothing: (spelling: string) => boolean): AddressParts {
  const isKept = ([part, spelling]: [string, string]) => REGIONS.includes(part) || !namesNothing(spelling);
  return Object.fromEntries(Object.entries(address).filter(isKept));
}

/**
 * The facts to look for in a finished file, out of whose words they were taken before. A part of a name that the copy
 * prints by right (the road of the court's own address) cannot be told from it there: a file cuts names into pieces.
 */
export function apartFromNames(facts: readonly GuardedFact[], allowed: readonly Allowed[]): GuardedFact[] {
  const names = allowed.flatMap((one) => (typeof one === 'string' ? [one] : []));
  const isPart = (spelling: string) => names.some((name) => name.includes(spelling));
  return facts.map((fact) =>
    fact.kind !== 'address' || !fact.spellings.some(isPart)
      ? fact
      : { ...fact, spellings: fact.spellings.filter((spelling) => !isPart(spelling)) },
  );
}

/** A year, a day, a number of metres, two figures between marks: as an account or a name found everywhere and nobody's. */
const SHORT_NUMBER = /^\p{N}{1,4}$|^[^\p{L}\p{N}]*(?:\p{N}[^\p{L}\p{N}]*){1,2}$/u;

/** The fewest letters that do not stand in any file by chance. */
const FEWEST_LETTERS = 4;

/**
 * Whether a fact can be searched for among the bytes of a file, where three letters (KFC) stand by chance. In the words of
 * the case it is found all the same.
 */
export function standsOut({ spellings, address }: ProtectedFact): boolean {
  const isShort = (text: string) =>
    /^[\x20-\x7E]*$/.test(text) && text.replace(/[^A-Za-z0-9]/g, '').length < FEWEST_LETTERS;
  return !(address === undefined ? spellings : [Object.values(address).join('')]).every(isShort);
}

/** Whether a text is names one behind the other. Each place is tried once: names can begin with one another. */
function isMadeOf(text: string, names: readonly string[]): boolean {
  const reached = new Set([0]);
  for (const start of reached) {
    for (const name of names) if (text.startsWith(name, start)) reached.add(start + name.length);
  }
  return text !== '' && reached.has(text.length);
}
