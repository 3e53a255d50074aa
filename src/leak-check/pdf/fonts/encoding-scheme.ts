import type { Budget } from '../../budget';
import { byteAt } from '../../bytes/bytes';
import { fromGb18030, fromUtf16Be } from '../../bytes/encodings';
import { unreadable } from '../../unreadable';
import type { PdfObjects } from '../syntax/object-index';
import { type PdfValue, wordOf } from '../syntax/values';
import { MAX_BASES, readCMap } from './cmap';

/** How the codes of a composite font are told apart, and what they mean as far as the encoding says. */
export type Scheme = {
  lengthAt(codes: Buffer, at: number): number;
  /** The text of a code, in an encoding of characters. */
  read?: (code: Buffer) => string;
  /** The number of a code's glyph, where it is not the code itself. */
  cidOf?: (code: number, length: number) => number | undefined;
};

function decoder(label: string): (code: Buffer) => string {
  const encoding = new TextDecoder(label);
  return (code) => encoding.decode(code);
}

const oneOrTwo = (isLead: (byte: number) => boolean) => (codes: Buffer, at: number) =>
  isLead(byteAt(codes, at)) ? 2 : 1;
const hasHighBit = (byte: number) => byte > 0x80;

const TWO: Scheme = { lengthAt: () => 2 };

/** Predefined CMaps (ISO 32000-1, 9.7.5.2) and those that readers know beside them. */
const NAMED: [name: RegExp, scheme: Scheme][] = [
  [/^Identity-[HV]$/, TWO],
  [/^Uni.*-(?:UCS2|UTF16)-/, { ...TWO, read: fromUtf16Be }],
  [/^Uni.*-UTF8-/, { lengthAt: utf8Length, read: (code) => code.toString('utf8') }],
  [/^Uni.*-UTF32-/, { lengthAt: () => 4, read: (code) => fromUtf16Be(code.subarray(2)) }],
  // Rows and columns of GB 2312 without the high bits.
  [/^GBT?-[HV]$/, { ...TWO, read: (code) => fromGb18030(code.map((byte) => byte | 0x80)) }],
  [/^GB.*-[HV]$/, { lengthAt: oneOrTwo(hasHighBit), read: fromGb18030 }],
  [/^(?:B5|ETen|ETHK|HK).*-[HV]$/, { lengthAt: oneOrTwo(hasHighBit), read: decoder('big5') }],
  [
    /RKSJ-[HV]$/,
    { lengthAt: oneOrTwo((byte) => byte > 0x80 && (byte < 0xa0 || byte > 0xdf)), read: decoder('shift_jis') },
  ],
  [/^KSC.*-[HV]$/, { lengthAt: oneOrTwo(hasHighBit), read: decoder('euc-kr') }],
];

function utf8Length(codes: Buffer, at: number): number {
  const byte = byteAt(codes, at);
  return byte < 0xc0 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

/**
 * The encoding of a composite font: by name, or embedded, which may be based on another of either kind.
 * @throws AppError LEAK_DETECTED for names that no reader here knows
 */
export function schemeOf(
  encoding: PdfValue | undefined,
  { objects, budget }: { objects: PdfObjects; budget: Budget },
  level = 0,
): Scheme {
  const stream = objects.streamOf(encoding);
  if (stream === undefined || level > MAX_BASES) return namedScheme(wordOf(encoding));
  const { lengthAt, cidOf } = readCMap(stream, budget);
  const named = objects.entry(encoding, 'UseCMap');
  if (named === undefined) return { lengthAt, cidOf };
  const base = schemeOf(named, { objects, budget }, level + 1);
  return {
    ...base,
    lengthAt: (codes, at) => lengthAt(codes, at) || base.lengthAt(codes, at),
    cidOf: (code, length) => cidOf(code, length) ?? base.cidOf?.(code, length),
  };
}

function namedScheme(name: string): Scheme {
  const found = NAMED.find(([pattern]) => pattern.test(name));
  if (found === undefined) throw unreadable('a PDF font with an unusual encoding', 'unsupported');
  return found[1];
}
