/** What hides digits of a telephone number: signs, or the letter x. */
const SIGN = '[*＊×✕✖■□█▇▓░●○•·_＿…xX]';
const HEAD = 3;
const TAIL = 4;
/** The network's and the area's digits: with signs behind, what is left is one of ten thousand. */
const LONG_HEAD = 7;
/** Four digits are hidden; one sign can stand for two, and one more or less is a slip. */
const MIDDLE = new RegExp(`^(\\d{${HEAD}})[ -]?(?:${SIGN}{3,5}|…{1,2})[ -]?(\\d{${TAIL}})(?!\\d)`);
const REST = new RegExp(`^(\\d{${HEAD}}[ -]?\\d{${LONG_HEAD - HEAD}})[ -]?${SIGN}{3,5}(?![\\d*＊])`);
const FULL_WIDTH = /[０-９]/g;
const MOBILE = /^1\d{10}$/;

/** The digits with which a mobile number begins also where others are hidden; undefined for any other number. */
export const headOf = (digits: string): string | undefined => (MOBILE.test(digits) ? digits.slice(0, HEAD) : undefined);

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
