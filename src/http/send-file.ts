import type { Response } from 'express';

/** A file's name: for programs that know ASCII only, and for all others. */
export type FileName = { plain: string; chinese: string };

/** Sends a file to be saved under its name (RFC 6266). What RFC 8187 does not let stand is percent-encoded too. */
export function sendFile(response: Response, file: { mediaType: string; bytes: Buffer }, name: FileName): void {
  const encoded = encodeURIComponent(name.chinese).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  response.set('Content-Disposition', `attachment; filename="${name.plain}"; filename*=UTF-8''${encoded}`);
  response.type(file.mediaType).send(file.bytes);
}
