import PDFDocument from 'pdfkit';
import type { DocumentModel } from '../../src/model';
import { ISSUED_AT } from '../content';
import type { Renderer } from './engine';
import { BEYOND_GB2312, subsetFonts } from './fonts';
import { qrPath } from './qr';
import { FACE_NAMES, type FaceName, LOOKS, mm, type Piece, piecesOf, SHEET, type TextLook } from './style';

type Fonts = Record<FaceName, Buffer>;
type Doc = PDFKit.PDFDocument;

/** Marks that do not begin a line; pdfkit breaks lines at spaces only, so its user has to place every line. */
const NOT_FIRST = new Set('，。、；：？！）》」』”’…—');
const NOT_LAST = new Set('（《「『“‘￥');
const PADDING = 4;

/** pdfkit by hand, as far as one would go: subset fonts from memory, lines broken by the caller, tags, PDF/A-2b. */
export async function openPdfkit(): Promise<Renderer> {
  const fonts = await subsetFonts(BEYOND_GB2312);
  return { render: async ({ model }) => draw(model, fonts) };
}

async function draw(model: DocumentModel, fonts: Fonts): Promise<Buffer> {
  const doc = new PDFDocument({
    size: [SHEET.width, SHEET.height],
    margin: 0,
    pdfVersion: '1.7',
    subset: 'PDF/A-2b',
    tagged: true,
    lang: 'zh-CN',
    displayTitle: true,
    bufferPages: true,
    info: { Title: model.title, CreationDate: ISSUED_AT },
  });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => doc.on('end', resolve));
  for (const face of FACE_NAMES) doc.registerFont(face, fonts[face]);
  const root = doc.struct('Document');
  doc.addStructure(root);
  const pen = { y: SHEET.top };
  for (const piece of piecesOf(model.blocks)) drawPiece(doc, { piece, pen, root });
  drawFooters(doc, model);
  root.end();
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}

type Pen = { y: number };
type Place = { piece: Piece; pen: Pen; root: PDFKit.PDFStructureElement };

function drawPiece(doc: Doc, { piece, pen, root }: Place): void {
  switch (piece.kind) {
    case 'line': {
      const lines = breakLines(doc, piece.text, { look: piece.look, width: SHEET.area - piece.look.free * SHEET.cell });
      const parts = lines.map((line) => {
        if (pen.y + piece.look.pitch > bottom()) newPage(doc, pen);
        const part = doc.markStructureContent(piece.tag.toUpperCase());
        drawLine(doc, line, { look: piece.look, x: SHEET.left, y: pen.y, width: SHEET.area });
        doc.endMarkedContent();
        pen.y += piece.look.pitch;
        return part;
      });
      root.add(doc.struct(piece.tag.toUpperCase(), {}, parts));
      return;
    }
    case 'space':
      pen.y += piece.lines * SHEET.pitch;
      return;
    case 'page-break':
      newPage(doc, pen);
      return;
    case 'table':
      drawTable(doc, { piece, pen, root });
  }
}

function bottom(): number {
  return SHEET.height - SHEET.bottom + 0.5;
}

function newPage(doc: Doc, pen: Pen): void {
  doc.addPage();
  pen.y = SHEET.top;
}

type Line = { text: string; x: number; width: number; isLast: boolean };

/** Lines no wider than the area, closers kept with what stands before them. */
function breakLines(doc: Doc, text: string, { look, width }: { look: TextLook; width: number }): Line[] {
  doc.font(look.face).fontSize(look.size);
  const lines: Line[] = [];
  let [line, used, indent] = ['', 0, look.indent * look.size];
  const push = (isLast: boolean): void => {
    lines.push({ text: line, x: indent, width: used, isLast });
    [line, used, indent] = ['', 0, 0];
  };
  for (const character of text) {
    const advance = doc.widthOfString(character);
    if (indent + used + advance > width + 0.01) {
      const carried = carriedOver(line, character);
      line = line.slice(0, line.length - carried.length);
      used = doc.widthOfString(line);
      push(false);
      [line, used] = [carried, doc.widthOfString(carried)];
    }
    line += character;
    used += advance;
  }
  push(true);
  return lines;
}

/** What has to move to the next line with its first character. */
function carriedOver(line: string, next: string): string {
  let carried = '';
  let first = next;
  for (const character of [...line].reverse()) {
    if (!NOT_FIRST.has(first) && !NOT_LAST.has(character)) break;
    carried = character + carried;
    first = character;
  }
  return carried;
}

type Spot = { look: TextLook; x: number; y: number; width: number };

function drawLine(doc: Doc, line: Line, { look, x, y, width }: Spot): void {
  const room = width - look.free * look.size - line.x;
  const gaps = [...line.text].length - 1;
  const spacing = look.align === 'justify' && !line.isLast && gaps > 0 ? (room - line.width) / gaps : 0;
  const shift = look.align === 'right' ? room - line.width : look.align === 'center' ? (room - line.width) / 2 : 0;
  doc.font(look.face).fontSize(look.size);
  const baseline = y + (look.pitch - look.size) / 2 + look.size * 0.88;
  doc.text(line.text, x + line.x + shift, baseline, {
    lineBreak: false,
    characterSpacing: spacing,
    baseline: 'alphabetic',
  });
}

function drawTable(doc: Doc, { piece, pen, root }: Place): void {
  if (piece.kind !== 'table') return;
  const table = doc.struct('Table');
  root.add(table);
  for (const row of piece.rows) {
    const cells = row.map(({ text, label }, column) => {
      const look = label ? LOOKS.label : LOOKS.cell;
      const width = mm(piece.columns[column] ?? 0);
      return { look, width, label, lines: breakLines(doc, text, { look, width: width - 2 * PADDING }) };
    });
    const height = Math.max(...cells.map(({ lines, look }) => lines.length * look.pitch)) + 2 * PADDING;
    if (pen.y + height > bottom()) newPage(doc, pen);
    const structure = doc.struct('TR');
    table.add(structure);
    let x: number = SHEET.left;
    for (const { look, width, label, lines } of cells) {
      doc.markContent('Artifact');
      doc.lineWidth(0.5).rect(x, pen.y, width, height).stroke();
      doc.endMarkedContent();
      const tag = label ? 'TH' : 'TD';
      const part = doc.markStructureContent(tag);
      lines.forEach((line, index) => {
        drawLine(doc, line, {
          look,
          x: x + PADDING,
          y: pen.y + PADDING + index * look.pitch,
          width: width - 2 * PADDING,
        });
      });
      doc.endMarkedContent();
      structure.add(doc.struct(tag, {}, part));
      x += width;
    }
    pen.y += height;
  }
}

function drawFooters(doc: Doc, { qr }: DocumentModel): void {
  const top = SHEET.height - SHEET.bottom;
  for (let page = 0; page < doc.bufferedPageRange().count; page += 1) {
    doc.switchToPage(page);
    doc.markContent('Artifact');
    const look: TextLook = { ...LOOKS.pageNumber, align: page % 2 === 0 ? 'right' : 'left' };
    const text = `— ${page + 1} —`;
    const width = doc.font(look.face).fontSize(look.size).widthOfString(text);
    const line = { text, x: page % 2 === 0 ? 0 : SHEET.cell, width, isLast: true };
    drawLine(doc, line, { look, x: SHEET.left, y: top + SHEET.numberDrop, width: SHEET.area });
    if (page === 0 && qr !== undefined) {
      const { path, size } = qrPath(qr.payload);
      doc
        .save()
        .translate(SHEET.left, top + SHEET.qrDrop)
        .scale(SHEET.qr / size);
      doc.path(path).fill().restore();
      qr.caption.forEach((caption, index) => {
        const y = top + SHEET.qrDrop + 14 + index * LOOKS.caption.pitch;
        const entry = { text: caption, x: 0, width: 0, isLast: true };
        drawLine(doc, entry, { look: LOOKS.caption, x: SHEET.left + SHEET.qr + 12, y, width: SHEET.area });
      });
    }
    doc.endMarkedContent();
  }
}
