import { rawPdf, stream } from '../../support/raw-pdf';
import { ADDRESS } from './kinds';

/** A TrueType file with a character map alone: glyph 1 is the address's first character, and so on. */
function characterMap(): Buffer {
  const pairs = [...new Set(ADDRESS)].map((char) => [char.codePointAt(0) ?? 0, ADDRESS.indexOf(char) + 1] as const);
  const sorted = pairs.toSorted(([one], [other]) => one - other);
  const table = Buffer.alloc(4 + 8 + 16 + 12 * sorted.length);
  table.writeUInt16BE(1, 2);
  table.writeUInt16BE(3, 4);
  table.writeUInt16BE(10, 6);
  table.writeUInt32BE(12, 8);
  table.writeUInt16BE(12, 12);
  table.writeUInt32BE(table.length - 12, 16);
  table.writeUInt32BE(sorted.length, 24);
  for (const [index, [code, glyph]] of sorted.entries()) {
    for (const [field, value] of [code, code, glyph].entries()) table.writeUInt32BE(value, 28 + index * 12 + field * 4);
  }
  const header = Buffer.alloc(28);
  header.writeUInt32BE(0x00010000, 0);
  header.writeUInt16BE(1, 4);
  header.write('cmap', 12, 'latin1');
  header.writeUInt32BE(28, 20);
  header.writeUInt32BE(table.length, 24);
  return Buffer.concat([header, table]);
}

/**
 * A page whose font draws the address.
 * @param withMap whether a ToUnicode map says that every glyph is an x
 */
export function lyingFont({ withMap }: { withMap: boolean }): Buffer {
  const codes = [...ADDRESS].map((char) => (ADDRESS.indexOf(char) + 1).toString(16).padStart(4, '0')).join('');
  const map = '1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0000> <00ff> <0078> endbfrange';
  const lies = Array.from({ length: 32 }, () => '<0078>').join(' ');
  return rawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    stream(`BT /F1 12 Tf 72 700 Td <${codes}> Tj ET`),
    `<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [6 0 R] ${withMap ? '/ToUnicode 9 0 R' : ''} >>`,
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDToGIDMap /Identity /FontDescriptor 7 0 R >>',
    '<< /Type /FontDescriptor /FontName /Song /FontFile2 8 0 R >>',
    stream(characterMap()),
    stream(map.replace('<0000> <00ff> <0078>', `<0000> <001f> [${lies}]`)),
  ]);
}
