import { Paragraph } from 'docx';
import type { Block, Inline } from '../../model';
import { PAGE } from '../page';
import { inlineRuns } from './inline';
import { STYLE } from './style-sheet';
import { cellsOf } from './text-width';

type Field = Extract<Block, { kind: 'hand-signature' }>['fields'][number];

const INDENT_CELLS = 2;
const GAP_CELLS = 2;
const GAP: Inline = { kind: 'text', text: '\u3000'.repeat(GAP_CELLS) };
/** A shorter blank is no help to a hand: it then goes below its label. */
const LEAST_BLANK = 4;

/**
 * Label and blank, as many fields on a line as fit; the grid's pitch of 10 mm leaves room to write.
 * @param after distance to the next block, in twips
 */
export function handSignatureParagraphs(fields: Field[], options: { after: number; keepNext: boolean }): Paragraph[] {
  const lines = linesOf(fields, PAGE.cellsPerLine - INDENT_CELLS);
  return lines.map((content, index) => {
    const isLast = index === lines.length - 1;
    return new Paragraph({
      style: STYLE.handSignature,
      keepNext: options.keepNext || !isLast,
      ...(isLast && options.after > 0 ? { spacing: { after: options.after } } : {}),
      children: inlineRuns(content),
    });
  });
}

function linesOf(fields: Field[], room: number): Inline[][] {
  const lines: { content: Inline[]; cells: number }[] = [];
  for (const field of fields) {
    const label = cellsOf(field.label);
    const text: Inline = { kind: 'text', text: field.label };
    if (room - label < Math.min(LEAST_BLANK, field.cells)) {
      lines.push({ content: [text], cells: room }, { content: [{ kind: 'blank', cells: field.cells }], cells: room });
      continue;
    }
    const blank = Math.min(field.cells, room - label);
    const content: Inline[] = [text, { kind: 'blank', cells: blank }];
    const line = lines.at(-1);
    if (line !== undefined && line.cells + GAP_CELLS + label + blank <= room) {
      line.content.push(GAP, ...content);
      line.cells += GAP_CELLS + label + blank;
    } else {
      lines.push({ content, cells: label + blank });
    }
  }
  return lines.map(({ content }) => content);
}
