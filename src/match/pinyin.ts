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

/** Every way to write a name in Latin letters, without spaces and tones; none when a character has no reading. */
export function pinyinOf(name: string): string[] {
  return combine(name, readings);
}

/** The first letters of a name's syllables. */
export function initialsOf(name: string): string[] {
  return combine(name, (char) => [...new Set(readings(char).map((syllable) => syllable.charAt(0)))]);
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
