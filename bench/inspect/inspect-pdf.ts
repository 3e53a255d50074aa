import { read } from './commands';
import { type Grid, linesOf, readGrid } from './grid';

/** What a finished PDF has, found in the file by poppler and qpdf. */
export type PdfFindings = {
  pages: number;
  /** Structure elements below the root that poppler lists; a document that only claims to be tagged has none. */
  structureElements: number;
  /** `2B` and the like, from the XMP packet; empty when there is none. */
  pdfa: string;
  version: string;
  grid: Grid;
  /** Every character of the document stands in its text. */
  hasAllText: boolean;
  isValid: boolean;
};

/** @param wanted text that must be readable in the file, white space ignored */
export function inspectPdf(file: string, wanted: readonly string[]): PdfFindings {
  const info = read('pdfinfo', [file]) ?? '';
  const meta = read('pdfinfo', ['-meta', file]) ?? '';
  const structure = read('pdfinfo', ['-struct', file]) ?? '';
  const lines = linesOf(read('pdftotext', ['-bbox-layout', file, '-']) ?? '');
  const part = property(meta, 'part');
  const text = (read('pdftotext', [file, '-']) ?? '').replace(/\s/g, '');
  return {
    pages: Number(/^Pages:\s+(\d+)/m.exec(info)?.[1] ?? 0),
    version: /^PDF version:\s+(\S+)/m.exec(info)?.[1] ?? '',
    structureElements: structure.split('\n').filter((line) => /^\s+\S/.test(line)).length,
    pdfa: part === '' ? '' : part + property(meta, 'conformance').toUpperCase(),
    grid: readGrid(lines),
    hasAllText: wanted.every((piece) => [...piece.replace(/\s/g, '')].every((character) => text.includes(character))),
    isValid: read('qpdf', ['--check', file]) !== undefined,
  };
}

/** A property of the PDF/A identification schema, written as attribute or as element. */
function property(xmp: string, name: string): string {
  return new RegExp(`pdfaid:${name}(?:="|>)([^"<]+)`).exec(xmp)?.[1]?.trim() ?? '';
}
