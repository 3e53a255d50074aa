/** The parts of pdfmake 0.3 and pdfkit 0.19 that have no public hook; tests/engine/layout-pdf-fonts.test.ts pins them. */
declare module 'pdfmake/js/PDFDocument' {
  export type Glyph = { id: number; advanceWidth: number; codePoints: number[] };
  export type GlyphPosition = { xAdvance: number; xOffset: number; yOffset: number; advanceWidth: number };
  export type GlyphRun = { glyphs: Glyph[]; positions: GlyphPosition[]; advanceWidth: number };
  /** An opened font file (fontkit). */
  export type ParsedFont = { glyphForCodePoint(codePoint: number): Glyph };
  export type EmbeddedFont = {
    font: ParsedFont;
    scale: number;
    ascender: number;
    layout(text: string): GlyphRun;
    constructor: EmbeddedFontConstructor;
  };
  export type EmbeddedFontConstructor = new (document: PDFDocument, font: ParsedFont, id: string) => EmbeddedFont;

  export default class PDFDocument {
    constructor(fonts: object, images: object, patterns: object, attachments: object, options: object);
    provideFont(family: string): EmbeddedFont;
    getFontFile(family: string): string;
    end(): void;
    font(source: Uint8Array): { _font: EmbeddedFont };
    endMetadata(): void;
    info: Record<string, unknown>;
    _fontFamilies: Record<string, EmbeddedFont>;
    _fontCount: number;
    _id: Buffer;
  }
}
