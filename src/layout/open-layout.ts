import { gridOf } from './compose/compose';
import { writeDocx } from './docx';
import { openFonts } from './fonts';
import { writePdf } from './pdf';
import type { Layout } from './writer';

/**
 * Opens the fonts and the writers. Done once at start: it fails there, not in a request.
 * @param options.fontsDir folder of the font files and their SHA256SUMS
 * @throws AppError INTERNAL when a font file is missing or was changed
 */
export async function openLayout(options: { fontsDir: string }): Promise<Layout> {
  const fonts = await openFonts(options.fontsDir);
  return {
    writers: {
      pdf: {
        mediaType: 'application/pdf',
        write: (model, { issuedAt }) => writePdf(model, { issuedAt, fonts }),
      },
      docx: {
        mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        write: (model, { issuedAt }) => writeDocx(model, { issuedAt, grid: gridOf(model, fonts) }),
      },
    },
    missingGlyphs: fonts.missingGlyphs,
  };
}
