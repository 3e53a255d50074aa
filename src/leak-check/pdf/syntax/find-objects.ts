import { byteAt } from '../../bytes/bytes';
import { isWhite } from './tokens';

/** Where the value of an object begins. `id` is -1 for trailers and objects without a number. */
export type Position = { id: number; at: number };

/**
 * Every `obj` and `trailer` from the first byte to the last, those inside packed data included. Without a number before
 * them, the letters of a longer word, such as `object` in a remark, are none.
 */
export function findPositions(bytes: Buffer): { certain: Position[]; unnumbered: Position[] } {
  const certain: Position[] = [];
  const unnumbered: Position[] = [];
  for (let at = bytes.indexOf('obj'); at !== -1; at = bytes.indexOf('obj', at + 3)) {
    if (isLetter(byteAt(bytes, at - 1))) continue;
    const number = objectNumber(bytes, at);
    if (number === undefined && isLetter(byteAt(bytes, at + 3))) continue;
    const isFew = unnumbered.length < MOST_REMARKED;
    const id = number ?? (isFew ? remarkedNumber(bytes, at) : undefined);
    (id === undefined ? unnumbered : certain).push({ id: id ?? -1, at: at + 3 });
  }
  for (let at = bytes.indexOf('trailer'); at !== -1; at = bytes.indexOf('trailer', at + 7)) {
    certain.push({ id: -1, at: at + 7 });
  }
  return { certain, unnumbered };
}

/** The first of the two numbers before `obj`, however many blanks and zeros there are. */
function objectNumber(bytes: Buffer, at: number): number | undefined {
  const generation = skipBack(bytes, at, isWhite);
  const blank = skipBack(bytes, generation, isDigit);
  const end = skipBack(bytes, blank, isWhite);
  const start = skipBack(bytes, end, isDigit);
  if (blank === generation || end === blank || start === end) return undefined;
  return Number(bytes.toString('latin1', start, end));
}

/** More headers than this without a number are chance or an attack. */
const MOST_REMARKED = 200;
const LONGEST_HEADER = 256;
const REMARKED = /(\d{1,10})(?:\s|%[^\r\n]*[\r\n])+\d{1,10}(?:\s|%[^\r\n]*[\r\n])*$/;

/** The same where a remark stands between the numbers, as in `12 % remark`, a line break, `0 obj`. */
function remarkedNumber(bytes: Buffer, at: number): number | undefined {
  const header = bytes.toString('latin1', Math.max(0, at - LONGEST_HEADER), at);
  const id = header.includes('%') ? REMARKED.exec(header)?.[1] : undefined;
  return id === undefined ? undefined : Number(id);
}

/** No byte is passed over twice from two places of `obj`: what it passes over ends right there. */
function skipBack(bytes: Buffer, end: number, isPart: (byte: number | undefined) => boolean): number {
  let at = end;
  while (at > 0 && isPart(bytes[at - 1])) at -= 1;
  return at;
}

const isLetter = (byte: number) => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;

const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 0x30 && byte <= 0x39;
