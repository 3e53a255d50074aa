import { fromGb18030, fromUtf8, fromUtf16Be, fromUtf16Le } from './encodings';
import { decodeEntities, xmlTexts } from './xml-text';

/**
 * A text and what programs make of it: markup taken off, entities, escapes, percent encoding, hexadecimal and Base64
 * resolved. A link to a map, a JSON attachment or rich text in a form field would otherwise hide an address in plain
 * sight.
 * @throws AppError LEAK_DETECTED for XML that declares entities
 */
export function unfold(text: string): string[] {
  return withoutMarkup(text).flatMap((view) => [...new Set([view, decodeEscapes(view), ...decodeWords(view)])]);
}

function withoutMarkup(text: string): string[] {
  if (!/<[^\s<>=]/.test(text)) return [text];
  const trimmed = text.replace(/^\ufeff/, '').trim();
  const isWholeXml = trimmed.startsWith('<') && trimmed.endsWith('>');
  return isWholeXml ? xmlTexts(text) : [text, ...xmlTexts(text)];
}

function decodeEscapes(text: string): string {
  let result = text;
  if (result.includes('&')) result = decodeEntities(result);
  if (result.includes('\\')) {
    result = result
      .replace(/\\u([0-9a-f]{4})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
      .replace(/\\u\{([0-9a-f]{1,5})\}/gi, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16)))
      .replace(/(?:\\x[0-9a-f]{2})+/gi, (run) => decodeBytes(Buffer.from(run.replaceAll(/\\x/gi, ''), 'hex')));
  }
  if (result.includes('%')) {
    result = result.replace(/(?:%[0-9a-f]{2})+/gi, (run) => decodeBytes(Buffer.from(run.replaceAll('%', ''), 'hex')));
  }
  return result;
}

function decodeBytes(bytes: Buffer): string {
  return fromUtf8(bytes) ?? fromGb18030(bytes);
}

/** Twelve bytes at least: four ideographs. Lines of Base64 may be broken. */
const HEX_WORD = /(?:[0-9a-f]{2}){8,}/gi;
const BASE64_WORD = /[A-Za-z0-9+/_-]{16,}(?:\r?\n[A-Za-z0-9+/_-]+)*={0,2}/g;

/** Words that are text once more when decoded, all together. */
function decodeWords(text: string): string[] {
  const found: string[] = [];
  if (!/[A-Za-z0-9+/_-]{16}/.test(text)) return found;
  for (const [word] of text.matchAll(HEX_WORD)) {
    const bytes = Buffer.from(word, 'hex');
    found.push(...[fromUtf8(bytes), fromUtf16Be(bytes), fromUtf16Le(bytes), fromGb18030(bytes)].filter(isChinese));
  }
  for (const [word] of text.matchAll(BASE64_WORD)) {
    const bytes = Buffer.from(word, 'base64');
    found.push(...[fromUtf8(bytes), fromUtf16Le(bytes), fromGb18030(bytes)].filter(isChinese));
  }
  return found.length === 0 ? [] : [found.join('\n')];
}

/** Nothing but ideographs, plain letters and punctuation, and enough of the first: chance does not look like this. */
function isChinese(text: string | undefined): text is string {
  return (
    text !== undefined &&
    /^[\p{Script=Han}\x20-\x7e\u3000-\u303f\uff00-\uffef\s]+$/u.test(text) &&
    /\p{Script=Han}{2}/u.test(text)
  );
}
