/** Small numbers that differ from document to document but are the same in every run (a xorshift of the index). */
export type Variation = {
  /** One of the values. */
  pick<T>(values: readonly [T, ...T[]]): T;
  /** A whole number from `from` to `to`, both included. */
  number(from: number, to: number): number;
};

const FIRST_SEED = 0x9e3779b9;

/** @param index number of the document; the same index gives the same sequence */
export function varyBy(index: number): Variation {
  let state = (FIRST_SEED ^ Math.imul(index + 1, 0x85ebca6b)) >>> 0 || FIRST_SEED;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state;
  };
  const number = (from: number, to: number): number => from + (next() % (to - from + 1));
  return { number, pick: (values) => values[number(0, values.length - 1)] ?? values[0] };
}
