import { readingsOf } from './encodings';
import type { Collector } from './reading';
import { createSheets } from './sheets';
import { unreadable } from './unreadable';
import { xmlOf } from './xml-bytes';
import { xmlTexts } from './xml-text';
import { readZip } from './zip';

/** Names that are safe to repeat to people; any other could itself be the leak. */
const KNOWN_PART =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|docProps\/(core|app|custom)\.xml|customXml\/item\d{1,2}\.xml|word\/(_rels\/)?(document|header|footer|comments|footnotes|endnotes|settings|styles|numbering|fontTable|webSettings)\d{0,2}\.xml(\.rels)?)$/;

/**
 * Everything that a tool can read in a DOCX or another ZIP: every part of the package, whether Word shows it or not, and
 * the names, comments and extra fields of the archive.
 * @throws AppError LEAK_DETECTED when the archive cannot be read to the last byte
 */
export function readDocx(bytes: Buffer, collector: Collector): void {
  const { budget } = collector;
  if (isEncrypted(bytes)) throw unreadable('an encrypted Word file', 'encrypted');
  const seen = new Set<string>();
  const { entries, comment } = readZip(bytes, budget);
  const sheets = createSheets();
  for (const [index, { name, data, notes }] of entries.entries()) {
    const latin = name.toString('latin1');
    const kind = collector.depth === 0 ? 'DOCX 部件' : '压缩包部件';
    const carrier = `${kind} ${KNOWN_PART.test(latin) ? latin : `第 ${index + 1} 个`}`;
    collector.attempt({ carrier }, () => {
      const xml = xmlOf(data);
      if (xml === undefined) return collector.file(data, { carrier });
      for (const text of xmlTexts(xml, seen)) collector.text({ carrier, text });
      sheets.add(latin, xml);
    });
    for (const text of new Set([name, ...notes].flatMap(readingsOf))) {
      if (text !== latin || !KNOWN_PART.test(latin)) collector.text({ carrier: `${carrier}的名称或附注`, text });
    }
  }
  for (const text of sheets.texts()) collector.text({ carrier: '电子表格', text });
  for (const text of readingsOf(comment)) collector.text({ carrier: '压缩包注释', text });
}

/** Word keeps an encrypted package in a compound file (MS-OFFCRYPTO, 2.3.4). */
export function isEncrypted(bytes: Buffer): boolean {
  return bytes.toString('latin1', 0, 4) === '\xd0\xcf\x11\xe0' && bytes.includes('EncryptedPackage', 0, 'utf16le');
}
