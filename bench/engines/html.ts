import type { DocumentModel } from '../../src/model';
import { FAMILIES } from './fonts';
import { qrSvg } from './qr';
import { LOOKS, type Piece, piecesOf, SHEET, SNUG, type TextLook } from './style';

/** The document as a page for the browser's print engine, fonts taken from the system. */
export function htmlOf(model: DocumentModel): string {
  const body = piecesOf(model.blocks).map(pieceHtml).join('');
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${escapeHtml(model.title)}</title><style>${css(model)}</style>${body}</html>`;
}

const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
const pt = (value: number): string => `${value.toFixed(3)}pt`;

function rule(name: string, { face, size, pitch, align, indent, free }: TextLook): string {
  const position = `text-align:${align};text-indent:${indent}em;padding-right:${free}em`;
  return `.${name}{font:${pt(size * SNUG)}/${pt(pitch)} "${FAMILIES[face]}","Anshu Song";${position}}`;
}

function css(model: DocumentModel): string {
  const number = `font:14pt/14pt "${FAMILIES.song}";content:"— " counter(page) " —";vertical-align:top;padding-top:${pt(SHEET.numberDrop)}`;
  return [
    '@page{size:210mm 297mm;margin:37mm 26mm 35mm 28mm}',
    `@page:right{@bottom-right{${number};padding-right:1em}}@page:left{@bottom-left{${number};padding-left:1em}}`,
    'html,body,p,h1,h2{margin:0;padding:0;font-weight:normal;line-break:strict;overflow-wrap:anywhere}',
    ...Object.entries(LOOKS).map(([name, look]) => rule(name, look)),
    'table{border-collapse:collapse;table-layout:fixed;width:calc(156mm - .5pt)}td,th{border:.5pt solid;padding:4pt}thead{display:table-header-group}',
    codeCss(model),
  ].join('');
}

/** The code and its caption as one picture in the margin box of the first page; a browser cannot flow text there. */
function codeCss({ qr }: DocumentModel): string {
  if (qr === undefined) return '';
  const lines = qr.caption.map(
    (text, line) => `<text x="68" y="${24 + line * LOOKS.caption.pitch}">${escapeHtml(text)}</text>`,
  );
  const code = qrSvg(qr.payload).replace('<svg ', '<svg width="56.7" height="56.7" ');
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="300pt" height="57pt" viewBox="0 0 300 57" font-family="${FAMILIES.fang}" font-size="9">${code}${lines.join('')}</svg>`;
  const address = `data:image/svg+xml,${encodeURIComponent(picture)}`;
  return `@page:first{@bottom-left{content:url("${address}");vertical-align:top;padding-top:${pt(SHEET.qrDrop)}}}`;
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
