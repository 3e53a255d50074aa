import type { CarrierText } from '../assert-no-leak';
import type { Budget } from '../budget';
import { unreadable } from '../unreadable';
import type { Chunk, ContentText } from './content';
import { readContent } from './content';
import { UNKNOWN } from './fonts';
import { IDENTITY } from './matrix';
import type { PdfObjects } from './object-index';
import { readPages } from './pages';
import type { ResourceIndex } from './resources';
import { isPicture } from './resources';
import type { PdfValue } from './values';

type Context = { objects: PdfObjects; resources: ResourceIndex; budget: Budget };

/**
 * The text of all content streams: of the pages in order, and of the streams that no page draws (former revisions,
 * annotations, patterns, leftovers). Text broken over operators, lines, forms and pages is joined.
 * @throws AppError LEAK_DETECTED when a page shows a glyph that has no text
 */
export function readPageText(context: Context): CarrierText[] {
  const { objects, resources, budget } = context;
  const pages: ContentText[] = [];
  const seen = new Set<PdfValue>();
  for (const page of readPages(objects)) {
    const content = emptyContent();
    readContent({ bytes: page.bytes, matrix: IDENTITY, resources: resources.own(page.resources) }, content, budget);
    pages.push(content);
    if (!objects.isRevised) for (const part of page.contents) seen.add(part);
  }
  const chunks = pages.flatMap((page) => page.chunks);
  if (chunks.some(({ text }) => text.includes(UNKNOWN))) throw unreadable('a PDF glyph without text');
  const others = readUndrawn(context, seen);
  return [
    { carrier: 'PDF 页面文字', text: toText(chunks) },
    { carrier: 'PDF 页面文字（按行）', text: pages.map((page) => toText(byRow(page.chunks))).join('\n') },
    { carrier: 'PDF 页面文字（按列）', text: pages.map((page) => toText(byColumn(page.chunks))).join('\n') },
    { carrier: 'PDF 页面文字（跨页）', text: toText(chunks.filter(isBody)) },
    ...others.map((content) => ({ carrier: 'PDF 未显示的内容流', text: toText(content.chunks) })),
    ...[...pages, ...others].flatMap(({ replacements, comments }) => [
      { carrier: 'PDF 替代文字', text: replacements.join('\n') },
      { carrier: 'PDF 内容流注释', text: comments.map((comment) => comment.toString('utf8')).join('\n') },
    ]),
  ];
}

function emptyContent(): ContentText {
  return { chunks: [], replacements: [], comments: [] };
}

/** A string followed by an operator that shows it. The quotes are also chance in binary data: a font must be set. */
const SHOWS_TEXT = /[)>\]]\s*T[jJ](?![A-Za-z])/;
const SHOWS_LINE = /\)\s*['"](?![A-Za-z])/;

export function isContent(bytes: Buffer): boolean {
  const text = bytes.toString('latin1');
  return SHOWS_TEXT.test(text) || (/\sTf\s/.test(text) && SHOWS_LINE.test(text));
}

/**
 * One result per way to understand the fonts, each with all the streams joined. In a file with several revisions all
 * streams are read like this too: its tables may choose another revision of a font than the last one.
 */
function readUndrawn({ objects, resources, budget }: Context, seen: ReadonlySet<PdfValue>): ContentText[] {
  const results = new Map<number, ContentText>();
  const fontPrograms = new Set(objects.all.flatMap(({ value }) => fontProgramsOf(value, objects)));
  for (const { value, stream } of objects.all) {
    if (value.kind !== 'dictionary' || stream === undefined || isPicture(value, objects)) continue;
    const isDrawn = seen.has(value) || (!objects.isRevised && resources.drawn.has(value));
    if (isDrawn || fontPrograms.has(value) || !isContent(stream)) continue;
    for (const [reading, parent] of resources.everyReading().entries()) {
      const form = resources.form(value, parent);
      const content = results.get(reading) ?? emptyContent();
      results.set(reading, content);
      if (form !== undefined) readContent(form, content, budget);
    }
  }
  return [...results.values()];
}

function fontProgramsOf(value: PdfValue, objects: PdfObjects): PdfValue[] {
  if (value.kind !== 'dictionary') return [];
  return ['FontFile', 'FontFile2', 'FontFile3'].flatMap((key) => objects.definitions(value.entries.get(key)));
}

function toText(chunks: Chunk[]): string {
  return chunks.map(({ text }) => text).join('\n');
}

/** Height of the bottom margin: 34 of its 35 mm, in points. */
const FOOT = 96;

/** Page numbers, codes at the foot and watermarks stand between what runs on from one page to the next. */
const isBody = ({ y, isSlanted }: Chunk) => y >= FOOT && !isSlanted;

/** Points within which two texts stand on one line, or begin in one column. */
const NEAR = 3;

const near = (value: number) => Math.round(value / NEAR);

/** As the eye reads, whatever the drawing order: from top to bottom, each line from left to right. */
function byRow(chunks: Chunk[]): Chunk[] {
  return chunks.toSorted((one, other) => near(other.y) - near(one.y) || one.x - other.x);
}

/** Cells of a table: what begins at the same place, from top to bottom. */
function byColumn(chunks: Chunk[]): Chunk[] {
  return chunks.toSorted((one, other) => near(one.x) - near(other.x) || other.y - one.y);
}
