import { type NormalForm, toNormalForm } from './normal-form';

/** Something that must not appear: where the case states it, what it is called, and the spellings to look for. */
export type ProtectedFact = { pointer: string; label: string; spellings: string[] };

/** Where a fact appears: half-open span of the searched text. */
export type FactHit = { fact: ProtectedFact; start: number; end: number };

/** Shorter spellings would hit ordinary words. */
export const MIN_SPELLING = 2;

/**
 * Finds every protected fact in a text, however it is spelt (see `toNormalForm`).
 * @param allowed names that may stand in the text; a hit that lies inside a longer one of them is none
 */
export function findFacts(text: string, facts: ProtectedFact[], allowed: string[] = []): FactHit[] {
  const form = toNormalForm(text);
  const safe = allowed.flatMap((name) => occurrences(form, toNormalForm(name).units));
  return facts
    .flatMap((fact) =>
      fact.spellings.flatMap((spelling) => {
        const { units } = toNormalForm(spelling);
        if (units.length < MIN_SPELLING) return [];
        return occurrences(form, units)
          .filter((hit) => !isDigitFragment(form, hit) && !safe.some((span) => isInside(hit, span)))
          .map(({ from, to }) => ({ fact, start: form.starts[from] ?? 0, end: form.ends[to - 1] ?? 0 }));
      }),
    )
    .sort((one, other) => one.start - other.start || other.end - one.end);
}

type Span = { from: number; to: number };

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

/** A number that merely continues a longer number is another number: 88号 is not part of 188号. */
function isDigitFragment({ units, starts, ends }: NormalForm, { from, to }: Span): boolean {
  const joins = (left: number, right: number) =>
    isDigit(units[left]) && isDigit(units[right]) && ends[left] === starts[right];
  return joins(from - 1, from) || joins(to - 1, to);
}
