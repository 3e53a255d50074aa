import { ideographRuns } from './byte-runs';
import { byteAt } from './bytes';
import { fromMarked, fromUtf8 } from './encodings';
import { utf16Runs } from './utf16-runs';

/** Names, addresses for mail and telephone numbers in binary data; shorter runs and other signs are noise. */
const PLAIN_WORDS = /[\w@.+() -]{6,}/g;

/** In the data of pictures and fonts short words are chance; a mobile number, a mailbox or a road in letters is longer. */
const MIN_OPAQUE_WORD = 10;
/** Every telephone and identity number has a 0 or a 1; the outlines of glyphs are full of other digits. */
const IS_WORD = /^(?=.*[01]).*\d(?:-?\d){9}|[A-Za-z]{6}|\w@\w/;

export type LooseOptions = {
  /** Leave out runs without a Chinese character: for syntax that is read properly elsewhere. */
  chineseOnly?: boolean;
  /** The data of a picture or a font, where most of what looks like text is none. */
  isOpaque?: boolean;
};

/**
 * What a search tool finds in bytes of unknown kind: the whole text when they are text, otherwise every run that looks
 * like UTF-8, UTF-16 or GBK.
 */
export function looseText(bytes: Buffer, { chineseOnly = false, isOpaque = false }: LooseOptions = {}): string {
  const marked = fromMarked(bytes);
  if (marked !== undefined) return marked;
  if (!chineseOnly && !isOpaque && !bytes.includes(0)) {
    const text = fromUtf8(bytes);
    if (text !== undefined) return text;
  }
  const runs = [...ideographRuns(bytes), ...utf16Runs(bytes, { isOpaque })];
  if (isOpaque) runs.push(...longWords(bytes));
  else if (!chineseOnly) runs.push(...(bytes.toString('latin1').match(PLAIN_WORDS) ?? []));
  return runs.join('\n');
}

const IN_WORD = new Uint8Array(256);
for (const char of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_@.+()-')
  IN_WORD[char.charCodeAt(0)] = 1;

/** Looks at every tenth byte only: a word of ten covers one of them. */
function longWords(bytes: Buffer): string[] {
  const words: string[] = [];
  for (let at = MIN_OPAQUE_WORD - 1; at < bytes.length; at += MIN_OPAQUE_WORD) {
    if (IN_WORD[bytes[at] as number] === 0) continue;
    let start = at;
    while (start > 0 && IN_WORD[byteAt(bytes, start - 1)] === 1) start -= 1;
    while (IN_WORD[byteAt(bytes, at + 1)] === 1) at += 1;
    if (at + 1 - start < MIN_OPAQUE_WORD) continue;
    const word = bytes.toString('latin1', start, at + 1);
    if (IS_WORD.test(word)) words.push(word);
  }
  return words;
}
