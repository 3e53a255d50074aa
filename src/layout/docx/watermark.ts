/** The mark across every page of a preview: an object behind the text, in the header. */
import { Header, Paragraph } from 'docx';
import { TextWatermark } from 'docx/watermarks';
import { mmToPt, PAGE } from '../page';
import { FACES } from './faces';
import { STYLE } from './style-sheet';

/** As large as the page allows, but not larger than this, in pt. */
const LARGEST_PT = 60;
const PALE = 'D9D9D9';

type Headers = { default: Header; even: Header; first: Header };

/** Odd, even and first pages have headers of their own, so each gets the mark. */
export function watermarkHeaders(text: string): Headers {
  return { default: markedHeader(text), even: markedHeader(text), first: markedHeader(text) };
}

function markedHeader(text: string): Header {
  const size = Math.min(LARGEST_PT, mmToPt(PAGE.width) / text.length);
  const mark = new TextWatermark({
    text,
    font: FACES.hei.eastAsian,
    color: PALE,
    opacity: 1,
    width: size * text.length,
    height: size,
  });
  return new Header({ children: [new Paragraph({ style: STYLE.header, children: [mark] })] });
}
