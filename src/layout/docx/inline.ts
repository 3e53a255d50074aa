import { TextRun } from 'docx';
import type { Inline } from '../../model';
import { STYLE } from './style-sheet';

const FULL_WIDTH_SPACE = '\u3000';

/** Without the hint Word sets “ ” — … · in the Latin face, half a character wide. */
const EAST_ASIAN = { hint: 'eastAsia' } as const;

/** A run in its paragraph's own face. */
export function textRun(text: string, style?: string): TextRun {
  return new TextRun({ text, font: EAST_ASIAN, ...(style === undefined ? {} : { style }) });
}

/** The runs of one paragraph. */
export function inlineRuns(content: Inline[]): TextRun[] {
  return content.map(inlineRun);
}

/** An underlined empty field of `cells` full-width characters. */
export function blankRun(cells: number): TextRun {
  return textRun(FULL_WIDTH_SPACE.repeat(cells), STYLE.blank);
}

function inlineRun(piece: Inline): TextRun {
  switch (piece.kind) {
    case 'text':
      return textRun(piece.text, piece.face === undefined ? undefined : FACE_STYLE[piece.face]);
    case 'filled':
      return textRun(piece.text, STYLE.filled);
    case 'blank':
      return blankRun(piece.cells);
  }
}

const FACE_STYLE = { kai: STYLE.kai, hei: STYLE.hei } as const;
