import { fromMarked, fromUtf8, fromUtf16Be, fromUtf16Le } from '../bytes/encodings';
import { unreadable } from '../unreadable';

/** Where a page says how to read it: nobody looks further. */
const HEAD = 1024;
const XML_ENCODING = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"'<>]*)["']/;
const HTML_ENCODING = /<meta\s[^>]*charset\s*=\s*["']?([\w-]+)/i;

/**
 * The text of an XML or HTML part: by its byte order mark, by the zeros between its letters, by the encoding it declares (XML 1.0,
 * appendix F; HTML by a `meta` element), or in UTF-8. Undefined when the bytes are no XML.
 * @throws AppError LEAK_DETECTED for a declared encoding that nobody knows
 */
export function xmlOf(bytes: Buffer): string | undefined {
  const head = bytes.toString('latin1', 0, HEAD);
  if (!/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\0?\s*</.test(head)) return undefined;
  const marked = fromMarked(bytes);
  if (marked !== undefined) return marked;
  if (head.startsWith('\0<')) return fromUtf16Be(bytes);
  if (head.startsWith('<\0')) return fromUtf16Le(bytes);
  const declared = (XML_ENCODING.exec(head) ?? HTML_ENCODING.exec(head))?.[1] ?? 'utf-8';
  return /^utf-?(?:8|16)$/i.test(declared) ? fromUtf8(bytes) : decode(bytes, declared);
}

function decode(bytes: Buffer, encoding: string): string {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    throw unreadable('XML in an encoding that nobody knows', 'unsupported');
  }
}
