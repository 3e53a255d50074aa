import type { DocumentModel } from '../../src/model';
import { FAMILIES } from './fonts';
import { qrSvg } from './qr';
import { LOOKS, type Piece, piecesOf, SHEET, type TextLook } from './style';

/** The document as a page for the browser's print engine, fonts taken from the system. */
export function htmlOf(model: DocumentModel): string {
  const body = piecesOf(model.blocks).map(pieceHtml).join('');
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${escapeHtml(model.title)}</title><style>${css(model)}</style>${codeHtml(model)}${body}</html>`;
}

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
const pt = (value: number): string => `${value.toFixed(3)}pt`;

function rule(name: string, { face, size, pitch, align, indent, free }: TextLook): string {
  const position = `text-align:${align};text-indent:${indent}em;padding-right:${free}em`;
  return `.${name}{font:${pt(size)}/${pt(pitch)} "${FAMILIES[face]}","Anshu Song";${position}}`;
}

function css({ qr }: DocumentModel): string {
  const number = `font:14pt/14pt "${FAMILIES.song}";content:"— " counter(page) " —";vertical-align:top;padding-top:${pt(SHEET.numberDrop)}`;
  return [
    '@page{size:210mm 297mm;margin:37mm 26mm 35mm 28mm}',
    `@page:right{@bottom-right{${number};padding-right:1em}}@page:left{@bottom-left{${number};padding-left:1em}}`,
    'html,body,p,h1,h2{margin:0;padding:0;font-weight:normal;line-break:strict;overflow-wrap:anywhere}',
    ...Object.entries(LOOKS).map(([name, look]) => rule(name, look)),
    'table{border-collapse:collapse;table-layout:fixed;width:156mm}td,th{border:.5pt solid;padding:4pt}thead{display:table-header-group}',
    qr === undefined
      ? ''
      : `.code{position:absolute;top:${pt(225 * (72 / 25.4) + SHEET.qrDrop)};left:0;display:flex;gap:12pt;align-items:center}.code svg{width:20mm}`,
  ].join('');
}

/** A browser places nothing of the text in the margin of the first page only; the code stands under the type area. */
function codeHtml({ qr }: DocumentModel): string {
  if (qr === undefined) return '';
  const caption = qr.caption.map((text) => `<p class="caption">${escapeHtml(text)}</p>`).join('');
  return `<div class="code">${qrSvg(qr.payload)}<div>${caption}</div></div>`;
}

function pieceHtml(piece: Piece): string {
  switch (piece.kind) {
    case 'line':
      return `<${piece.tag} class="${lookName(piece.look)}">${escapeHtml(piece.text)}</${piece.tag}>`;
    case 'space':
      return `<div style="height:${pt(piece.lines * SHEET.pitch)}"></div>`;
    case 'page-break':
      return '<div style="break-after:page"></div>';
    case 'table': {
      const columns = piece.columns.map((width) => `<col style="width:${width}mm">`).join('');
      const rows = piece.rows.map((row) => {
        const cells = row.map(({ text, label }) =>
          label ? `<th class="label">${escapeHtml(text)}</th>` : `<td class="cell">${escapeHtml(text)}</td>`,
        );
        return `<tr>${cells.join('')}</tr>`;
      });
      const head = rows.slice(0, piece.headerRows).join('');
      return `<table><colgroup>${columns}</colgroup><thead>${head}</thead><tbody>${rows.slice(piece.headerRows).join('')}</tbody></table>`;
    }
  }
}

function lookName(look: TextLook): string {
  return Object.entries(LOOKS).find(([, candidate]) => candidate === look)?.[0] ?? 'paragraph';
}
