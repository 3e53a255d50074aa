import { unreadable } from '../../unreadable';
import { isWhite } from '../syntax/tokens';
import { type Dictionary, nameOf, numberOr, type PdfValue } from '../syntax/values';

/** A picture inside a content stream, its keys written out (ISO 32000-1, 8.9.7). */
export type InlineImage = { dictionary: Dictionary; raw: Buffer };

/** Short names of the keys and colour spaces; those of the filters are undone with the filters. */
const KEYS: Record<string, string> = {
  ...{ BPC: 'BitsPerComponent', CS: 'ColorSpace', D: 'Decode', H: 'Height', IM: 'ImageMask', W: 'Width' },
};

/** Samples of a pixel, where the name of the colour space tells. */
const COMPONENTS: Record<string, number> = {
  ...{ G: 1, DeviceGray: 1, CalGray: 1, RGB: 3, DeviceRGB: 3, CalRGB: 3, CMYK: 4, DeviceCMYK: 4 },
};

/**
 * Reads an inline image whose data begin behind `ID`.
 * @param operands the keys and values between `BI` and `ID`
 * @throws AppError LEAK_DETECTED when it has no end, or when its pixels seem to end twice: text that is taken for
 * pixels is read by nobody
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
  const plainEnd = position + 1 + plainLength(entries);
  let isDoubtful = false;
  for (let at = bytes.indexOf('EI', position); at !== -1; at = bytes.indexOf('EI', at + 2)) {
    const isBehind = at >= plainEnd;
    const isParted = isWhite(bytes[at - 1]);
    if ((!isParted && !isBehind) || (at + 2 < bytes.length && !isWhite(bytes[at + 2]))) continue;
    // Pixels hold these letters by chance too, but then hardly readable operators behind them.
    if (!isBehind && /[^\t\n\f\r -~]/.test(bytes.toString('latin1', at + 2, at + 12))) {
      isDoubtful = true;
      continue;
    }
    if (isDoubtful && !isBehind) throw unreadable('a PDF inline image whose end is not certain');
    const raw = bytes.subarray(position + 1, isParted ? at - 1 : at);
    return { image: { dictionary: { kind: 'dictionary', entries }, raw }, end: at + 2 };
  }
  throw unreadable('a PDF inline image without an end');
}

/** How many bytes the pixels take; without end where they are packed, or where the file does not say it here. */
function plainLength(entries: ReadonlyMap<string, PdfValue>): number {
  if (entries.has('Filter') || entries.has('F')) return Infinity;
  const isMask = entries.has('ImageMask');
  const bits = isMask ? 1 : numberOr(entries.get('BitsPerComponent'), 8);
  const space = entries.get('ColorSpace');
  const components = isMask || space?.kind === 'array' ? 1 : componentsOf(nameOf(space) ?? '');
  if (components === undefined) return Infinity;
  const [width, height] = [numberOr(entries.get('Width'), 0), numberOr(entries.get('Height'), 0)];
  return Math.ceil((width * components * bits) / 8) * height;
}

const componentsOf = (name: string) => (Object.hasOwn(COMPONENTS, name) ? COMPONENTS[name] : undefined);
