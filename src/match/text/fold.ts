import { simplify } from './traditional';
import { DAILY_FORMS, RARE_FORMS } from './variant-characters';

/** What stands between two significant characters, as a set of bits. */
export const GAP = { space: 1, cell: 2, dash: 4, mark: 8, stop: 16, hash: 32, mask: 64 } as const;

/** Kept: letters, digits and ideographs. Everything else separates nothing when facts are compared. */
const SIGNIFICANT = /[\p{L}\p{N}]/u;
const DIGIT = /\p{Nd}/u;
/** Signs that are not drawn. Fillers of Korean syllables are among them, although Unicode counts them as letters. */
const INVISIBLE = /[\p{M}\p{Cf}\p{Cs}\p{Cn}\p{Co}\p{Default_Ignorable_Code_Point}]/u;
const FILLER = /\p{Default_Ignorable_Code_Point}/u;

const daily = new Map([...RARE_FORMS].map((char, index) => [char, [...DAILY_FORMS][index] ?? char]));

/** Digits that Unicode does not fold: negative circled, double circled, and the numerals of merchants. */
const DIGIT_ROWS: readonly (readonly [number, number, number])[] = [
  [0x2776, 0x277f, 1],
  [0x2780, 0x2789, 1],
  [0x278a, 0x2793, 1],
  [0x24eb, 0x24f4, 11],
  [0x24f5, 0x24fe, 1],
  [0x24ff, 0x24ff, 0],
  [0x3021, 0x3029, 1],
  // Roman numerals count storeys and buildings; folded as letters they would read as II.
  [0x2160, 0x216b, 1],
  [0x2170, 0x217b, 1],
];

function digitsOf(code: number): string | undefined {
  const row = DIGIT_ROWS.find(([first, last]) => code >= first && code <= last);
  if (row !== undefined) return String(code - row[0] + row[2]);
  if (code < 0x80 || !DIGIT.test(String.fromCodePoint(code))) return undefined;
  // Decimal digits stand in rows of ten without gaps.
  let first = code;
  while (DIGIT.test(String.fromCodePoint(first - 1))) first -= 1;
  return String((code - first) % 10);
}

/** The spelling of one character in which texts are compared; empty when it is not significant. */
function foldCharacter(char: string): string {
  const digits = digitsOf(char.codePointAt(0) ?? 0);
  if (digits !== undefined) return digits;
  if (char === '〇') return '零';
  // 十八杠三杠五零二: how a dash is read out.
  if (char === '杠') return '';
  if (char === '🔟') return '10';
  if (FILLER.test(char)) return '';
  const base = daily.get(char) ?? char;
  let folded = '';
  for (const one of base.normalize('NFKC').toLowerCase()) {
    if (!SIGNIFICANT.test(one)) continue;
    // Tone marks go; ü is typed as v. Fonts for pinyin have a and g of their own.
    const plain = one
      .normalize('NFD')
      .replace(/^u\u0308.*/su, 'v')
      .replace('ɑ', 'a')
      .replace('ɡ', 'g');
    const letter = /^[a-z]/.test(plain) ? plain.charAt(0) : one;
    folded += simplify(daily.get(letter) ?? letter);
  }
  return folded;
}

const GAP_CHARACTERS: readonly (readonly [number, RegExp])[] = [
  [GAP.cell, /[\n\r\t\v\f\u2028\u2029|｜│┃¦]/u],
  [GAP.mask, /[*＊×✕✖■□▇█▉▓▒░●○◯◆◇▲△_＿…⋯]/u],
  [GAP.hash, /[#＃﹟]/u],
  [GAP.stop, /[。．！!？?；;｡]/u],
  // Dots in the middle of the line are put between all characters by some: 幸·福·路·8·8·号.
  [GAP.dash, /[杠\p{Pd}/／~～﹣－ｰ−_＿·•・‧∙･⋅˙]/u],
  [GAP.space, /[\s\p{Z}]/u],
];

function gapOf(char: string): number {
  let bits = INVISIBLE.test(char) ? GAP.space : 0;
  for (const [bit, pattern] of GAP_CHARACTERS) if (pattern.test(char)) bits |= bit;
  return bits === 0 ? GAP.mark : bits;
}

/** Either what a character reads as, or what kind of gap it leaves. */
export type Folded = { codes: readonly number[]; gap: number };

const known = new Map<string, Folded>();
/** Many times what papers are written with: a text of all the characters there are would fill the memory for good. */
const MOST_KNOWN = 50_000;

/** Folds one character (a code point, or a lone surrogate): width, case, traditional and odd forms, digits. */
export function fold(char: string): Folded {
  const cached = known.get(char);
  if (cached !== undefined) return cached;
  const folded = foldCharacter(char);
  const codes = Array.from({ length: folded.length }, (_, index) => folded.charCodeAt(index));
  const result = { codes, gap: codes.length === 0 ? gapOf(char) : 0 };
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(char, result);
  return result;
}
