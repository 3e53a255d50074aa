import { isAscii } from 'node:buffer';
import { ideographRuns } from './byte-runs';
import { fromMarked, fromUtf8 } from './encodings';
import { utf16Runs } from './utf16-runs';

/**
 * Names, addresses for mail and telephone numbers in binary data; shorter runs and other signs are noise. Written as `{6,}` it
 * overflows the stack of regular expressions on some megabytes.
 */
const PLAIN_WORDS = /[\w@.+() -]{6}[\w@.+() -]*/g;

/** In the data of pictures and fonts short words are chance; a mobile number, a mailbox or a road in letters is longer. */
const MIN_OPAQUE_WORD = 10;
/** Every telephone and identity number has a 0 or a 1; the outlines of glyphs are full of other digits. */
const IS_WORD = /^(?=.*[01]).*\d(?:-?\d){9}|[A-Za-z]{6}|\w@\w/;

export type LooseOptions = {
  /** Leave out runs without a Chinese character: for syntax that is read properly elsewhere. */
  chineseOnly?: boolean;
  /** The data of a picture or a font, where most of what looks like text is none. */
  isOpaque?: boolean;
  /** A file that somebody put in: data of unknown kind that look packed are refused. */
  isAdded?: boolean;
};

/**
 * What a search tool finds in bytes of unknown kind: the whole text when they are text, otherwise every run that looks
 * like UTF-8, UTF-16 or GBK.
 */
export function looseText(bytes: Buffer, { chineseOnly = false, isOpaque = false }: LooseOptions = {}): string {
  const marked = fromMarked(bytes);
  if (marked !== undefined) return marked;
  // Syntax, mostly: no encoding can make more of it.
  if (!isOpaque && isAscii(bytes) && !bytes.includes(0)) return chineseOnly ? '' : bytes.toString('latin1');
  if (!chineseOnly && !isOpaque && !bytes.includes(0)) {
    const text = fromUtf8(bytes);
    if (text !== undefined) return text;
  }
  const runs = [...ideographRuns(bytes), ...utf16Runs(bytes, { isOpaque })];
  // The lines of a picture that shades off evenly are all alike.
  if (isOpaque) return [...new Set([...runs, ...longWords(bytes)])].map(withoutRepeats).join('\n');
  if (!chineseOnly) runs.push(...(bytes.toString('latin1').match(PLAIN_WORDS) ?? []));
  return runs.join('\n');
}

/** An area of one colour looks like one letter, over and over. */
const REPEATED = /(.)\1{15}\1*/gsu;

function withoutRepeats(run: string): string {
  return run.length < 16 ? run : run.replace(REPEATED, '$1');
}

const [SIGN, DIGIT, LETTER] = [1, 2, 3];
const IN_WORD = new Uint8Array(256);
for (const char of '_@.+()-') IN_WORD[char.charCodeAt(0)] = SIGN;
for (const char of '0123456789') IN_WORD[char.charCodeAt(0)] = DIGIT;
for (const char of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz') IN_WORD[char.charCodeAt(0)] = LETTER;

/** Looks at every tenth byte only: a word of ten covers one of them. */
function longWords(bytes: Buffer): string[] {
  const words: string[] = [];
  for (let at = MIN_OPAQUE_WORD - 1; at < bytes.length; at += MIN_OPAQUE_WORD) {
    if (IN_WORD[bytes[at] as number] === 0) continue;
    let start = at;
    while (start > 0 && IN_WORD[bytes[start - 1] as number] !== 0) start -= 1;
    while (at + 1 < bytes.length && IN_WORD[bytes[at + 1] as number] !== 0) at += 1;
    if (at + 1 - start < MIN_OPAQUE_WORD || !mayBeWord(bytes, start, at + 1)) continue;
    const word = bytes.toString('latin1', start, at + 1);
    if (IS_WORD.test(word)) words.push(word);
  }
  return words;
}

/** Whether there is enough of what `IS_WORD` asks for. Outlines are full of digits that are no 0 and no 1. */
function mayBeWord(bytes: Buffer, start: number, end: number): boolean {
  let letters = 0;
  let digits = 0;
  let isNumber = false;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] as number;
    const kind = IN_WORD[byte];
    letters = kind === LETTER ? letters + 1 : 0;
    if (letters === 6 || byte === 0x40) return true;
    if (kind === DIGIT) digits += 1;
    isNumber ||= byte === 0x30 || byte === 0x31;
  }
  return isNumber && digits >= 10;
}
