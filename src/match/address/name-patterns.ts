import { canBeSpelt, ENGLISH_ENDS, initialsOf, type Letters, pinyinOf } from '../letters/pinyin';
import { isArabicDigit, isChineseNumeral, readNumeral } from '../text/numerals';
import { codesOf } from '../text/units';
import { WEIGHTS } from '../weights';
import type { Address, Name } from './address-fact';
import { mixedWords } from './mixed-words';

/** How a name was written: in characters, in pinyin or English, or by its initials. */
export type Script = 'han' | 'latin' | 'initials';
export type NamePattern = { codes: number[]; name: Name; script: Script };

const DIGITS = [...'零一二三四五六七八九'];
/** A name with several numerals is written in at most so many ways. */
const MOST_VARIANTS = 24;
/** Fewer letters are ordinary words and abbreviations. */
const FEWEST_INITIALS = 3;
const FEWEST_LETTERS = 4;

/** The spellings of an address's names in characters. */
export function hanPatterns({ names }: Address): NamePattern[] {
  return names.flatMap((name) => numeralVariants(name.text).map((codes) => ({ codes, name, script: 'han' as const })));
}

/**
 * The spellings of an address's roads and places with Latin letters.
 * @param letters the letters of the text; what they cannot spell is left out
 */
export function latinPatterns({ names }: Address, letters: Letters): NamePattern[] {
  return names.flatMap((name) => {
    if (name.kind === 'region') return [];
    const text = String.fromCharCode(...codesOf(name.text));
    const mixed = mixedWords(text, letters).map((word) => ({ codes: codesOf(word), name, script: 'latin' as const }));
    if (!canBeSpelt(text, letters.pairs)) return mixed;
    const words = latinWords(text).filter((word) => word.length >= FEWEST_LETTERS);
    const initials = [...text].length < FEWEST_INITIALS ? [] : initialsOf(text);
    return [
      ...mixed,
      ...words.map((word) => ({ codes: codesOf(word), name, script: 'latin' as const })),
      ...initials.map((word) => ({
        codes: codesOf(word),
        name: { ...name, weight: WEIGHTS.initials },
        script: 'initials' as const,
      })),
    ];
  });
}

/** 幸福路 as xingfulu, xingfu路, xingfuroad; tones, spaces and capitals are folded where texts are read. */
function latinWords(text: string): string[] {
  const words = new Set(pinyinOf(text));
  for (const [end, english] of Object.entries(ENGLISH_ENDS)) {
    if (!text.endsWith(end) || text.length <= end.length) continue;
    for (const core of pinyinOf(text.slice(0, -end.length))) {
      words.add(core + end);
      for (const word of english) words.add(core + word);
    }
  }
  return [...words];
}

/** A name with each of its numerals as Arabic digits, as a Chinese number and digit by digit: 五一路 is also 51路. */
function numeralVariants(text: string): number[][] {
  const codes = codesOf(text);
  if (!codes.some(isNumeral)) return [codes];
  const { length } = codes;
  let variants: number[][] = [[]];
  for (let index = 0; index < length; ) {
    let stop = index;
    while (stop < length && isNumeral(codes[stop] ?? 0)) stop += 1;
    const run = codes.slice(index, Math.max(stop, index + 1));
    const spellings = stop > index ? numberSpellings(run) : [run];
    variants = variants.flatMap((start) => spellings.map((end) => [...start, ...end])).slice(0, MOST_VARIANTS);
    index = Math.max(stop, index + 1);
  }
  return variants;
}

const isNumeral = (code: number) => isArabicDigit(code) || isChineseNumeral(code);

function numberSpellings(run: number[]): number[][] {
  const arabic = readNumeral(run);
  const byDigit = [...arabic].map((digit) => DIGITS[Number(digit)] ?? '').join('');
  const counted =
    arabic.length < 2 ? [] : [counting(arabic, DIGITS, SCALES), counting(arabic, CAPITALS, CAPITAL_SCALES)];
  const written = [arabic, byDigit, ...counted].map(codesOf);
  return [run, ...written.filter((one) => one.join() !== run.join())];
}

const SCALES = ['', '十', '百', '千'];
const CAPITALS = [...'零壹贰叁肆伍陆柒捌玖'];
const CAPITAL_SCALES = ['', '拾', '佰', '仟'];

/** 12 as 十二, 20 as 二十, 100 as 一百, 308 as 三百零八. */
function counting(digits: string, words: readonly string[], scales: readonly string[]): string {
  const counted = [...digits].map((digit, index) => {
    const scale = scales[digits.length - 1 - index] ?? '';
    return digit === '0' ? ZERO : (words[Number(digit)] ?? '') + scale;
  });
  return counted.join('').replace(/零+$/, '').replace(/零+/, '零').replace(/^一十/, '十');
}

const ZERO = '零';
