/** Composed pages as text that a person can proof-read: one line of text per line, the right edge drawn as a bar. */
import type { FontMetrics } from '../../src/layout/compose/font-metrics';
import type { Page, TextItem } from '../../src/layout/compose/page-items';
import { AREA } from '../../src/layout/compose/styles';
import { textItems } from './layout-read';

const EDGE = '│';
/** A line that ends this close to the edge, in pt, fills it. */
const NEAR = 0.5;

/** Pages of running text. A mark behind the bar hangs in the margin; a line without a bar is not full. */
export function pagesAsText(pages: Page[], metrics: FontMetrics): string {
  return pages.map((page) => [`—— 第 ${page.number} 页 ——`, ...linesOf(page, metrics)].join('\n')).join('\n');
}

/** Pages of a form: every cell in square brackets, its lines parted by a stroke. */
export function formAsText(pages: Page[]): string {
  return pages.map((page) => [`—— 第 ${page.number} 页 ——`, ...rowsOf(page)].join('\n')).join('\n');
}

function linesOf(page: Page, metrics: FontMetrics): string[] {
  return byKey(textItems(page.items), ({ baseline }) => String(Math.round(baseline))).map((items) => {
    const letters = items.flatMap((item) => lettersOf(item, metrics)).sort((first, second) => first.x - second.x);
    const inside = letters.filter(({ x }) => x < AREA.right - NEAR).map(({ text }) => text);
    const outside = letters.slice(inside.length).map(({ text }) => text);
    const end = letters.at(-1)?.end ?? 0;
    return [...inside, end > AREA.right - NEAR ? EDGE : '', ...outside].join('');
  });
}

function lettersOf(item: TextItem, metrics: FontMetrics): { text: string; x: number; end: number }[] {
  let x = item.x;
  return [...item.text].map((text) => {
    const start = x;
    const end = start + metrics.draw(text, item.face).em * item.size * (item.half ? 0.5 : 1);
    x = end + item.spacing;
    return { text, x: start, end };
  });
}

function rowsOf(page: Page): string[] {
  const rows = byKey(textItems(page.items), ({ owner, baseline }) =>
    owner?.cell === undefined ? `line ${Math.round(baseline)}` : `row ${owner.block} ${owner.row}`,
  );
  return rows.map((items) => {
    const cells = byKey(items, ({ owner }) => String(owner?.cell ?? ''));
    const texts = cells.map((cell) =>
      byKey(cell, ({ baseline }) => String(Math.round(baseline)))
        .map((line) => line.map(({ text }) => text).join(''))
        .join(' ／ '),
    );
    return items[0]?.owner?.cell === undefined ? texts.join('') : texts.map((text) => `[${text}]`).join(' ');
  });
}

/** Items in groups of one key, groups and items in the order in which they come. */
function byKey(items: TextItem[], keyOf: (item: TextItem) => string): TextItem[][] {
  const groups = new Map<string, TextItem[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}
