/**
 * Marks that may not start a line (避头): closing and pausing punctuation, ellipses, name dots, connecting and dividing
 * marks (GB/T 15834-2011 5.1), units after a number.
 */
const NO_START = new Set('，。、；：？！）〕］｝\u300b〉」』】〗”’…·～–－/／%‰％℃°,.;:?!)]}');
/** ㎡ ㎏ ㎝: units set in one cell. */
const SQUARED_UNIT = /^[\u3371-\u337a\u3380-\u33df]$/u;
/** Marks that may not end a line (避尾). */
const NO_END = new Set('（〔［｛\u300a〈「『【〖“‘￥¥$＄№#([{/／');
/** Pausing marks that may hang in the right margin; one at most. */
const HANGING = new Set('，。、；：');
/** Marks whose right half is blank, and those whose left half is. */
const BLANK_RIGHT = new Set('，。、；：）〕］\u300b〉」』】”’');
const BLANK_LEFT = new Set('（〔［\u300a〈「『【“‘');

/** Behind these an address of the web that no line can hold is broken. */
const ADDRESS_MARKS = new Set('/?&=@._-:');

const WESTERN = /^[\u0020-\u00b6\u00b8-\u00d6\u00d8-\u024f\u0370-\u052f]$/u;
const HAN = /^\p{Script=Han}/u;
const LETTER_OR_DIGIT = /^[\p{L}\p{N}]/u;
const SELECTOR = /^\p{VS}$/u;
const INVISIBLE = /^[\p{Cc}\p{Cf}\u2028\u2029]$/u;
const COMBINING = /^\p{M}$/u;
/** Texts of which every UTF-16 unit is a character of its own: no surrogates, selectors or format characters. */
const PLAIN = /^[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u2070-\u2fff\u3000-\ud7ff\uff01-\uffee]*$/;

/** Whether every UTF-16 unit of a text is set by itself. */
export function isPlain(text: string): boolean {
  return PLAIN.test(text);
}

/**
 * What is set as one: a character with the variation selectors that follow it. Surrogate pairs stay whole.
 */
export function splitClusters(text: string): string[] {
  const clusters: string[] = [];
  for (const character of text) {
    const last = clusters.length - 1;
    const joins = (SELECTOR.test(character) || INVISIBLE.test(character)) && character !== '\n' && character !== '\t';
    if (joins && last >= 0) clusters[last] += character;
    else clusters.push(character);
  }
  return clusters;
}

/** The part of a cluster that gets a glyph: no selectors, no format characters, a tab as a blank. */
export function printedPart(cluster: string): string {
  const printed = [...cluster.replaceAll('\t', ' ')];
  return printed.filter((character) => !SELECTOR.test(character) && !INVISIBLE.test(character)).join('');
}

/** Half-width letters, digits and signs: set in the Song face, proportionally. */
export function isWestern(character: string): boolean {
  return WESTERN.test(character);
}

/** Chinese characters, and letters and digits, which stand a gap apart from each other; marks keep none. */
export function gapSide(character: string): 'han' | 'western' | undefined {
  if (HAN.test(character)) return 'han';
  return isWestern(character) && LETTER_OR_DIGIT.test(character) ? 'western' : undefined;
}

export function isSpace(character: string): boolean {
  return character === ' ' || character === '　';
}

export function isForbiddenAtStart(character: string): boolean {
  return NO_START.has(character) || COMBINING.test(character) || SQUARED_UNIT.test(character);
}

export function isForbiddenAtEnd(character: string): boolean {
  return NO_END.has(character);
}

export function isAddressMark(character: string): boolean {
  return ADDRESS_MARKS.has(character);
}

export function mayHang(character: string): boolean {
  return HANGING.has(character);
}

/** Which side of a mark can be squeezed by up to half its width. */
export function blankSide(character: string): 'left' | 'right' | undefined {
  if (BLANK_RIGHT.has(character)) return 'right';
  return BLANK_LEFT.has(character) ? 'left' : undefined;
}

/** —— and …… are one mark each. */
export function isHalfOfDoubleMark(first: string, second: string): boolean {
  return first === second && (first === '—' || first === '…');
}

/** One — alone connects (第3—5页) and may not start a line; the two of a dash may. */
export function isConnector(before: string, character: string, after: string | undefined): boolean {
  return character === '—' && before !== '—' && after !== '—';
}
