import { decodeWords } from './coded-words';
import { fromGb18030, fromUtf8 } from './encodings';
import { decodeHeaders } from './mail';
import { decodeEntities, xmlTexts } from './xml-text';

/**
 * A text and what programs make of it: markup taken off, entities, escapes, percent encoding, quoted-printable,
 * hexadecimal and Base64 resolved, text that is shown from right to left turned round. A link to a map, a JSON attachment
 * or rich text in a form field would otherwise hide an address in plain sight.
 * @throws AppError LEAK_DETECTED for XML that declares entities
 */
export function unfold(text: string): string[] {
  return withoutMarkup(text).flatMap((view) => {
    const once = decodeEscapes(view);
    // A link inside a link is escaped twice.
    const twice = once === view ? view : decodeEscapes(once);
    return [...new Set([view, once, twice, ...decodeWords(view), ...turned(view), ...plainSigns(view)])];
  });
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

/** Numbers of characters, as `String.fromCharCode` takes them. */
const CHARACTER_CALL = /from(?:CharCode|CodePoint)\s*\(([\s\da-fx,]*)\)/gi;

function decodeEscapes(text: string): string {
  let result = text;
  if (result.includes('&')) result = decodeEntities(result);
  if (result.includes('=?')) result = decodeHeaders(result);
  if (result.includes('\\')) {
    result = result
      .replace(/\\U(000[0-9a-f]{5}|0010[0-9a-f]{4})/gi, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16)))
      .replace(/\\u([0-9a-f]{4})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
      .replace(/\\u\{([0-9a-f]{1,5})\}/gi, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16)))
      .replace(/(?:\\x[0-9a-f]{2})+/gi, (run) => decodeBytes(Buffer.from(run.replaceAll(/\\x/gi, ''), 'hex')))
      .replace(/(?:\\[0-3][0-7]{2}){2,}/g, (run) => decodeBytes(Buffer.from(octalBytes(run))))
      // Style sheets of web pages.
      .replace(/\\([0-9a-f]{4,5})\s?/gi, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16)));
  }
  if (result.includes('%')) {
    result = result
      .replace(/%u([0-9a-f]{4})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
      .replace(/(?:%[0-9a-f]{2})+/gi, (run) => decodeBytes(Buffer.from(run.replaceAll('%', ''), 'hex')));
  }
  if (/=[89A-F][0-9A-F]=/.test(result)) {
    // Quoted-printable of mail; lines may be broken anywhere.
    result = result.replace(/(?:=[0-9A-F]{2}|=\r?\n)+/g, (run) =>
      decodeBytes(Buffer.from(run.replaceAll(/[=\r\n]/g, ''), 'hex')),
    );
  }
  if (/from(?:CharCode|CodePoint)/i.test(result)) {
    result = result.replace(CHARACTER_CALL, (_, numbers: string) => numbers.split(',').map(characterOf).join(''));
  }
  return result;
}

const octalBytes = (run: string) =>
  run
    .split('\\')
    .slice(1)
    .map((digits) => Number.parseInt(digits, 8));

function characterOf(number: string): string {
  const code = Number(number.trim());
  return code >= 0 && code <= 0x10ffff && Number.isInteger(code) ? String.fromCodePoint(code) : '';
}

function decodeBytes(bytes: Buffer): string {
  return fromUtf8(bytes) ?? fromGb18030(bytes);
}

/** Text behind a mark that lets all letters run from right to left is read backwards. */
function turned(text: string): string[] {
  if (!text.includes('\u202e')) return [];
  return [text.replace(/\u202e([^\u202c]*)\u202c?/g, (_, run: string) => [...run].reverse().join(''))];
}

/** Plain letters in symbol fonts (U+F020), as old style figures (U+F730), and as tags that nobody sees (U+E0020). */
const OTHER_PLAIN = /[\uf021-\uf07e\uf730-\uf739]|\udb40[\udc21-\udc7e]/;

/** Text in such letters as plain text. */
function plainSigns(text: string): string[] {
  if (!OTHER_PLAIN.test(text)) return [];
  return [
    text.replace(/[\uf021-\uf07e\uf730-\uf739]|\udb40[\udc21-\udc7e]/g, (letter) => {
      const code = letter.charCodeAt(letter.length - 1);
      return String.fromCharCode(code >= 0xf730 ? code - 0xf700 : code & 0x7f);
    }),
  ];
}
