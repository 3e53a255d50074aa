import { Document, DocumentGridType, Packer } from 'docx';
import type { DocumentModel } from '../../model';
import { bodyOf } from './block';
import { FOOTER_DISTANCE, footersOf } from './footer';
import { LINE, MARGIN, mmToTwip, PAPER } from './measures';
import { cleanPackage } from './package';
import { watermarkHeaders } from './watermark';

const HEADER_DISTANCE_MM = 15;

/**
 * Writes a model as a Word document of 22 lines by 28 characters (GB/T 9704-2012 5.2).
 * @param options.issuedAt the only time in the file; with the same model it gives the same bytes
 */
export async function writeDocx(model: DocumentModel, options: { issuedAt: Date }): Promise<Buffer> {
  const footers = await footersOf(model);
  const document = new Document({
    sections: [
      {
        properties: {
          titlePage: footers.first !== undefined,
          page: {
            size: PAPER,
            margin: { ...MARGIN, header: mmToTwip(HEADER_DISTANCE_MM), footer: FOOTER_DISTANCE, gutter: 0 },
          },
          grid: { type: DocumentGridType.LINES, linePitch: LINE },
        },
        ...(model.watermark === undefined ? {} : { headers: watermarkHeaders(model.watermark) }),
        footers,
        children: bodyOf(model.blocks),
      },
    ],
  });
  return cleanPackage(await Packer.toBuffer(document), { title: model.title, issuedAt: options.issuedAt });
}
