import { readFileSync } from 'node:fs';
import library from 'pdfmake';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { DocumentModel } from '../../src/model';
import { ISSUED_AT } from '../content';
import type { Renderer } from './engine';
import { BEYOND_GB2312, fontFile, naturalLineHeight, subsetFonts } from './fonts';
import { FACE_NAMES, type FaceName, LOOKS, mm, type Piece, piecesOf, SHEET, type TextLook } from './style';

/** It draws whole points per module, its margin of four modules included: a code of 29 modules gets 2 pt each. */
const QR_FIT = 66;

/** Its documentation tells to put fonts there; its types leave it out. */
const pdfmake = library as typeof library & {
  virtualfs: { writeFileSync(name: string, content: Buffer): void };
};

type Heights = Record<FaceName, number>;

/**
 * pdfmake without a single patch.
 * @param options.fonts `files`: as its documentation shows; `memory`: subsets in its virtual file system
 */
export async function openPdfmake({ fonts }: { fonts: 'files' | 'memory' }): Promise<Renderer> {
  const buffers = fonts === 'memory' ? await subsetFonts(BEYOND_GB2312) : undefined;
  const fileName = (face: FaceName) => (buffers === undefined ? fontFile(face) : `${face}.ttf`);
  for (const face of FACE_NAMES) {
    if (buffers !== undefined) pdfmake.virtualfs.writeFileSync(fileName(face), buffers[face]);
  }
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => fonts === 'files');
  const heights = Object.fromEntries(
    FACE_NAMES.map((face) => [face, naturalLineHeight(buffers?.[face] ?? readFileSync(fontFile(face)))]),
  ) as Heights;
  return {
    render: async ({ model }) => {
      // Given anew each time: pdfmake puts the opened font into the list that it was given.
      pdfmake.setFonts(Object.fromEntries(FACE_NAMES.map((face) => [face, { normal: fileName(face) }])));
      return pdfmake.createPdf(definitionOf(model, heights)).getBuffer();
    },
  };
}

function definitionOf(model: DocumentModel, heights: Heights): TDocumentDefinitions {
  const look = (name: TextLook) => textOf(name, heights);
  return {
    version: '1.7',
    subset: 'PDF/A-2b',
    tagged: true,
    language: 'zh-CN',
    displayTitle: true,
    defaultStyle: { font: LOOKS.paragraph.face },
    info: { title: model.title, creationDate: ISSUED_AT },
    pageSize: { width: SHEET.width, height: SHEET.height },
    pageMargins: [SHEET.left, SHEET.top, SHEET.right, SHEET.bottom],
    content: piecesOf(model.blocks).map((piece) => contentOf(piece, heights)),
    footer: (page) => {
      const number: Content = {
        text: `— ${page} —`,
        ...look({ ...LOOKS.pageNumber, align: page % 2 === 1 ? 'right' : 'left' }),
      };
      const placed = {
        ...number,
        margin: [SHEET.left + SHEET.cell, SHEET.numberDrop, SHEET.right + SHEET.cell, 0],
      } as Content;
      if (page !== 1 || model.qr === undefined) return placed;
      const at = { x: SHEET.left, y: SHEET.qrDrop };
      const caption = model.qr.caption.map(
        (text, line): Content => ({
          text,
          ...look(LOOKS.caption),
          relativePosition: { x: at.x + SHEET.qr + 12, y: at.y + 14 + line * LOOKS.caption.pitch },
        }),
      );
      return [{ qr: model.qr.payload, eccLevel: 'M', fit: QR_FIT, relativePosition: at }, ...caption, placed];
    },
  };
}

function textOf({ face, size, pitch, align, indent, free }: TextLook, heights: Heights) {
  return {
    font: face,
    fontSize: size,
    lineHeight: pitch / (heights[face] * size),
    alignment: align,
    leadingIndent: indent * size,
    margin: [0, 0, free * size, 0] as [number, number, number, number],
  };
}

function contentOf(piece: Piece, heights: Heights): Content {
  switch (piece.kind) {
    case 'line':
      return { text: piece.text, ...textOf(piece.look, heights) };
    case 'space':
      return { text: '', margin: [0, piece.lines * SHEET.pitch, 0, 0] };
    case 'page-break':
      return { text: '', pageBreak: 'after' };
    case 'table': {
      // Its widths are those of the content: 4 pt of padding at each side and the rules come on top.
      const widths = piece.columns.map((width) => mm(width) - 9);
      const body = piece.rows.map((row) =>
        row.map((cell): Content => ({ text: cell.text, ...textOf(cell.label ? LOOKS.label : LOOKS.cell, heights) })),
      );
      return { table: { widths, headerRows: piece.headerRows, body } };
    }
  }
}
