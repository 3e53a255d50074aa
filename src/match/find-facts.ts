import { type NormalForm, toNormalForm, toPlainForm } from './normal-form';

/** Something that must not appear: where the case states it, what it is called, and the spellings to look for. */
export type ProtectedFact = {
  pointer: string;
  label: string;
  spellings: string[];
  /** What may stand in its place: a masked name, a masked number. */
  shownAs?: string;
  /** Belongs to a hit when it touches one: the city before a road, the door after it. */
  surroundings?: string[];
};

/** Where a fact appears: half-open span of the searched text. */
export type FactHit = { fact: ProtectedFact; start: number; end: number };

/** Shorter spellings would hit ordinary words. */
export const MIN_SPELLING = 2;

/**
 * Finds every protected fact in a text, however it is spelt. The text is searched twice: with its numerals read as
 * numbers (八十八号 is 88号), and as it stands, because reading joins what belongs apart (王五2026年 holds 王五).
 * @param allowed names that may stand in the text; a hit that lies inside a longer one of them is none
 */
export function findFacts(text: string, facts: ProtectedFact[], allowed: string[] = []): FactHit[] {
  const found = new Map<string, FactHit>();
  for (const read of [toNormalForm, toPlainForm]) {
    const form = read(text);
    const safe = unitsOf(allowed, read).flatMap((name) => occurrences(form, name));
    for (const [index, fact] of facts.entries()) {
      const around = fact.surroundings === undefined ? [] : unitsOf(fact.surroundings, read);
      for (const units of unitsOf(fact.spellings, read)) {
        for (const hit of occurrences(form, units)) {
          if (isDigitFragment(form, hit) || safe.some((span) => isInside(hit, span))) continue;
          const { from, to } = widen(form, hit, around);
          const [start, end] = [form.starts[from] ?? 0, form.ends[to - 1] ?? 0];
          found.set(`${index}:${start}:${end}`, { fact, start, end });
        }
      }
    }
  }
  return [...found.values()].sort((one, other) => one.start - other.start || other.end - one.end);
}

type Reading = typeof toNormalForm;

/** A fact is looked for in hundreds of texts: its spellings are brought into form once. */
const known = new WeakMap<readonly string[], Map<Reading, string[]>>();

function unitsOf(spellings: readonly string[], read: Reading): string[] {
  const forms = known.get(spellings) ?? new Map<Reading, string[]>();
  known.set(spellings, forms);
  const cached = forms.get(read);
  if (cached !== undefined) return cached;
  const units = [...new Set(spellings.map((spelling) => read(spelling).units))];
  const long = units.filter((spelling) => spelling.length >= MIN_SPELLING);
  forms.set(read, long);
  return long;
}

type Span = { from: number; to: number };

/** What ends a number of a house or a room. */
const NUMBER_ENDINGS = new Set(['号', '室', '房']);

/** Takes in what belongs to the same fact and touches the hit on either side. */
function widen({ units }: NormalForm, hit: Span, around: readonly string[]): Span {
  let { from, to } = hit;
  for (let grown = true; grown; ) {
    const before = around.find((part) => units.startsWith(part, from - part.length));
    const after = around.find((part) => units.startsWith(part, to));
    const ending = isDigit(units[to - 1]) && NUMBER_ENDINGS.has(units[to] ?? '') ? 1 : 0;
    from -= before?.length ?? 0;
    to += after?.length ?? ending;
    grown = before !== undefined || after !== undefined || ending > 0;
  }
  return { from, to };
}

function occurrences({ units }: NormalForm, wanted: string): Span[] {
  const spans: Span[] = [];
  if (wanted === '') return spans;
  for (let from = units.indexOf(wanted); from !== -1; from = units.indexOf(wanted, from + 1)) {
    spans.push({ from, to: from + wanted.length });
  }
  return spans;
}

function isInside(hit: Span, span: Span): boolean {
  return span.from <= hit.from && hit.to <= span.to && span.to - span.from > hit.to - hit.from;
}

const isDigit = (char: string | undefined) => char !== undefined && char >= '0' && char <= '9';

/** A number that merely continues a longer number is another number: 88号 is not part of 188号 or 一百八十八号. */
function isDigitFragment({ units, starts, ends }: NormalForm, { from, to }: Span): boolean {
  const joins = (left: number, right: number) =>
    isDigit(units[left]) &&
    isDigit(units[right]) &&
    (ends[left] === starts[right] || (starts[left] === starts[right] && ends[left] === ends[right]));
  return joins(from - 1, from) || joins(to - 1, to);
}
