/** What writers put in front although the clause of the ruling says it: 申请人某某称，本院认为，经审查查明，请求，1. */
const WORDS = {
  claim: (names: string) => new RegExp(`^申请人${names}(?:诉称|述称|称)[，,：:]\\s*`),
  answer: (names: string) =>
    new RegExp(`^(?:[二各]?被申请人${names}(?:答辩|辩解|辩|述)?称[，,：:]|(?:答辩|辩)?称[，,：:]?)\\s*`),
  findings: () => /^(?:本院)?(?:经(?:依法)?(?:审查|审理)?(?:查明)?|现查明|查明)[，,：:]\s*/,
  reasons: () => /^(?:本院(?:经(?:依法)?审查)?认为|经审查(?:认为)?)[，,：:]\s*/,
  request: () =>
    /^(?:(?:\d{1,2}\s*[.．、)）](?!\d)|[（(][一二三四五六七八九十\d]{1,3}[）)]、?|[一二三四五六七八九十]{1,3}、|[①-⑳])\s*)?(?:请求(?:人民法院|法院|贵院)?(?:依法)?[：:]?\s*)?/,
} as const;

/**
 * The text of a field without the words that its clause begins with; never empty. `names` are those of the side that
 * speaks: 申请人某某称 is an opening, 申请人受威胁称 is not.
 */
export function withoutOpening(kind: keyof typeof WORDS, text: string, names: readonly string[] = []): string {
  const rest = text.trimStart().replace(WORDS[kind](anyOf(names)), '');
  return rest === '' ? text : rest;
}

/**
 * Any number of the names, and what joins them. The longest first, and never divided anew (a look ahead that is taken
 * as it is): where one name begins another one (张, 张张), the ways to divide a text would double with each character.
 */
function anyOf(names: readonly string[]): string {
  const longestFirst = [...names].sort((one, other) => other.length - one.length);
  const escaped = longestFirst.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return `(?=(?<names>(?:${[...escaped, '、', '和', '及', '均'].join('|')})*))\\k<names>`;
}
