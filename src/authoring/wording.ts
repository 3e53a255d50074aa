import type { Block, Cell, Inline, Row } from '../model';
import { chineseNumber } from './dates';

/** Paragraphs of plain running text, one block each. */
export function paragraphs(texts: readonly string[]): Block[] {
  return texts.map((text) => ({ kind: 'paragraph', content: [{ kind: 'text', text }] }));
}

/** 一、…； 二、…。 The items of an order: numbered with 顿号, parted by ；, ended by 。 */
export function numberedItems(items: readonly string[]): string[] {
  return items.map((item, index) => {
    const bare = item.replace(/[；。;.]+$/, '');
    return `${chineseNumber(index + 1)}、${bare}${index === items.length - 1 ? '。' : '；'}`;
  });
}

/** Text as inline content. */
export function plain(text: string): Inline[] {
  return [{ kind: 'text', text }];
}

type CellOptions = Omit<Cell, 'content'>;

/** A table cell of one or more lines of text. */
export function cell(text: string | readonly string[], options: CellOptions = {}): Cell {
  const lines = typeof text === 'string' ? [text] : text;
  return { content: lines.map(plain), ...options };
}

/** A label cell of a form. */
export function labelCell(text: string, options: CellOptions = {}): Cell {
  return { content: [plain(text)], label: true, align: 'center', ...options };
}

/** A form row: cells and the least height in mm (7, enough for handwriting). */
export function row(cells: Cell[], minHeight = 7): Row {
  return { cells, minHeight };
}
