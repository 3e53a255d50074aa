import type { IParagraphOptions } from 'docx';
import { TYPE_SIZE } from '../page';
import { mmToTwip, ptToTwip } from './measures';
import { CELL_PADDING_MM } from './style-sheet';
import { cellsOf } from './text-width';

/**
 * Lines of a label are equally long, as in the PDF: 送达文书名 / 称和件数, not 送达文书名称 / 和件数. Word knows no such
 * thing, so the text is held in on both sides until it just fits.
 * @param width of the cell, in twips
 */
export function evenIndent(text: string, width: number): IParagraphOptions {
  const character = ptToTwip(TYPE_SIZE.xiaoSi);
  const room = width - 2 * mmToTwip(CELL_PADDING_MM.x);
  const lines = Math.ceil(cellsOf(text) / Math.max(1, Math.floor(room / character)));
  if (lines < 2) return {};
  const longest = Math.ceil(cellsOf(text) / lines);
  const slack = SLACK + (breaksAtMark([...text], longest) ? 1 : 0);
  const side = Math.floor((room - (longest + slack) * character) / 2);
  return side > 0 ? { indent: { left: side, right: side } } : {};
}

/** Part of a character by which an even line may be longer than counted. */
const SLACK = 0.4;

/** Whether a line of that many characters would end or begin with a mark, which then takes a neighbour along. */
function breaksAtMark(characters: string[], longest: number): boolean {
  const mark = /\p{P}/u;
  return characters.some((character, index) => {
    const isAtBreak = index > 0 && (index % longest === 0 || index % longest === longest - 1);
    return isAtBreak && index < characters.length - 1 && mark.test(character);
  });
}
