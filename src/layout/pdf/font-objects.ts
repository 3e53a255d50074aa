import { createHash } from 'node:crypto';
import type PDFDocument from 'pdfmake/js/PDFDocument';
import type { Reference } from 'pdfmake/js/PDFDocument';
import { endStream } from './engine';
import type { Subset } from './subset';

/** All Han characters and full-width marks are one em wide. */
const DEFAULT_WIDTH = 1000;
/** A font descriptor's flag for fonts whose characters are not just Latin ones (ISO 32000-1, Table 123). */
const SYMBOLIC = 4;
/** Thickness of stems is not stored in TrueType; readers use it only for fonts they have to replace. */
const STEM_V = 80;

/**
 * Writes a subset as a Type 0 font into the object that pages refer to. Codes are glyph numbers, two bytes each.
 * @returns the map from codes to text, which is different for every text
 */
export function endFont(document: PDFDocument, reference: Reference, subset: Subset): Buffer {
  const { source } = subset;
  const { program, codePoints, widths } = subset.finish();
  const map = Buffer.from(toUnicodeCMap(codePoints), 'latin1');
  const name = `${subsetTag(map)}+${source.postScriptName}`;
  const programFile = endStream(document, { Length1: program.length }, program);
  const toUnicode = endStream(document, {}, map);
  const { bbox, ascent, descent, capHeight } = source.metrics;
  const descriptor = document.ref({
    Type: 'FontDescriptor',
    FontName: name,
    Flags: SYMBOLIC,
    FontBBox: bbox,
    ItalicAngle: 0,
    Ascent: ascent,
    Descent: descent,
    CapHeight: capHeight,
    StemV: STEM_V,
    FontFile2: programFile,
  });
  descriptor.end();
  const descendant = document.ref({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    CIDSystemInfo: { Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0 },
    FontDescriptor: descriptor,
    CIDToGIDMap: 'Identity',
    DW: DEFAULT_WIDTH,
    W: widthRuns(widths),
  });
  descendant.end();
  reference.data = {
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: toUnicode,
  };
  reference.end();
  return map;
}

/** Six letters that differ between subsets of one font (9.6.4). */
function subsetTag(toUnicode: Buffer): string {
  const hash = createHash('md5').update(toUnicode).digest();
  return [...hash.subarray(0, 6)].map((byte) => String.fromCharCode(65 + (byte % 26))).join('');
}

/** The widths that differ from the default, as first glyph and list of widths in turn. */
function widthRuns(widths: number[]): (number | number[])[] {
  const entries: (number | number[])[] = [];
  let run: number[] | undefined;
  widths.forEach((width, glyph) => {
    if (width === DEFAULT_WIDTH) {
      run = undefined;
      return;
    }
    if (run === undefined) {
      run = [];
      entries.push(glyph, run);
    }
    run.push(width);
  });
  return entries;
}

/** A range of a CMap may not cross a change of the code's first byte. */
const RANGE = 256;

/** Maps every glyph that can be shown to its character (9.10.3). */
function toUnicodeCMap(codePoints: (number | undefined)[]): string {
  const characters = codePoints.map((codePoint) =>
    codePoint === undefined ? undefined : String.fromCodePoint(codePoint),
  );
  const shown = characters.findLastIndex((character) => character !== undefined);
  const ranges: string[] = [];
  for (let start = 1; start <= shown; ) {
    const end = Math.min(shown + 1, Math.floor(start / RANGE + 1) * RANGE);
    const targets = characters.slice(start, end).map((character = '\ufffd') => `<${utf16Hex(character)}>`);
    ranges.push(`<${code(start)}><${code(end - 1)}>[${targets.join('')}]`);
    start = end;
  }
  return `/CIDInit/ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
/CMapName/Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><ffff>
endcodespacerange
${ranges.length} beginbfrange
${ranges.join('\n')}
endbfrange
endcmap
CMapName currentdict/CMap defineresource pop
end
end`;
}

function code(unit: number): string {
  return unit.toString(16).padStart(4, '0');
}

function utf16Hex(text: string): string {
  let hex = '';
  for (let index = 0; index < text.length; index += 1) hex += code(text.charCodeAt(index));
  return hex;
}
