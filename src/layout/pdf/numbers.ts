/** A number as PDF writes it: at most three decimals, 1/1000 pt being finer than any printer. */
export function number(value: number): string {
  // Adding zero turns -0 into 0.
  return String(Math.round(value * 1000) / 1000 + 0);
}
