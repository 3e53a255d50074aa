/** Compound surnames still in use; any other surname is one character. */
const COMPOUND_SURNAMES = new Set(
  '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 令狐 百里 呼延 东郭 南门 西门 拓跋 第五 纳兰'.split(
    ' ',
  ),
);

/**
 * 罗某某 for 罗㛃瑶: the surname stays. Of a name written with `·` or in another script only the first character
 * stays, because it has no surname in that sense.
 */
export function maskName(name: string): string {
  const characters = [...name];
  const surname = characters.slice(0, 2).join('');
  const hasSurname = /^\p{Script=Han}+$/u.test(name);
  return `${hasSurname && characters.length > 2 && COMPOUND_SURNAMES.has(surname) ? surname : (characters[0] ?? '')}某某`;
}

/** The last four characters of an ID number; a short one is hidden whole. */
export function maskIdNumber(number: string): string {
  const shown = number.length > 8 ? 4 : 0;
  return '*'.repeat(number.length - shown) + number.slice(number.length - shown);
}
