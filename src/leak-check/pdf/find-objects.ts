import { byteAt } from '../bytes';
import { isWhite } from './tokens';

/** Where the value of an object begins. `id` is -1 for trailers and objects without a number. */
export type Position = { id: number; at: number };

/** Every `obj` and `trailer` from the first byte to the last, those inside packed data included. */
export function findPositions(bytes: Buffer): { certain: Position[]; unnumbered: Position[] } {
  const certain: Position[] = [];
  const unnumbered: Position[] = [];
  for (let at = bytes.indexOf('obj'); at !== -1; at = bytes.indexOf('obj', at + 3)) {
    const before = byteAt(bytes, at - 1) | 0x20;
    if (before >= 0x61 && before <= 0x7a) continue;
    const isFew = unnumbered.length < MOST_REMARKED;
    const id = objectNumber(bytes, at) ?? (isFew ? remarkedNumber(bytes, at) : undefined);
    (id === undefined ? unnumbered : certain).push({ id: id ?? -1, at: at + 3 });
  }
  for (let at = bytes.indexOf('trailer'); at !== -1; at = bytes.indexOf('trailer', at + 7)) {
    certain.push({ id: -1, at: at + 7 });
  }
  return { certain, unnumbered };
}

const MAX_DIGITS = 10;
const MAX_BLANKS = 32;

/** The first of the two numbers before `obj`. */
function objectNumber(bytes: Buffer, at: number): number | undefined {
  const generation = skipBack(bytes, at, { limit: MAX_BLANKS, isPart: isWhite });
  const blank = skipBack(bytes, generation, { limit: MAX_DIGITS, isPart: isDigit });
  const end = skipBack(bytes, blank, { limit: MAX_BLANKS, isPart: isWhite });
  const start = skipBack(bytes, end, { limit: MAX_DIGITS, isPart: isDigit });
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

type Skip = { limit: number; isPart: (byte: number | undefined) => boolean };

function skipBack(bytes: Buffer, end: number, { limit, isPart }: Skip): number {
  let at = end;
  while (at > 0 && end - at < limit && isPart(bytes[at - 1])) at -= 1;
  return at;
}

const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 0x30 && byte <= 0x39;
