import type { PdfObjects } from './syntax/object-index';
import { type Dictionary, itemsOf, wordOf } from './syntax/values';

/** Annotations that a viewer draws by itself where they bring no appearance (ISO 32000-1, 12.5.6), and what it draws. */
const DRAWN: Record<string, (note: Dictionary, objects: PdfObjects) => number> = {
  ...{ Square: one, Circle: one, Line: one, Polygon: one, PolyLine: one },
  ...{ Highlight: quads, Underline: quads, Squiggly: quads, StrikeOut: quads, Redact: quads },
  Ink: (note, objects) => itemsOf(objects.entry(note, 'InkList')).length,
  // A field with a colour of its own.
  Widget: (note, objects) => (objects.entry(objects.entry(note, 'MK'), 'BG') === undefined ? 0 : 1),
};

/** How many shapes a viewer draws for an annotation without an appearance: so many small ones may be a code. */
export function shapesOfNote(note: Dictionary, objects: PdfObjects): number {
  const kind = wordOf(objects.entry(note, 'Subtype'));
  const count = Object.hasOwn(DRAWN, kind) ? DRAWN[kind] : undefined;
  return count?.(note, objects) ?? 0;
}

function one(): number {
  return 1;
}

/** Each marked piece has four corners of two numbers. */
function quads(note: Dictionary, objects: PdfObjects): number {
  return Math.max(1, itemsOf(objects.entry(note, 'QuadPoints')).length / 8);
}
