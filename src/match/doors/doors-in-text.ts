import { withLettersRead } from '../text/letter-digits';
import { withRadioRead } from '../text/radio-digits';
import { createReach } from '../text/safe-spans';
import type { Units } from '../text/units';
import { joinRanges } from './door-ranges';
import { type DoorToken, readDoors } from './door-tokens';

/**
 * Every number of a text that could be part of an address, in order; ranges that cover a wanted number are one.
 * @param wanted the numbers that are looked for
 */
export function findDoors(units: Units, wanted: ReadonlySet<string>): DoorToken[] {
  let doors = readDoors(units, wanted);
  for (const read of [withLettersRead(units), withRadioRead(units)]) {
    if (read !== undefined) doors = withDisguised(doors, { units, read, wanted });
  }
  return joinRanges(doors, { units, wanted });
}

type Reading = { units: Units; read: Units; wanted: ReadonlySet<string> };

/** The numbers of a text, and in the place of some those that are wanted in another reading of it. */
function withDisguised(doors: readonly DoorToken[], { units, read, wanted }: Reading): DoorToken[] {
  const isRead = ({ from, to }: DoorToken) =>
    units.codes.subarray(from, to).some((code, at) => code !== read.codes[from + at]);
  const disguised = readDoors(read, wanted).filter((door) => wanted.has(door.value) && isRead(door));
  const reachAt = createReach(disguised);
  const others = doors.filter(({ from, to }) => reachAt(to - 1) <= from);
  return [...others, ...disguised].sort((one, other) => one.from - other.from);
}
