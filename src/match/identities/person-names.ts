import type { ProtectedFact, Span, Work } from '../facts';
import { createLetterMemory, isLetter } from '../letters/letter-memory';
import { canBeSpelt, pinyinOf } from '../letters/pinyin';
import { GAP } from '../text/fold';
import { createPatternSearch, type PatternSearch } from '../text/pattern-search';
import { codesOf, gapsBetween, type Units } from '../text/units';
import { NEARLY_CERTAIN } from '../weights';

type PersonFind = { index: number; start: number; end: number; confidence: number };

/** Shorter ones are words: Li Na, An Yi. */
const FEWEST_LETTERS = 6;
/** Family names of two characters are rare, and then the given name has one or two. */
const LONGEST_NAME = 4;

/** Finds the names of persons in pinyin, family name first or last: Chen Zhelan, Zhelan Chen. */
export function createPersonSearch(facts: readonly ProtectedFact[]): (units: Units, work: Work) => PersonFind[] {
  const persons = facts.flatMap(({ kind, spellings }, index) =>
    kind === 'name' ? spellings.flatMap((name) => (isPerson(name) ? [{ index, name: normal(name) }] : [])) : [],
  );
  if (persons.length === 0) return () => [];
  const memory = createLetterMemory(new Set());
  let search: PatternSearch<number> | undefined;
  return (units, work) => {
    const { hasPair, hasNew } = memory.note(units);
    if (hasNew) {
      const near = persons.filter(({ name }) => canBeSpelt(name, memory.letters.pairs));
      search = createPatternSearch(
        near.flatMap(({ index, name }) => spell(name).map((codes) => ({ codes, payload: index }))),
      );
    }
    const finds: PersonFind[] = [];
    if (!hasPair) return finds;
    work.steps += units.length;
    search?.search(units.codes, units.length, (index, from, to) => {
      if (!isWhole(units, { from, to })) return;
      const [start, end] = [units.starts[from] ?? 0, units.ends[to - 1] ?? 0];
      finds.push({ index, start, end, confidence: NEARLY_CERTAIN });
    });
    return finds;
  };
}

const isPerson = (name: string) => /^\p{Script=Han}{2,}$/u.test(name) && [...name].length <= LONGEST_NAME;
const normal = (name: string) => String.fromCharCode(...codesOf(name));

function spell(name: string): number[][] {
  const turned = [1, 2].filter((size) => size < name.length).map((size) => name.slice(size) + name.slice(0, size));
  const words = new Set([name, ...turned].flatMap(pinyinOf));
  return [...words].filter((word) => word.length >= FEWEST_LETTERS).map(codesOf);
}

/** No part of longer words, and its own words on one line with nothing but spaces, dashes and commas between. */
function isWhole(units: Units, { from, to }: Span): boolean {
  const { codes, gaps, length } = units;
  const joins = (left: number) =>
    left >= 0 && left + 1 < length && gaps[left + 1] === 0 && isLetter(codes[left]) && isLetter(codes[left + 1]);
  return !joins(from - 1) && !joins(to - 1) && (gapsBetween(units, from + 1, to - 1) & (GAP.stop | GAP.cell)) === 0;
}
