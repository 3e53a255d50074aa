import type { Font } from '../reading/fonts';
import { type Dictionary, isDictionary, nameOf, numberOf, textOf } from '../reading/values';
import { type Breach, breach, type Rule, type Subject, unless } from '../rule';

const TOLERANCE = 1;

/** ISO 19005-2, 6.2.11 and ISO 14289-1, 7.21: fonts are complete and say what they draw. */
export const FONT_RULES: Rule[] = [
  forEachFont(
    'A2-6.2.11.2-dictionary',
    '6.2.11.2',
    'font dictionaries have type, subtype and one name throughout',
    (font, { document }) => {
      const names = [font.dictionary, font.descendant, undefined].map((one) => nameOf(document.get(one, 'BaseFont')));
      const described = nameOf(document.get(font.descriptor, 'FontName'));
      const isOne =
        names[0] !== undefined && (font.descendant === undefined || names[1] === names[0]) && described === names[0];
      const isFont = [font.dictionary, font.descendant].every(
        (one) => one === undefined || nameOf(document.get(one, 'Type')) === 'Font',
      );
      return unless(
        isOne && isFont && nameOf(document.get(font.dictionary, 'Subtype')) !== undefined,
        font.object,
        'names differ',
      );
    },
  ),
  forEachFont(
    'A2-6.2.11.2-descriptor',
    '6.2.11.2; ISO 32000-1, 9.8',
    'font descriptors have all required entries',
    (font, { document }) => {
      const required = ['Flags', 'FontBBox', 'ItalicAngle', 'Ascent', 'Descent', 'CapHeight', 'StemV'];
      const missing = required.filter((key) => document.get(font.descriptor, key) === undefined);
      return unless(missing.length === 0, font.object, `no ${missing.join(', ')}`);
    },
  ),
  forEachComposite(
    'A2-6.2.11.3-system',
    '6.2.11.3.1; ISO 14289-1, 7.21.3.1',
    'CIDFonts name registry, ordering and supplement',
    (font, { document }) => {
      const system = document.dictionary(font.descendant, 'CIDSystemInfo');
      const isWhole =
        textOf(document.get(system, 'Registry')) !== undefined &&
        textOf(document.get(system, 'Ordering')) !== undefined &&
        numberOf(document.get(system, 'Supplement')) !== undefined;
      return unless(isWhole, font.object, 'no complete /CIDSystemInfo');
    },
  ),
  forEachComposite(
    'A2-6.2.11.3-map',
    '6.2.11.3.2; ISO 14289-1, 7.21.3.2',
    'embedded CIDFonts of type 2 map CIDs to glyphs',
    (font, { document }) => {
      if (nameOf(document.get(font.descendant, 'Subtype')) !== 'CIDFontType2') return [];
      return unless(
        nameOf(document.get(font.descendant, 'CIDToGIDMap')) === 'Identity',
        font.object,
        'no /CIDToGIDMap /Identity',
      );
    },
  ),
  forEachComposite(
    'A2-6.2.11.3-cmap',
    '6.2.11.3.3; ISO 14289-1, 7.21.3.3',
    'the encoding is a predefined CMap',
    (font, { document }) =>
      unless(
        /^Identity-[HV]$/.test(nameOf(document.get(font.dictionary, 'Encoding')) ?? ''),
        font.object,
        'another encoding',
      ),
  ),
  forEachFont(
    'A2-6.2.11.4-embedded',
    '6.2.11.4.1; ISO 14289-1, 7.21.4.1',
    'the font program is embedded and can be read',
    (font) => unless(font.program !== undefined, font.object, font.programFault ?? 'no /FontFile2'),
  ),
  forEachFont(
    'A2-6.2.11.4-program',
    '6.2.11.4.1; ISO 32000-1, 9.9; OpenType',
    'the font program is whole: length, tables, check sums, glyph offsets',
    (font, { document }) =>
      programFaults(font, numberOf(document.get(document.get(font.descriptor, 'FontFile2'), 'Length1'))).map((fault) =>
        breach(font.object, fault),
      ),
  ),
  forEachFont(
    'A2-6.2.11.4-glyphs',
    '6.2.11.4.1; ISO 14289-1, 7.21.4.1',
    'the font program holds every glyph that is shown',
    (font) =>
      [...font.used]
        .filter((code) => font.program !== undefined && code >= font.program.glyphCount)
        .map((code) => breach(font.object, `glyph ${code}`)),
  ),
  forEachFont(
    'A2-6.2.11.4-cidset',
    '6.2.11.4.2; ISO 14289-1, 7.21.4.2',
    'a CIDSet, if there is one, lists every glyph',
    (font, { document }) => {
      const set = document.streamOf(document.get(font.descriptor, 'CIDSet'));
      if (set === undefined || font.program === undefined) return [];
      const listed = (glyph: number) => ((set[glyph >> 3] ?? 0) & (0x80 >> (glyph & 7))) !== 0;
      const glyphs = Array.from({ length: font.program.glyphCount }, (_, glyph) => glyph);
      return unless(glyphs.every(listed), font.object, 'an incomplete /CIDSet');
    },
  ),
  forEachFont('A2-6.2.11.5-widths', '6.2.11.5; ISO 14289-1, 7.21.5', 'widths are those of the font program', (font) => {
    const { program } = font;
    if (program === undefined) return [];
    const glyphs = Array.from({ length: program.glyphCount }, (_, glyph) => glyph);
    return glyphs
      .filter(
        (glyph) => !(Math.abs(font.width(glyph) - (program.advance(glyph) * 1000) / program.unitsPerEm) <= TOLERANCE),
      )
      .map((glyph) => breach(font.object, `glyph ${glyph}`));
  }),
  forEachFont(
    'A2-6.2.11.7-unicode',
    '6.2.11.7.2; ISO 14289-1, 7.21.7',
    'every code that is shown means a text',
    (font) =>
      [...font.used]
        .filter((code) => !isText(font.toUnicode?.texts.get(code)))
        .map((code) => breach(font.object, `code ${code}`)),
  ),
  forEachFont(
    'A2-6.2.11.7-map',
    '6.2.11.7.2; ISO 32000-1, 9.10.3',
    'the ToUnicode map is well-formed; two codes mean the same only where they are set differently wide',
    (font) => {
      const faults = (font.toUnicode?.faults ?? []).map((fault) => breach(font.object, fault));
      // A mark that shares a cell is half as wide as the same mark elsewhere.
      const shown = [...font.used].map(
        (code) => `${font.toUnicode?.texts.get(code) ?? `?${code}`} ${font.width(code)}`,
      );
      return [...faults, ...unless(new Set(shown).size === shown.length, font.object, 'two codes with one text')];
    },
  ),
  forEachFont('A2-6.2.11.8-notdef', '6.2.11.8; ISO 14289-1, 7.21.8', '.notdef is never shown', (font) =>
    unless(!font.used.has(0), font.object, 'glyph 0'),
  ),
];

type Ask = (font: Font, subject: Subject) => Breach[];

function forEachFont(id: string, clause: string, says: string, ask: Ask): Rule {
  return {
    id,
    clause: `ISO 19005-2, ${clause}`,
    says,
    test: (subject) => subject.fonts.flatMap((font) => ask(font, subject)),
  };
}

function forEachComposite(id: string, clause: string, says: string, ask: Ask): Rule {
  return forEachFont(id, clause, says, (font, subject) =>
    nameOf(subject.document.get(font.dictionary, 'Subtype')) === 'Type0' ? ask(font, subject) : [],
  );
}

/** Not zero, no byte order mark, no half of a surrogate pair, not for private use. */
function isText(units: number[] | undefined): boolean {
  if (units === undefined || units.length === 0) return false;
  const text = String.fromCharCode(...units);
  return [...text].every((character) => !/[\0\ufeff\ufffe\ufffd\p{Cs}\p{Co}]/u.test(character));
}

function programFaults({ program }: Font, length: number | undefined): string[] {
  if (program === undefined) return [];
  const { bytes, tables, glyphCount } = program;
  const faults: string[] = [];
  if (length !== bytes.length) faults.push('another length than /Length1');
  for (const tag of ['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp'])
    if (!tables.has(tag)) faults.push(`no table ${tag}`);
  for (const [tag, { offset, length: size, sum }] of tables) {
    if (offset % 4 !== 0 || offset + size > bytes.length) faults.push(`table ${tag} stands elsewhere`);
    else if (checkSum(bytes.subarray(offset, offset + size), tag) !== sum)
      faults.push(`table ${tag} has another check sum`);
  }
  const end = tables.get('glyf')?.length ?? 0;
  try {
    let total = 0;
    for (let glyph = 0; glyph < glyphCount; glyph += 1) total += program.outline(glyph).length;
    if (total > end) faults.push('glyphs beyond the end of glyf');
  } catch {
    faults.push('glyph offsets beyond the end of the file');
  }
  return faults;
}

/** Sum of the words; `head` without its adjustment. */
function checkSum(table: Buffer, tag: string): number {
  const padded = Buffer.concat([table], Math.ceil(table.length / 4) * 4);
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) {
    if (tag !== 'head' || at !== 8) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  }
  return sum;
}

/** Fonts of all resource dictionaries, pages only: this service draws nothing else. */
export function fontDictionaries({ document, pages }: Pick<Subject, 'document' | 'pages'>): Dictionary[] {
  const found = pages.flatMap(({ resources }) => {
    const fonts = document.dictionary(resources, 'Font');
    return [...(fonts?.entries.values() ?? [])].map((font) => document.resolve(font)).filter(isDictionary);
  });
  return [...new Set(found)];
}
