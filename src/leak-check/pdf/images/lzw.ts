import { unreadable } from '../../unreadable';

const CLEAR = 256;
const END = 257;
const FIRST = 258;
const MAX_CODES = 4096;

/**
 * Undoes LZW (ISO 32000-1, 7.4.4).
 * @param early 1 when codes grow one code early, as they do by default
 * @returns the data and how many bytes of the input it took
 * @throws AppError LEAK_DETECTED for codes that mean nothing and for results longer than `maxLength`
 */
export function decodeLzw(
  data: Buffer,
  { early, maxLength }: { early: number; maxLength: number },
): { data: Buffer; used: number } {
  const chunks: Buffer[] = [];
  let table: Buffer[] = [];
  let previous: Buffer | undefined;
  let width = 9;
  let length = 0;
  let bits = 0;
  let held = 0;
  for (const [index, byte] of data.entries()) {
    bits = (bits << 8) | byte;
    held += 8;
    if (held < width) continue;
    held -= width;
    const code = (bits >> held) & ((1 << width) - 1);
    bits &= (1 << held) - 1;
    if (code === END) return { data: Buffer.concat(chunks), used: index + 1 };
    if (code === CLEAR) {
      table = [];
      previous = undefined;
      width = 9;
      continue;
    }
    const entry =
      code < CLEAR ? Buffer.from([code]) : (table[code - FIRST] ?? repeated(previous, code - FIRST === table.length));
    if (previous !== undefined && table.length + FIRST < MAX_CODES) {
      table.push(Buffer.concat([previous, entry.subarray(0, 1)]));
    }
    const size = table.length + FIRST + early;
    width = size >= 2048 ? 12 : size >= 1024 ? 11 : size >= 512 ? 10 : 9;
    length += entry.length;
    if (length > maxLength) throw unreadable('a PDF stream in LZW is too long', 'excessive');
    chunks.push(entry);
    previous = entry;
  }
  return { data: Buffer.concat(chunks), used: data.length };
}

/** The code that is only just being defined: what came before, and its first byte once more. */
function repeated(previous: Buffer | undefined, isNext: boolean): Buffer {
  if (previous === undefined || !isNext) throw unreadable('a PDF stream in LZW');
  return Buffer.concat([previous, previous.subarray(0, 1)]);
}
