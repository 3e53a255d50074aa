import { unreadable } from '../unreadable';
import { isWhite } from './tokens';
import type { Dictionary, PdfValue } from './values';

/** A picture inside a content stream, its keys written out (ISO 32000-1, 8.9.7). */
export type InlineImage = { dictionary: Dictionary; raw: Buffer };

/** Short names of the keys and colour spaces; those of the filters are undone with the filters. */
const KEYS: Record<string, string> = {
  ...{ BPC: 'BitsPerComponent', CS: 'ColorSpace', D: 'Decode', H: 'Height', IM: 'ImageMask', W: 'Width' },
};

/**
 * Reads an inline image whose data begin behind `ID`.
 * @param operands the keys and values between `BI` and `ID`
 * @throws AppError LEAK_DETECTED when it has no end
 */
export function readInlineImage(
  bytes: Buffer,
  position: number,
  operands: PdfValue[],
): { image: InlineImage; end: number } {
  const entries = new Map<string, PdfValue>();
  for (let index = 0; index + 1 < operands.length; index += 2) {
    const [key, value] = [operands[index], operands[index + 1]];
    if (key?.kind === 'name' && value !== undefined) entries.set(KEYS[key.value] ?? key.value, value);
  }
  for (let at = bytes.indexOf('EI', position); at !== -1; at = bytes.indexOf('EI', at + 2)) {
    if (!isWhite(bytes[at - 1]) || (at + 2 < bytes.length && !isWhite(bytes[at + 2]))) continue;
    // Packed pixels hold these letters by chance too, but then hardly readable operators behind them.
    if (/[^\t\n\f\r -~]/.test(bytes.toString('latin1', at + 2, at + 12))) continue;
    const raw = bytes.subarray(position + 1, at - 1);
    return { image: { dictionary: { kind: 'dictionary', entries }, raw }, end: at + 2 };
  }
  throw unreadable('a PDF inline image without an end');
}
