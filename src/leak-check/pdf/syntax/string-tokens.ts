import { byteAt } from '../../bytes/bytes';
import { unreadable } from '../../unreadable';

/** The bytes of a string, and where it ends. */
export type StringToken = { data: Buffer; end: number };

const HEX_DIGITS = new Int8Array(256).fill(-1);
for (const [value, digit] of [...'0123456789abcdef'].entries()) {
  HEX_DIGITS[digit.charCodeAt(0)] = value;
  HEX_DIGITS[digit.toUpperCase().charCodeAt(0)] = value;
}

/** A string in hexadecimal digits (ISO 32000-1, 7.3.4.3); whatever is no digit is left out. @throws AppError */
export function hexString(bytes: Buffer, start: number): StringToken {
  let end = start + 1;
  while (end < bytes.length && bytes[end] !== 0x3e) end += 1;
  if (end >= bytes.length) throw unreadable('a PDF string without an end');
  const data = Buffer.allocUnsafe((end - start) >> 1);
  let digits = 0;
  for (let at = start + 1; at < end; at += 1) {
    const digit = HEX_DIGITS[byteAt(bytes, at)] as number;
    if (digit === -1) continue;
    // The last digit may be missing; it is 0 then.
    if (digits % 2 === 0) data[digits >> 1] = digit << 4;
    else data[digits >> 1] = byteAt(data, digits >> 1) | digit;
    digits += 1;
  }
  const length = (digits + 1) >> 1;
  return { data: length === data.length ? data : data.subarray(0, length), end: end + 1 };
}

const ESCAPES: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

const isOctal = (byte: number | undefined) => byte !== undefined && byte >= 0x30 && byte <= 0x37;

/** A literal string with balanced brackets, escapes and octal codes (7.3.4.2). @throws AppError */
export function literalString(bytes: Buffer, start: number): StringToken {
  const data: number[] = [];
  let depth = 1;
  for (let at = start + 1; at < bytes.length; at += 1) {
    const byte = byteAt(bytes, at);
    if (byte === 0x5c) {
      at += 1;
      const escaped = byteAt(bytes, at);
      if (isOctal(escaped)) {
        let code = 0;
        let end = at;
        while (end < at + 3 && isOctal(bytes[end])) {
          code = code * 8 + byteAt(bytes, end) - 0x30;
          end += 1;
        }
        data.push(code & 0xff);
        at = end - 1;
      } else if (escaped === 13 && bytes[at + 1] === 10) at += 1;
      else if (escaped !== 13 && escaped !== 10) data.push(ESCAPES[String.fromCharCode(escaped)] ?? escaped);
      continue;
    }
    if (byte === 0x28) depth += 1;
    if (byte === 0x29) depth -= 1;
    if (depth === 0) return { data: Buffer.from(data), end: at + 1 };
    data.push(byte);
  }
  throw unreadable('a PDF string without an end');
}
