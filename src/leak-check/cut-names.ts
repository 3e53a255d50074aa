import type { Allowed, FactHit } from '../match';

/**
 * Whether a find is only what is left of a name that may stand, where the end of a line cuts it: 阿卜杜力 of
 * 阿卜杜力·买买提. For readings in which the rest of the name comes elsewhere; as it is drawn, the page has it whole.
 */
export function isCutFromName(
  text: string,
  { start, end }: { start: number; end: number },
  allowed: readonly Allowed[],
): boolean {
  const lineEnd = text.indexOf('\n', end);
  const rest = text.slice(start, lineEnd === -1 ? undefined : lineEnd);
  const head = text.slice(text.lastIndexOf('\n', start) + 1, end);
  return allowed.some(
    (name) =>
      typeof name === 'string' &&
      ((rest.length < name.length && name.startsWith(rest)) || (head.length < name.length && name.endsWith(head))),
  );
}

/** Numbers, marks, and the word that stands behind a number of any kind. */
const NUMBERS = /^[\p{N}\p{P}\s号]*$/u;

/**
 * Whether a find of an address is nothing but numbers from several lines: 1号 of one sentence over 0102 of a case number,
 * or one over the estate that both homes share and the respondent knows. For readings in which lines stand in another order
 * than they are drawn in: there such numbers are neighbours by chance.
 */
export function isOfScatteredNumbers(
  text: string,
  { fact, start, end }: FactHit,
  allowed: readonly Allowed[],
): boolean {
  if (fact.address === undefined && fact.kind !== 'address') return false;
  const lines = text.slice(start, end).split('\n');
  return lines.length > 1 && lines.every((line) => NUMBERS.test(line) || isOfAddress(line, allowed));
}

/** 单元 says what a number counts. */
const SHORTEST_NAME = 3;

/** Whether a line has the name of a place in an address that may stand, and no number. */
function isOfAddress(line: string, allowed: readonly Allowed[]): boolean {
  const words = line.replace(/[\p{P}\s号]/gu, '');
  if (words.length < SHORTEST_NAME || /\p{N}/u.test(words)) return false;
  return allowed.some((one) => typeof one !== 'string' && Object.values(one).some((part) => part.includes(words)));
}
