import type { Face } from './font-metrics';

/**
 * What an item says, for readers that do not look: `block` counts the blocks of the model, the verification code coming
 * after the last. `row` and `cell` are a table's; `row` is also the line of a signature or caption.
 * Items without an owner decorate the page: rules, page numbers, repeated header rows.
 */
export type Owner = { block: number; row?: number; cell?: number };

/** One run of text in one face; `x` and `baseline` in pt from the page's top left corner. */
export type TextItem = {
  kind: 'text';
  text: string;
  face: Face;
  /** Marks in half a cell each, which the advances of this run are too. */
  half: boolean;
  /** Type size in pt. */
  size: number;
  x: number;
  baseline: number;
  /** Added to every character's advance, in pt. */
  spacing: number;
  owner?: Owner | undefined;
};

export type RuleItem = {
  kind: 'rule';
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  thickness: number;
  /** Length of dashes and gaps in pt; a solid rule when left out. */
  dash?: number | undefined;
};

/**
 * A square code of `size` pt, without its quiet zone: rows of dark (true) and light modules from the top left. One item,
 * because a code has some 400 runs of dark modules, four times the items of all the text on a page.
 */
export type CodeItem = {
  kind: 'code';
  modules: boolean[][];
  x: number;
  y: number;
  size: number;
  owner?: Owner | undefined;
};

/** Everything drawn on a page, in pt, y growing downwards. */
export type PageItem = TextItem | RuleItem | CodeItem;

export type Watermark = { text: string; face: Face; size: number; angle: number };

export type Page = { number: number; items: PageItem[]; watermark?: Watermark };

/** The same item, moved down by `dy` pt. */
export function moveDown(item: PageItem, dy: number): PageItem {
  switch (item.kind) {
    case 'text':
      return copyText(item, item.baseline + dy, item.owner);
    case 'rule':
      return copyRule(item, dy);
    case 'code':
      return { ...item, y: item.y + dy };
  }
}

/** Text and codes belong to what they say; rules decorate. */
export function own(items: PageItem[], owner: Owner | undefined): PageItem[] {
  return items.map((item) => {
    if (item.kind === 'rule') return item;
    return item.kind === 'text' ? copyText(item, item.baseline, owner) : { ...item, owner };
  });
}

/** Items that repeat what another page has said already. */
export function disown(items: PageItem[]): PageItem[] {
  return own(items, undefined);
}

/** Written out, like the next: items are copied two or three times each, and copying unknown keys takes far longer. */
function copyText(
  { text, face, half, size, x, spacing }: TextItem,
  baseline: number,
  owner: Owner | undefined,
): TextItem {
  return { kind: 'text', text, face, half, size, x, baseline, spacing, owner };
}

function copyRule({ x1, y1, x2, y2, thickness, dash }: RuleItem, dy: number): RuleItem {
  return { kind: 'rule', x1, y1: y1 + dy, x2, y2: y2 + dy, thickness, dash };
}
