import { isOfHouses } from '../doors/door-kinds';
import type { ProtectedFact, Span } from '../facts';
import { GAP } from '../text/fold';
import { isArabicDigit } from '../text/numerals';
import { toUnits, type Units } from '../text/units';

/** Takes in what belongs to the same fact and touches a hit on either side. */
export type Widen = (units: Units, hit: Span) => Span;

/** What ends a number of a house or a room. */
const NUMBER_ENDINGS = new Set([...'号室房'].map((char) => char.charCodeAt(0)));

/** @param read brings the surroundings into the reading in which hits are found */
export function createWiden({ surroundings = [] }: ProtectedFact, read: (units: Units) => Units): Widen {
  if (surroundings.length === 0) return (_units, hit) => hit;
  // Made for the first hit only: most facts have none.
  let made: Units[] | undefined;
  const makeParts = () => surroundings.map((part) => read(toUnits(part))).filter(({ length }) => length > 1);
  const standsAt = ({ codes, length }: Units, part: Units, at: number) => {
    if (at < 0 || at + part.length > length) return false;
    for (let index = 0; index < part.length; index += 1) if (codes[at + index] !== part.codes[index]) return false;
    return true;
  };
  return (units, hit) => {
    made ??= makeParts();
    const parts = made;
    let { from, to } = hit;
    for (let grown = true; grown; ) {
      const before = parts.find((part) => standsAt(units, part, from - part.length));
      const after = parts.find((part) => standsAt(units, part, to));
      const isOpen = to < units.length && isArabicDigit(units.codes[to - 1] ?? 0);
      const isTied = ((units.gaps[to] ?? 0) & ~GAP.space) === 0 && !isOfHouses(units, to);
      const ending = isOpen && isTied && NUMBER_ENDINGS.has(units.codes[to] ?? 0) ? 1 : 0;
      from -= before?.length ?? 0;
      to += after?.length ?? ending;
      grown = before !== undefined || after !== undefined || ending > 0;
    }
    return { from, to };
  };
}
