import type { ProtectedFact, Span, Work } from '../facts';
import { GAP } from '../text/fold';
import { withLettersRead } from '../text/letter-digits';
import { withNumbersRead } from '../text/normal-form';
import { isArabicDigit, isChineseNumeral } from '../text/numerals';
import { createPatternSearch } from '../text/pattern-search';
import type { SafeSpans } from '../text/safe-spans';
import { codesOf, gapsBetween, toUnits, type Units, unitsText } from '../text/units';
import { createWiden } from './surroundings';

/** Shorter spellings would hit ordinary words. */
const MIN_SPELLING = 2;
const LONG_NAME = 5;

/** How a spelling may be broken up: text by anything, a name by spaces and name dots only. */
type Kind = 'text' | 'name' | 'mail';
type Entry = { kind: Kind; index: number };
type Pattern<T> = { codes: number[]; payload: T };
type Report = (find: { index: number; start: number; end: number }) => void;

type Searched = { units: Units; isSafe: SafeSpans; work: Work };

export type SpellingSearch = {
  /** Where names that may stand occur. */
  safeSpans(units: Units): Span[];
  search(text: Searched, report: Report): void;
};

/**
 * Finds spellings whatever their width, case, spaces, punctuation, numerals and script. A text is searched twice: with
 * its numerals read as numbers (八十八号 is 88号), and as it stands, because reading joins what belongs apart
 * (王五2026年 holds 王五).
 */
export function createSpellingSearch(facts: readonly ProtectedFact[], allowed: readonly string[]): SpellingSearch {
  const asWritten: Pattern<Entry>[] = [];
  const withNumbers: Pattern<Entry>[] = [];
  for (const [index, { spellings, kind: factKind }] of facts.entries()) {
    for (const spelling of factKind === 'name'
      ? spellings.flatMap((name) => withGivenName(name, allowed))
      : spellings) {
      const isMail = spelling.includes('@');
      const kind = isMail ? 'mail' : factKind === 'name' ? 'name' : 'text';
      const payload = { kind, index } as const;
      for (const one of isMail ? mailSpellings(spelling) : accountSpellings(spelling)) {
        const codes = codesOf(one);
        addPattern(asWritten, codes, payload);
        if (kind === 'text') addPattern(withNumbers, readNumbers(codes, one), payload);
      }
    }
  }
  const safePatterns: Pattern<undefined>[] = [];
  for (const name of new Set(allowed)) addPattern(safePatterns, codesOf(name), undefined);
  const widenPlain = facts.map((fact) => createWiden(fact, (units) => units));
  const widenRead = facts.map((fact) => createWiden(fact, withNumbersRead));
  const spanOf = ({ starts, ends }: Units, { from, to }: Span) => ({
    start: starts[from] ?? 0,
    end: ends[to - 1] ?? 0,
  });
  const hasAccounts = facts.some(({ spellings }) => spellings.some((spelling) => MISREAD.test(spelling)));
  const safe = createPatternSearch(safePatterns);
  const plain = createPatternSearch(asWritten);
  const read = createPatternSearch(withNumbers);
  const searchPlain = ({ units, isSafe, work }: Searched, report: Report) => {
    work.steps += units.length;
    let mailEnd = -1;
    plain.search(units.codes, units.length, ({ kind, index }, from, to) => {
      work.steps += 1;
      if (kind === 'mail') {
        // lichen@ is another box than chen@; but one may stand directly behind the other.
        if (from !== mailEnd && joinsLetters(units, from - 1)) return;
        mailEnd = to;
      }
      if (isSafe({ from, to }) || !stands(units, kind, { from, to })) return;
      report({ index, ...spanOf(units, widenPlain[index]?.(units, { from, to }) ?? { from, to }) });
    });
  };
  return {
    safeSpans(units) {
      const spans: Span[] = [];
      safe.search(units.codes, units.length, (_, from, to) => spans.push({ from, to }));
      return spans;
    },
    search({ units, isSafe, work }, report) {
      // Accounts and addresses of mail are mistyped too: chen_l990 for chen_1990.
      const letters = hasAccounts ? withLettersRead(units) : undefined;
      if (letters !== undefined) searchPlain({ units: letters, isSafe, work }, report);
      searchPlain({ units, isSafe, work }, report);
      if (withNumbers.length === 0) return;
      const numbers = withNumbersRead(units);
      work.steps += numbers.length;
      read.search(numbers.codes, numbers.length, ({ index }, from, to) => {
        work.steps += 1;
        if (!stands(numbers, 'text', { from, to })) return;
        const { start, end } = spanOf(numbers, { from, to });
        if (isSafe(unitsAt(units, start, end))) return;
        report({ index, ...spanOf(numbers, widenRead[index]?.(numbers, { from, to }) ?? { from, to }) });
      });
    },
  };
}

/**
 * Whoever is called 古丽巴哈尔·艾尼瓦尔 is called 古丽巴哈尔 in running text. What stands behind the dot is the father's name,
 * which others bear too, and a first name that somebody bears who may be named is looked for only as a whole.
 */
function withGivenName(name: string, allowed: readonly string[]): string[] {
  const [given = '', ...others] = name.split(NAME_DOT);
  const isOwn = others.length > 0 && GIVEN_NAME.test(given) && !allowed.some((one) => one.includes(given));
  return isOwn ? [name, given] : [name];
}
const NAME_DOT = /[·•・‧∙･⋅˙．.]/u;
const GIVEN_NAME = /^\p{Script=Han}{3,}$/u;

function addPattern<T>(patterns: Pattern<T>[], codes: number[], payload: T): void {
  if (codes.length >= MIN_SPELLING) patterns.push({ codes, payload });
}

/** The codes of a spelling with its numerals read as numbers; none where it has no numeral. */
function readNumbers(codes: number[], spelling: string): number[] {
  if (!codes.some(isChineseNumeral)) return codes.some(isArabicDigit) ? codes : [];
  const { codes: read, length } = withNumbersRead(toUnits(spelling));
  return [...read.subarray(0, length)];
}

/** How @ and the dot of a mail address are written out; brackets and spaces around them are folded away. */
const AT_WORDS = ['', 'at', 'a', '艾特', '爱特', '圈a'];
const DOT_WORDS = ['', 'dot', '点'];

/** name@host is also written name(at)host and name at host dot cn. */
function mailSpellings(mail: string): string[] {
  const spellings = AT_WORDS.flatMap((at) =>
    DOT_WORDS.flatMap((dot) => {
      const [user = '', host = ''] = mail.split('@').map((part) => part.replaceAll('.', dot));
      // The dots of the name are often left as they are.
      return [user + at + host, mail.slice(0, mail.indexOf('@')) + at + host];
    }),
  );
  return [...new Set(spellings)];
}

/** The line in the name of an account is told by its word, and QQ 874512369 without the service. */
function accountSpellings(spelling: string): string[] {
  if (!ACCOUNT.test(spelling)) return [spelling];
  const account = SERVICE.exec(spelling)?.[1];
  const spellings = account === undefined ? [spelling] : [spelling, account];
  return spellings.flatMap((one) =>
    /[A-Za-z0-9]_[A-Za-z0-9]/.test(one) ? [one, one.replaceAll('_', '下划线')] : [one],
  );
}

/** An account with a digit that a letter passes for. */
const MISREAD = /^(?=.*[A-Za-z]).*[01]/;
const ACCOUNT = /[A-Za-z]|微信|抖音|支付宝|钉钉|飞书/;
const SERVICE = /^(?:QQ|微信|WeChat|WX|抖音|支付宝|钉钉|飞书)\s*(?:号码?)?\s*[:：]?\s*([A-Za-z0-9][\w-]{5,})$/i;

/** Whether an occurrence is one: no part of a longer number, and no name that runs over a full stop. */
function stands(units: Units, kind: Kind, { from, to }: Span): boolean {
  if (joinsDigits(units, from - 1) || joinsDigits(units, to - 1)) return false;
  if (kind === 'text') return !goesOn(units, to);
  if (kind !== 'name') return true;
  // Nobody writes five characters of a name in a row by chance, whatever stands between.
  if (to - from >= LONG_NAME) return true;
  const bits = gapsBetween(units, from + 1, to - 1);
  const inside = units.text.slice(units.starts[from], units.ends[to - 1]);
  const hasMark = (bits & (GAP.mark | GAP.stop | GAP.dash | GAP.hash)) !== 0;
  return !hasMark || !/[^\p{L}\p{N}\p{M}\s·•・‧∙･⋅˙．.'’\p{Pd}]/u.test(inside);
}

/** Behind the short name of a school another word may go on: 五中院 is a court, 五小时 a time, 一高速 a road. */
function goesOn(units: Units, to: number): boolean {
  const word = LONGER_WORDS[String.fromCharCode(units.codes[to - 1] ?? 0)];
  return word !== undefined && units.gaps[to] === 0 && word.test(unitsText(units, to, Math.min(to + 2, units.length)));
}
const LONGER_WORDS: Readonly<Record<string, RegExp>> = {
  中: /^(?:院(?![子内里墙外门])|午|旬|级[法人])/u,
  小: /^[时区组队]/u,
  高: /^[速铁架压空]/u,
};

/** A number that merely continues a longer number is another number: 88号 is not part of 188号 or 一百八十八号. */
function joinsDigits({ codes, gaps, starts }: Units, left: number): boolean {
  const right = left + 1;
  if (left < 0 || !isArabicDigit(codes[left] ?? 0) || !isArabicDigit(codes[right] ?? 0)) return false;
  return starts[left] === starts[right] || gaps[right] === 0;
}

function joinsLetters({ codes, gaps }: Units, left: number): boolean {
  const isLetter = (code: number) => code >= 97 && code <= 122;
  return left >= 0 && gaps[left + 1] === 0 && isLetter(codes[left] ?? 0) && isLetter(codes[left + 1] ?? 0);
}

/** The units of a span of the original text. */
function unitsAt({ starts, length }: Units, start: number, end: number): Span {
  const firstFrom = (offset: number) => {
    let [low, high] = [0, length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return { from: firstFrom(start), to: firstFrom(end) };
}
