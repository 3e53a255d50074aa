import { strToU8, type Zippable, zipSync } from 'fflate';

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';

export const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;

export function documentXml(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><w:document ${WORD}><w:body><w:p>${body}</w:p></w:body></w:document>`;
}

/** A package that Word opens; parts replace or join the usual ones. */
export function docx(parts: Record<string, string | Uint8Array>, { comment = '' } = {}): Buffer {
  const all: Record<string, string | Uint8Array> = {
    '[Content_Types].xml':
      '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': documentXml(run('受害人住址：（依法保密）')),
    ...parts,
  };
  const entries: Zippable = Object.fromEntries(
    Object.entries(all).map(([name, data]) => [
      name,
      [typeof data === 'string' ? strToU8(data) : data, { comment, mtime: '2026-01-01' }],
    ]),
  );
  return Buffer.from(zipSync(entries));
}
