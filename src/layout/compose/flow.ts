import type { PageItem } from './page-items';

/** What the paginator places: a piece of the page as wide as the type area that is not divided by itself. */
export type FlowUnit = {
  kind: 'line' | 'box' | 'cut-line' | 'gap' | 'break';
  /** In pt. */
  height: number;
  /** Drawn with y = 0 at the unit's top. */
  items: PageItem[];
  /** Lines of the body, set at its standard pitch; they follow when the document gets another one. */
  onGrid?: boolean;
  /** The next unit must stand on the same page. */
  keepWithNext?: boolean;
  /** Set above the unit when it starts a page: the header rows of a table. */
  repeated?: { height: number; items: PageItem[] };
  /** Drawn in addition where the unit starts or ends a page: the outer border of a divided table. */
  atPageTop?: PageItem[];
  atPageBottom?: PageItem[];
  /** Divides a unit that is higher than a page; undefined when nothing of it fits into `available` pt. */
  split?: (available: number) => [FlowUnit, FlowUnit] | undefined;
};

/** Empty room that disappears at a page's top. */
export function gap(height: number): FlowUnit {
  return { kind: 'gap', height, items: [] };
}

export function keepTogether(units: FlowUnit[]): FlowUnit[] {
  return units.map((unit, index) => (index === units.length - 1 ? unit : { ...unit, keepWithNext: true }));
}

export function keepWithNext(units: FlowUnit[]): FlowUnit[] {
  return units.map((unit) => ({ ...unit, keepWithNext: true }));
}
