import { gridOf } from './compose/compose';
import { namedFaces } from './docx/faces';
import { openFonts } from './fonts';
import { openOwnFonts } from './own-fonts';
import { writePdf } from './pdf';
import type { Layout } from './writer';

export type FontFolders = {
  /** The bundled fonts and their SHA256SUMS. */
  fontsDir: string;
  /** An operator's own fonts and their `fonts.json`. */
  ownFontsDir?: string | undefined;
};

/**
 * Opens the fonts and the writers. Done once at start: it fails there, not in a request.
 * @throws AppError INTERNAL when a bundled font is missing or was changed
 * @throws Error with one Chinese line for every fault of an operator's fonts
 */
export async function openLayout({ fontsDir, ownFontsDir }: FontFolders): Promise<Layout> {
  const own = ownFontsDir === undefined ? undefined : openOwnFonts(ownFontsDir);
  const fonts = await openFonts(fontsDir, own?.files);
  const faces = namedFaces(own?.eastAsia ?? {});
  return {
    writers: {
      pdf: {
        write: (model, { issuedAt }) => writePdf(model, { issuedAt, fonts }),
      },
      docx: {
        write: (model, { issuedAt }) => loadDocx().writeDocx(model, { issuedAt, faces, grid: gridOf(model, fonts) }),
      },
    },
    missingGlyphs: fonts.missingGlyphs,
  };
}

/** Loaded with the first DOCX: a fifth of what a thread loads, which nobody who waits for a PDF should wait for. */
function loadDocx(): typeof import('./docx') {
  return require('./docx');
}
