import type { Units } from '../text/units';
import { type Letters, PAIR_COUNT, pairIndex } from './pinyin';

export const isLetter = (unit: number | undefined) => unit !== undefined && unit >= 97 && unit <= 122;

/** Remembers the letters of all texts that were searched so far. */
export type LetterMemory = {
  letters: Letters;
  /** Whether a text has two letters side by side at all, and whether it brought anything new. */
  note(units: Units): { hasPair: boolean; hasNew: boolean };
};

/** @param wanted characters of names: only of these it is noted that they stand beside a letter */
export function createLetterMemory(wanted: ReadonlySet<number>): LetterMemory {
  const pairs = new Uint8Array(PAIR_COUNT);
  const beside = new Set<number>();
  return {
    letters: { pairs, beside },
    note({ codes, length }) {
      let [hasPair, hasNew] = [false, false];
      for (let index = 1; index < length; index += 1) {
        const [first, second] = [codes[index - 1] ?? 0, codes[index] ?? 0];
        if (isLetter(first) && isLetter(second)) {
          const pair = pairIndex(first, second);
          hasPair = true;
          hasNew ||= pairs[pair] === 0;
          pairs[pair] = 1;
        } else if (isLetter(first) || isLetter(second)) {
          const other = isLetter(first) ? second : first;
          if (!wanted.has(other) || beside.has(other)) continue;
          beside.add(other);
          hasNew = true;
        }
      }
      return { hasPair, hasNew };
    },
  };
}
