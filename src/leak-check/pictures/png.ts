import type { Budget } from '../budget';
import { fromUtf8 } from '../bytes/encodings';
import { inflate } from '../bytes/inflate';
import { looseText } from '../bytes/loose-text';

const SIGNATURE_SIZE = 8;

/** Where compressed text begins in the chunks that may have it (PNG, third edition, 11.3.3). */
const PACKED: Record<string, (data: Buffer) => number | undefined> = {
  zTXt: (data) => data.indexOf(0) + 2,
  iCCP: (data) => data.indexOf(0) + 2,
  iTXt(data) {
    const flags = data.indexOf(0) + 1;
    if (data[flags] !== 1) return undefined;
    const language = data.indexOf(0, flags + 2);
    return data.indexOf(0, language + 1) + 1;
  },
};

/** The chunks of a PNG file in order. A last one that is cut short ends with the file. */
export function* pngChunks(file: Buffer): Generator<{ type: string; data: Buffer }> {
  for (let at = SIGNATURE_SIZE; at + 8 <= file.length; ) {
    const length = file.readUInt32BE(at);
    yield { type: file.toString('latin1', at + 4, at + 8), data: file.subarray(at + 8, at + 8 + length) };
    at += length + 12;
  }
}

/**
 * The compressed texts of a PNG file. The others stand in plain bytes.
 * @throws AppError LEAK_DETECTED when one cannot be inflated
 */
export function pngTexts(file: Buffer, budget: Budget): string[] {
  const texts: string[] = [];
  for (const { type, data } of pngChunks(file)) {
    const start = Object.hasOwn(PACKED, type) ? PACKED[type]?.(data) : undefined;
    if (start !== undefined) {
      const packed = data.subarray(start);
      const { data: unpacked } = inflate(packed, { container: 'zlib', maxLength: budget.left() });
      budget.spend(unpacked.length);
      texts.push(fromUtf8(unpacked) ?? '', looseText(unpacked));
    }
  }
  return texts;
}
