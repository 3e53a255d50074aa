import PDFDocument, {
  type EmbeddedFont,
  type Glyph,
  type GlyphPosition,
  type GlyphRun,
  type ParsedFont,
} from 'pdfmake/js/PDFDocument';
import type { FontFile } from '../fonts';

type SharedFont = {
  parsed: ParsedFont;
  embed: EmbeddedFont['constructor'];
  /** Height of the ascender in em: where the engine puts the baseline under the top it is given. */
  ascent: number;
  glyphs: Map<number, SharedGlyph>;
};
type SharedGlyph = { glyph: Glyph; position: GlyphPosition };

const shared = new Map<string, SharedFont>();

/**
 * Parses a font file once per process; pdfmake then finds it under its `id`.
 * @returns the ascender's height in em
 */
export function shareFont({ id, bytes }: FontFile): { ascent: number } {
  const known = shared.get(id);
  if (known !== undefined) return known;
  const probe = new PDFDocument({}, {}, {}, {}, { autoFirstPage: false, font: null });
  const embedded = probe.font(bytes)._font;
  const opened = {
    parsed: embedded.font,
    embed: embedded.constructor,
    ascent: embedded.ascender / 1000,
    glyphs: new Map(),
  };
  shared.set(id, opened);
  return opened;
}

/**
 * Makes every pdfmake document use the shared fonts: as it comes, pdfmake reads and parses each font file again for each
 * document, which takes five times as long as all the rest.
 */
export function installSharedFonts(): void {
  PDFDocument.prototype.provideFont = provideSharedFont;
  // SVG text asks for a file to open; the name of a font that is already open serves as well.
  PDFDocument.prototype.getFontFile = function (id) {
    this.provideFont(id);
    return id;
  };
}

function provideSharedFont(this: PDFDocument, id: string): EmbeddedFont {
  const known = this._fontFamilies[id];
  if (known !== undefined) return known;
  const font = shared.get(id);
  if (font === undefined) throw new Error('font was not shared before it was asked for');
  this._fontCount += 1;
  const embedded = new font.embed(this, font.parsed, `F${this._fontCount}`);
  embedded.layout = (text) => layOut(text, font, embedded.scale);
  this._fontFamilies[id] = embedded;
  return embedded;
}

/** One glyph per character: the fonts have no ligatures or kerning, and the composer has placed the run. */
function layOut(text: string, font: SharedFont, scale: number): GlyphRun {
  const run: GlyphRun = { glyphs: [], positions: [], advanceWidth: 0 };
  for (const character of text) {
    const { glyph, position } = glyphOf(character.codePointAt(0) ?? 0, font, scale);
    run.glyphs.push(glyph);
    run.positions.push(position);
    run.advanceWidth += position.xAdvance;
  }
  return run;
}

function glyphOf(codePoint: number, { parsed, glyphs }: SharedFont, scale: number): SharedGlyph {
  const known = glyphs.get(codePoint);
  if (known !== undefined) return known;
  const glyph = parsed.glyphForCodePoint(codePoint);
  const advance = glyph.advanceWidth * scale;
  const opened = { glyph, position: { xAdvance: advance, advanceWidth: advance, xOffset: 0, yOffset: 0 } };
  glyphs.set(codePoint, opened);
  return opened;
}
