import type { Budget } from '../budget';
import { inflate } from '../inflate';
import { unreadable } from '../unreadable';
import type { PdfObjects } from './object-index';
import { isWhite } from './tokens';
import { type Dictionary, nameOf, numberOf, type PdfValue } from './values';

/** Compressions of pictures. What they show is not looked at here. */
const PICTURE_FILTERS = new Set(['DCTDecode', 'JPXDecode', 'CCITTFaxDecode', 'JBIG2Decode']);

type Context = { dictionary: Dictionary; objects: PdfObjects; budget: Budget };

/**
 * Undoes the filters of a stream (ISO 32000-1, 7.4); stops at the compression of a picture.
 * @throws AppError LEAK_DETECTED for any other filter, and for data that the filter cannot read to the end
 */
export function decodeStream(raw: Buffer, { dictionary, objects, budget }: Context): Buffer {
  const filters = listOf(objects, dictionary.entries.get('Filter'));
  const parameters = listOf(objects, dictionary.entries.get('DecodeParms'));
  let data = raw;
  for (const [index, value] of filters.entries()) {
    const filter = nameOf(value) ?? '';
    if (PICTURE_FILTERS.has(filter)) return data;
    data = undo(filter, data, budget);
    budget.spend(data.length);
    const parameter = parameters[index];
    if (parameter?.kind === 'dictionary') data = undoPredictor(data, parameter, objects);
    else if (parameter !== undefined && !isNull(parameter)) throw unreadable('parameters of a PDF filter');
  }
  return data;
}

/** @throws AppError LEAK_DETECTED when the file does not say what it refers to */
function listOf(objects: PdfObjects, value: PdfValue | undefined): PdfValue[] {
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

function undo(filter: string, data: Buffer, budget: Budget): Buffer {
  switch (filter) {
    case 'FlateDecode':
      return inflateFlate(data, budget);
    case 'ASCIIHexDecode':
      return decodeHex(data);
    case 'ASCII85Decode':
      return decode85(data);
    default:
      throw unreadable('a PDF stream with an unusual filter');
  }
}

function inflateFlate(data: Buffer, budget: Budget): Buffer {
  if (data.every(isWhite)) return Buffer.alloc(0);
  const { data: inflated, used } = inflate(data, { container: 'zlib', maxLength: budget.left() });
  if (!data.subarray(used).every(isWhite)) throw unreadable('data behind the end of a compressed PDF stream');
  return inflated;
}

function decodeHex(data: Buffer): Buffer {
  const [digits = ''] = data.toString('latin1').split('>', 1);
  return Buffer.from(digits.replace(/[^0-9a-f]/gi, ''), 'hex');
}

function decode85(data: Buffer): Buffer {
  const bytes: number[] = [];
  let group: number[] = [];
  const flush = (digits: number[]) => {
    const padded = [...digits, 84, 84, 84, 84].slice(0, 5);
    const value = padded.reduce((sum, digit) => sum * 85 + digit, 0);
    for (let index = 0; index < digits.length - 1; index += 1) bytes.push(Math.floor(value / 256 ** (3 - index)) % 256);
  };
  for (const byte of data) {
    if (byte === 0x7e) break;
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
function undoPredictor(data: Buffer, parameters: Dictionary, objects: PdfObjects): Buffer {
  const read = (key: string, fallback: number) => numberOf(objects.resolve(parameters.entries.get(key))) ?? fallback;
  const predictor = read('Predictor', 1);
  if (predictor === 1) return data;
  const bits = read('Colors', 1) * read('BitsPerComponent', 8);
  const pixel = Math.max(1, Math.ceil(bits / 8));
  const width = Math.ceil((bits * read('Columns', 1)) / 8);
  const isPng = predictor >= 10 && predictor <= 15;
  if (!(width >= 1 && width <= data.length) || (!isPng && (predictor !== 2 || read('BitsPerComponent', 8) !== 8))) {
    throw unreadable('a PDF stream with an unusual predictor');
  }
  const step = isPng ? width + 1 : width;
  const rows = Math.ceil(data.length / step);
  const result = Buffer.alloc(rows * width);
  for (let row = 0; row < rows; row += 1) {
    const filter = isPng ? (data[row * step] ?? 0) : 1;
    const from = row * step + (isPng ? 1 : 0);
    for (let column = 0; column < width; column += 1) {
      const at = row * width + column;
      const left = column >= pixel ? (result[at - pixel] ?? 0) : 0;
      const up = row > 0 ? (result[at - width] ?? 0) : 0;
      const corner = row > 0 && column >= pixel ? (result[at - width - pixel] ?? 0) : 0;
      result[at] = (data[from + column] ?? 0) + predicted(filter, { left, up, corner });
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
      throw unreadable('a PDF stream with an unusual predictor');
  }
}
