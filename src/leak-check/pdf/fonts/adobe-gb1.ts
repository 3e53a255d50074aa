import { fromGb18030 } from '../../bytes/encodings';

/**
 * Where glyph numbers of Adobe-GB1 follow the rows of GB 2312: number of the first glyph, code of the first character,
 * how many (Adobe Technical Note 5079, the CMap GB-EUC-H). The rows have 94 characters.
 */
const ROWS: readonly [cid: number, code: number, count: number][] = [
  [96, 0xa1a1, 94],
  [240, 0xa2e5, 10],
  [262, 0xa3a1, 94],
  [940, 0xb0a1, 3755],
  [4695, 0xd8a1, 3008],
];

/** Plain letters, once with widths of their own and once half as wide as an ideograph. */
const LETTERS: readonly [cid: number, code: number, count: number][] = [
  [1, 0x20, 95],
  [814, 0x21, 94],
];
const SPACE = 7716;

const ROW = 94;

/**
 * The character of a glyph number of Adobe-GB1, as far as GB 2312 goes. Fonts that are not embedded, and fonts of Adobe's
 * kind for Chinese, have nothing else that tells.
 */
export function adobeGb1Text(cid: number): string | undefined {
  if (cid === SPACE) return ' ';
  const letter = LETTERS.find(([first, , count]) => cid >= first && cid < first + count);
  if (letter !== undefined) return String.fromCharCode(letter[1] + cid - letter[0]);
  const row = ROWS.find(([first, , count]) => cid >= first && cid < first + count);
  if (row === undefined) return undefined;
  const [first, code] = row;
  const column = (code & 0xff) - 0xa1 + cid - first;
  return fromGb18030(Buffer.from([(code >> 8) + Math.floor(column / ROW), 0xa1 + (column % ROW)]));
}
