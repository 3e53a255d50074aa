/** The verification code as modules (for vector drawing) and as a PNG; the only door to `qrcode`. */
import { crc32, deflateSync } from 'node:zlib';
import { create } from 'qrcode';

/** Level M survives a fold or a stamp edge (15 %) and still prints large modules in 20 mm. */
const ERROR_LEVEL = 'M';

/** ISO/IEC 18004 asks for four light modules on every side. */
export const QUIET_ZONE_MODULES = 4;

/** Sharp at 20 mm on a 600 dpi printer; with one bit per pixel a module is one byte wide. */
const PIXELS_PER_MODULE = 8;

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const BLACK = 0x00;
const WHITE = 0xff;

/**
 * Dark modules of the QR code of `payload`, row by row from the top left, without quiet zone.
 * @throws Error when the payload is empty or longer than a QR code can hold
 */
export function qrMatrix(payload: string): boolean[][] {
  const { modules } = create(payload, { errorCorrectionLevel: ERROR_LEVEL });
  const { size, data } = modules;
  return Array.from({ length: size }, (_, row) =>
    Array.from(data.subarray(row * size, (row + 1) * size), (module) => module !== 0),
  );
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
  const header = Buffer.alloc(13);
  header.writeUInt32BE(pixels, 0);
  header.writeUInt32BE(pixels, 4);
  // One bit per pixel, greyscale; compression, filter method and interlacing have only the value 0 here.
  header.writeUInt8(1, 8);
  const scanLines = Array.from({ length: modules }, (_, row) => scanLinesOf(matrix[row - QUIET_ZONE_MODULES], modules));
  return Buffer.concat([
    PNG_SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(scanLines))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
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

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
