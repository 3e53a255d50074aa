/** 500103********1234, 023-1234****, ABC-123, user@example.org. The numbers in it become part of it. */
const WORD = /[A-Za-z0-9*＊#+@._/:%&=?-]{2,}/gu;

/**
 * Pieces that stay on one line when a line can hold them: case and document numbers, dates, amounts, ID and phone numbers
 * (also masked ones), and numbers with their unit. Longer patterns first: the first match at a place wins.
 */
const PATTERNS: readonly RegExp[] = [
  // （2026）某0103民初1号, （2026）某0103民初1号之一
  /[（(]\d{4}[）)][\p{Script=Han}]{1,2}\d{0,6}[\p{Script=Han}]{1,6}\d+(?:[-－]\d+)?号(?:之[一二三四五六七八九十]+)?/gu,
  // 〔2026〕12号
  /〔\d{4}〕第?\d+号/gu,
  // 2026年11月21日9时30分
  /\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:\d{1,2}时)?(?:\d{1,2}分)?|\d{1,2}月\d{1,2}日(?:\d{1,2}时)?(?:\d{1,2}分)?|\d{1,2}时\d{1,2}分/gu,
  // 二〇二六年十一月二十一日
  /[〇一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日/gu,
  // ￥1,000.00元, 3.5万元, 72小时, 100米
  /[￥¥]?\d[\d,.]*(?:[万亿])?(?:元|小时|米|分钟|个月|平方米|公里|[年月日天时分次人名份页项条款岁号])?/gu,
  WORD,
];

/** Every pattern needs one of these: most labels and many sentences have none. */
const START = /[\dA-Za-z〇一二三四五六七八九*＊#+@._/:%&=?-]/;

/**
 * Numbers every unbreakable piece of a text.
 * @returns for each UTF-16 offset the number of the piece it belongs to, 0 for none
 */
export function markUnbreakable(text: string): Uint16Array {
  const marks = new Uint16Array(text.length);
  if (!START.test(text)) return marks;
  let piece = 0;
  for (const pattern of PATTERNS) {
    // Not matchAll: it makes a new pattern for each text, which takes longer than searching a line.
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      const found = { start: match.index, end: match.index + match[0].length };
      if (match[0].length < 2) continue;
      const isFree = !isMarked(marks, found);
      if (!isFree && pattern !== WORD) continue;
      const { start, end } = isFree ? found : withPieces(marks, found);
      if (start === end) continue;
      piece += 1;
      marks.fill(piece, start, end);
    }
  }
  return marks;
}

type Span = { start: number; end: number };

/** A span with the whole of the pieces that it begins and ends in; an empty one when it is within one piece. */
function withPieces(marks: Uint16Array, { start, end }: Span): Span {
  const first = marks[start];
  const last = marks[end - 1];
  if (first !== 0 && first === last) return { start, end: start };
  const whole = { start, end };
  while (first !== 0 && marks[whole.start - 1] === first) whole.start -= 1;
  while (last !== 0 && marks[whole.end] === last) whole.end += 1;
  return whole;
}

function isMarked(marks: Uint16Array, { start, end }: Span): boolean {
  for (let index = start; index < end; index += 1) if (marks[index] !== 0) return true;
  return false;
}
