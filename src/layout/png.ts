/** A PNG file (ISO/IEC 15948) of pixels that are packed already. */
import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const [GREY, INDEXED] = [0, 3];

export type Png = {
  width: number;
  height: number;
  /** Bits of a pixel. */
  bitDepth: number;
  /** Scan lines from the top, each after the byte of its filter. */
  rows: Buffer;
  /** Red, green and blue of each colour; pixels are greys without it. */
  palette?: Buffer;
  /** How hard to compress, 0 to 9. */
  level?: number;
};

/** The same picture always gives the same bytes. */
export function writePng({ width, height, bitDepth, rows, palette, level }: Png): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(bitDepth, 8);
  // Compression, filter method and interlacing have only the value 0 here.
  header.writeUInt8(palette === undefined ? GREY : INDEXED, 9);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    ...(palette === undefined ? [] : [chunk('PLTE', palette)]),
    chunk('IDAT', deflateSync(rows, level === undefined ? {} : { level })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
