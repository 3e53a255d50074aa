import { GAP } from './fold';
import { isArabicDigit } from './numerals';
import type { LettersRead, Units } from './units';

/** Letters that pass for digits. */
const LIKE_DIGITS: ReadonlyMap<number, number> = new Map(
  Object.entries({ o: '0', l: '1', i: '1' }).map(([letter, digit]) => [letter.charCodeAt(0), digit.charCodeAt(0)]),
);
/** Before a number, only so many letters are of its digits: oil138… is none. */
const MOST_LEADING = 3;
const X = 'x'.charCodeAt(0);
const NOTHING = 0;
const isLetter = (code: number | undefined) => code !== undefined && code >= 97 && code <= 122;

/** Ends of numbers of doors: ll栋, l号. */
const DOOR_ENDS = new Set([...'号栋幢座楼室房单组队连社层户'].map((char) => char.charCodeAt(0)));

/** Whether a row of letters stands where a number does: before the word for a door, or at the end of a chain (l2-l, ll-4). */
function isCounted({ codes, gaps, length }: Units, from: number, to: number): boolean {
  if (to - from > MOST_LEADING) return false;
  if (to < length && gaps[to] === 0 && DOOR_ENDS.has(codes[to] ?? 0)) return true;
  const isTied = (gap: number, neighbour: number) =>
    ((gaps[gap] ?? 0) & GAP.dash) !== 0 && isArabicDigit(codes[neighbour] ?? 0);
  return isTied(from, from - 1) || isTied(to, to);
}

function readOnce(units: Units): LettersRead {
  units.letters ??= readLetters(units);
  return units.letters;
}

/**
 * The units with letters read as the digits that they stand for among digits: 138OOOOOO16, 3O1室, and Ⅹ at the end of an
 * identity number, which otherwise counts ten. Undefined where there are none, as in nearly every text.
 */
export const withLettersRead = (units: Units): Units | undefined => readOnce(units).units;

/** How many rows of letters have a digit directly behind: xing4fu2. */
export const lettersBeforeDigits = (units: Units): number => readOnce(units).beforeDigits;

function readLetters(units: Units): LettersRead {
  const { codes, gaps, starts, length, text } = units;
  let read: Uint16Array | undefined;
  let beforeDigits = 0;
  const write = (at: number, code: number) => {
    read ??= codes.slice();
    read[at] = code;
  };
  const isDigitBefore = (at: number) => at > 0 && gaps[at] === 0 && isArabicDigit(codes[at - 1] ?? 0);
  for (let at = 0; at < length; at += 1) {
    if (isLetter(codes[at])) {
      let [to, isLike] = [at, true];
      for (; to < length && isLetter(codes[to]) && (to === at || gaps[to] === 0); to += 1) {
        isLike &&= LIKE_DIGITS.has(codes[to] ?? 0);
      }
      const isDigitBehind = to < length && gaps[to] === 0 && isArabicDigit(codes[to] ?? 0);
      if (isDigitBehind) beforeDigits += 1;
      const isDigits = isDigitBefore(at) || (isDigitBehind && to - at <= MOST_LEADING);
      if (isLike && (isDigits || isCounted(units, at, to))) {
        for (let letter = at; letter < to; letter += 1) write(letter, LIKE_DIGITS.get(codes[letter] ?? 0) ?? NOTHING);
      }
      at = to - 1;
    } else if (starts[at] === starts[at + 1] && /^[Ⅹⅹ]/.test(text.charAt(starts[at] ?? 0)) && isDigitBefore(at)) {
      write(at, X);
      write(at + 1, NOTHING);
    }
  }
  return { units: read === undefined ? undefined : { ...units, codes: read }, beforeDigits };
}
