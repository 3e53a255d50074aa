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
 * Whether a find of an address is nothing but numbers from several lines: 1号 of one sentence over 0102 of a case number.
 * For readings in which lines stand in another order than they are drawn in: there such numbers are neighbours by chance.
 */
export function isOfScatteredNumbers(text: string, { fact, start, end }: FactHit): boolean {
  if (fact.address === undefined && fact.kind !== 'address') return false;
  const found = text.slice(start, end);
  return found.includes('\n') && NUMBERS.test(found);
}
