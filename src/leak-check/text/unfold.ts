import { xmlTexts } from '../xml/xml-text';
import { decodeWords } from './coded-words';
import { decodeEscapes } from './escapes';
import { charactersByCall, charactersByNumber } from './numbers';
import { decodeSevenBit } from './seven-bit';

/** A link inside a link inside a link is escaped three times; text in Base64 may be coded text again. */
const MAX_PASSES = 4;
const MAX_CODED = 2;
/** In longer texts, such as what looks like words in a font, every pass finds something by chance. */
const LONG = 1 << 16;
const MAX_PASSES_OF_LONG = 2;

/**
 * A text and what programs make of it: markup taken off, entities, escapes, percent encoding, quoted-printable,
 * hexadecimal and Base64 resolved, the values of JSON, text that is shown from right to left turned round. A link to a map,
 * a JSON attachment or rich text in a form field would otherwise hide an address in plain sight.
 * @param coded how often text that is decoded from words is taken apart again
 * @throws AppError LEAK_DETECTED for XML that declares entities
 */
export function unfold(text: string, coded = MAX_CODED): string[] {
  return withoutMarkup(text).flatMap((view) => {
    const words = coded === 0 ? [] : decodeWords(view).flatMap((word) => unfold(word, coded - 1));
    const others = [...words, ...jsonValues(view), ...decodeSevenBit(view), ...turned(view), ...plainSigns(view)];
    return [...new Set([...passes(view), ...others, ...charactersByCall(view)])];
  });
}

/** The text, and what is left of it each time that its escapes are resolved. */
function passes(text: string): string[] {
  const views = [text];
  const most = text.length > LONG ? MAX_PASSES_OF_LONG : MAX_PASSES;
  for (let last = text; views.length <= most; ) {
    const next = decodeEscapes(last);
    if (next === last) break;
    views.push(next);
    last = next;
  }
  return views;
}

/** The values of a JSON text, one in a line: an address may be parted by the names of its parts. */
function jsonValues(text: string): string[] {
  if (!/^\s*[{[]/.test(text)) return [];
  const values: string[] = [];
  try {
    JSON.parse(text, (_, value) => {
      if (typeof value === 'string' || typeof value === 'number') values.push(String(value));
    });
  } catch {
    return [];
  }
  return [values.join('\n'), ...charactersByNumber(values.join(' '))];
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
  const views = isWholeXml ? xmlTexts(text) : [text, ...xmlTexts(text)];
  // How pages hide addresses from programs that collect them.
  return text.includes('bidi-override') ? [...views, ...views.map(reversed)] : views;
}

const reversed = (text: string) => [...text].reverse().join('');

/** Text behind a mark that lets all letters run from right to left is read backwards, and text that a script turns. */
function turned(text: string): string[] {
  const turnedBack = text.includes('.reverse(') ? [reversed(text)] : [];
  if (!text.includes('\u202e')) return turnedBack;
  return [text.replace(/\u202e([^\u202c]*)\u202c?/g, (_, run: string) => reversed(run)), ...turnedBack];
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
