import { readingsOf } from '../bytes/encodings';
import { svgCodes } from '../pictures/svg';
import type { Collector, Place } from '../reading';
import { unreadable } from '../unreadable';
import { xmlOf } from '../xml/xml-bytes';
import { xmlTexts } from '../xml/xml-text';
import { createSheets } from './sheets';
import { packedWords, writtenFiles } from './written-files';
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
      if (xml === undefined) {
        collector.file(data, { carrier }, { isAdded: true });
        if (MEDIA.test(latin) && data.length > 0 && !LOOKED_AT.test(data.toString('latin1', 0, 8))) {
          throw unreadable('a picture in an unusual format', 'unsupported');
        }
        if (BINARY_SHEET.test(latin)) throw unreadable('a workbook in binary records', 'unsupported');
        return;
      }
      for (const text of xmlTexts(xml, seen)) collector.text({ carrier, text });
      if (MAY_HOLD_DATA.test(latin) || !KNOWN_PART.test(latin)) {
        for (const file of writtenFiles(xml)) collector.file(file, { carrier });
        for (const file of packedWords(xml)) collector.file(file, { carrier }, { isAdded: true });
      }
      for (const drawing of svgCodes(xml, budget)) collector.picture({ carrier, ...drawing });
      sheets.add(latin, xml);
    });
    const notePlace = { carrier: `${carrier}的名称或附注` };
    for (const text of new Set([name, ...notes].flatMap(readingsOf))) {
      if (text !== latin || !KNOWN_PART.test(latin)) collector.text({ ...notePlace, text });
    }
    for (const note of notes) readBinary(note, notePlace, collector);
  }
  for (const text of sheets.texts()) collector.text({ carrier: '电子表格', text });
  const place = { carrier: '压缩包注释' };
  for (const text of readingsOf(comment)) collector.text({ ...place, text });
  readBinary(comment, place, collector);
}

/** Known parts in which programs keep what they like. */
const MAY_HOLD_DATA = /^(?:customXml|docProps)\/|settings/i;

/** Where a package keeps its pictures, and how those begin that can be looked at. */
const MEDIA = /(?:^|\/)media\/[^/]+$/i;
const LOOKED_AT = /^(?:\x89PNG|\xff\xd8\xff|GIF8|BM|%PDF-)/;

/** The cells of a binary workbook (MS-XLSB): numbers in it stand in no text. */
const BINARY_SHEET = /(?:^|\/)\w+sheets\/[^/]*\.bin$/i;

/** Text between other bytes, such as a name behind its checksum, and files. */
function readBinary(note: Buffer, place: Place, collector: Collector): void {
  if (/[\0-\x08\x0e-\x1f\x80-\xff]/.test(note.toString('latin1'))) collector.file(note, place);
}

/** Word keeps an encrypted package in a compound file (MS-OFFCRYPTO, 2.3.4). */
export function isEncrypted(bytes: Buffer): boolean {
  return bytes.toString('latin1', 0, 4) === '\xd0\xcf\x11\xe0' && bytes.includes('EncryptedPackage', 0, 'utf16le');
}
