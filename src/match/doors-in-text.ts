import { joinRanges } from './door-ranges';
import { type DoorToken, readDoors } from './door-tokens';
import { withLettersRead } from './letter-digits';
import { createReach } from './safe-spans';
import type { Units } from './units';

/**
 * Every number of a text that could be part of an address, in order; ranges that cover a wanted number are one.
 * @param wanted the numbers that are looked for
 */
export function findDoors(units: Units, wanted: ReadonlySet<string>): DoorToken[] {
  const doors = readDoors(units, wanted);
  const letters = withLettersRead(units);
  if (letters === undefined) return joinRanges(doors, { units, wanted });
  const isRead = ({ from, to }: DoorToken) =>
    units.codes.subarray(from, to).some((code, at) => code !== letters.codes[from + at]);
  const disguised = readDoors(letters, wanted).filter((door) => wanted.has(door.value) && isRead(door));
  const reachAt = createReach(disguised);
  const others = doors.filter(({ from, to }) => reachAt(to - 1) <= from);
  return joinRanges(
    [...others, ...disguised].sort((one, other) => one.from - other.from),
    { units, wanted },
  );
}
