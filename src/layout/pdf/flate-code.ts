/**
 * Flate streams (RFC 1950, 1951) put together from parts that were coded once per process, all under one Huffman code.
 * With a block and a code for each part a font program of 300 glyphs would carry 300 codes: 15 kB more, and every reader
 * would build 300 decoding tables.
 */
import { adler32, combineAdler } from './adler32';
import { type BitString, createBitStore, createBitWriter, joinBits } from './bit-string';
import { createHuffman, type Huffman } from './huffman';
import { findRepeats, type Symbols } from './repeats';

/** A coded part of a stream, and length and check sum of the bytes it stands for. */
export type FlatePart = BitString & { length: number; adler: number };

export type FlateCode = {
  /** For a part that many documents have: found repeats make it smaller. */
  encode(bytes: Uint8Array): FlatePart;
  /** For a part that one document has: byte by byte. */
  encodeQuickly(bytes: Uint8Array): FlatePart;
  /** One stream of all parts, in order. */
  join(parts: FlatePart[]): { packed: Buffer; length: number };
};

const LITERALS = 256;
const END_OF_BLOCK = 256;
const LENGTH_CODES = 29;
const DISTANCE_CODES = 30;
/** Length and distance codes are followed by bits that tell the values of one code apart (3.2.5). */
const LENGTHS = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
];
const DISTANCES = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
  8193, 12289, 16385, 24577,
];
const lengthBits = (code: number): number => (code === LENGTH_CODES - 1 ? 0 : Math.max(0, (code >> 2) - 1));
const distanceBits = (code: number): number => Math.max(0, (code >> 1) - 1);
/** The order in which the lengths of the code for code lengths are written (3.2.7). */
const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
/** CMF and FLG of a zlib stream with a window of 32 kB. */
const ZLIB_HEADER = 0x9c78;
/**
 * A code made for texts like the sample. Every symbol gets a code, so that any text can be coded.
 * @param sample must be the same in every process: the bytes of documents depend on it
 */
export function createFlateCode(sample: Uint8Array[]): FlateCode {
  const literalWeights = new Array<number>(LITERALS + 1 + LENGTH_CODES).fill(1);
  const distanceWeights = new Array<number>(DISTANCE_CODES).fill(1);
  const count = (weights: number[], symbol: number) => {
    weights[symbol] = (weights[symbol] ?? 0) + 1;
  };
  for (const bytes of sample) {
    findRepeats(bytes, {
      literal: (byte) => count(literalWeights, byte),
      repeat: (length, distance) => {
        count(literalWeights, LITERALS + 1 + codeOf(LENGTHS, length));
        count(distanceWeights, codeOf(DISTANCES, distance));
      },
    });
  }
  const literals = createHuffman(literalWeights, 15);
  const distances = createHuffman(distanceWeights, 15);
  const header = blockHeader(literals, distances);
  const endOfBlock = endBlock(literals);
  const keep = createBitStore();
  return {
    encode: (bytes) => toPart(keep(encode(bytes, literals, distances)), bytes),
    encodeQuickly: (bytes) => toPart(encodeLiterals(bytes, literals), bytes),
    join: (parts) => join([header, ...parts, endOfBlock], parts),
  };
}

function toPart({ words, at, bits }: BitString, bytes: Uint8Array): FlatePart {
  return { words, at, bits, length: bytes.length, adler: adler32(bytes) };
}

/** The last base that is not above a value. */
function codeOf(bases: number[], value: number): number {
  let code = bases.length - 1;
  while ((bases[code] ?? 0) > value) code -= 1;
  return code;
}

/** A last block with codes of its own (3.2.7). */
function blockHeader(literals: Huffman, distances: Huffman): BitString {
  const lengths = [...literals.lengths, ...distances.lengths];
  const weights = new Array<number>(LENGTH_ORDER.length).fill(0);
  for (const length of lengths) weights[length] = (weights[length] ?? 0) + 1;
  const code = createHuffman(weights, 7);
  const writer = createBitWriter(17 + LENGTH_ORDER.length * 3 + lengths.length * 7);
  writer.put(1, 1);
  writer.put(2, 2);
  writer.put(literals.lengths.length - 257, 5);
  writer.put(distances.lengths.length - 1, 5);
  writer.put(LENGTH_ORDER.length - 4, 4);
  for (const length of LENGTH_ORDER) writer.put(code.lengths[length] ?? 0, 3);
  for (const length of lengths) writer.put(code.codes[length] ?? 0, code.lengths[length] ?? 0);
  return writer.end();
}

function endBlock({ codes, lengths }: Huffman): BitString {
  const writer = createBitWriter(15);
  writer.put(codes[END_OF_BLOCK] ?? 0, lengths[END_OF_BLOCK] ?? 0);
  return writer.end();
}

/** No symbol of a byte takes more than 15 bits, and a repeat never more than the three bytes it replaces could. */
const MOST_BITS = 16;

function encode(bytes: Uint8Array, literals: Huffman, distances: Huffman): BitString {
  const writer = createBitWriter(bytes.length * MOST_BITS + 32);
  const put = ({ codes, lengths }: Huffman, symbol: number) => writer.put(codes[symbol] ?? 0, lengths[symbol] ?? 0);
  const symbols: Symbols = {
    literal: (byte) => put(literals, byte),
    repeat: (length, distance) => {
      const lengthCode = codeOf(LENGTHS, length);
      put(literals, LITERALS + 1 + lengthCode);
      writer.put(length - (LENGTHS[lengthCode] ?? 0), lengthBits(lengthCode));
      const distanceCode = codeOf(DISTANCES, distance);
      put(distances, distanceCode);
      writer.put(distance - (DISTANCES[distanceCode] ?? 0), distanceBits(distanceCode));
    },
  };
  findRepeats(bytes, symbols);
  return writer.end();
}

function encodeLiterals(bytes: Uint8Array, { codes, lengths }: Huffman): BitString {
  const writer = createBitWriter(bytes.length * MOST_BITS);
  for (const byte of bytes) writer.put(codes[byte] ?? 0, lengths[byte] ?? 0);
  return writer.end();
}

function join(strings: BitString[], parts: FlatePart[]): { packed: Buffer; length: number } {
  const size = strings.reduce((sum, { bits }) => sum + bits, 16);
  const words = new Uint32Array((size >>> 5) + 3);
  words[0] = ZLIB_HEADER;
  const end = Math.ceil(joinBits(words, 16, strings) / 8);
  const packed = Buffer.from(words.buffer, 0, end + 4);
  let adler = 1;
  let length = 0;
  for (const part of parts) {
    adler = combineAdler(adler, part);
    length += part.length;
  }
  packed.writeUInt32BE(adler, end);
  return { packed, length };
}
