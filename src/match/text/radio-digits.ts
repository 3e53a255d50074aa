import { DIGIT_VALUES } from './numerals';
import type { Units } from './units';

const codeOf = (char: string) => char.charCodeAt(0);
/** How police and soldiers say digits that sound alike; 幺 and 两 everybody says. */
export const RADIO_DIGITS: ReadonlyMap<number, number> = new Map([
  [codeOf('洞'), codeOf('零')],
  [codeOf('拐'), codeOf('七')],
  [codeOf('勾'), codeOf('九')],
]);
const IS_RADIO = /[洞拐勾]/;
/** A single one is a digit before these only; 洞 never, because caves have numbers too. */
const SINGLE = /^[拐勾](?:号|栋|幢|座|楼|单元|室|门)/;

/** The units with radio digits read among digits: 幺拐号四洞两. Undefined where there are none, as in nearly every text. */
export function withRadioRead(units: Units): Units | undefined {
  const { codes, gaps, starts, length, text } = units;
  if (!IS_RADIO.test(text)) return undefined;
  const isDigit = (at: number) => {
    const code = codes[at] ?? 0;
    return RADIO_DIGITS.has(code) || DIGIT_VALUES.has(code);
  };
  let read: Uint16Array | undefined;
  for (let at = 0; at < length; at += 1) {
    const digit = RADIO_DIGITS.get(codes[at] ?? 0);
    if (digit === undefined) continue;
    const isBeside = (at > 0 && gaps[at] === 0 && isDigit(at - 1)) || (gaps[at + 1] === 0 && isDigit(at + 1));
    if (!isBeside && !SINGLE.test(text.slice(starts[at], (starts[at] ?? 0) + 3))) continue;
    read ??= codes.slice();
    read[at] = digit;
  }
  return read === undefined ? undefined : { ...units, codes: read };
}
