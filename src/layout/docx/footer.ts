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
import { PAGE, TYPE_SIZE } from '../page';
import { QUIET_ZONE_MODULES, qrMatrix, qrPng } from '../qr-image';
import { EAST_ASIAN, textRun } from './inline';
import { mmToEmu, mmToTwip, ptToTwip } from './measures';
import { CAPTION_LINE_PT, STYLE } from './style-sheet';

/** Side of the dark code; the white zone around it stands outside. */
const QR_MM = 20;
const QR_TOP_MM = PAGE.margin.top + PAGE.typeArea.height + 4;
/** Wider than the white zone of any code. */
const CAPTION_GAP_MM = 3.5;
/** The page number of the first page stands at the right; captions end before it. */
const CAPTION_WIDTH_MM = PAGE.typeArea.width - QR_MM - CAPTION_GAP_MM - 30;
/** docx takes pixels at 96 dpi. */
const PX_PER_MM = 96 / 25.4;

/** 一字线 sits 7 mm under the type area (GB/T 9704-2012 7.5): the middle of the footer's only line. */
export const FOOTER_DISTANCE = mmToTwip(PAGE.margin.bottom - PAGE.pageNumberDrop) - ptToTwip(TYPE_SIZE.si / 2);

type Footers = { default: Footer; even: Footer; first?: Footer };

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
  const image = qrImage(await qrPng(qr.payload), qrMatrix(qr.payload).length);
  const first = new Footer({
    children: [...captionLines(qr.caption), pageNumberLine(STYLE.pageNumberOdd, pageNumbers, [image])],
  });
  return { ...plain, first };
}

function pageNumberLine(style: string, isNumbered: boolean, anchored: ImageRun[] = []): Paragraph {
  const number = new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: EAST_ASIAN });
  return new Paragraph({ style, children: [...anchored, ...(isNumbered ? [number] : [])] });
}

function qrImage(data: Buffer, modules: number): ImageRun {
  const quiet = (QR_MM * QUIET_ZONE_MODULES) / modules;
  const side = (QR_MM + 2 * quiet) * PX_PER_MM;
  return new ImageRun({
    type: 'png',
    data,
    transformation: { width: side, height: side },
    altText: { id: '1', name: '二维码', description: '文书验证二维码' },
    floating: {
      horizontalPosition: { relative: HorizontalPositionRelativeFrom.PAGE, offset: mmToEmu(PAGE.margin.left - quiet) },
      verticalPosition: { relative: VerticalPositionRelativeFrom.PAGE, offset: mmToEmu(QR_TOP_MM - quiet) },
      behindDocument: true,
    },
  });
}

/** Consecutive paragraphs with the same frame share it; the frame stands beside the middle of the code. */
function captionLines(caption: string[]): Paragraph[] {
  const top = mmToTwip(QR_TOP_MM + QR_MM / 2) - ptToTwip((caption.length * CAPTION_LINE_PT) / 2);
  return caption.map(
    (text) =>
      new Paragraph({
        style: STYLE.qrCaption,
        frame: {
          type: 'absolute',
          position: { x: mmToTwip(PAGE.margin.left + QR_MM + CAPTION_GAP_MM), y: top },
          width: mmToTwip(CAPTION_WIDTH_MM),
          height: 0,
          wrap: FrameWrap.AROUND,
          anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
        },
        children: [textRun(text)],
      }),
  );
}
