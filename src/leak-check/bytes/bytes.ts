/** The byte at an index; 0 outside, so that broken tables and lengths end by themselves. */
export function byteAt(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0;
}

/** The same for a list of numbers. */
export function numberAt(numbers: readonly (number | undefined)[], index: number): number {
  return numbers[index] ?? 0;
}
