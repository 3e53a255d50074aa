/** 页码 and the verification code: everything under the type area. */
import {
  Footer,
  FrameAnchorType,
  FrameWrap,
  HorizontalPositionRelativeFrom,
  ImageRun,
  PageNumber,
  Paragraph,
  TextRun,
  VerticalPositionRelativeFrom,
} from 'docx';
import type { DocumentModel } from '../../model';
import { mmToPt, PAGE, TYPE_SIZE } from '../page';
import { qrPng } from '../qr-image';
import { textRun } from './inline';
import { mmToEmu, mmToTwip, ptToTwip } from './measures';
import { STYLE } from './style-sheet';

/** Side of the printed code; the quiet zone is inside it. */
const QR_MM = 20;
const QR_TOP_MM = PAGE.margin.top + PAGE.typeArea.height + 3;
const CAPTION_GAP_MM = 2;
const CAPTION_WIDTH_MM = 90;
/** docx takes pixels at 96 dpi. */
const PX_PER_MM = 96 / 25.4;

/** 一字线 sits 7 mm under the type area (GB/T 9704-2012 7.5): the middle of the footer's only line. */
export const FOOTER_DISTANCE = mmToTwip(PAGE.margin.bottom - PAGE.pageNumberDrop) - ptToTwip(TYPE_SIZE.si / 2);

export type Footers = { default: Footer; even: Footer; first?: Footer };

/**
 * Footers for odd pages, even pages and, when there is a verification code, the first page.
 * The code and its caption are placed by page position, so they never push the body.
 */
export async function footersOf({ pageNumbers, qr }: Pick<DocumentModel, 'pageNumbers' | 'qr'>): Promise<Footers> {
  const odd = (): Paragraph => pageNumberLine(STYLE.pageNumberOdd, pageNumbers);
  const plain = {
    default: new Footer({ children: [odd()] }),
    even: new Footer({ children: [pageNumberLine(STYLE.pageNumberEven, pageNumbers)] }),
  };
  if (qr === undefined) return plain;
  const code = await qrPng(qr.payload);
  const first = new Footer({
    children: [...qr.caption.map(captionLine), pageNumberLine(STYLE.pageNumberOdd, pageNumbers, [qrImage(code)])],
  });
  return { ...plain, first };
}

function pageNumberLine(style: string, isNumbered: boolean, anchored: ImageRun[] = []): Paragraph {
  const number = new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: { hint: 'eastAsia' } });
  return new Paragraph({ style, children: [...anchored, ...(isNumbered ? [number] : [])] });
}

function qrImage(data: Buffer): ImageRun {
  return new ImageRun({
    type: 'png',
    data,
    transformation: { width: QR_MM * PX_PER_MM, height: QR_MM * PX_PER_MM },
    altText: { id: '1', name: '二维码', description: '文书验证二维码' },
    floating: {
      horizontalPosition: { relative: HorizontalPositionRelativeFrom.PAGE, offset: mmToEmu(PAGE.margin.left) },
      verticalPosition: { relative: VerticalPositionRelativeFrom.PAGE, offset: mmToEmu(QR_TOP_MM) },
    },
  });
}

/** Consecutive paragraphs with the same frame share it. */
function captionLine(text: string): Paragraph {
  return new Paragraph({
    style: STYLE.qrCaption,
    frame: {
      type: 'absolute',
      position: {
        x: mmToTwip(PAGE.margin.left + QR_MM + CAPTION_GAP_MM),
        y: mmToTwip(QR_TOP_MM) + ptToTwip(mmToPt(2)),
      },
      width: mmToTwip(CAPTION_WIDTH_MM),
      height: 0,
      wrap: FrameWrap.AROUND,
      anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
    },
    children: [textRun(text)],
  });
}
