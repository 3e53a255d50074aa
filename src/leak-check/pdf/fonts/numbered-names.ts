/** Names of glyphs that are a few letters and a number, as old programs made them: a49, c49, G31, char49. */
const DECIMAL = /^[A-Za-z]{0,5}(\d{2,5})$/;
const HEXADECIMAL = /^[A-Za-z]{0,5}?([0-9A-Fa-f]{2})$/;

/** So many of the names at least, in hundredths, must be like this: then none of them is a word. */
const MOST = 80;

/** Numbers below are no characters: then they are meant to be hexadecimal. */
const FIRST_CHARACTER = 32;

/**
 * The characters that readers take such names for, by the codes that have them: the number is that of the character, in
 * hexadecimal where one of the numbers would not do otherwise. None where names are no numbers.
 * @param names of the glyphs by their codes
 */
export function charactersByName(names: ReadonlyMap<number, string>): ReadonlyMap<number, string> {
  const decimal = numbersIn(names, DECIMAL, 10);
  const isDecimal = decimal.size === names.size && [...decimal.values()].every((number) => number >= FIRST_CHARACTER);
  const numbers = isDecimal ? decimal : numbersIn(names, HEXADECIMAL, 16);
  if (numbers.size * 100 < names.size * MOST) return new Map();
  const characters = [...numbers].filter(([, number]) => number >= FIRST_CHARACTER && number <= 0xffff);
  return new Map(characters.map(([code, number]) => [code, String.fromCharCode(number)]));
}

function numbersIn(names: ReadonlyMap<number, string>, pattern: RegExp, base: number): Map<number, number> {
  const numbers = new Map<number, number>();
  for (const [code, name] of names) {
    const digits = pattern.exec(name)?.[1];
    if (digits !== undefined) numbers.set(code, Number.parseInt(digits, base));
  }
  return numbers;
}
