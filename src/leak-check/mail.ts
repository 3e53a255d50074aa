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
