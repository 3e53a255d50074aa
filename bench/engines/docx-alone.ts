import {
  AlignmentType,
  Document,
  Footer,
  ImageRun,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { toBuffer } from 'qrcode';
import type { DocumentModel } from '../../src/model';
import type { Renderer } from './engine';
import { type FaceName, LOOKS, mm, type Piece, piecesOf, SHEET, type TextLook } from './style';

const TWIPS = 20;
const NAMES: Record<FaceName, string> = {
  fang: '仿宋',
  title: '方正小标宋简体',
  hei: '黑体',
  kai: '楷体',
  song: '宋体',
};
const ALIGNMENTS = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
} as const;

/** The `docx` library as its documentation shows it: direct formatting, no styles, nothing taken out afterwards. */
export async function openDocxAlone(): Promise<Renderer> {
  return { render: async ({ model }) => Packer.toBuffer(await documentOf(model)) };
}

async function documentOf(model: DocumentModel): Promise<Document> {
  const margin = { top: SHEET.top, left: SHEET.left, right: SHEET.right, bottom: SHEET.bottom };
  const twips = Object.fromEntries(Object.entries(margin).map(([side, value]) => [side, Math.round(value * TWIPS)]));
  return new Document({
    title: model.title,
    sections: [
      {
        properties: { titlePage: true, page: { size: { width: 11906, height: 16838 }, margin: twips } },
        footers: { first: await footerOf(model, true), default: await footerOf(model, false) },
        children: piecesOf(model.blocks).map(blockOf),
      },
    ],
  });
}

function paragraphOf(text: string, look: TextLook): Paragraph {
  return new Paragraph({
    alignment: ALIGNMENTS[look.align],
    spacing: { line: Math.round(look.pitch * TWIPS), lineRule: LineRuleType.EXACT },
    indent: {
      firstLine: Math.round(look.indent * look.size * TWIPS),
      right: Math.round(look.free * look.size * TWIPS),
    },
    children: [new TextRun({ text, font: NAMES[look.face], size: Math.round(look.size * 2) })],
  });
}

function blockOf(piece: Piece): Paragraph | Table {
  switch (piece.kind) {
    case 'line':
      return paragraphOf(piece.text, piece.look);
    case 'space':
      return new Paragraph({
        spacing: { line: Math.round(piece.lines * SHEET.pitch * TWIPS), lineRule: LineRuleType.EXACT },
      });
    case 'page-break':
      return new Paragraph({ pageBreakBefore: true });
    case 'table': {
      const widths = piece.columns.map((width) => Math.round(mm(width) * TWIPS));
      const rows = piece.rows.map((row, index) => {
        const children = row.map(({ text, label }, column) => {
          const width = { size: widths[column] ?? 0, type: WidthType.DXA };
          return new TableCell({ width, children: [paragraphOf(text, label ? LOOKS.label : LOOKS.cell)] });
        });
        return new TableRow({ tableHeader: index < piece.headerRows, children });
      });
      return new Table({ columnWidths: widths, rows });
    }
  }
}

async function footerOf({ qr }: DocumentModel, isFirst: boolean): Promise<Footer> {
  const number = new Paragraph({
    alignment: ALIGNMENTS[LOOKS.pageNumber.align],
    children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: NAMES.song, size: 28 })],
  });
  if (!isFirst || qr === undefined) return new Footer({ children: [number] });
  const data = await toBuffer(qr.payload, { errorCorrectionLevel: 'M' });
  const code = new Paragraph({
    children: [new ImageRun({ type: 'png', data, transformation: { width: 76, height: 76 } })],
  });
  return new Footer({ children: [number, code, ...qr.caption.map((text) => paragraphOf(text, LOOKS.caption))] });
}
