/** What hides digits of a telephone number: signs, or the letter x. */
const SIGN = '[*＊×✕✖■□█▇▓░●○•·_＿…xX]';
const HEAD = 3;
const TAIL = 4;
/** The network's and the area's digits: with signs behind, what is left is one of ten thousand. */
const LONG_HEAD = 7;
/** Four digits are hidden; one sign can stand for two, and one more or less is a slip. */
const MIDDLE = new RegExp(`^(\\d{${HEAD}})[ -]?(?:${SIGN}{2,6}|…)[ -]?(\\d{${TAIL}})(?!\\d)`);
const REST = new RegExp(`^(\\d{${HEAD}}[ -]?\\d{${LONG_HEAD - HEAD}})[ -]?${SIGN}{2,6}(?![\\d*＊])`);
/** Signs for all but the last four, as many as a number of eleven digits hides, or words for them. */
const BEFORE_TAIL = new RegExp(
  `(?:(?<![\\d*＊×]|${SIGN}[ -]?)${SIGN}{6,8}[ -]?|(?:尾号|尾数|末尾|[末后]四位|最后四位)(?:数字|号码)?[为是:：\\s“"]{0,3})$`,
);
const LONGEST_BEFORE = 16;
const FULL_WIDTH = /[０-９]/g;
const MOBILE = /^1\d{10}$/;

/** The digits of a mobile number that are left when the others are hidden; undefined for any other number. */
export const shownDigits = (digits: string): { head: string; tail: string } | undefined =>
  MOBILE.test(digits) ? { head: digits.slice(0, HEAD), tail: digits.slice(-TAIL) } : undefined;

/**
 * Reads a mobile number with some of its digits hidden: 139****4321, 1390000****.
 * @param text begins with its first digit
 * @returns how many characters it has; 0 when it is another number, or nothing of it is hidden
 */
export function hiddenPhoneLength(text: string, number: string): number {
  const plain = text.replace(FULL_WIDTH, (digit) => digit.normalize('NFKC'));
  const [middle = '', head, tail] = MIDDLE.exec(plain) ?? [];
  if (head !== undefined) return number.startsWith(head) && number.endsWith(tail ?? '') ? middle.length : 0;
  const [rest = '', told = ''] = REST.exec(plain) ?? [];
  return told !== '' && number.startsWith(told.replace(/\D/g, '')) ? rest.length : 0;
}

/** How many characters before the last four digits say that the others are hidden: *******4321, 尾号4321. */
export const hiddenBefore = (text: string, start: number): number =>
  BEFORE_TAIL.exec(text.slice(Math.max(0, start - LONGEST_BEFORE), start))?.[0].length ?? 0;
