import { fromGb18030 } from './encodings';

const TOKEN =
  /\\u(-?\d{1,5}) ?\??|((?:\\'[0-9a-fA-F]{2})+)|\\([a-zA-Z]+)(-?\d+)? ?|\\[^a-zA-Z]|[{}]|[\r\n]+|([^\\{}\r\n]+)/g;

/** The text of an RTF file, hidden and deleted text and properties included: groups are not looked at. */
export function rtfText(bytes: Buffer): string {
  let text = '';
  for (const [, unit, quoted, word, , plain] of bytes.toString('latin1').matchAll(TOKEN)) {
    if (unit !== undefined) text += String.fromCharCode(Number(unit) & 0xffff);
    else if (quoted !== undefined) text += fromGb18030(Buffer.from(quoted.replaceAll("\\'", ''), 'hex'));
    else if (plain !== undefined) text += fromGb18030(Buffer.from(plain, 'latin1'));
    else if (word === 'par' || word === 'cell' || word === 'line') text += '\n';
  }
  return text;
}
