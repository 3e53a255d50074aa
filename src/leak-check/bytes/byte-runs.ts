import { byteAt } from './bytes';
import { fromGb18030 } from './encodings';

const isPrintable = (byte: number) => byte >= 0x20 && byte <= 0x7e;
const isContinuation = (byte: number | undefined) => byte !== undefined && (byte & 0xc0) === 0x80;

/**
 * Runs that look like UTF-8 with at least two ideographs, then those that look like GB 2312 with at least three, each
 * with the plain letters before it. Every ideograph of both begins with two bytes from 0x80 on: what lies between such
 * pairs is skipped, every second byte unseen, which takes a third of the time of two regular expressions.
 */
export function ideographRuns(bytes: Buffer): string[] {
  const utf8: string[] = [];
  const gbk: string[] = [];
  let utf8From = 0;
  let gbkFrom = 0;
  for (let at = nextPair(bytes, 0); at !== -1; at = nextPair(bytes, at + 1)) {
    if (at >= utf8From && isUtf8Ideograph(bytes, at)) {
      const end = utf8End(bytes, at);
      if (end - at >= LEAST && utf8Ideographs(bytes, at, end) >= 2)
        utf8.push(bytes.toString('utf8', startOf(bytes, at), end));
      utf8From = Math.max(end, at + 1);
    }
    if (at >= gbkFrom && isGbkPair(bytes, at)) {
      const end = gbkEnd(bytes, at);
      if (end - at >= LEAST && gbkIdeographs(bytes, at, end) >= 3)
        gbk.push(fromGb18030(bytes.subarray(startOf(bytes, at), end)));
      // A pair that nothing follows may be the halves of two others.
      gbkFrom = end === at + 2 ? at + 1 : end;
    }
  }
  return [...utf8, ...gbk];
}

/** Two ideographs in UTF-8, three in GB 2312: nearly all runs in a font are shorter. */
const LEAST = 6;

/** Where the next two bytes from 0x80 on begin; -1 when there are none. One of any two neighbours is looked at. */
function nextPair(bytes: Buffer, from: number): number {
  for (let at = from + 1; at < bytes.length; at += 2) {
    if ((bytes[at] as number) < 0x80) continue;
    if (byteAt(bytes, at - 1) >= 0x80) return at - 1;
    if (byteAt(bytes, at + 1) >= 0x80) return at;
  }
  return -1;
}

/** Letters, digits and signs before a run belong to it. */
function startOf(bytes: Buffer, at: number): number {
  let start = at;
  while (start > 0 && isPrintable(byteAt(bytes, start - 1))) start -= 1;
  return start;
}

/** The ideographs of the basic plane and of those beyond. */
function isUtf8Ideograph(bytes: Buffer, at: number): boolean {
  const first = byteAt(bytes, at);
  const second = byteAt(bytes, at + 1);
  const isLead = (first >= 0xe3 && first <= 0xe9) || (first === 0xf0 && second >= 0xa0);
  return isLead && isContinuation(second) && isContinuation(bytes[at + 2]);
}

function utf8End(bytes: Buffer, at: number): number {
  let end = at;
  for (let length = utf8Length(bytes, end); length > 0; length = utf8Length(bytes, end)) end += length;
  return end;
}

/** Half of the random byte pairs would pass as two-byte letters; ideographs take three bytes or four. */
function utf8Ideographs(bytes: Buffer, at: number, end: number): number {
  let ideographs = 0;
  for (let index = at; index < end; index += 1) if (byteAt(bytes, index) >= 0xe0) ideographs += 1;
  return ideographs;
}

/** Length of the UTF-8 sequence at `index`; 0 when there is none. */
function utf8Length(bytes: Buffer, index: number): number {
  const byte = byteAt(bytes, index);
  if (isPrintable(byte)) return 1;
  const length =
    byte >= 0xf0 && byte <= 0xf4 ? 4 : byte >= 0xe0 && byte < 0xf0 ? 3 : byte >= 0xc2 && byte < 0xe0 ? 2 : 0;
  for (let next = 1; next < length; next += 1) if (!isContinuation(bytes[index + next])) return 0;
  return length;
}

/** A sign or an ideograph of GB 2312. */
function isGbkPair(bytes: Buffer, at: number): boolean {
  const first = byteAt(bytes, at);
  const second = byteAt(bytes, at + 1);
  return first >= 0xa1 && first <= 0xf7 && second >= 0xa1 && second <= 0xfe;
}

/** GB 2312 ideographs, with letters, digits and signs between. */
function gbkEnd(bytes: Buffer, at: number): number {
  let end = at;
  while (end < bytes.length) {
    if (isGbkPair(bytes, end)) end += 2;
    else if (isPrintable(byteAt(bytes, end))) end += 1;
    else break;
  }
  return end;
}

/** Three in a row are rarely chance. */
function gbkIdeographs(bytes: Buffer, at: number, end: number): number {
  let ideographs = 0;
  for (let index = at; index < end; index += 1) {
    if (byteAt(bytes, index) < 0x80) continue;
    if (byteAt(bytes, index) >= 0xb0) ideographs += 1;
    index += 1;
  }
  return ideographs;
}
