import { deflateSync } from 'node:zlib';

/** A hand-written PDF: object bodies, numbered from 1 in order. Object 1 must be the catalogue. */
export function rawPdf(bodies: (string | Buffer)[], rest = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  for (const [index, body] of bodies.entries()) {
    const object = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), bytesOf(body), Buffer.from('\nendobj\n')]);
    offsets.push(length);
    length += object.length;
    parts.push(object);
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = bodies.length + 1;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`;
  parts.push(Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${rows}${trailer}`), bytesOf(rest));
  return Buffer.concat(parts);
}

function bytesOf(text: string | Buffer): Buffer {
  return typeof text === 'string' ? Buffer.from(text, 'latin1') : text;
}

/** A stream object, packed like most are. */
export function stream(data: string | Buffer, entries = ''): Buffer {
  const packed = deflateSync(bytesOf(data));
  const head = `<< ${entries} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), packed, Buffer.from('\nendstream')]);
}

/** UTF-16BE in hexadecimal, as text in the font F1 of `page` and as a text string after `<FEFF`. */
export function ucs2(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex');
}

/** A page that draws `content` with the font F1, whose codes are UCS-2; further objects have numbers from 7 on. */
export function page(
  content: string,
  { pageEntries = '', catalogEntries = '', objects = [] as (string | Buffer)[] } = {},
): Buffer {
  // A key stated twice would make every page two.
  const hasOwn = pageEntries.includes('/Resources');
  const resources = hasOwn ? '' : '/Resources << /Font << /F1 5 0 R >> /XObject << /X7 7 0 R >> >>';
  return rawPdf([
    `<< /Type /Catalog /Pages 2 0 R ${catalogEntries} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R ${resources} ${pageEntries} >>`,
    stream(content),
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>',
    ...objects,
  ]);
}
