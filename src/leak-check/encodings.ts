/** Bytes whose encoding nobody declares: every reading a Chinese desktop program might try. */

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
const UTF16BE = new TextDecoder('utf-16be');
const UTF16LE = new TextDecoder('utf-16le');
const GB18030 = new TextDecoder('gb18030');

export function fromUtf16Be(bytes: Uint8Array): string {
  return UTF16BE.decode(bytes);
}

export function fromUtf16Le(bytes: Uint8Array): string {
  return UTF16LE.decode(bytes);
}

export function fromGb18030(bytes: Uint8Array): string {
  return GB18030.decode(bytes);
}

/** The text, when the bytes are valid UTF-8. */
export function fromUtf8(bytes: Uint8Array): string | undefined {
  try {
    return UTF8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** The text, when a byte order mark says how to read it. */
export function fromMarked(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xfe && second === 0xff) return UTF16BE.decode(bytes);
  if (first === 0xff && second === 0xfe) return UTF16LE.decode(bytes);
  if (first === 0xef && second === 0xbb && third === 0xbf) return fromUtf8(bytes);
  return undefined;
}

/** Language codes between escapes are legal inside UTF-16 strings (ISO 32000-1, 7.9.2.2) and would split a match. */
const LANGUAGE_ESCAPE = /\u001b[A-Za-z]{2,4}\u001b/g;

/** Every reading of a short string: a PDF string or name, a ZIP name or comment. */
export function readingsOf(bytes: Uint8Array): string[] {
  const marked = fromMarked(bytes);
  if (marked !== undefined) return [marked.replace(LANGUAGE_ESCAPE, '')];
  const latin = Buffer.from(bytes).toString('latin1');
  if (!/[\x80-\xff]/.test(latin) && !latin.includes('\0')) return [latin];
  const readings = [fromUtf8(bytes), GB18030.decode(bytes), latin];
  if (bytes.length % 2 === 0) readings.push(UTF16BE.decode(bytes), UTF16LE.decode(bytes));
  return readings.filter((reading) => reading !== undefined);
}
