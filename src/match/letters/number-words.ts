import type { Span } from '../facts';
import { GAP } from '../text/fold';
import { codesOf, type Units } from '../text/units';
import { isLetter } from './letter-memory';

const words = (text: string): [string, string][] =>
  [...text.matchAll(/([a-z]+)=(\S+)/g)].map(([, word = '', numeral = '']) => [word, numeral]);
const PINYIN = new Map(
  words('ling=零 yi=一 yao=一 er=二 liang=二 san=三 si=四 wu=五 liu=六 qi=七 ba=八 jiu=九 shi=十 bai=百 qian=千'),
);
const ENGLISH = new Map(
  words(
    'zero=零 oh=零 one=一 two=二 three=三 four=四 five=五 six=六 seven=七 eight=八 nine=九 ten=十 eleven=十一 twelve=十二 thirteen=十三 fourteen=十四 fifteen=十五 sixteen=十六 seventeen=十七 eighteen=十八 nineteen=十九 twenty=二十 thirty=三十 forty=四十 fifty=五十 sixty=六十 seventy=七十 eighty=八十 ninety=九十 hundred=百 thousand=千',
  ),
);
const LONGEST_WORD = 40;
/** Words of doors may be written on behind the number: bashibahao. */
const ENDS = /^(?:hao|dong|zhuang|shi|hu|danyuan|lou|ceng|fang)$/;
const SYLLABLE = new RegExp(`^(?:${[...PINYIN.keys()].join('|')})`);
const DOOR_WORD = /^(?:hao|dong|zhuang|shi|danyuan|lou|ceng|fang)$/;
/** 室 reads like 十: behind digits told one by one it is the room. */
const ROOM = 'shi';
const DIGITS_ONLY = /^[零一二三四五六七八九]{2,}$/;

/**
 * The units with numbers in pinyin and in English words read as Chinese numerals: xingfulu bashiba hao, eighty-eight Xingfu
 * Road. Undefined where there are none.
 */
export function withNumberWords(units: Units): Units | undefined {
  const { codes, gaps, starts, ends, length, text } = units;
  const rows: Rows = { codes: [], starts: [], ends: [], gaps: [] };
  const push = (code: number, { from, to, gap }: Span & { gap: number }) => {
    rows.codes.push(code);
    rows.starts.push(starts[from] ?? 0);
    rows.ends.push(ends[to - 1] ?? 0);
    rows.gaps.push(gap);
  };
  const copy = (from: number, to: number) => {
    for (let at = from; at < to; at += 1) push(codes[at] ?? 0, { from: at, to: at + 1, gap: gaps[at] ?? 0 });
  };
  let done = 0;
  for (const { from, spoken } of readRows(units)) {
    copy(done, from);
    // One numeral goes on where the last one ended: eighty-eight.
    let gap = gaps[from] ?? 0;
    for (const { numerals, ...word } of spoken) {
      for (const code of codesOf(numerals)) {
        push(code, { ...word, gap });
        gap = 0;
      }
      done = word.to;
    }
  }
  if (done === 0) return undefined;
  copy(done, length);
  return {
    length: rows.codes.length,
    codes: Uint16Array.from(rows.codes),
    starts: Int32Array.from(rows.starts),
    ends: Int32Array.from(rows.ends),
    gaps: Uint8Array.from([...rows.gaps, gaps[length] ?? 0]),
    text,
  };
}

type Rows = { codes: number[]; starts: number[]; ends: number[]; gaps: number[] };
/** A word, or its beginning, that says a number. */
type Spoken = Span & { numerals: string };

/** Rows of number words that are numbers: a single one only before the word of a door, because er is a syllable too. */
function readRows({ codes, gaps, length }: Units): { from: number; spoken: Spoken[] }[] {
  const found: { from: number; spoken: Spoken[] }[] = [];
  let spoken: Spoken[] = [];
  const close = (next: string) => {
    const numerals = spoken.map((one) => one.numerals).join('');
    const from = spoken[0]?.from;
    if (from !== undefined && (numerals.length > 1 || DOOR_WORD.test(next))) found.push({ from, spoken });
    spoken = [];
  };
  for (let at = 0; at < length; at += 1) {
    const from = at;
    if (!isLetter(codes[at])) {
      close('');
      continue;
    }
    while (at + 1 < length && gaps[at + 1] === 0 && isLetter(codes[at + 1])) at += 1;
    if (((gaps[from] ?? 0) & ~(GAP.space | GAP.dash)) !== 0) close('');
    const word = at - from < LONGEST_WORD ? String.fromCharCode(...codes.subarray(from, at + 1)) : '';
    const said = spoken.map((one) => one.numerals).join('');
    const [numerals, end] = word === ROOM && DIGITS_ONLY.test(said) ? ['', ''] : readWord(word);
    if (numerals === '') close(word);
    else {
      spoken.push({ from, to: at + 1 - end.length, numerals });
      if (end !== '') close(end);
    }
  }
  close('');
  return found;
}

/** The numerals that a word says, and the word of a door behind them; empty when it says none. */
function readWord(word: string): readonly [string, string] {
  const english = ENGLISH.get(word);
  if (english !== undefined) return [english, ''];
  let [numerals, rest] = ['', word];
  for (let found = SYLLABLE.exec(rest); found !== null; found = SYLLABLE.exec(rest)) {
    // sanlingyishi: 301室.
    if (rest === ROOM && DIGITS_ONLY.test(numerals)) break;
    numerals += PINYIN.get(found[0]) ?? '';
    rest = rest.slice(found[0].length);
  }
  return rest === '' || ENDS.test(rest) ? [numerals, rest] : ['', ''];
}
