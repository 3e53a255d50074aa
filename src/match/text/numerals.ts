const codesFrom = (chars: string, first: number): [number, number][] =>
  [...chars].map((char, index) => [char.charCodeAt(0), first + index]);

/** Values of Chinese digits, by character code; capital ones and those of speech included. */
export const DIGIT_VALUES: ReadonlyMap<number, number> = new Map([
  ...codesFrom('零一二三四五六七八九', 0),
  ...codesFrom('壹贰叁肆伍陆柒捌玖', 1),
  ['幺'.charCodeAt(0), 1],
  ['两'.charCodeAt(0), 2],
]);

/** Values of the characters that stand for tens, hundreds and thousands. */
export const SCALE_VALUES: ReadonlyMap<number, number> = new Map(
  Object.entries({ 十: 10, 拾: 10, 廿: 20, 卅: 30, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }).map(([char, value]) => [
    char.charCodeAt(0),
    value,
  ]),
);

/** Marks the Chinese numerals; a table, because every unit of every text is asked. */
const CHINESE_NUMERALS = new Uint8Array(0x10000);
for (const code of [...DIGIT_VALUES.keys(), ...SCALE_VALUES.keys()]) CHINESE_NUMERALS[code] = 1;

export const isArabicDigit = (code: number) => code >= 48 && code <= 57;
export const isChineseNumeral = (code: number) => CHINESE_NUMERALS[code] === 1;

const isScale = (code: number) => SCALE_VALUES.has(code);
const digitOf = (code: number) => (isArabicDigit(code) ? code - 48 : DIGIT_VALUES.get(code));

/** 八十八 to 88, 三零一 to 301, 一百零二 to 102, 廿三 to 23. Arabic digits among Chinese ones are taken as they are. */
export function readNumeral(run: Iterable<number>): string {
  let digits = '';
  for (const code of run) {
    if (isScale(code)) return readScaled(run);
    digits += digitOf(code) ?? '';
  }
  return digits;
}

function readScaled(run: Iterable<number>): string {
  let total = 0;
  let digit: number | undefined;
  for (const code of run) {
    const scale = SCALE_VALUES.get(code);
    if (scale === undefined) digit = (isArabicDigit(code) ? (digit ?? 0) * 10 : 0) + (digitOf(code) ?? 0);
    else {
      // 一千零十八 says ten without its one.
      total += scale === 20 || scale === 30 ? scale : (digit || 1) * scale;
      digit = undefined;
    }
  }
  return String(total + (digit ?? 0));
}
