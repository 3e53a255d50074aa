/** A half-open span of a text. */
export type TextSpan = { start: number; end: number };

const CLOSING: Readonly<Record<string, string>> = Object.fromEntries(
  [...'（）()〔〕[]【】“”「」『』\u300a\u300b〈〉<>'.matchAll(/(.)(.)/gu)].map(([, open = '', close = '']) => [
    open,
    close,
  ]),
);

/** A bracket that is taken out takes its partner with it. */
export function balance(text: string, { start, end }: TextSpan): TextSpan {
  const open: string[] = [];
  for (const char of text.slice(start, end)) {
    if (CLOSING[char] !== undefined) open.push(CLOSING[char]);
    else if (open.at(-1) === char) open.pop();
    else if (Object.values(CLOSING).includes(char) && CLOSING[text[start - 1] ?? ''] === char) {
      return balance(text, { start: start - 1, end });
    }
  }
  const closing = open.at(-1);
  const next = end + (/^\s*/u.exec(text.slice(end, end + 4))?.[0].length ?? 0);
  return closing !== undefined && open.length === 1 && text[next] === closing
    ? { start, end: next + 1 }
    : { start, end };
}
