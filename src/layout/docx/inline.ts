import { TextRun } from 'docx';
import type { Inline } from '../../model';
import { STYLE } from './style-sheet';

const FULL_WIDTH_SPACE = '\u3000';

/** Without the hint Word sets “ ” — … · in the Latin face, half a character wide. */
export const EAST_ASIAN = { hint: 'eastAsia' } as const;

/** A run in its paragraph's own face. */
export function textRun(text: string, style?: string): TextRun {
  return new TextRun({ text, font: EAST_ASIAN, ...(style === undefined ? {} : { style }) });
}

/** The runs of one paragraph. */
export function inlineRuns(content: Inline[]): TextRun[] {
  return content.map(inlineRun);
}

/** Content as the paragraphs that its line breaks make of it; always at least one. */
export function splitAtBreaks(content: Inline[]): Inline[][] {
  const lines: Inline[][] = [[]];
  for (const piece of content) {
    if (piece.kind === 'blank') {
      lines.at(-1)?.push(piece);
      continue;
    }
    const [first = '', ...rest] = piece.text.split('\n');
    lines.at(-1)?.push({ ...piece, text: first });
    for (const text of rest) lines.push([{ ...piece, text }]);
  }
  return lines;
}

function inlineRun(piece: Inline): TextRun {
  switch (piece.kind) {
    case 'text':
      return textRun(piece.text, piece.face === undefined ? undefined : FACE_STYLE[piece.face]);
    case 'filled':
      return textRun(piece.text, STYLE.filled);
    case 'blank':
      return textRun(FULL_WIDTH_SPACE.repeat(piece.cells), STYLE.blank);
  }
}

const FACE_STYLE = { kai: STYLE.kai, hei: STYLE.hei } as const;
