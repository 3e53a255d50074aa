/** Text that ends a sentence: a full stop is added where the writer of a field left it out. */
export function asSentence(text: string): string {
  const bare = chinesePunctuation(text).trimEnd();
  return /[。！？]["”’）]?$/.test(bare) ? bare : `${bare.replace(/(?<![，；：、.])[，；：、.]+$/, '')}。`;
}

/** Text without the punctuation at its end, to be built into a sentence. */
export function asPhrase(text: string): string {
  return chinesePunctuation(text)
    .trim()
    .replace(/(?<![。；，、：.])[。；，、：.]+$/, '');
}

const FULL_WIDTH: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？' };

/** Marks typed in English mode: after a Han character, or before one where no figure or Latin text goes on. */
const AFTER_HAN = /(?<=[\p{Script=Han}”’）》〕])[ \t]*([,;:!?])[ \t]*/gu;
const BEFORE_HAN = /(?<=[0-9A-Za-z%])([,;!?])[ \t]*(?=[\p{Script=Han}“《（])/gu;
/** Only at the end of a paragraph: between characters it may be the dot of a name. */
const STOP = /(?<=[\p{Script=Han}”’）》〕])\.(?=\s*$)/gmu;
const BRACKETS = /\(([^()\n]*)\)(?=(\p{Script=Han}?))/gu;
const QUOTES = /"([^"\n]*)"/gu;
const HAN = /\p{Script=Han}/u;
const YEAR = /^\d{4}$/;

/** Around Han characters, and around the year of a case number. */
function bracketed(whole: string, inside: string, next: string): string {
  return HAN.test(inside) || (YEAR.test(inside) && next !== '') ? `（${inside}）` : whole;
}

/**
 * Chinese text with Chinese marks (GB/T 15834-2011): half-width ones, and a mark that was typed twice, are put right.
 * Figures, times and Latin text keep theirs.
 */
export function chinesePunctuation(text: string): string {
  const wide = (_: string, mark: string) => FULL_WIDTH[mark] ?? mark;
  return text
    .replace(QUOTES, (whole: string, quoted: string) => (HAN.test(quoted) ? `“${quoted}”` : whole))
    .replace(BRACKETS, bracketed)
    .replace(AFTER_HAN, wide)
    .replace(BEFORE_HAN, wide)
    .replace(STOP, '。')
    .replace(/([，。；：、])\1+/g, '$1')
    .replace(/[，；、](?=[。；])/g, '');
}
