/** The mark across every page of a preview: an object behind the text, in the header. */
import { Paragraph } from 'docx';
import { TextWatermark } from 'docx/watermarks';
import { mmToPt, PAGE } from '../page';
import { componentXml } from './component-xml';
import type { Faces } from './faces';
import type { PagePart } from './page-part';
import { STYLE } from './style-sheet';

/** As large as the page allows, but not larger than this, in pt. */
const LARGEST_PT = 60;
const PALE = 'D9D9D9';

/** Odd, even and first pages have headers of their own, so each gets the mark. */
export function watermarkHeaders(text: string, faces: Faces): PagePart[] {
  const xml = markedParagraph(text, faces);
  return (['default', 'even', 'first'] as const).map((pages) => ({ kind: 'header', pages, xml, isFixed: false }));
}

function markedParagraph(text: string, faces: Faces): string {
  const size = Math.min(LARGEST_PT, mmToPt(PAGE.width) / text.length);
  const mark = new TextWatermark({
    text,
    font: faces.hei.eastAsian,
    color: PALE,
    opacity: 1,
    width: size * text.length,
    height: size,
  });
  const xml = componentXml(new Paragraph({ style: STYLE.header, children: [mark] }));
  // The only random name that docx writes; Word finds a watermark by its beginning.
  return xml.replace(/(PowerPlusWaterMarkObject)[^"]*/g, '$11');
}
