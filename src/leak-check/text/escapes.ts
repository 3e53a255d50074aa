import { domainToUnicode } from 'node:url';
import { fromGb18030, fromUtf8 } from '../bytes/encodings';
import { decodeEntities } from './entities';
import { decodeHeaders } from './mail';
import { charactersByNumber } from './numbers';

/** Numbers of characters, as `String.fromCharCode` takes them, also by way of `apply`. */
const CHARACTER_CALL =
  /(?:String\s*\.\s*)?from(?:CharCode|CodePoint)\s*(?:\.\s*apply\s*)?\((?:\s*[a-z]\w*\s*,)?[\s.[]*([\s\da-fx,]*)\]?\s*\)/gi;

/** Characters by their numbers in programs, drawings, configurations and style sheets; the last one may end with a blank. */
const BY_NUMBER = [
  /\\U(000[0-9a-f]{5}|0010[0-9a-f]{4})/gi,
  /\\u([0-9a-f]{4})/gi,
  /\\[ux]\{([0-9a-f]{1,5})\}/gi,
  /\\U\+([0-9a-f]{4})/gi,
];
const IN_STYLES = /\\([0-9a-f]{4,5})\s?/gi;

/**
 * A text with one layer of escapes resolved: entities, mail headers, escapes of programming languages, links and domains,
 * quoted-printable, calls that make a text of numbers. The text itself where it has none.
 */
export function decodeEscapes(text: string): string {
  let result = text;
  if (result.includes('&')) result = decodeEntities(result);
  if (result.includes('=?')) result = decodeHeaders(result);
  if (result.includes('\\')) result = decodeBackslashes(result);
  if (result.includes('U+')) result = result.replace(/\bU\+([0-9A-F]{4,5})\s?/g, fromHex);
  if (result.includes('_x')) result = result.replace(/_x([0-9A-F]{4})_/gi, fromHex);
  if (result.includes('xn--')) result = result.replace(/xn--[a-z0-9-]+/gi, (word) => domainToUnicode(word) || word);
  if (result.includes('%')) {
    result = result
      .replace(/%u([0-9a-f]{4})/gi, fromHex)
      .replace(/(?:%[0-9a-f]{2})+/gi, (run) => decodeBytes(Buffer.from(run.replaceAll('%', ''), 'hex')));
  }
  if (/=[89A-F][0-9A-F]=/i.test(result)) {
    // Quoted-printable of mail; lines may be broken anywhere.
    result = result.replace(/(?:=[0-9A-F]{2}|=\r?\n)+/gi, (run) =>
      decodeBytes(Buffer.from(run.replaceAll(/[=\r\n]/g, ''), 'hex')),
    );
  }
  if (/from(?:CharCode|CodePoint)/i.test(result)) {
    result = result.replace(CHARACTER_CALL, (_, numbers: string) => numbers.split(',').map(characterOf).join(''));
    result = [result, ...charactersByNumber(result)].join('\n');
  }
  return result;
}

function decodeBackslashes(text: string): string {
  let result = text;
  for (const pattern of BY_NUMBER) result = result.replace(pattern, fromHex);
  return result
    .replace(/(?:\\x[0-9a-f]{2})+/gi, (run) => decodeBytes(Buffer.from(run.replaceAll(/\\x/gi, ''), 'hex')))
    .replace(/(?:\\[0-3][0-7]{2}){2,}/g, (run) => decodeBytes(Buffer.from(octalBytes(run))))
    .replace(IN_STYLES, fromHex);
}

const fromHex = (_: string, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16));

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
