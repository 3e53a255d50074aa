import { SYLLABLES } from './pinyin-table';

/** A name is spelt in at most so many ways; characters with several readings multiply them. */
const MOST_SPELLINGS = 24;

let table: Map<string, string[]> | undefined;

/** Made when the first text with Latin letters is searched, because most texts have none. */
function readings(char: string): string[] {
  if (table === undefined) {
    table = new Map();
    for (const [, syllable = '', chars = ''] of SYLLABLES.matchAll(/([a-z]+)([^a-z ]+)/g)) {
      for (const one of chars) table.set(one, [...(table.get(one) ?? []), ...typed(syllable)]);
    }
  }
  return table.get(char) ?? [];
}

/** Without the umlaut on the keyboard, lü is typed lv or lu or lyu. */
function typed(syllable: string): string[] {
  return syllable.includes('v') ? [syllable, syllable.replace('v', 'u'), syllable.replace('v', 'yu')] : [syllable];
}

let syllables: Set<string> | undefined;

/** Whether some letters are one syllable of pinyin. */
export function isSyllable(letters: string): boolean {
  syllables ??= new Set([...SYLLABLES.matchAll(/([a-z]+)[^a-z ]/g)].flatMap(([, syllable = '']) => typed(syllable)));
  return syllables.has(letters);
}

let bySound: Map<string, string> | undefined;

/** Many speakers do not tell these apart, and input methods offer both: xin and xing, shen and sheng. */
const soundOf = (syllable: string) => syllable.replace(/(?<=[ie]n)g$/, '');

/** The characters that can be read like one of the readings of a character, tones aside. */
export function charsReadLike(char: string): string[] {
  if (bySound === undefined) {
    bySound = new Map();
    for (const [, syllable = '', chars = ''] of SYLLABLES.matchAll(/([a-z]+)([^a-z ]+)/g)) {
      const sound = soundOf(syllable);
      bySound.set(sound, (bySound.get(sound) ?? '') + chars);
    }
  }
  const sounds = bySound;
  return readings(char).flatMap((syllable) => [...(sounds.get(soundOf(syllable)) ?? '')]);
}

/** Every way to write a name in Latin letters, without spaces and tones; none when a character has no reading. */
export function pinyinOf(name: string): string[] {
  return combine(name, readings);
}

/** The first letters of a name's syllables. */
export function initialsOf(name: string): string[] {
  return combine(name, (char) => [...new Set(readings(char).map((syllable) => syllable.charAt(0)))]);
}

/** Which two letters stand side by side in a text, by `pairIndex`. */
export type LetterPairs = Uint8Array;
const LETTERS = 26;
export const PAIR_COUNT = LETTERS * LETTERS;
const FIRST_LETTER = 'a'.charCodeAt(0);

/** @param first, second codes of two small letters */
export const pairIndex = (first: number, second: number) => (first - FIRST_LETTER) * LETTERS + second - FIRST_LETTER;

/** The letters of a text: which stand side by side, and which other characters stand beside a letter. */
export type Letters = { pairs: LetterPairs; beside: ReadonlySet<number> };

const holds = (pairs: LetterPairs, first: string, second: string) =>
  pairs[pairIndex(first.charCodeAt(0), second.charCodeAt(0))] === 1;

/** The readings of a character that a text has the letters for, those of one letter aside. */
export function syllablesIn(char: string, { pairs }: Pick<Letters, 'pairs'>): string[] {
  return readings(char).filter(([first = '', second]) => second !== undefined && holds(pairs, first, second));
}

/**
 * Whether a text with these pairs of letters can hold a name in pinyin or by its initials: each syllable begins with one
 * of the pairs, or each initial forms one with the next. Most names fail this, and need not be spelt at all.
 */
export function canBeSpelt(name: string, pairs: LetterPairs): boolean {
  const isOpen = (char: string | undefined) => char === undefined || /[a-z0-9]/.test(char);
  const chars = [...name];
  const core = [...withoutEnglishEnd(name)];
  const bySyllable = core.every(
    (char) =>
      isOpen(char) ||
      readings(char).some(([first = '', second]) => second === undefined || holds(pairs, first, second)),
  );
  if (bySyllable) return true;
  return chars.every((char, index) => {
    const next = chars[index + 1];
    if (isOpen(char) || next === undefined || isOpen(next)) return true;
    return readings(char).some(([first = '']) => readings(next).some(([second = '']) => holds(pairs, first, second)));
  });
}

/** What is left of a name without the longest end that has an English word. */
function withoutEnglishEnd(name: string): string {
  const ends = Object.keys(ENGLISH_ENDS).filter((end) => name.endsWith(end) && name.length > end.length);
  return name.slice(0, name.length - Math.max(0, ...ends.map(({ length }) => length)));
}

function combine(name: string, lettersOf: (char: string) => string[]): string[] {
  let spellings = [''];
  for (const char of name) {
    const letters = /[a-z0-9]/.test(char) ? [char] : lettersOf(char);
    spellings = spellings.flatMap((start) => letters.map((end) => start + end)).slice(0, MOST_SPELLINGS);
  }
  return [...new Set(spellings)].filter((spelling) => spelling !== '');
}

/** Words for kinds of road and home as they stand in English addresses. */
export const ENGLISH_ENDS: Readonly<Record<string, readonly string[]>> = {
  大道: ['avenue', 'ave', 'boulevard', 'blvd', 'road'],
  大街: ['street', 'avenue'],
  路: ['road', 'rd', 'avenue', 'ave'],
  街: ['street', 'st'],
  巷: ['lane', 'alley'],
  弄: ['lane'],
  里: ['lane'],
  胡同: ['hutong', 'alley', 'lane'],
  小区: ['community', 'compound', 'residence'],
  社区: ['community'],
  花园: ['garden', 'gardens'],
  家园: ['garden', 'homes'],
  公寓: ['apartment', 'apartments'],
  大厦: ['building', 'mansion', 'tower'],
  广场: ['plaza', 'square'],
  村: ['village'],
  苑: ['garden', 'court'],
};
