import { fromGb18030 } from '../bytes/encodings';
import { unreadable } from '../unreadable';

const TOKEN = /\\u(-?\d{1,5}) ?|\\'([0-9a-fA-F]{2})|\\([a-zA-Z]+)(-?\d+)? ?|\\[^a-zA-Z]|([{}])|[\r\n]+|([^\\{}\r\n]+)/g;

/** Code pages of Chinese and Japanese that are not GBK. */
const DECODERS: Record<string, (bytes: Buffer) => string> = {
  932: (bytes) => new TextDecoder('shift_jis').decode(bytes),
  950: (bytes) => new TextDecoder('big5').decode(bytes),
  65001: (bytes) => bytes.toString(),
};

/** What an RTF file holds: its text, `shown` without what programs may leave out; raw data inside it, and whether it has pictures in other formats than PNG and JPEG. */
export type RichText = { text: string; shown: string; files: Buffer[]; hasOtherPictures: boolean };

/** The pictures of metafiles and bitmaps (Rich Text Format 1.9.1, "Pictures"). */
const OTHER_PICTURE = /\\(?:emfblip|wmetafile|macpict|pmmetafile|dibitmap|wbitmap)/;

/**
 * Takes an RTF file apart.
 * @throws AppError LEAK_DETECTED for more data than a document can need
 */
export function readRichText(bytes: Buffer): RichText {
  const { source, files } = withoutRawData(bytes);
  return { ...rtfText(source), files, hasOtherPictures: OTHER_PICTURE.test(source) };
}

/** `\bin` and a number: so many bytes follow as they are. */
const RAW_DATA = /\\bin(\d{1,9}) ?/g;

/** More than this in one file are an attack; each is looked at by itself. */
const MAX_FILES = 64;

function withoutRawData(bytes: Buffer): { source: string; files: Buffer[] } {
  const source = bytes.toString('latin1');
  const kept: string[] = [];
  const files: Buffer[] = [];
  let from = 0;
  for (const { 0: word, 1: length, index } of source.matchAll(RAW_DATA)) {
    if (index < from || Number(length) === 0) continue;
    const start = index + word.length;
    kept.push(source.slice(from, start));
    from = start + Number(length);
    files.push(bytes.subarray(start, from));
    if (files.length > MAX_FILES) throw unreadable('more data in an RTF file than a document can need', 'excessive');
  }
  return { source: kept.join('') + source.slice(from), files };
}

/**
 * The text of an RTF file, hidden and deleted text, properties and the hexadecimal data of pictures and objects included.
 * Behind a character in Unicode stand the bytes for programs that do not know it: they would double every letter. The second
 * text is without the groups that programs leave out when they do not know them: bookmarks and notes stand between words.
 */
function rtfText(source: string): Pick<RichText, 'text' | 'shown'> {
  const decode = DECODERS[/\\ansicpg(\d+)/.exec(source)?.[1] ?? ''] ?? fromGb18030;
  let text = '';
  let shown = '';
  let pending = '';
  let fallback = 1;
  let skip = 0;
  let isLeftOut = false;
  const outer: { fallback: number; isLeftOut: boolean }[] = [];
  const write = (letters: string) => {
    text += letters;
    if (!isLeftOut) shown += letters;
  };
  const flush = () => {
    if (pending !== '') write(decode(Buffer.from(pending, 'latin1')));
    pending = '';
  };
  // Half of a letter may be written as a plain one: bytes are put together before they are decoded.
  const add = (run: string) => {
    pending += run.slice(skip);
    skip = Math.max(0, skip - run.length);
  };
  for (const [token, unit, quoted, word, number, brace, plain] of source.matchAll(TOKEN)) {
    if (quoted !== undefined) add(String.fromCharCode(Number.parseInt(quoted, 16)));
    else if (plain !== undefined) add(plain);
    else if (token === '\\*') {
      flush();
      isLeftOut = true;
    } else if (brace === '{') outer.push({ fallback, isLeftOut });
    else if (brace === '}') {
      const before = outer.pop();
      if (isLeftOut) flush();
      fallback = before?.fallback ?? fallback;
      isLeftOut = before?.isLeftOut ?? false;
      skip = 0;
    } else if (unit !== undefined) {
      flush();
      write(String.fromCharCode(Number(unit) & 0xffff));
      skip = fallback;
    } else if (word === 'uc') fallback = Number(number ?? 1);
    else if (word === 'par' || word === 'cell' || word === 'line') {
      flush();
      write('\n');
    }
  }
  flush();
  return { text, shown };
}
