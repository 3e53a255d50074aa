import { fromGb18030, fromMarked, fromUtf8, fromUtf16Be, fromUtf16Le } from './encodings';
import { unreadable } from './unreadable';

/** Files inside files. They are not taken apart: nothing the service makes contains one. */
const CONTAINERS: [name: string, start: string][] = [
  ['PDF', '%PDF-'],
  ['ZIP', 'PK\x03\x04'],
  ['OLE', '\xd0\xcf\x11\xe0'],
  ['gzip', '\x1f\x8b\x08'],
  ['7z', '7z\xbc\xaf'],
  ['RAR', 'Rar!'],
  ['RTF', '{\\rtf'],
  ['MIME', 'MIME-Version'],
];

/** Names, addresses for mail and telephone numbers in binary data; shorter runs and other signs are noise. */
const PLAIN_WORDS = /[A-Za-z0-9@._+() -]{6,}/g;

export type LooseOptions = {
  /** Leave out runs without a Chinese character: for syntax that is read properly elsewhere. */
  chineseOnly?: boolean;
};

/**
 * What a search tool finds in bytes of unknown kind: the whole text when they are text, otherwise every run that looks
 * like UTF-8, UTF-16 or GBK. Pictures are not looked at, only the text stored beside them.
 * @throws AppError LEAK_DETECTED when the bytes are another file that would have to be taken apart
 */
export function looseText(bytes: Buffer, { chineseOnly = false }: LooseOptions = {}): string {
  const head = bytes.toString('latin1', 0, 16);
  const container = CONTAINERS.find(([, start]) => head.startsWith(start));
  if (container !== undefined) throw unreadable(`an embedded ${container[0]} file`);
  const marked = fromMarked(bytes);
  if (marked !== undefined) return marked;
  if (!chineseOnly && !bytes.includes(0)) {
    const text = fromUtf8(bytes);
    if (text !== undefined) return text;
  }
  return [...utf8Runs(bytes, chineseOnly), ...gbkRuns(bytes), ...utf16Runs(bytes)].join('\n');
}

const isPrintable = (byte: number) => byte >= 0x20 && byte <= 0x7e;
const isContinuation = (byte: number) => (byte & 0xc0) === 0x80;

/** Length of the UTF-8 sequence at `index`; 0 when there is none. */
function utf8Length(bytes: Buffer, index: number): number {
  const byte = bytes[index] ?? 0;
  if (isPrintable(byte)) return 1;
  const length = byte >= 0xf0 && byte <= 0xf4 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0;
  if (length === 0 || byte > 0xf4) return 0;
  for (let next = 1; next < length; next += 1) {
    if (!isContinuation(bytes[index + next] ?? 0)) return 0;
  }
  return length;
}

/** Half of the random byte pairs would pass as two-byte letters; ideographs take three bytes or four. */
function utf8Runs(bytes: Buffer, chineseOnly: boolean): string[] {
  const runs: string[] = [];
  for (let index = 0; index < bytes.length; ) {
    const start = index;
    let ideographs = 0;
    for (let length = utf8Length(bytes, index); length > 0; length = utf8Length(bytes, index)) {
      if (length > 2) ideographs += 1;
      index += length;
    }
    if (ideographs >= 2) runs.push(bytes.toString('utf8', start, index));
    else if (!chineseOnly) runs.push(...(bytes.toString('latin1', start, index).match(PLAIN_WORDS) ?? []));
    if (index === start) index += 1;
  }
  return runs;
}

/** GB 2312 ideographs; three in a row are rarely chance. */
function gbkRuns(bytes: Buffer): string[] {
  const runs: string[] = [];
  for (let index = 0; index < bytes.length; ) {
    const start = index;
    let ideographs = 0;
    for (;;) {
      const byte = bytes[index] ?? 0;
      const next = bytes[index + 1] ?? 0;
      if (byte >= 0xa1 && byte <= 0xf7 && next >= 0xa1 && next <= 0xfe) {
        if (byte >= 0xb0) ideographs += 1;
        index += 2;
      } else if (isPrintable(byte)) index += 1;
      else break;
    }
    if (ideographs >= 3) runs.push(fromGb18030(bytes.subarray(start, index)));
    if (index === start) index += 1;
  }
  return runs;
}

const isIdeograph = (unit: number) => unit >= 0x4e00 && unit <= 0x9fff;
const isTextUnit = (unit: number) =>
  isPrintable(unit) || (unit >= 0x3000 && unit <= 0x303f) || (unit >= 0xff01 && unit <= 0xff5e);

type Utf16 = { unitAt(bytes: Buffer, index: number): number; decode(bytes: Buffer): string };

const BYTE_ORDERS: Utf16[] = [
  { unitAt: (bytes, index) => ((bytes[index] ?? 0) << 8) | (bytes[index + 1] ?? 0), decode: fromUtf16Be },
  { unitAt: (bytes, index) => ((bytes[index + 1] ?? 0) << 8) | (bytes[index] ?? 0), decode: fromUtf16Le },
];

/**
 * Both byte orders at both alignments; four units with two ideographs at least. Plain letters read in pairs look like
 * ideographs too, so one unit must be more than a pair of them.
 */
function utf16Runs(bytes: Buffer): string[] {
  return BYTE_ORDERS.flatMap((order) => [0, 1].flatMap((alignment) => alignedRuns(bytes, alignment, order)));
}

function alignedRuns(bytes: Buffer, alignment: number, { unitAt, decode }: Utf16): string[] {
  const runs: string[] = [];
  let start = alignment;
  let ideographs = 0;
  let hasProof = false;
  for (let index = alignment; index <= bytes.length; index += 2) {
    const unit = index + 1 < bytes.length ? unitAt(bytes, index) : 0;
    if (isIdeograph(unit)) ideographs += 1;
    if (isIdeograph(unit) || isTextUnit(unit)) {
      hasProof ||= unit < 0x80 || (unit & 0x8080) !== 0;
      continue;
    }
    if (hasProof && ideographs >= 2 && index - start >= 8) runs.push(decode(bytes.subarray(start, index)));
    start = index + 2;
    ideographs = 0;
    hasProof = false;
  }
  return runs;
}
