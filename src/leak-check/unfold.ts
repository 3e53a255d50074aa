import { decodeWords } from './coded-words';
import { fromGb18030, fromUtf8 } from './encodings';
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

/** What parts the words of a list, such as the tags of an XML file. */
const LIST_MARK = 'ꙮ';
/** A word in which nothing stands between tags. */
const LONE_WORD = /^(?:[^<]*|<[^<>!?][^<>]*>)$/;

function withoutMarkup(text: string): string[] {
  if (!/<[^\s<>=]/.test(text)) return [text];
  if (text.includes(LIST_MARK)) {
    // The tags of a file are mostly words that are plain already: to take them apart again costs as much as the file.
    const words = text.split(LIST_MARK).filter((word) => !LONE_WORD.test(word));
    return words.length === 0 ? [text] : [text, ...xmlTexts(words.join(LIST_MARK))];
  }
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
