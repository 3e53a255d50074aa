import { byteAt } from './bytes';
import { fromGb18030, fromMarked, fromUtf8 } from './encodings';
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
  const latin = bytes.toString('latin1');
  const runs = [...utf8Runs(bytes, latin), ...gbkRuns(bytes, latin), ...utf16Runs(bytes, { isOpaque })];
  if (isOpaque) runs.push(...longWords(bytes, latin));
  else if (!chineseOnly) runs.push(...(latin.match(PLAIN_WORDS) ?? []));
  return runs.join('\n');
}

const IN_WORD = new Uint8Array(256);
for (const char of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_@.+()-')
  IN_WORD[char.charCodeAt(0)] = 1;

/** Looks at every tenth byte only: a word of ten covers one of them. */
function longWords(bytes: Buffer, latin: string): string[] {
  const words: string[] = [];
  for (let at = MIN_OPAQUE_WORD - 1; at < bytes.length; at += MIN_OPAQUE_WORD) {
    if (IN_WORD[byteAt(bytes, at)] === 0) continue;
    let start = at;
    while (start > 0 && IN_WORD[byteAt(bytes, start - 1)] === 1) start -= 1;
    while (IN_WORD[byteAt(bytes, at + 1)] === 1) at += 1;
    const word = latin.slice(start, at + 1);
    if (word.length >= MIN_OPAQUE_WORD && IS_WORD.test(word)) words.push(word);
  }
  return words;
}

const isPrintable = (byte: number) => byte >= 0x20 && byte <= 0x7e;
const isContinuation = (byte: number | undefined) => byte !== undefined && (byte & 0xc0) === 0x80;

/** Length of the UTF-8 sequence at `index`; 0 when there is none. */
function utf8Length(bytes: Buffer, index: number): number {
  const byte = byteAt(bytes, index);
  if (isPrintable(byte)) return 1;
  const length =
    byte >= 0xf0 && byte <= 0xf4 ? 4 : byte >= 0xe0 && byte < 0xf0 ? 3 : byte >= 0xc2 && byte < 0xe0 ? 2 : 0;
  for (let next = 1; next < length; next += 1) if (!isContinuation(bytes[index + next])) return 0;
  return length;
}

/** The ideographs of the basic plane and of those beyond, as a fast engine finds them. */
const UTF8_IDEOGRAPH = /[\xe3-\xe9][\x80-\xbf]{2}|\xf0[\xa0-\xbf][\x80-\xbf]{2}/g;

/** Half of the random byte pairs would pass as two-byte letters; ideographs take three bytes or four. */
function utf8Runs(bytes: Buffer, latin: string): string[] {
  const runs: string[] = [];
  UTF8_IDEOGRAPH.lastIndex = 0;
  for (let hit = UTF8_IDEOGRAPH.exec(latin); hit !== null; hit = UTF8_IDEOGRAPH.exec(latin)) {
    let start = hit.index;
    while (start > 0 && isPrintable(byteAt(bytes, start - 1))) start -= 1;
    let end = hit.index;
    let ideographs = 0;
    for (let length = utf8Length(bytes, end); length > 0; length = utf8Length(bytes, end)) {
      if (length > 2) ideographs += 1;
      end += length;
    }
    if (ideographs >= 2) runs.push(bytes.toString('utf8', start, end));
    UTF8_IDEOGRAPH.lastIndex = Math.max(end, hit.index + 1);
  }
  return runs;
}

/** GB 2312 ideographs, with letters, digits and signs between; three in a row are rarely chance. */
const GBK_RUN = /(?:[\xa1-\xf7][\xa1-\xfe])(?:[\xa1-\xf7][\xa1-\xfe]|[\x20-\x7e])+/g;
const GBK_PAIR = /[\xa1-\xf7][\xa1-\xfe]/g;

function gbkRuns(bytes: Buffer, latin: string): string[] {
  const runs: string[] = [];
  GBK_RUN.lastIndex = 0;
  for (let hit = GBK_RUN.exec(latin); hit !== null; hit = GBK_RUN.exec(latin)) {
    const [run] = hit;
    const ideographs = [...run.matchAll(GBK_PAIR)].filter(([pair]) => pair >= '\xb0').length;
    if (ideographs < 3) continue;
    let start = hit.index;
    while (start > 0 && isPrintable(byteAt(bytes, start - 1))) start -= 1;
    runs.push(fromGb18030(bytes.subarray(start, hit.index + run.length)));
  }
  return runs;
}
