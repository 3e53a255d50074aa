import { type AddressParts, type Allowed, type ProtectedFact, toNormalForm } from '../match';

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
 * the shared home, an organ and its unit written as one name. A fact that the case states twice is looked for once.
 */
export function settleFacts({ forbidden, shown, allowed }: Found): GuardedFact[] {
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
  const settled = new Map<string, GuardedFact>();
  for (const fact of forbidden) {
    const { address, kind, shownAs } = fact;
    if (address !== undefined && homes.has(JSON.stringify(address))) continue;
    const all = [...new Set(fact.spellings)];
    // Where the whole stands by right, its shorter forms give nothing away.
    if (address === undefined && all.slice(0, 1).some(isVisible)) continue;
    const spellings = all.filter((spelling) => !isVisible(spelling));
    const key = JSON.stringify([kind, address, spellings, shownAs]);
    if (!settled.has(key)) settled.set(key, { ...fact, spellings });
  }
  return [...settled.values()];
}

function isMadeOf(text: string, names: readonly string[]): boolean {
  return names.some((name) => text.startsWith(name) && (text === name || isMadeOf(text.slice(name.length), names)));
}
