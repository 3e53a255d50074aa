import type PDFDocument from 'pdfmake/js/PDFDocument';
import type { StructureElement } from 'pdfmake/js/PDFDocument';
import type { Element } from './structure';

/** Cells stand for a place in the table even when nothing is written in them. */
const KEPT_EMPTY: ReadonlySet<Element['type']> = new Set(['Document', 'Table', 'TR', 'TH', 'TD']);

/** Writes the structure tree and its parent tree (ISO 32000-1, 14.7.2–14.7.4). All pages must have been drawn. */
export function endStructure(document: PDFDocument, root: Element): void {
  // Only the nodes below the root of a number tree have limits (7.9.7); the engine gives them to the root.
  document.getStructParentTree().limits = false;
  document.addStructure(endElement(document, root));
}

function endElement(document: PDFDocument, source: Element): StructureElement {
  const { type, alt, children, content } = source;
  const element = document.struct(type, alt === undefined ? {} : { alt });
  for (const child of children) if (!isEmpty(child)) element.add(endElement(document, child));
  for (const mark of content) element.add(mark);
  const own = attributesOf(source);
  if (own !== undefined) element.dictionary.data['A'] = own;
  element.end();
  return element;
}

function isEmpty({ type, content, children }: Element): boolean {
  return !KEPT_EMPTY.has(type) && content.length === 0 && children.every(isEmpty);
}

/** Layout and table attributes (14.8.5); the engine knows only some of them. */
function attributesOf({ box, scope, colSpan = 1, rowSpan = 1 }: Element): Record<string, unknown> | undefined {
  if (box !== undefined) return { O: 'Layout', Placement: 'Block', BBox: box };
  if (scope === undefined && colSpan === 1 && rowSpan === 1) return undefined;
  return {
    O: 'Table',
    ...(scope === undefined ? {} : { Scope: scope }),
    ...(colSpan === 1 ? {} : { ColSpan: colSpan }),
    ...(rowSpan === 1 ? {} : { RowSpan: rowSpan }),
  };
}
