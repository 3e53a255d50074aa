/** Reads a QR code's text from its modules (ISO/IEC 18004, versions 2–6, level M), independent of the writer. */

/** Data codewords of each block at level M, by version. */
const BLOCKS: Record<number, number[]> = {
  2: [28],
  3: [44],
  4: [32, 32],
  5: [43, 43],
  6: [27, 27, 27, 27],
};

const MASKS: ((row: number, column: number) => boolean)[] = [
  (r, c) => (r + c) % 2 === 0,
  (r) => r % 2 === 0,
  (_, c) => c % 3 === 0,
  (r, c) => (r + c) % 3 === 0,
  (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2 === 0,
  (r, c) => ((r * c) % 2) + ((r * c) % 3) === 0,
  (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2 === 0,
  (r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2 === 0,
];

type Modules = boolean[][];

/** Error level as its two format bits (0 is M) and mask number. */
export function formatOf(modules: Modules): { level: number; mask: number } {
  const bits = [0, 1, 2, 3, 4].map((column) => (isDark(modules, 8, column) ? 1 : 0));
  const value = bits.reduce<number>((sum, bit) => sum * 2 + bit, 0) ^ 0b10101;
  return { level: value >> 3, mask: value & 7 };
}

/** @throws Error when the code is of another version, level or mode */
export function readQr(modules: Modules): string {
  const size = modules.length;
  const version = (size - 17) / 4;
  const blocks = BLOCKS[version];
  const { level, mask } = formatOf(modules);
  const isMasked = MASKS[mask];
  if (blocks === undefined || isMasked === undefined || level !== 0) throw new Error('another version or level');
  const bits: number[] = [];
  for (const [row, column] of dataPlaces(size)) {
    if (!isFunction(row, column, size)) bits.push(isDark(modules, row, column) !== isMasked(row, column) ? 1 : 0);
  }
  const words = Array.from({ length: Math.floor(bits.length / 8) }, (_, index) =>
    bits.slice(index * 8, index * 8 + 8).reduce((sum, bit) => sum * 2 + bit, 0),
  );
  return textOf(deinterleaved(words, blocks));
}

function isDark(modules: Modules, row: number, column: number): boolean {
  return modules[row]?.[column] === true;
}

/** Column pairs from the right, upwards and downwards in turn, without the timing column. */
function* dataPlaces(size: number): Generator<[number, number]> {
  let isUpward = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right -= 1;
    for (let step = 0; step < size; step += 1) {
      const row = isUpward ? size - 1 - step : step;
      yield [row, right];
      yield [row, right - 1];
    }
    isUpward = !isUpward;
  }
}

/** Finders with format, timing, and the one alignment pattern of versions 2–6. */
function isFunction(row: number, column: number, size: number): boolean {
  const isFinder = (row < 9 && column < 9) || (row < 9 && column >= size - 8) || (row >= size - 8 && column < 9);
  const isAligned = Math.abs(row - (size - 7)) <= 2 && Math.abs(column - (size - 7)) <= 2;
  return isFinder || isAligned || row === 6 || column === 6;
}

function deinterleaved(words: number[], blocks: number[]): number[] {
  return blocks.flatMap((length, block) =>
    Array.from({ length }, (_, index) => words[index * blocks.length + block] ?? 0),
  );
}

const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** The segments of versions 1–9, one after another, up to the terminator. */
function textOf(words: number[]): string {
  const bits = words.map((word) => word.toString(2).padStart(8, '0')).join('');
  const bytes: number[] = [];
  let at = 0;
  const take = (count: number): number => {
    at += count;
    return Number.parseInt(bits.slice(at - count, at), 2);
  };
  for (let mode = take(4); mode > 0 && at < bits.length - 4; mode = take(4)) {
    if (mode === 1) {
      for (let left = take(10); left > 0; left -= 3) {
        const digits = Math.min(3, left);
        bytes.push(...Buffer.from(String(take(digits * 3 + 1)).padStart(digits, '0')));
      }
    } else if (mode === 2) {
      for (let left = take(9); left > 0; left -= 2) {
        const value = take(left > 1 ? 11 : 6);
        const pair = left > 1 ? [Math.floor(value / 45), value % 45] : [value];
        bytes.push(...Buffer.from(pair.map((index) => ALPHANUMERIC[index]).join('')));
      }
    } else if (mode === 4) {
      for (let left = take(8); left > 0; left -= 1) bytes.push(take(8));
    } else {
      throw new Error('another mode');
    }
  }
  return Buffer.from(bytes).toString('utf8');
}
