import type { CanvasElement, Content } from 'pdfmake/interfaces';
import type { Face } from '../compose/font-metrics';
import type { Page, PageItem, RectItem, RuleItem, TextItem, Watermark } from '../compose/page-items';
import { mmToPt, PAGE } from '../page';

/** The name a face has in the PDF engine, and how far its ascender stands above the baseline, in em. */
export type FontNames = (face: Face) => { name: string; ascent: number };

/** A composed page as pdfmake content: everything at its own place, nothing left to flow. */
export function pageContent(page: Page, fonts: FontNames): Content {
  const vectors = page.items.filter((item) => item.kind !== 'text');
  const texts = page.items.filter((item) => item.kind === 'text');
  const stack: Content[] = [
    { canvas: vectors.map(vector), absolutePosition: { x: 0, y: 0 } },
    ...texts.map((item) => textRun(item, fonts)),
  ];
  return page.number === 1 ? { stack } : { stack, pageBreak: 'before' };
}

function textRun({ text, face, size, x, baseline, spacing }: TextItem, fonts: FontNames): Content {
  const { name, ascent } = fonts(face);
  return {
    text,
    font: name,
    fontSize: size,
    characterSpacing: spacing,
    absolutePosition: { x, y: baseline - ascent * size },
    noWrap: true,
    preserveLeadingSpaces: true,
    preserveTrailingSpaces: true,
  };
}

function vector(item: Exclude<PageItem, TextItem>): CanvasElement {
  switch (item.kind) {
    case 'rule':
      return rule(item);
    case 'rect':
      return rect(item);
  }
}

function rule({ x1, y1, x2, y2, thickness, dash }: RuleItem): CanvasElement {
  const line = { type: 'line', x1, y1, x2, y2, lineWidth: thickness, lineColor: 'black' } as const;
  return dash === undefined ? line : { ...line, dash: { length: dash } };
}

function rect({ x, y, width, height }: RectItem): CanvasElement {
  return { type: 'rect', x, y, w: width, h: height, color: 'black' };
}

/** Light grey, so that black text over it stays readable on a photocopy. */
const WATERMARK_GREY = '#d9d9d9';

/** The watermark as the page's background. pdfmake's own watermark is printed over the text; SVG text is not. */
export function watermarkContent({ text, face, size, angle }: Watermark, fonts: FontNames): Content {
  const width = mmToPt(PAGE.width);
  const height = mmToPt(PAGE.height);
  const { name } = fonts(face);
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<text x="${width / 2}" y="${height / 2}" text-anchor="middle" fill="${WATERMARK_GREY}" font-family="${name}" ` +
    `font-size="${size}" transform="rotate(${angle} ${width / 2} ${height / 2})">${escaped}</text></svg>`;
  return { svg, font: name, absolutePosition: { x: 0, y: 0 } };
}
