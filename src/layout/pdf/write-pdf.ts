import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces';
import type PDFDocument from 'pdfmake/js/PDFDocument';
import type { DocumentModel } from '../../model';
import { composePages } from '../compose/compose';
import type { Face } from '../compose/font-metrics';
import type { FontSet } from '../fonts';
import { mmToPt, PAGE } from '../page';
import { qrMatrix } from '../qr-image';
import { type FontNames, pageContent, watermarkContent } from './page-content';
import { installSharedFonts, shareFont } from './shared-fonts';

type PdfStream = PDFDocument & Readable;

installSharedFonts();
// Documents are made of text and vectors alone: whatever would open a file or an address is refused.
pdfmake.setLocalAccessPolicy(() => false);
pdfmake.setUrlAccessPolicy(() => false);

/**
 * Writes a model as PDF 1.7 with embedded font subsets.
 * @param options.issuedAt the only time that is written into the file
 * @returns the same bytes for the same model, time and fonts
 */
export async function writePdf(
  model: DocumentModel,
  { issuedAt, fonts }: { issuedAt: Date; fonts: FontSet },
): Promise<Buffer> {
  const pages = composePages(model, { metrics: fonts, qrMatrix });
  const names = fontNames(fonts);
  const watermark = pages[0]?.watermark;
  const definition: TDocumentDefinitions = {
    version: '1.7',
    language: 'zh-CN',
    displayTitle: true,
    info: { title: model.title, producer: 'Anshu', creationDate: issuedAt },
    pageSize: { width: mmToPt(PAGE.width), height: mmToPt(PAGE.height) },
    pageMargins: 0,
    defaultStyle: { font: names('fang').name },
    content: pages.map((page) => pageContent(page, names)),
    ...(watermark === undefined ? {} : { background: () => watermarkContent(watermark, names) }),
  };
  const stream: unknown = await pdfmake.createPdf(definition).getStream();
  const document = withoutTraces(stream as PdfStream);
  // The engine's own identifier knows title and time only: two copies of one document would share it.
  document._id = createHash('md5').update(JSON.stringify(pages)).digest();
  return readAll(document);
}

/** Face names for the engine; a font is parsed when the first document needs it. */
function fontNames(fonts: FontSet): FontNames {
  return (face: Face) => {
    const file = fonts.file(face);
    const { ascent } = shareFont(file);
    return { name: file.id, ascent };
  };
}

/** No name of a program, and no second copy of the properties as XMP, which the engine does not escape. */
function withoutTraces(document: PdfStream): PdfStream {
  delete document.info['Creator'];
  document.endMetadata = () => undefined;
  return document;
}

async function readAll(document: PdfStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  document.end();
  for await (const chunk of document) chunks.push(chunk);
  return Buffer.concat(chunks);
}
