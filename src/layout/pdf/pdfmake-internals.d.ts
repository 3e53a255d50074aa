/**
 * The parts of pdfmake 0.3.11 and of the pdfkit 0.19.1 inside it that this writer drives. pdfmake has no types for
 * them; tests/engine/pdf-engine.test.ts pins the versions and fails when one of them changes.
 */
declare module 'pdfmake/js/PDFDocument' {
  /** An indirect object. Strings are names, `String` objects are text strings. */
  export type Reference = {
    data: Record<string, unknown>;
    compress: boolean;
    write(stream: Uint8Array): void;
    end(stream?: string | Uint8Array): void;
  };
  /** A marked-content sequence, to be given to the structure element it belongs to. */
  export type StructureContent = { refs: { pageRef: Reference; mcid: number }[] };
  export type StructureElement = {
    dictionary: Reference;
    add(child: StructureElement | StructureContent): StructureElement;
    end(): void;
  };
  export type Options = {
    size: [number, number];
    margin: number;
    pdfVersion: string;
    lang: string;
    tagged: boolean;
    displayTitle: boolean;
    autoFirstPage: boolean;
    /** Null keeps the engine from opening a font of its own. */
    font: null;
    info: Record<string, unknown>;
  };

  export default class PDFDocument {
    constructor(fonts: object, images: object, patterns: object, attachments: object, options: Options);
    ref(data: Record<string, unknown>): Reference;
    addPage(): PDFDocument;
    addContent(operators: string): PDFDocument;
    markContent(tag: 'Artifact', options?: { type: string }): PDFDocument;
    markStructureContent(tag: string): StructureContent;
    endMarkedContent(): PDFDocument;
    struct(type: string, options: { alt?: string }): StructureElement;
    addStructure(element: StructureElement): PDFDocument;
    getStructParentTree(): { limits: boolean };
    endMetadata(): void;
    end(): void;
    read(): Buffer;
    /** Writes a line of Latin-1 text, or bytes as they are. */
    _write(data: string | Buffer): void;
    /** Bytes written so far: where the next object starts. */
    _offset: number;
    push(chunk: Buffer | null): boolean;
    page: { content: Reference; fonts: Record<string, Reference>; xobjects: Record<string, Reference> };
    info: Record<string, unknown>;
    _root: Reference;
    _id: Buffer;
  }
}
