import type { DocumentModel } from '../../model';
import { type LineGrid, STANDARD_GRID } from '../compose/line-grid';
import { bodyOf } from './block';
import { FACES, type Faces } from './faces';
import { footersOf } from './footer';
import { lineOf } from './measures';
import { packageOf } from './package';
import { watermarkHeaders } from './watermark';

type Options = {
  /** The only time in the file; with the same model, grid and faces it gives the same bytes. */
  issuedAt: Date;
  /** The lines of the same document as PDF. */
  grid?: LineGrid;
  /** What the readers' PCs call their fonts. */
  faces?: Faces;
};

/** Writes a model as a Word document of 22 lines by 28 characters (GB/T 9704-2012 5.2). */
export async function writeDocx(
  model: DocumentModel,
  { issuedAt, grid = STANDARD_GRID, faces = FACES }: Options,
): Promise<Buffer> {
  const headers = model.watermark === undefined ? [] : watermarkHeaders(model.watermark, faces);
  const pageParts = [...headers, ...(await footersOf(model))];
  const body = bodyOf(model.blocks, lineOf(grid));
  return packageOf({ ...body, pageParts, grid, faces, title: model.title, issuedAt });
}
