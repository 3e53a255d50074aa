/** A number as PDF writes it: at most three decimals, 1/1000 pt being finer than any printer. */
export function number(value: number): string {
  const thousandths = Math.round(Math.abs(value) * 1000);
  const whole = Math.trunc(thousandths / 1000);
  const sign = value < 0 && thousandths > 0 ? '-' : '';
  return sign + whole + (DECIMALS[thousandths - whole * 1000] ?? '');
}

/** To write whole numbers is much faster than to find the shortest form of a fraction; there are a thousand of these. */
const DECIMALS = Array.from({ length: 1000 }, (_, thousandths) => String(thousandths / 1000).slice(1));
