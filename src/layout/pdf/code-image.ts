import type PDFDocument from 'pdfmake/js/PDFDocument';
import type { Reference } from 'pdfmake/js/PDFDocument';
import { endStream } from './engine';

/**
 * Stores a code as a stencil of one bit for each module, which viewers enlarge without smoothing (ISO 32000-1, 8.9.5.3 and
 * 8.9.6.2). As some 400 rectangles it was the largest part of its page, for readers as well as for us.
 */
export function endCode(document: PDFDocument, modules: boolean[][]): Reference {
  const size = modules.length;
  const entries = {
    Type: 'XObject',
    Subtype: 'Image',
    Width: size,
    Height: size,
    BitsPerComponent: 1,
    ImageMask: true,
  };
  return endStream(document, entries, stencilOf(modules));
}

/** Rows of whole bytes; a stencil paints where its bits are 0. */
function stencilOf(modules: boolean[][]): Buffer {
  const stride = Math.ceil(modules.length / 8);
  const bits = Buffer.alloc(stride * modules.length, 0xff);
  modules.forEach((row, index) => {
    row.forEach((isDark, column) => {
      const at = index * stride + (column >> 3);
      if (isDark) bits.writeUInt8(bits.readUInt8(at) & ~(0x80 >> (column & 7)), at);
    });
  });
  return bits;
}
