/** A number of a list, decimal or hexadecimal; not a part of a word or of a fraction. */
const NUMBER = /(?<![\w.])(?:0x([0-9a-f]{2,5})|(\d{2,5}))(?![\w.])/gi;

/** Fewer ideographs in a row are chance: sums of money look like them. */
const MIN_IDEOGRAPHS = 3;

/**
 * Text that a script or a data file holds as the numbers of its characters, such as `[24184, 0x798f, 36335]`; none, or one
 * text.
 */
export function charactersByNumber(text: string): string[] {
  let run = '';
  const runs: string[] = [];
  const close = () => {
    if ((run.match(/\p{Script=Han}/gu)?.length ?? 0) >= MIN_IDEOGRAPHS) runs.push(run);
    run = '';
  };
  for (const [, hex, decimal] of text.matchAll(NUMBER)) {
    const char = String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
    if (MAY_BE_TEXT.test(char)) run += char;
    else close();
  }
  close();
  return runs.length === 0 ? [] : [runs.join('\n')];
}

/** One of these stands before each number. */
const MARKS = ['SYMBOL', 'QUOTE', 'hr', 'CHR', 'CHAR'];

/**
 * What fields of Word show by the number of a character, as in `SYMBOL 24184 \\u` and `QUOTE 24184` (ECMA-376, 17.16.5), and
 * what the functions of programs, workbooks and databases make of it, as in `ChrW(24184)`.
 */
const CALL = /\b(?:(?:SYMBOL|QUOTE)\s+|(?:ChrW?|chr|unichr|CHR|N?CHAR|UNICHAR)\s*\(\s*)(0x[0-9A-Fa-f]{2,5}|\d{2,6})\b/g;

/** The same, whatever stands between them; none, or one text. */
export function charactersByCall(text: string): string[] {
  if (!MARKS.some((mark) => text.includes(mark))) return [];
  return charactersByNumber([...text.matchAll(CALL)].map(([, number]) => number).join(' '));
}

const MAY_BE_TEXT = /[\p{Script=Han}\x20-\x7e\u3000-\u303f\uff00-\uffef]/u;
