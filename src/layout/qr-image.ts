/** The verification code as modules (for vector drawing) and as a PNG; the only door to `qrcode`. */
import { create } from 'qrcode';
import { writePng } from './png';

/** Level M survives a fold or a stamp edge (15 %) and still prints large modules in 20 mm. */
const ERROR_LEVEL = 'M';

/** ISO/IEC 18004 asks for four light modules on every side. */
export const QUIET_ZONE_MODULES = 4;

/** Sharp at 20 mm on a 600 dpi printer; with one bit per pixel a module is one byte wide. */
const PIXELS_PER_MODULE = 8;

const BLACK = 0x00;
const WHITE = 0xff;

/**
 * Dark modules of the QR code of `payload`, row by row from the top left, without quiet zone.
 * @throws Error when the payload is empty or longer than a QR code can hold
 */
export function qrMatrix(payload: string): boolean[][] {
  const { modules } = create(payload, { errorCorrectionLevel: ERROR_LEVEL });
  const { size, data } = modules;
  return Array.from({ length: size }, (_, row) => {
    const modules: boolean[] = [];
    for (let at = row * size; at < (row + 1) * size; at += 1) modules.push(data[at] !== 0);
    return modules;
  });
}

/**
 * One-bit black-on-white PNG of the same code, quiet zone included. The same payload always gives the same bytes.
 * Written by hand: `qrcode`'s own goes through 32-bit pixels and takes as long as the rest of the document.
 * @param matrix the code's modules, where the caller has them already: finding them is half of the work
 * @throws Error when the payload is empty or longer than a QR code can hold
 */
export async function qrPng(payload: string, matrix = qrMatrix(payload)): Promise<Buffer> {
  const modules = matrix.length + 2 * QUIET_ZONE_MODULES;
  const pixels = modules * PIXELS_PER_MODULE;
  const rows = Array.from({ length: modules }, (_, row) => scanLinesOf(matrix[row - QUIET_ZONE_MODULES], modules));
  return writePng({ width: pixels, height: pixels, bitDepth: 1, rows: Buffer.concat(rows) });
}

/** A row of modules as high as a module; each line starts with filter type 0. */
function scanLinesOf(row: boolean[] | undefined, modules: number): Buffer {
  const line = Buffer.alloc(1 + modules, WHITE);
  line[0] = 0;
  row?.forEach((isDark, column) => {
    if (isDark) line[1 + QUIET_ZONE_MODULES + column] = BLACK;
  });
  return Buffer.concat(Array.from({ length: PIXELS_PER_MODULE }, () => line));
}
