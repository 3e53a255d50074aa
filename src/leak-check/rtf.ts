import { fromGb18030 } from './encodings';

const TOKEN = /\\u(-?\d{1,5}) ?|\\'([0-9a-fA-F]{2})|\\([a-zA-Z]+)(-?\d+)? ?|\\[^a-zA-Z]|([{}])|[\r\n]+|([^\\{}\r\n]+)/g;

/** Code pages of Chinese and Japanese that are not GBK. */
const DECODERS: Record<string, (bytes: Buffer) => string> = {
  932: (bytes) => new TextDecoder('shift_jis').decode(bytes),
  950: (bytes) => new TextDecoder('big5').decode(bytes),
  65001: (bytes) => bytes.toString(),
};

/**
 * The text of an RTF file, hidden and deleted text, properties and the hexadecimal data of pictures and objects included.
 * Behind a character in Unicode stand the bytes for programs that do not know it: they would double every letter.
 */
export function rtfText(bytes: Buffer): string {
  const source = bytes.toString('latin1');
  const decode = DECODERS[/\\ansicpg(\d+)/.exec(source)?.[1] ?? ''] ?? fromGb18030;
  let text = '';
  let pending = '';
  let fallback = 1;
  let skip = 0;
  const outer: number[] = [];
  const flush = () => {
    if (pending !== '') text += decode(Buffer.from(pending, 'latin1'));
    pending = '';
  };
  // Half of a letter may be written as a plain one: bytes are put together before they are decoded.
  const add = (run: string) => {
    pending += run.slice(skip);
    skip = Math.max(0, skip - run.length);
  };
  for (const [, unit, quoted, word, number, brace, plain] of source.matchAll(TOKEN)) {
    if (quoted !== undefined) add(String.fromCharCode(Number.parseInt(quoted, 16)));
    else if (plain !== undefined) add(plain);
    else if (brace === '{') outer.push(fallback);
    else if (brace === '}') {
      fallback = outer.pop() ?? fallback;
      skip = 0;
    } else if (unit !== undefined) {
      flush();
      text += String.fromCharCode(Number(unit) & 0xffff);
      skip = fallback;
    } else if (word === 'uc') fallback = Number(number ?? 1);
    else if (word === 'par' || word === 'cell' || word === 'line') {
      flush();
      text += '\n';
    }
  }
  flush();
  return text;
}
