import { type Letters, syllablesIn } from '../letters/pinyin';

/** Longer names would be mixed in too many ways. */
const LONGEST = 6;
const MOST_MIXED = 40;

/**
 * A name with some of its characters in pinyin, as far as a text has the letters: 幸fu路, 幸福lu.
 * @param name with its characters as texts are read
 */
export function mixedWords(name: string, letters: Letters): string[] {
  const chars = [...name];
  const isBeside = chars.some((char) => letters.beside.has(char.charCodeAt(0)));
  if (chars.length > LONGEST || !isBeside) return [];
  // Each way so far, and whether it has characters and syllables.
  let ways = [{ word: '', hasChar: false, hasSyllable: false }];
  for (const char of chars) {
    const syllables = syllablesIn(char, letters);
    ways = ways
      .flatMap(({ word, hasChar, hasSyllable }) => [
        { word: word + char, hasChar: true, hasSyllable },
        ...syllables.map((syllable) => ({ word: word + syllable, hasChar, hasSyllable: true })),
      ])
      .slice(0, MOST_MIXED);
  }
  return ways.filter(({ hasChar, hasSyllable }) => hasChar && hasSyllable).map(({ word }) => word);
}
