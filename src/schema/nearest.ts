/** Two slips of the keyboard are a misspelling; more make another word. */
const MAX_SLIPS = 2;

/**
 * The name that was probably meant: same letters in another style (`birth_date`), the beginning or end of the Chinese
 * label (`姓名`), or at most two slips away. Undefined when nothing is near, or when two are equally near.
 * @param names the right names with their Chinese labels
 */
export function nearestName(wrong: string, names: Readonly<Record<string, string>>): string | undefined {
  if (wrong.length > 64) return undefined;
  const plain = plainOf(wrong);
  const known = Object.keys(names);
  const sameLetters = known.filter((name) => plainOf(name) === plain);
  if (sameLetters.length > 0) return only(sameLetters);
  if (/\p{Script=Han}/u.test(wrong)) return only(known.filter((name) => isLabel(wrong, names[name] ?? '')));
  const slips = known.map((name) => ({ name, count: countSlips(plain, plainOf(name)) }));
  const least = Math.min(...slips.map(({ count }) => count));
  // Of a short word two slips leave nothing.
  if (least > Math.min(MAX_SLIPS, Math.floor(plain.length / 3))) return undefined;
  return only(slips.filter(({ count }) => count === least).map(({ name }) => name));
}

const plainOf = (name: string) => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

const only = (names: readonly string[]) => (names.length === 1 ? names[0] : undefined);

const isLabel = (wrong: string, label: string) => label.startsWith(wrong) || label.endsWith(wrong);

/** Letters added, dropped, replaced or swapped with their neighbour (optimal string alignment). */
function countSlips(one: string, other: string): number {
  let [beforeLast, last] = [[] as number[], Array.from({ length: other.length + 1 }, (_, index) => index)];
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [beforeLast, last] = [last, current];
  }
  return last[other.length] ?? 0;
}
