/** The verification code as modules (for vector drawing) and as a PNG; the only door to `qrcode`. */
import { create, toBuffer } from 'qrcode';

/** Level M survives a fold or a stamp edge (15 %) and still prints large modules in 20 mm. */
const ERROR_LEVEL = 'M';

/** ISO/IEC 18004 asks for four light modules on every side. */
const QUIET_ZONE_MODULES = 4;

/** 8 pixels a module: sharp at 20 mm on a 600 dpi printer. */
const PIXELS_PER_MODULE = 8;

/**
 * Dark modules of the QR code of `payload`, row by row from the top left, without quiet zone.
 * @throws Error when the payload is empty or longer than a QR code can hold
 */
export function qrMatrix(payload: string): boolean[][] {
  const { modules } = create(payload, { errorCorrectionLevel: ERROR_LEVEL });
  return Array.from({ length: modules.size }, (_, row) =>
    Array.from({ length: modules.size }, (_, column) => modules.get(row, column) !== 0),
  );
}

/**
 * Black-on-white PNG of the same code, quiet zone included. The same payload always gives the same bytes.
 * @throws Error when the payload is empty or longer than a QR code can hold
 */
export function qrPng(payload: string): Promise<Buffer> {
  return toBuffer(payload, {
    type: 'png',
    errorCorrectionLevel: ERROR_LEVEL,
    margin: QUIET_ZONE_MODULES,
    scale: PIXELS_PER_MODULE,
  });
}
