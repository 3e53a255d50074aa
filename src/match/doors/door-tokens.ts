import { GAP } from '../text/fold';
import { DIGIT_VALUES, isArabicDigit, isChineseNumeral, readNumeral } from '../text/numerals';
import { gapsBetween, type Units } from '../text/units';
import {
  ANY_DOOR,
  DOOR,
  type DoorKinds,
  doorWordAt,
  doorWordBefore,
  HASH_DOOR,
  isLayoutAt,
  isOtherUnit,
  labelBefore,
} from './door-kinds';

/** A number (or letter, or mask) that can name a house, a building, a flat …; half-open span among the units. */
export type DoorToken = {
  from: number;
  to: number;
  /** Digits without leading zeros, letters in lower case, `-` for below ground; `*` when hidden. */
  value: string;
  /** The last number of a range that begins with `value`. */
  through?: number;
  kinds: DoorKinds;
  /** Whether a word says what the number counts. */
  explicit: boolean;
};

/** Longer numbers are those of telephones, papers and accounts. */
const LONGEST_NUMBER = 5;
/** A number written with gaps is not taken apart further than this. */
const MOST_PIECES = 8;

/** 20号甲403: so long is the number of a flat. */
const SHORTEST_FLAT = 3;

const code = (char: string) => char.charCodeAt(0);
const isLetter = (unit: number) => unit >= 97 && unit <= 122;
const isMask = (unit: number) => unit === code('某') || unit === code('x');
const STEMS = new Set([...'甲乙丙丁戊己庚辛'].map(code));
const SIDES = new Set([...'东西南北中前后左右'].map(code));
const BEFORE_FLAT = new Set([...'栋幢座元门'].map(code));
const GATE = code('门');
const SIDE_WORDS = new Set([...'座单户门'].map(code));

/** Units that can begin a token: nearly all others are passed over with one look. */
const BEGINS = new Uint8Array(0x10000);
for (let unit = 0; unit < BEGINS.length; unit += 1) {
  const isNumeral = isArabicDigit(unit) || isChineseNumeral(unit);
  if (isNumeral || isLetter(unit) || isMask(unit) || STEMS.has(unit) || SIDES.has(unit)) BEGINS[unit] = 1;
}
for (const char of '负地') BEGINS[code(char)] = 1;

/**
 * Reads every number of a text that could be part of an address.
 * @param wanted numbers that are looked for: a number broken by gaps (8 8号, 3\n01室) is put together to one of them
 */
export function readDoors(units: Units, wanted: ReadonlySet<string>): DoorToken[] {
  const tokens: DoorToken[] = [];
  for (let at = 0; at < units.length; ) {
    const canBegin = BEGINS[units.codes[at] ?? 0] === 1 || ((units.gaps[at] ?? 0) & GAP.mask) !== 0;
    const token = canBegin ? readDoor(units, at, wanted) : undefined;
    if (token === undefined) at += 1;
    else {
      if (token.kinds !== 0) tokens.push(token);
      at = token.to;
    }
  }
  return tokens;
}

/** The token that begins at a unit; `kinds` is 0 for a number that has nothing to do with addresses. */
function readDoor(units: Units, at: number, wanted: ReadonlySet<string>): DoorToken | undefined {
  const unit = units.codes[at] ?? 0;
  const gap = units.gaps[at] ?? 0;
  if ((gap & GAP.mask) !== 0) {
    const hidden = closeToken(units, { from: at, next: at, value: '*' });
    if (hidden.explicit && hidden.to > at) return hidden;
  }
  if (isArabicDigit(unit) || isChineseNumeral(unit)) return readNumber(units, { from: at, at, sign: '', wanted });
  if (unit === code('负') && isNumeralAt(units, at + 1)) {
    return readNumber(units, { from: at, at: at + 1, sign: '-', wanted });
  }
  if (unit === code('地') && units.codes[at + 1] === code('下') && isNumeralAt(units, at + 2)) {
    return readNumber(units, { from: at, at: at + 2, sign: '-', wanted });
  }
  if (isMask(unit)) return readMask(units, at);
  if (isLetter(unit)) return readLetter(units, at, wanted);
  const char = String.fromCharCode(unit);
  if ((STEMS.has(unit) || SIDES.has(unit)) && isInChain(units, { from: at, to: at + 1, letter: char, wanted })) {
    return closeToken(units, { from: at, next: at + 1, value: char });
  }
  if (STEMS.has(unit) && ((units.gaps[at + 1] ?? 0) & (GAP.stop | GAP.cell)) === 0 && isNumeralAt(units, at + 1)) {
    // 甲23号: the number of a house is told with or without its stem.
    const number = readNumber(units, { from: at, at: at + 1, sign: '', wanted });
    const isChained = ((units.gaps[number.to] ?? 0) & GAP.dash) !== 0;
    const isWanted = number.value.length >= SHORTEST_FLAT && wanted.has(number.value);
    if (number.explicit || isChained || isWanted) return number;
  }
  // 北5栋: where a building is told by its side as well, both are one number.
  if (SIDES.has(unit) && units.gaps[at + 1] === 0 && isNumeralAt(units, at + 1)) {
    const number = readNumber(units, { from: at, at: at + 1, sign: char, wanted });
    if (wanted.has(number.value)) return number;
  }
  // 27幢丙: the stair at the end of a clause.
  const isLast =
    BEFORE_FLAT.has(units.codes[at - 1] ?? 0) &&
    units.gaps[at] === 0 &&
    (units.gaps[at + 1] !== 0 || at + 1 === units.length);
  if (STEMS.has(unit) && isLast && wanted.has(char)) return closeToken(units, { from: at, next: at + 1, value: char });
  // 北门50栋: a gate is where one goes in, unless a flat is told by it.
  const isSide = SIDE_WORDS.has(units.codes[at + 1] ?? 0) && (units.codes[at + 1] !== GATE || wanted.has(char));
  if (STEMS.has(unit) || (SIDES.has(unit) && isSide)) {
    const token = closeToken(units, { from: at, next: at + 1, value: char });
    return token.explicit ? token : undefined;
  }
  return undefined;
}

const isNumeralAt = ({ codes }: Units, at: number) => isArabicDigit(codes[at] ?? 0) || DIGIT_VALUES.has(codes[at] ?? 0);

function readMask(units: Units, at: number): DoorToken {
  let next = at;
  while (next < units.length && isMask(units.codes[next] ?? 0)) next += 1;
  const token = closeToken(units, { from: at, next, value: '*' });
  // What hides nothing is passed over as a whole, so that a long row of it costs one look.
  return token.explicit ? token : { ...token, kinds: 0 };
}

/** A座, A2101, B1: one letter, with the digits that directly follow. Words and runs of letters are none. */
function readLetter(units: Units, at: number, wanted: ReadonlySet<string>): DoorToken | undefined {
  const { codes, gaps } = units;
  const letter = String.fromCharCode(codes[at] ?? 0);
  let next = at + 1;
  while (next < units.length && isLetter(codes[next] ?? 0) && gaps[next] === 0) next += 1;
  if (next > at + 1) return { from: at, to: next, value: '', kinds: 0, explicit: false };
  if (next < units.length && isNumeralAt(units, next)) {
    const number = readNumber(units, { from: at, at: next, sign: letter, wanted });
    // X F L 88: after a space, the number is one of its own, unless the whole is looked for.
    const isTied = gaps[next] === 0 || wanted.has(number.value);
    if (number.kinds !== 0 && isTied) return number;
  }
  const token = closeToken(units, { from: at, next, value: letter });
  return token.explicit || isInChain(units, { from: at, to: next, letter, wanted }) ? token : undefined;
}

type Letter = { from: number; to: number; letter: string; wanted: ReadonlySet<string> };

/** 12#-B-2704, 18-甲-2303, 8-东-602, B-3-602: a letter is one of the chain between dashes, and before one and a number. */
const isInChain = ({ codes, gaps }: Units, { from, to, letter, wanted }: Letter) =>
  ((gaps[to] ?? 0) & GAP.dash) !== 0 &&
  (((gaps[from] ?? 0) & GAP.dash) !== 0 || isArabicDigit(codes[to] ?? 0)) &&
  wanted.has(letter);

type Start = { from: number; at: number; sign: string; wanted: ReadonlySet<string> };

function readNumber(units: Units, { from, at, sign, wanted }: Start): DoorToken {
  const ends = pieceEnds(units, at);
  let next = ends[0] ?? at + 1;
  // The longest number that is looked for wins over what the gaps suggest.
  for (let last = ends.length - 1; last > 0; last -= 1) {
    const end = ends[last] ?? next;
    const bits = gapsBetween(units, at + 1, end - 1);
    // Pieces of one digit each: 8-8号.
    const isSpelled = () => end - at === last + 1;
    if ((bits & GAP.stop) !== 0 || ((bits & GAP.dash) !== 0 && !isSpelled())) continue;
    if (wanted.has(sign + readValue(units, at, end))) {
      next = end;
      break;
    }
  }
  let value = readValue(units, at, next);
  if (value.length > LONGEST_NUMBER) return { from, to: next, value: '', kinds: 0, explicit: false };
  if (isLayoutAt(units, next)) return { from, to: next + 3, value: '', kinds: 0, explicit: false };
  value = sign + value;
  const tail = units.codes[next] ?? 0;
  // 301A室: a single letter right behind the digits belongs to the number.
  if (isLetter(tail) && !isLetter(units.codes[next + 1] ?? 0) && units.gaps[next] === 0 && tail !== code('f')) {
    const lettered = closeToken(units, { from, next: next + 1, value: value + String.fromCharCode(tail) });
    if (lettered.explicit || wanted.has(lettered.value)) return lettered;
  }
  const token = closeToken(units, { from, next, value });
  if (token.explicit) return sign === '-' ? { ...token, kinds: token.kinds | DOOR.floor } : token;
  // 2-901万达名邸: in a chain, the number of a flat counts no sum.
  if (value.length >= SHORTEST_FLAT && ((units.gaps[from] ?? 0) & GAP.dash) !== 0 && wanted.has(value)) return token;
  const isOther = next < units.length && isOtherUnit(tail) && ((units.gaps[next] ?? 0) & ~GAP.space) === 0;
  if (isOther) return { ...token, kinds: 0 };
  return isPlainWord(units, at, next) ? { ...token, kinds: 0 } : token;
}

/** A single Chinese numeral without a word after it is ordinary language, unless dashes make it one of a chain. */
function isPlainWord({ codes, gaps, starts, text }: Units, at: number, next: number): boolean {
  const isSingle = next - at === 1 && isChineseNumeral(codes[at] ?? 0);
  if (isSingle && isItem(text, starts[at] ?? 0)) return true;
  // 56号之三: the annex of a house.
  if (codes[at - 1] === code('之') && codes[at - 2] === code('号') && ((gaps[at] ?? 0) & ~GAP.space) === 0)
    return false;
  // 三单元六，: the flat at the end of a clause.
  if (BEFORE_FLAT.has(codes[at - 1] ?? 0) && gaps[at] === 0 && gaps[next] !== 0) return false;
  return isSingle && (((gaps[at] ?? 0) | (gaps[next] ?? 0)) & (GAP.dash | GAP.cell)) === 0;
}

/** （二）, and 五、 on a new line: an item of a list. */
const isItem = (text: string, at: number) => /^(?:[（(].[）)]|[\s。；;].、)$/u.test(text.slice(at - 1, at + 2));

/** Where the pieces of a number end: at every gap and where Arabic and Chinese digits meet. */
function pieceEnds({ codes, gaps, length }: Units, at: number): number[] {
  const ends: number[] = [];
  for (let next = at + 1; ends.length < MOST_PIECES; next += 1) {
    const unit = codes[next] ?? 0;
    const isNumber = next < length && (isArabicDigit(unit) || isChineseNumeral(unit));
    const isSame = isArabicDigit(unit) === isArabicDigit(codes[next - 1] ?? 0);
    if (!isNumber || gaps[next] !== 0 || !isSame) ends.push(next);
    if (!isNumber) break;
  }
  return ends;
}

function readValue({ codes }: Units, from: number, to: number): string {
  const digits = readNumeral(codes.subarray(from, to));
  return digits.startsWith('0') ? digits.replace(/^0+(?=\d)/, '') : digits;
}

/** Adds the word that says what a number counts: 号, 幢, #, 单元 … */
function closeToken(units: Units, { from, next, value }: { from: number; next: number; value: string }): DoorToken {
  const gap = units.gaps[next] ?? 0;
  if ((gap & GAP.hash) !== 0 && (gap & GAP.cell) === 0 && value !== '*') {
    const to = units.codes[next] === code('楼') ? next + 1 : next;
    return { from, to, value, kinds: HASH_DOOR, explicit: true };
  }
  // 牧*巷12号: half of a road's name is hidden, and no lane's number.
  const isRoad = (gap & GAP.mask) !== 0 && units.codes[next] === code('巷');
  const word = next < units.length && !isRoad ? doorWordAt(units, next) : undefined;
  // 楼号是10，单元3: what a word before has told is not told again by the one behind a mark.
  const isOver = (gap & (GAP.mark | GAP.stop | GAP.cell)) !== 0;
  const before = word === undefined || isOver ? (doorWordBefore(units, from) ?? labelBefore(units, from)) : undefined;
  if (before !== undefined) return { from: from - before.length, to: next, value, kinds: before.kinds, explicit: true };
  if (word === undefined) return { from, to: next, value, kinds: ANY_DOOR, explicit: false };
  // 8*号: what is left of the number says nothing certain.
  const told = (gap & GAP.mask) === 0 ? value : '*';
  return { from, to: next + word.length, value: told, kinds: word.kinds, explicit: true };
}
