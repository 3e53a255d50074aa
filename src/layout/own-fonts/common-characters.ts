/** First and last row of GB/T 2312 level 1, and the characters of a row. */
const ROWS = { first: 0xb0, last: 0xd7 } as const;
const CELLS = { first: 0xa1, last: 0xfe } as const;

/** How many characters a message names. */
const NAMED = 5;

/**
 * The 3,755 common characters (GB/T 2312-1980, level 1). A font that lacks one of them was not made for Chinese text;
 * rarer characters may come from the bundled faces.
 */
export function commonCharacters(): string[] {
  const bytes: number[] = [];
  for (let row = ROWS.first; row <= ROWS.last; row += 1)
    for (let cell = CELLS.first; cell <= CELLS.last; cell += 1) bytes.push(row, cell);
  const text = new TextDecoder('gbk').decode(Uint8Array.from(bytes));
  // The last row has five places without a character.
  return [...text].filter((character) => /\p{Script=Han}/u.test(character));
}

/** The first few characters of a list, to be named in a message. */
export function sampleOf(characters: string[]): string {
  const named = characters.slice(0, NAMED).join('、');
  return characters.length > NAMED ? `${named} 等` : named;
}
