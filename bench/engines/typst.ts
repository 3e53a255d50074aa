import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { DocumentModel } from '../../src/model';
import { ISSUED_AT } from '../content';
import type { Renderer } from './engine';
import { FAMILIES, FONTS_DIR } from './fonts';
import { qrSvg } from './qr';
import { LOOKS, type Piece, piecesOf, SHEET, type TextLook } from './style';

/** Typst's own advice for a long-running process: forget what ten later documents have not used. */
const CACHE_AGE = 10;

/**
 * Typst in this process, the template compiled with each document's data.
 * @param options.standard `a-2b`, or none: Typst's default, which is tagged as well
 */
export async function openTypst({ standard }: { standard?: string } = {}): Promise<Renderer> {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [FONTS_DIR] }] });
  const settings = {
    creationTimestamp: ISSUED_AT.getTime() / 1000,
    ...(standard === undefined ? {} : { pdfStandard: standard }),
  };
  return {
    render: async ({ model }) => {
      const compiled = compiler.compile({ mainFileContent: sourceOf(model) });
      if (compiled.result === null) throw new Error('Typst refused the document');
      const bytes = compiler.pdf(compiled.result, settings);
      compiler.evictCache(CACHE_AGE);
      return bytes;
    },
  };
}

function sourceOf(model: DocumentModel): string {
  return [
    HEAD,
    footerOf(model),
    `#set document(title: ${quote(model.title)})`,
    ...piecesOf(model.blocks).map(pieceSource),
  ].join('\n');
}

const pt = (value: number): string => `${value.toFixed(3)}pt`;
const quote = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`;
const faces = (face: TextLook['face']): string => `(${quote(FAMILIES[face])}, "Anshu Song")`;

/** Line edges of one em and leading for the rest: 22 lines fill the type area exactly. */
const leading = (look: TextLook): string => pt(look.pitch - look.size);

const HEAD = [
  '#set page(width: 210mm, height: 297mm, margin: (top: 37mm, left: 28mm, right: 26mm, bottom: 35mm))',
  `#set text(font: ${faces('fang')}, size: ${pt(SHEET.cell)}, lang: "zh", region: "cn", top-edge: 0.88em, bottom-edge: -0.12em, cjk-latin-spacing: auto)`,
  `#set par(justify: true, leading: ${leading(LOOKS.paragraph)}, spacing: ${leading(LOOKS.paragraph)}, first-line-indent: (amount: 2em, all: true))`,
  `#set block(spacing: ${leading(LOOKS.paragraph)})`,
  '#show heading: set text(weight: "regular")',
  `#show heading: set block(above: ${leading(LOOKS.paragraph)}, below: ${leading(LOOKS.paragraph)})`,
].join('\n');

function footerOf({ qr }: DocumentModel): string {
  const number = `text(font: ${faces('song')}, size: ${pt(LOOKS.pageNumber.size)})[— #n —]`;
  const code =
    qr === undefined
      ? ''
      : `if n == 1 { place(top + left, dy: ${pt(SHEET.qrDrop)}, image(bytes(${quote(qrSvg(qr.payload))}), width: 20mm, alt: "二维码"))
      place(top + left, dx: 24mm, dy: ${pt(SHEET.qrDrop + 14)}, par(first-line-indent: 0pt, leading: 4pt, text(size: 9pt, ${quote(qr.caption.join('\n'))}))) }`;
  return `#set page(footer-descent: 0pt, footer: context {
    let n = counter(page).get().first()
    ${code}
    place(top + if calc.odd(n) { right } else { left }, dx: if calc.odd(n) { -1em } else { 1em }, dy: ${pt(SHEET.numberDrop)}, ${number})
  })`;
}

function pieceSource(piece: Piece): string {
  switch (piece.kind) {
    case 'line':
      return lineSource(piece);
    case 'space':
      return `#v(${pt(piece.lines * SHEET.pitch)}, weak: false)`;
    case 'page-break':
      return '#pagebreak()';
    case 'table':
      return tableSource(piece);
  }
}

function lineSource({ text, look, tag }: Extract<Piece, { kind: 'line' }>): string {
  const body =
    look === LOOKS.paragraph
      ? `#${quote(text)}`
      : `#text(font: ${faces(look.face)}, size: ${pt(look.size)}, ${quote(text)})`;
  const level = tag === 'h1' ? 1 : 2;
  const indent = look.indent > 0 && tag !== 'p' ? `#h(${look.indent}em)` : '';
  const content = tag === 'p' ? `[${body}]` : `heading(level: ${level}, [${indent}${body}])`;
  switch (look.align) {
    case 'justify':
    case 'left':
      return tag === 'p' ? `#par${content}` : `#${content}`;
    case 'center':
      return tag === 'p' ? `#align(center, par(first-line-indent: 0pt, ${content}))` : `#align(center, ${content})`;
    case 'right':
      return `#align(right, pad(right: ${look.free}em, par(first-line-indent: 0pt, ${content})))`;
  }
}

function tableSource({ columns, rows, headerRows }: Extract<Piece, { kind: 'table' }>): string {
  const cell = ({ text, label }: { text: string; label: boolean }): string =>
    label ? `text(font: ${faces('hei')}, ${quote(text)})` : `text(${quote(text)})`;
  const cells = (from: number, to: number) => rows.slice(from, to).flatMap((row) => row.map(cell));
  const header = headerRows === 0 ? '' : `table.header(${cells(0, headerRows).join(', ')}),`;
  return `#[#set text(size: ${pt(LOOKS.cell.size)})
#set par(first-line-indent: 0pt, justify: false, leading: ${leading(LOOKS.cell)})
#table(columns: (${columns.map((width) => `${width}mm`).join(', ')}), stroke: 0.5pt, inset: 4pt, ${header} ${cells(headerRows, rows.length).join(', ')})]`;
}
