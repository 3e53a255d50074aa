import { readingsOf } from '../../bytes/encodings';
import { createLexer } from '../syntax/tokens';

/** Codes and what they stand for: up to four characters, as ligatures have. */
const SHORT_CODES = /<[\s0-9a-f]{0,16}>/gi;
/** What does not belong between codes: remarks, names, other strings, a text of many characters for one code. */
const IS_ODD = /[^\s<>[\]\w]|<[^>]{24}/;

/** What nearly every writer puts around the codes, and nothing else. */
const FRAME =
  /\/(?:CIDInit|ProcSet|CIDSystemInfo|Registry|Ordering|Supplement|CMapName|CMapType|CMap|Adobe-Identity-UCS)\b|\((?:Adobe|UCS)\)|\b(?:findresource|begin|end|dict|def|begincmap|endcmap|currentdict|CMapName|defineresource|pop|\d{1,3})\b|<<|>>/g;

/**
 * What a map of codes to characters (ISO 32000-1, 9.10.3) says beside its codes: names, strings, remarks and longer texts.
 * The codes themselves are read with the fonts that use them.
 */
export function cmapRemarks(stream: Buffer): string {
  const text = stream.toString('latin1');
  const from = Math.max(0, text.indexOf('begincodespacerange'));
  const to = Math.max(from, text.lastIndexOf('endcmap'));
  const codes = text.slice(from, to);
  const around = [text.slice(0, from), text.slice(to)].filter((part) => part.replace(FRAME, '').trim() !== '');
  const parts = [...around, ...(IS_ODD.test(codes) ? [codes] : [])];
  return parts.flatMap((part) => [part.replace(SHORT_CODES, ' '), ...stringsIn(part)]).join('\nꙮ\n');
}

/** @throws AppError LEAK_DETECTED when a string has no end */
function stringsIn(part: string): string[] {
  const names = new Set<string>();
  const lexer = createLexer(Buffer.from(part, 'latin1'), 0, names);
  while (lexer.next() !== undefined);
  const escaped = [...names].map((name) => Buffer.from(name, 'latin1'));
  return [...lexer.notes.strings, ...escaped].filter(({ length }) => length > 8).flatMap(readingsOf);
}
