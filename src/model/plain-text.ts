import type { Block, Cell, DocumentModel, Inline, Signatory } from './document-model';

/**
 * The text of a document as a reader meets it, one paragraph, row or signature line per line.
 * Golden files, the leak check and the comparison with the finished PDF and DOCX all use this.
 */
export function toPlainText(model: DocumentModel): string {
  return `${model.blocks.flatMap(blockLines).join('\n')}\n`;
}

/** Everything the writers will print, including the footer, watermark and file title. */
export function printedText(model: DocumentModel): string {
  return [toPlainText(model), model.title, model.watermark ?? '', ...(model.qr?.caption ?? [])].join('\n');
}

/** The text of inline content; an empty field prints nothing. */
export function inlineText(content: Inline[]): string {
  return content.map((piece) => (piece.kind === 'blank' ? '' : piece.text)).join('');
}

function signatoryLine({ role, name }: Signatory): string {
  return name === undefined ? role : `${role}　${name}`;
}

function cellText(cell: Cell): string {
  return cell.content.map(inlineText).join('');
}

function blockLines(block: Block): string[] {
  switch (block.kind) {
    case 'issuer':
    case 'title':
    case 'number':
    case 'addressee':
    case 'heading':
    case 'cut-line':
    case 'note':
      return [block.text];
    case 'paragraph':
      return [inlineText(block.content)];
    case 'table':
      return block.rows.map((row) => row.cells.map(cellText).join(' | '));
    case 'signature':
      return [
        ...(block.signatories ?? []).map(signatoryLine),
        ...(block.issuer === undefined ? [] : [block.issuer]),
        block.date,
        ...(block.verification === undefined ? [] : [block.verification]),
        ...(block.after ?? []).map(signatoryLine),
      ];
    case 'hand-signature':
      return block.fields.map((field) => field.label);
    case 'page-break':
      return [];
  }
}
