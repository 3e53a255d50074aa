/** The parts of a mail or web archive that are in Base64 (RFC 2045, 6.8), decoded. */
export function base64Parts(mail: string): Buffer[] {
  const parts: Buffer[] = [];
  // Split first: one expression over a whole mail without an end would look at it again from every header.
  for (const part of mail.split(/^content-transfer-encoding:[ \t]*base64/im).slice(1)) {
    const [, body] = /\r?\n\r?\n([A-Za-z0-9+/=\s]+)/.exec(part) ?? [];
    if (body !== undefined) parts.push(Buffer.from(body, 'base64'));
  }
  return parts;
}

/** Whether a text is a mail or web archive with encoded parts. */
export function isMail(text: string): boolean {
  return /^content-transfer-encoding:/im.test(text.slice(0, 1 << 16));
}

/** Between two words of one text only white space stands, and it is no part of it. */
const BETWEEN_WORDS = /\?=\s+=\?/g;
const ENCODED_WORD = /=\?([\w-]{1,20})\?([bq])\?([^?\s]*)\?=/gi;

/** A text with the encoded words of mail headers resolved (RFC 2047); in an encoding that nobody knows they stay. */
export function decodeHeaders(text: string): string {
  return text.replace(BETWEEN_WORDS, '?==?').replace(ENCODED_WORD, (word, label, kind, data) => {
    const bytes = /b/i.test(kind) ? Buffer.from(data, 'base64') : quotedBytes(data);
    try {
      return new TextDecoder(label).decode(bytes);
    } catch {
      return word;
    }
  });
}

function quotedBytes(data: string): Buffer {
  const letters = data
    .replaceAll('_', ' ')
    .replace(/=([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(letters, 'latin1');
}
