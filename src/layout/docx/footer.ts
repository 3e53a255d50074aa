/** 页码 and the verification code: everything under the type area. */
import {
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
import { componentXml } from './component-xml';
import { EAST_ASIAN, textRun } from './inline';
import { mmToEmu, mmToTwip, ptToTwip } from './measures';
import { type PagePart, PICTURE_ID } from './page-part';
import { CAPTION_LINE_PT, STYLE } from './style-sheet';

/** Side of the dark code; the white zone around it stands outside. */
const QR_MM = 20;
const QR_TOP_MM = PAGE.margin.top + PAGE.typeArea.height + 4;
/** Four modules of a code are less than this: its white zone stays white. */
const CAPTION_GAP_MM = 4;
/** The page number of the first page stands at the right; captions end before it. */
const CAPTION_WIDTH_MM = PAGE.typeArea.width - QR_MM - CAPTION_GAP_MM - 30;
/** docx takes pixels at 96 dpi. */
const PX_PER_MM = 96 / 25.4;

/** 一字线 sits 7 mm under the type area (GB/T 9704-2012 7.5): the middle of the footer's only line. */
export const FOOTER_DISTANCE = mmToTwip(PAGE.margin.bottom - PAGE.pageNumberDrop) - ptToTwip(TYPE_SIZE.si / 2);

/** Whatever stands in for the picture until the package gives it its relationship. */
const NO_PICTURE = Buffer.of(0);

/**
 * Footers for odd pages, even pages and, when there is a verification code, the first page.
 * The code and its caption are placed by page position, so they never push the body.
 */
export async function footersOf({ pageNumbers, qr }: Pick<DocumentModel, 'pageNumbers' | 'qr'>): Promise<PagePart[]> {
  const plain: PagePart[] = [
    { kind: 'footer', pages: 'default', xml: pageNumberXml(STYLE.pageNumberOdd, pageNumbers), isFixed: true },
    { kind: 'footer', pages: 'even', xml: pageNumberXml(STYLE.pageNumberEven, pageNumbers), isFixed: true },
  ];
  if (qr === undefined) return plain;
  const matrix = qrMatrix(qr.payload);
  const xml = captionXml(qr.caption) + codeXml(matrix.length, pageNumbers);
  const picture = await qrPng(qr.payload, matrix);
  return [...plain, { kind: 'footer', pages: 'first', xml, isFixed: false, picture }];
}

const pageNumberXml = remember((style: string, isNumbered: boolean) => componentXml(pageNumberLine(style, isNumbered)));

/** The line of the first page's number, to which the picture of the code is anchored: one per size of code. */
const codeXml = remember((modules: number, isNumbered: boolean) => {
  const line = componentXml(pageNumberLine(STYLE.pageNumberOdd, isNumbered, [qrImage(modules)]));
  return line.replace(/r:embed="[^"]*"/, `r:embed="${PICTURE_ID}"`);
});

/** Each answer is worked out once: there are two sides of a sheet and forty sizes of a code. */
function remember<K extends string | number>(write: (key: K, flag: boolean) => string) {
  const known = new Map<string, string>();
  return (key: K, flag: boolean): string => {
    const place = `${key} ${flag}`;
    const xml = known.get(place) ?? write(key, flag);
    known.set(place, xml);
    return xml;
  };
}

function pageNumberLine(style: string, isNumbered: boolean, anchored: ImageRun[] = []): Paragraph {
  const number = new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: EAST_ASIAN });
  return new Paragraph({ style, children: [...anchored, ...(isNumbered ? [number] : [])] });
}

function qrImage(modules: number): ImageRun {
  const quiet = (QR_MM * QUIET_ZONE_MODULES) / modules;
  const side = (QR_MM + 2 * quiet) * PX_PER_MM;
  return new ImageRun({
    type: 'png',
    data: NO_PICTURE,
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
function captionXml(caption: string[]): string {
  const top = mmToTwip(QR_TOP_MM + QR_MM / 2) - ptToTwip((caption.length * CAPTION_LINE_PT) / 2);
  const lines = caption.map(
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
  return lines.map(componentXml).join('');
}
