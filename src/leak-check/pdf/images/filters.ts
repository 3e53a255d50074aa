import type { Budget } from '../../budget';
import { byteAt } from '../../bytes/bytes';
import { inflate } from '../../bytes/inflate';
import { unreadable } from '../../unreadable';
import type { PdfObjects, PictureFilter } from '../syntax/object-index';
import { isWhite } from '../syntax/tokens';
import { type Dictionary, numberOf, numberOr, type PdfValue, wordOf } from '../syntax/values';
import { decodeLzw } from './lzw';

const PICTURE_FILTERS: readonly string[] = [
  ...(['DCTDecode', 'JPXDecode', 'CCITTFaxDecode', 'JBIG2Decode'] as const satisfies PictureFilter[]),
];

const isPictureFilter = (name: string): name is PictureFilter => PICTURE_FILTERS.includes(name);

/** Inline images may use short names (8.9.7, table 92). */
const SHORT_NAMES: Record<string, string> = {
  ...{ AHx: 'ASCIIHexDecode', A85: 'ASCII85Decode', LZW: 'LZWDecode', Fl: 'FlateDecode', RL: 'RunLengthDecode' },
  ...{ CCF: 'CCITTFaxDecode', DCT: 'DCTDecode' },
};

type Context = { dictionary: Dictionary; objects: Pick<PdfObjects, 'resolve'>; budget: Budget };

/** Data without its filters; a picture's compression is left for those who read pictures. */
export type Decoded = { data: Buffer; picture?: PictureFilter };

/**
 * Undoes the filters of a stream or inline image (ISO 32000-1, 7.4); stops at the compression of a picture.
 * @throws AppError LEAK_DETECTED for any other filter, and for data that the filter cannot read to the end
 */
export function decodeStream(raw: Buffer, { dictionary, objects, budget }: Context): Decoded {
  const { entries } = dictionary;
  const filters = listOf(objects, entries.get('Filter') ?? entries.get('F'));
  const parameters = listOf(objects, entries.get('DecodeParms') ?? entries.get('DP'));
  let data = raw;
  for (const [index, value] of filters.entries()) {
    const name = wordOf(value);
    const filter = SHORT_NAMES[name] ?? name;
    if (isPictureFilter(filter)) return { data, picture: filter };
    const parameter = parameters[index];
    if (parameter !== undefined && parameter.kind !== 'dictionary' && !isNull(parameter)) {
      throw unreadable('parameters of a PDF filter');
    }
    const given = parameter?.kind === 'dictionary' ? parameter : undefined;
    // In a file that is not encrypted a crypt filter does nothing (7.6.5).
    if (filter === 'Crypt' && wordOf(objects.resolve(given?.entries.get('Name')) ?? IDENTITY) === 'Identity') continue;
    const read = (key: string, fallback: number) => numberOr(objects.resolve(given?.entries.get(key)), fallback);
    const expected = numberOf(objects.resolve(entries.get('Length1')));
    data = undoPredictor(undo(filter, data, { budget, early: read('EarlyChange', 1), expected }), read);
    budget.spend(data.length);
  }
  return { data };
}

/** @throws AppError LEAK_DETECTED when the file does not say what it refers to */
function listOf(objects: Pick<PdfObjects, 'resolve'>, value: PdfValue | undefined): PdfValue[] {
  if (value === undefined) return [];
  const find = (item: PdfValue): PdfValue => {
    const found = objects.resolve(item);
    if (found === undefined) throw unreadable('a PDF filter that the file does not hold');
    return found;
  };
  const resolved = find(value);
  if (isNull(resolved)) return [];
  return resolved.kind === 'array' ? resolved.items.map(find) : [resolved];
}

function isNull(value: PdfValue): boolean {
  return value.kind === 'keyword' && value.value === 'null';
}

const IDENTITY: PdfValue = { kind: 'name', value: 'Identity' };

type Hints = { budget: Budget; early: number; expected: number | undefined };

function undo(filter: string, data: Buffer, { budget, early, expected }: Hints): Buffer {
  switch (filter) {
    case 'FlateDecode':
      return inflateFlate(data, budget, expected);
    case 'LZWDecode':
      return undoLzw(data, budget, early);
    case 'RunLengthDecode':
      return decodeRuns(data, budget);
    case 'ASCIIHexDecode':
      return decodeHex(data);
    case 'ASCII85Decode':
      return decode85(data);
    default:
      throw unreadable('a PDF stream with an unusual filter', 'unsupported');
  }
}

function inflateFlate(data: Buffer, budget: Budget, expected: number | undefined): Buffer {
  if (data.every(isWhite)) return Buffer.alloc(0);
  const { data: inflated, used } = inflate(data, { container: 'zlib', maxLength: budget.left(), expected });
  demandEnd(data, used);
  return inflated;
}

/** What follows the mark of the end is in no reading of the stream: data could be kept there. */
function demandEnd(data: Buffer, at: number): void {
  if (!data.subarray(at).every(isWhite)) throw unreadable('data behind the end of a compressed PDF stream');
}

function undoLzw(data: Buffer, budget: Budget, early: number): Buffer {
  const { data: decoded, used } = decodeLzw(data, { early, maxLength: budget.left() });
  demandEnd(data, used);
  return decoded;
}

/** 128 ends the data; a smaller byte copies what follows, a larger one repeats the next byte (7.4.5). */
function decodeRuns(data: Buffer, budget: Budget): Buffer {
  const chunks: Buffer[] = [];
  for (let at = 0; at < data.length; ) {
    const run = byteAt(data, at);
    if (run === 128) {
      demandEnd(data, at + 1);
      break;
    }
    const length = run < 128 ? run + 1 : 257 - run;
    chunks.push(run < 128 ? data.subarray(at + 1, at + 1 + length) : Buffer.alloc(length, byteAt(data, at + 1)));
    budget.spend(length);
    at += run < 128 ? length + 1 : 2;
  }
  return Buffer.concat(chunks);
}

function decodeHex(data: Buffer): Buffer {
  const latin = data.toString('latin1');
  const end = latin.indexOf('>');
  if (end !== -1) demandEnd(data, end + 1);
  const digits = (end === -1 ? latin : latin.slice(0, end)).replace(/[^0-9a-f]/gi, '');
  return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
}

function decode85(data: Buffer): Buffer {
  const bytes: number[] = [];
  let group: number[] = [];
  const flush = (digits: number[]) => {
    const padded = [...digits, 84, 84, 84, 84].slice(0, 5);
    const value = padded.reduce((sum, digit) => sum * 85 + digit, 0);
    for (let index = 0; index < digits.length - 1; index += 1) bytes.push(Math.floor(value / 256 ** (3 - index)) % 256);
  };
  const start = data.subarray(0, 2).equals(Buffer.from('<~')) ? 2 : 0;
  const end = data.indexOf('~', start);
  if (end !== -1) demandEnd(data, data[end + 1] === 0x3e ? end + 2 : end + 1);
  for (const byte of data.subarray(start, end === -1 ? undefined : end)) {
    if (isWhite(byte)) continue;
    if (byte === 0x7a && group.length === 0) bytes.push(0, 0, 0, 0);
    else if (byte >= 0x21 && byte <= 0x75) group.push(byte - 0x21);
    else throw unreadable('a PDF stream in ASCII85');
    if (group.length === 5) {
      flush(group);
      group = [];
    }
  }
  flush(group);
  return Buffer.from(bytes);
}

/** PNG row filters and the TIFF predictor for whole bytes (7.4.4.4). */
export function undoPredictor(data: Buffer, read: (key: string, fallback: number) => number): Buffer {
  const predictor = read('Predictor', 1);
  if (predictor === 1 || data.length === 0) return data;
  const bits = read('Colors', 1) * read('BitsPerComponent', 8);
  const pixel = Math.max(1, Math.ceil(bits / 8));
  const width = Math.ceil((bits * read('Columns', 1)) / 8);
  const isPng = predictor >= 10 && predictor <= 15;
  if (!(width >= 1 && width <= data.length) || (!isPng && (predictor !== 2 || read('BitsPerComponent', 8) !== 8))) {
    throw unreadable('a PDF stream with an unusual predictor', 'unsupported');
  }
  const step = isPng ? width + 1 : width;
  const rows = Math.ceil(data.length / step);
  const result = Buffer.alloc(rows * width);
  for (let row = 0; row < rows; row += 1) {
    const filter = isPng ? byteAt(data, row * step) : 1;
    const from = row * step + (isPng ? 1 : 0);
    for (let column = 0; column < width; column += 1) {
      const at = row * width + column;
      const left = column >= pixel ? byteAt(result, at - pixel) : 0;
      const up = row > 0 ? byteAt(result, at - width) : 0;
      const corner = row > 0 && column >= pixel ? byteAt(result, at - width - pixel) : 0;
      result[at] = byteAt(data, from + column) + predicted(filter, { left, up, corner });
    }
  }
  return result;
}

function predicted(filter: number, { left, up, corner }: { left: number; up: number; corner: number }): number {
  switch (filter) {
    case 0:
      return 0;
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4: {
      const guess = left + up - corner;
      const [byLeft, byUp, byCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
      if (byLeft <= byUp && byLeft <= byCorner) return left;
      return byUp <= byCorner ? up : corner;
    }
    default:
      throw unreadable('a PDF stream with an unusual predictor', 'unsupported');
  }
}
