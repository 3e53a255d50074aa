import type { Inline } from '../../src/authoring';

/** A run of full-width low lines in a clause is a field to be filled by hand, one character wide per line. */
const BLANK = /(＿+)/;

/** Text of a clause as inline content, its fields to be filled by hand as blanks. */
export function withBlanks(text: string): Inline[] {
  return text
    .split(BLANK)
    .filter((piece) => piece !== '')
    .map((piece) => (piece.startsWith('＿') ? { kind: 'blank', cells: piece.length } : { kind: 'text', text: piece }));
}
