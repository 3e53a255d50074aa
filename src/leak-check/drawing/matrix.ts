/** [a b c d e f] as in ISO 32000-1, 8.3.3; lengths in user space units (1/72 inch). */
export type Matrix = readonly [number, number, number, number, number, number];

export type Point = { x: number; y: number };

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The matrix that applies `first`, then `second`. */
export function concat(first: Matrix, second: Matrix): Matrix {
  const a = first[0] * second[0] + first[1] * second[2];
  const b = first[0] * second[1] + first[1] * second[3];
  const c = first[2] * second[0] + first[3] * second[2];
  const d = first[2] * second[1] + first[3] * second[3];
  const e = first[4] * second[0] + first[5] * second[2] + second[4];
  const f = first[4] * second[1] + first[5] * second[3] + second[5];
  return [a, b, c, d, e, f];
}

/** The matrix that moves by x and y first. */
export function translate(matrix: Matrix, x: number, y: number): Matrix {
  const e = x * matrix[0] + y * matrix[2] + matrix[4];
  const f = x * matrix[1] + y * matrix[3] + matrix[5];
  return [matrix[0], matrix[1], matrix[2], matrix[3], e, f];
}

export function transform({ x, y }: Point, matrix: Matrix): Point {
  return { x: x * matrix[0] + y * matrix[2] + matrix[4], y: x * matrix[1] + y * matrix[3] + matrix[5] };
}

/** Six numbers as a matrix; anything else as the identity. */
export function toMatrix(numbers: (number | undefined)[]): Matrix {
  const [a, b, c, d, e, f] = numbers;
  if (a === undefined || b === undefined || c === undefined || d === undefined || e === undefined || f === undefined) {
    return IDENTITY;
  }
  return [a, b, c, d, e, f];
}

/** By how much a matrix stretches lengths, on average. */
export function lengthScale([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c));
}
