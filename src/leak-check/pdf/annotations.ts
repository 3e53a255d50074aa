import { readingsOf } from '../bytes/encodings';
import { concat, IDENTITY, type Matrix, transform } from '../drawing/matrix';
import { boxOf } from '../drawing/raster';
import type { Collector, Place } from '../reading';
import { unreadable } from '../unreadable';
import { type Content, emptyContent, type Form, readContent } from './content';
import { UNKNOWN } from './fonts/fonts';
import { byRow, toPieces, toText } from './page-text';
import type { Page } from './pages';
import type { ResourceIndex } from './resources';
import type { Chunk } from './show-text';
import type { PdfObjects } from './syntax/object-index';
import { type Dictionary, itemsOf, nameOf, numberOr, type PdfValue } from './syntax/values';
import { shapesOfNote } from './undrawn-notes';

type Context = {
  objects: PdfObjects;
  resources: ResourceIndex;
  collector: Collector;
  place: Omit<Place, 'carrier'>;
};

/**
 * The text of a page with what its annotations and form fields show where they stand: the words of a form are on the page,
 * what was filled in is not.
 */
export function readAnnotations(page: Page, drawn: readonly Chunk[], context: Context): void {
  const { objects, collector, place } = context;
  const carrier = 'PDF 页面文字（含批注）';
  const content = emptyContent();
  let shapes = 0;
  for (const item of itemsOf(page.annotations)) {
    const annotation = objects.dictionary(item);
    if (annotation === undefined) continue;
    if (appearancesOf(annotation, objects).length === 0) shapes += shapesOfNote(annotation, objects);
    collector.attempt({ carrier, ...place }, () => readAnnotation(annotation, page, content, context));
  }
  if (shapes >= MANY_SHAPES) {
    collector.unread({ carrier, ...place }, unreadable('annotations that only a viewer draws', 'unsupported'));
  }
  if (content.chunks.length === 0) return;
  if (content.chunks.some(({ text }) => text.includes(UNKNOWN))) {
    collector.unread({ carrier, ...place }, unreadable('a PDF glyph without text', 'unsupported'));
  }
  const chunks = [...drawn, ...content.chunks];
  collector.text({ carrier, ...place, text: toText(byRow(toPieces(chunks, 'text'))) });
}

/** The smallest code has more dark runs than this; readers who mark a page by hand draw fewer. */
const MANY_SHAPES = 100;

function readAnnotation(annotation: Dictionary, page: Page, content: Content, context: Context): void {
  const { objects, resources, collector } = context;
  const [left = 0, bottom = 0, right = 0, top = 0] = numbersOf(annotation, 'Rect', objects);
  const rect = boxOf([left, bottom, right, top]);
  const appearances = appearancesOf(annotation, objects);
  for (const stream of appearances) {
    const form = resources.form(stream, objects.streamOf(stream) ?? Buffer.alloc(0), resources.own(page.resources));
    const matrix = concat(form.matrix, fitting(form, numbersOf(stream, 'BBox', objects), rect));
    readContent({ ...form, matrix }, content, collector.budget);
  }
  if (appearances.length > 0) return;
  const value = writtenBy(annotation, objects);
  if (value?.kind !== 'string') return;
  for (const text of readingsOf(value.bytes)) {
    const y = rect.bottom + BASELINE;
    const [start, end] = [
      { x: rect.left, y },
      { x: rect.right, y },
    ] as const;
    content.chunks.push({
      text,
      other: text,
      copied: text,
      start,
      end,
      size: rect.top - rect.bottom,
      isSlanted: false,
      look: '',
    });
  }
}

/** What a viewer writes where an annotation brings no appearance: a value, a text, the caption of a button, a mark. */
function writtenBy(annotation: Dictionary, objects: PdfObjects): PdfValue | undefined {
  const read = (key: string) => objects.entry(annotation, key);
  const text = nameOf(read('Subtype')) === 'FreeText' ? read('Contents') : undefined;
  return inheritedValue(annotation, objects) ?? text ?? objects.entry(read('MK'), 'CA') ?? read('OverlayText');
}

/** Where a viewer writes the value of a field that has no appearance, in points above its lower edge. */
const BASELINE = 3;

/** The streams of the normal appearance: one, or one for each state (ISO 32000-1, 12.5.5). */
function appearancesOf(annotation: Dictionary, objects: PdfObjects): Dictionary[] {
  const normal = objects.dictionary(objects.entry(objects.entry(annotation, 'AP'), 'N'));
  if (normal === undefined) return [];
  if (objects.streamOf(normal) !== undefined) return [normal];
  const state = nameOf(objects.entry(annotation, 'AS'));
  const chosen = state === undefined ? undefined : objects.dictionary(normal.entries.get(state));
  return chosen === undefined ? [] : [chosen];
}

/** Moves and stretches the box of a form into the rectangle of its annotation (algorithm 8.1). */
function fitting({ matrix }: Form, bounds: number[], rect: ReturnType<typeof boxOf>): Matrix {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = bounds;
  const corners = [x1, x2].flatMap((x) => [y1, y2].map((y) => transform({ x, y }, matrix)));
  const box = boxOf(corners.flatMap(({ x, y }) => [x, y]));
  const [width, height] = [box.right - box.left, box.top - box.bottom];
  if (width === 0 || height === 0) return IDENTITY;
  const [across, up] = [(rect.right - rect.left) / width, (rect.top - rect.bottom) / height];
  return [across, 0, 0, up, rect.left - box.left * across, rect.bottom - box.bottom * up];
}

function numbersOf(dictionary: Dictionary, key: string, objects: PdfObjects): number[] {
  return itemsOf(objects.entry(dictionary, key)).map((item) => numberOr(objects.resolve(item), 0));
}

const MAX_PARENTS = 32;

/** The value of a form field may stand in the field above it. */
function inheritedValue(annotation: Dictionary, objects: PdfObjects): PdfValue | undefined {
  let field: Dictionary | undefined = annotation;
  for (let level = 0; level < MAX_PARENTS && field !== undefined; level += 1) {
    const value = objects.entry(field, 'V');
    if (value !== undefined) return value;
    field = objects.dictionary(field.entries.get('Parent'));
  }
  return undefined;
}
