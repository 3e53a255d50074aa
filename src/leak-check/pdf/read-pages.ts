import { drawnCodes } from '../drawing/drawn-codes';
import { IDENTITY } from '../drawing/matrix';
import type { Shape } from '../drawing/painter';
import type { Collector, Mark, Place } from '../reading';
import { unreadable } from '../unreadable';
import { readAnnotations } from './annotations';
import { type Content, emptyContent, readContent } from './content';
import { UNKNOWN } from './fonts/fonts';
import { readInlinePicture } from './images/images';
import { dotsAmong, joinImages } from './images/joined-images';
import { isContent, isPlainText } from './is-content';
import { acrossPages, byRow, type Run, readingsOfPage, toPieces, toRuns, toText } from './page-text';
import { readPages } from './pages';
import { isPicture, type ResourceIndex } from './resources';
import { type PdfObjects, placeOf } from './syntax/object-index';
import type { PdfValue } from './syntax/values';

type Context = {
  objects: PdfObjects;
  resources: ResourceIndex;
  /** Font programs, by their dictionaries. */
  programs: ReadonlySet<PdfValue>;
  collector: Collector;
};

type PlacedContent = { content: Content; place: Omit<Place, 'carrier'> };

/** Streams that no page draws, read one after another; `ends` says where the text of each ends. */
type Undrawn = PlacedContent & { ends: number[] };

/**
 * The text of all content streams: of the pages in order, and of the streams that no page draws (former revisions,
 * annotations, patterns, leftovers). Text broken over operators, lines, forms and pages is joined. A glyph that has no
 * text makes its page unreadable.
 */
export function readPageText(context: Context): void {
  const { objects, resources, collector } = context;
  const { budget } = collector;
  const pages: PlacedContent[] = [];
  const seen = new Set<PdfValue>();
  for (const [index, page] of readPages(objects).entries()) {
    const content = emptyContent();
    const place = { page: index + 1 };
    const form = { bytes: page.bytes, matrix: IDENTITY, resources: resources.own(page.resources) };
    collector.attempt({ carrier: 'PDF 页面内容', ...place }, () => readContent(form, content, budget));
    readAnnotations(page, content.chunks, { objects, resources, collector, place });
    pages.push({ content, place });
    if (!objects.isRevised) for (const part of page.contents) seen.add(part);
  }
  addPages(pages, collector);
  const others = readUndrawn(context, seen);
  for (const { content, place, ends } of others) {
    const parts = ends.map((end, index) => content.chunks.slice(ends[index - 1], end));
    // Each has a space of its own: lines of two have nothing to do with each other.
    const text = (read: 'text' | 'other') => parts.map((part) => toText(byRow(toPieces(part, read)))).join('\n');
    collector.text({ carrier: 'PDF 未显示的内容流', ...place, text: toText(toRuns(content.chunks, 'text')) });
    collector.text({ carrier: 'PDF 未显示的内容流', ...place, text: text('text') });
    if (text('other') !== text('text'))
      collector.text({ carrier: 'PDF 未显示的内容流', ...place, text: text('other') });
  }
  for (const each of [...pages, ...others]) addExtras(each, context);
}

/** Pages whose text is joined, so that a hit may reach from one to the next, with the place where each begins. */
function addPages(pages: PlacedContent[], collector: Collector): void {
  const joined = new Map<string, { texts: string[]; length: number; marks: Mark[]; isRearranged: boolean }>();
  const runs: Run[][] = [];
  for (const { content, place } of pages) {
    const drawn = toRuns(content.chunks, 'text');
    runs.push(drawn);
    for (const { place: reading, text, isRearranged = false } of readingsOfPage(content.chunks, drawn)) {
      const { carrier } = reading;
      const all = joined.get(carrier) ?? { texts: [], length: 0, marks: [], isRearranged };
      joined.set(carrier, all);
      all.marks.push({ at: all.length, ...place });
      all.texts.push(text);
      all.length += text.length + 1;
    }
    if (content.chunks.some(({ text }) => text.includes(UNKNOWN)) || hasManySigns(toText(drawn))) {
      collector.unread({ carrier: 'PDF 页面文字', ...place }, unreadable('a PDF glyph without text', 'unsupported'));
    }
  }
  for (const [carrier, { texts, marks, isRearranged }] of joined) {
    collector.text({ carrier, text: texts.join('\n'), marks, isRearranged });
  }
  for (const [index, text] of acrossPages(runs).entries()) {
    collector.text({ carrier: 'PDF 页面文字（跨页）', page: index + 1, text, isRearranged: true });
  }
}

/** Signs of a font's own, letters of symbol fonts excepted: a page has some for its bullets and boxes. */
const OWN_SIGN = /[\ue000-\uf01f\uf07f-\uf8ff]/g;
const MANY_SIGNS = 6;

/** So many different ones are a text in a font that nobody says the letters of. */
function hasManySigns(text: string): boolean {
  return new Set(text.match(OWN_SIGN)).size >= MANY_SIGNS;
}

/** What a content stream holds beside text that is shown. */
function addExtras({ content, place }: PlacedContent, { objects, collector }: Context): void {
  collector.text({ carrier: 'PDF 替代文字', ...place, text: content.replacements.join('\n') });
  const comments = content.comments.map((comment) => comment.toString('utf8')).join('\n');
  collector.text({ carrier: 'PDF 内容流注释', ...place, text: comments });
  for (const problem of content.problems) collector.unread({ carrier: 'PDF 页面内容', ...place }, problem);
  for (const image of content.images) {
    const { raw } = image;
    if (raw === undefined) continue;
    const at = { carrier: 'PDF 内嵌图片', ...place };
    collector.attempt(at, () => readInlinePicture({ ...image, raw }, { place: at, objects, collector }));
  }
  const joint = { carrier: 'PDF 拼成的图片', ...place };
  const joined = collector.attempt(joint, () => joinImages(content.images, { objects, collector }));
  if (joined !== undefined) collector.picture({ ...joint, ...joined });
  const dots = collector.attempt(joint, () => dotsAmong(content.images, { objects, collector })) ?? [];
  for (const drawing of [content.shapes, content.cuts, lightOnDark(content.shapes), dots].flatMap(drawnCodes)) {
    collector.picture({ carrier: 'PDF 绘制的图形码', ...place, ...drawing });
  }
}

/** Lighter shapes show on a dark ground only, such as that of a mask. */
const LIGHT = 200;

/** What is light, as it looks on a dark ground. */
function lightOnDark(shapes: readonly Shape[]): Shape[] {
  return shapes.filter(({ grey }) => grey >= LIGHT).map((shape) => ({ ...shape, grey: 255 - shape.grey }));
}

/**
 * One result per way to understand the fonts, each with all the streams joined. In a file with several revisions all
 * streams are read like this too: its tables may choose another revision of a font than the last one.
 */
function readUndrawn({ objects, resources, programs, collector }: Context, seen: ReadonlySet<PdfValue>): Undrawn[] {
  const results = new Map<number, Undrawn>();
  for (const { value, stream, id } of objects.all) {
    if (value.kind !== 'dictionary' || stream === undefined) continue;
    // What says it is a picture or a font may be a pattern: text it is not.
    if ((isPicture(value, objects) || programs.has(value)) && !isPlainText(stream)) continue;
    const isDrawn = seen.has(value) || (!objects.isRevised && resources.drawn.has(value));
    if (isDrawn || !isContent(stream)) continue;
    const place = placeOf('PDF 未显示的内容流', id);
    collector.attempt(place, () => {
      for (const [reading, parent] of resources.everyReading().entries()) {
        const result = results.get(reading) ?? { content: emptyContent(), place: {}, ends: [] };
        results.set(reading, result);
        readContent(resources.form(value, stream, parent), result.content, collector.budget);
        result.ends.push(result.content.chunks.length);
      }
    });
  }
  return [...results.values()];
}
