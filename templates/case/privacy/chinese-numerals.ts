const DIGITS: readonly string[] = ['〇零', '一壹', '二贰两', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'];
const SCALES: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100 };
const NUMERAL = /[〇零一壹二贰两三叁四肆五伍六陆七柒八捌九玖十拾百佰]+/gu;

/** A text with every Chinese numeral in Arabic figures: 六〇四 and 六百零四 are both 604. For comparing only. */
export function withArabicNumerals(text: string): string {
  return text.replace(NUMERAL, readNumeral);
}

function readNumeral(numeral: string): string {
  const characters = [...numeral];
  if (!characters.some((character) => character in SCALES)) return characters.map(digitOf).join('');
  let total = 0;
  let digit = 0;
  for (const character of characters) {
    const scale = SCALES[character];
    if (scale === undefined) digit = digitOf(character);
    else {
      total += (digit === 0 ? 1 : digit) * scale;
      digit = 0;
    }
  }
  return String(total + digit);
}

function digitOf(character: string): number {
  return DIGITS.findIndex((forms) => forms.includes(character));
}
