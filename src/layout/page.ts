/**
 * The official page (GB/T 9704-2012 5.1–5.2, 7.5): every measure the writers share, in mm unless the name says pt.
 */
export const PAGE = {
  width: 210,
  height: 297,
  margin: { top: 37, left: 28, right: 26, bottom: 35 },
  /** 版心 156 × 225 mm. */
  typeArea: { width: 156, height: 225 },
  /** 22 lines of 28 characters fill the type area (5.2.3). */
  linesPerPage: 22,
  cellsPerLine: 28,
  /** 页码: 7 mm under the type area (7.5). */
  pageNumberDrop: 7,
  /** Diameter of a court's or police seal. */
  sealDiameter: 42,
  /** A field to be filled by hand needs at least this height. */
  handRowHeight: 7,
} as const;

/** Chinese type sizes (字号) in pt. */
export const TYPE_SIZE = { er: 22, san: 15.75, si: 14, xiaoSi: 12, wu: 10.5, xiaoWu: 9 } as const;

/** Millimetres to PDF points. */
export function mmToPt(mm: number): number {
  return (mm * 72) / 25.4;
}

/** Line pitch of the body grid, 225/22 mm, in pt (28.99). */
export const LINE_PITCH_PT = mmToPt(PAGE.typeArea.height / PAGE.linesPerPage);

/** Character pitch of the body grid, 156/28 mm, in pt (15.79). */
export const CELL_PT = mmToPt(PAGE.typeArea.width / PAGE.cellsPerLine);
