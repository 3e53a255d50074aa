const LENGTH = 18;
const TAIL = 4;
/** So many digits must stand before the hidden ones: the law's own mask leaves none, and one is chance. */
export const FEWEST_TOLD = 3;
/** Division, year and month: with signs behind, this is the number of one person even without its last four. */
const FEWEST_ALONE = 10;
/** A sign more or less is a slip, and a single one hides nothing. */
const SLIP = 2;

const HIDDEN = /^((?:\d[ -]?){3,14})((?:[*＊×✕✖■□█▇▓░●○_＿…xX·][ ]?){2,17})((?:\d[ -]?){0,3}[\dXx])?(?![\dXx*＊×])/;
const FULL_WIDTH = /[０-９]/g;
const narrow = (digit: string) => digit.normalize('NFKC');

/**
 * Reads an identity number with some of its digits hidden: 530102********4528, 53010219880315****.
 * @param text begins with its first digit
 * @returns how many characters it has; 0 when it is another number, or nothing of it is hidden
 */
export function hiddenLength(text: string, number: string): number {
  const [all, told = '', signs = '', tail = ''] = HIDDEN.exec(text.replace(FULL_WIDTH, narrow)) ?? [];
  if (all === undefined) return 0;
  const head = told.replace(/\D/g, '');
  const rest = tail.replace(/[ -]/g, '').toLowerCase();
  if (!number.startsWith(head) || !number.endsWith(rest)) return 0;
  if (rest === '') return head.length >= FEWEST_ALONE ? all.trimEnd().length : 0;
  const count = signs.replaceAll(' ', '').length;
  const isWhole = Math.abs(head.length + count + rest.length - LENGTH) <= SLIP;
  return rest.length === TAIL && isWhole ? all.length : 0;
}
