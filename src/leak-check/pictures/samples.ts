import { byteAt } from '../bytes/bytes';

/** Reads one sample of a picture by its row and its number in the row; the highest value of a sample is `top`. */
export type Samples = { at(row: number, index: number): number; top: number };

/**
 * Samples of one to sixteen bits, packed from the highest bit on; of sixteen bits the upper eight count.
 * @param stride bytes in a row
 */
export function samplesOf(data: Buffer, { stride, bits }: { stride: number; bits: number }): Samples {
  const top = (1 << Math.min(bits, 8)) - 1;
  const at = (row: number, index: number): number => {
    if (bits >= 8) return byteAt(data, row * stride + (index * bits) / 8);
    const bit = index * bits;
    return (byteAt(data, row * stride + (bit >> 3)) >> (8 - bits - (bit & 7))) & top;
  };
  return { at, top };
}
