import { GAP } from '../text/fold';
import { lettersBeforeDigits } from '../text/letter-digits';
import { isArabicDigit } from '../text/numerals';
import type { Units } from '../text/units';
import { isLetter } from './letter-memory';
import { isSyllable } from './pinyin';

/** One syllable with a digit behind it may be a room (A2); two in a row are pinyin. */
const FEWEST_TONED = 2;
/** Five tones, the neutral one written 0 or 5. */
const LAST_TONE = '5'.charCodeAt(0);

/**
 * The units without the digits that tell the tones of pinyin: xing4fu2lu4 88 hao4 is xingfulu 88 hao. Undefined where
 * there are none, as in nearly every text.
 */
export function withoutTones(units: Units): Units | undefined {
  const isTone = lettersBeforeDigits(units) >= FEWEST_TONED ? findTones(units) : undefined;
  if (isTone === undefined) return undefined;
  const kept = [...units.codes.keys()].filter((at) => !isTone.has(at));
  const rows = { length: kept.length, text: units.text };
  return {
    ...rows,
    codes: Uint16Array.from(kept, (at) => units.codes[at] ?? 0),
    starts: Int32Array.from(kept, (at) => units.starts[at] ?? 0),
    // The digit belongs to its syllable.
    ends: Int32Array.from(kept, (at) => units.ends[isTone.has(at + 1) ? at + 1 : at] ?? 0),
    gaps: Uint8Array.from([...kept, units.length], (at) => units.gaps[at] ?? 0),
  };
}

/** Where digits tell tones: behind whole syllables, at least two of them with nothing but spaces and dashes between. */
function findTones(units: Units): Set<number> | undefined {
  const { codes, gaps, length } = units;
  const tones = new Set<number>();
  let row: number[] = [];
  const close = () => {
    if (row.length === 0) return;
    if (row.length >= FEWEST_TONED) for (const at of row) tones.add(at);
    row = [];
  };
  for (let at = 0; at < length; at += 1) {
    if (!isLetter(codes[at])) {
      // Numbers stand among the syllables: lu4 88 hao4. Any other word ends the row.
      if (!isArabicDigit(codes[at] ?? 0)) close();
      continue;
    }
    const first = at;
    while (at + 1 < length && gaps[at + 1] === 0 && isLetter(codes[at + 1])) at += 1;
    const tone = at + 1;
    const isToned =
      tone < length && gaps[tone] === 0 && isArabicDigit(codes[tone] ?? 0) && (codes[tone] ?? 0) <= LAST_TONE;
    if (((gaps[first] ?? 0) & ~(GAP.space | GAP.dash)) !== 0) close();
    if (isToned && isSyllable(String.fromCharCode(...codes.subarray(first, tone)))) row.push(tone);
    else close();
  }
  close();
  return tones.size === 0 ? undefined : tones;
}
