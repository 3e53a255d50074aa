import type { Face } from './font-metrics';

/** One run of text in one face; `x` and `baseline` in pt from the page's top left corner. */
export type TextItem = {
  kind: 'text';
  text: string;
  face: Face;
  /** Type size in pt. */
  size: number;
  x: number;
  baseline: number;
  /** Added to every character's advance, in pt. */
  spacing: number;
};

export type RuleItem = {
  kind: 'rule';
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  thickness: number;
  /** Length of dashes and gaps in pt; a solid rule when left out. */
  dash?: number;
};

/** A filled black rectangle. */
export type RectItem = { kind: 'rect'; x: number; y: number; width: number; height: number };

/** Everything drawn on a page, in pt, y growing downwards. */
export type PageItem = TextItem | RuleItem | RectItem;

export type Watermark = { text: string; face: Face; size: number; angle: number };

export type Page = { number: number; items: PageItem[]; watermark?: Watermark };

/** The same item, moved down by `dy` pt. */
export function moveDown(item: PageItem, dy: number): PageItem {
  switch (item.kind) {
    case 'text':
      return { ...item, baseline: item.baseline + dy };
    case 'rule':
      return { ...item, y1: item.y1 + dy, y2: item.y2 + dy };
    case 'rect':
      return { ...item, y: item.y + dy };
  }
}
