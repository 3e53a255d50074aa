import { deflateSync } from 'node:zlib';

/**
 * An sRGB display profile (ICC.1:2001-04, version 2): white point, primaries adapted to D50 and the curve of
 * IEC 61966-2-1. Made here, so no profile with terms of its own has to be shipped.
 */

/** D50, the white of every profile, and the primaries of sRGB adapted to it (Bradford), as X, Y, Z. */
const WHITE = [0.9642, 1, 0.8249];
const PRIMARIES = { r: [0.43607, 0.22249, 0.01392], g: [0.38515, 0.71687, 0.09708], b: [0.14307, 0.06061, 0.7141] };
const CURVE_POINTS = 1024;
export const SRGB = 'sRGB IEC61966-2.1';
const COPYRIGHT = 'No copyright, use freely';

const align = (length: number) => Math.ceil(length / 4) * 4;

let packed: Buffer | undefined;

/** The profile as a Flate stream. */
export function packedSrgbProfile(): Buffer {
  packed ??= deflateSync(srgbProfile(), { level: 9 });
  return packed;
}

export function srgbProfile(): Buffer {
  const curve = curveTag();
  const tags: [string, Buffer][] = [
    ['desc', descriptionTag(SRGB)],
    ['cprt', Buffer.from(`text\0\0\0\0${COPYRIGHT}\0`, 'latin1')],
    ['wtpt', xyzTag(WHITE)],
    ['rXYZ', xyzTag(PRIMARIES.r)],
    ['gXYZ', xyzTag(PRIMARIES.g)],
    ['bXYZ', xyzTag(PRIMARIES.b)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const table = Buffer.alloc(4 + tags.length * 12);
  table.writeUInt32BE(tags.length, 0);
  const places = new Map<Buffer, number>();
  const data: Buffer[] = [];
  let offset = 128 + table.length;
  tags.forEach(([name, bytes], index) => {
    // The three curves are one.
    const place = places.get(bytes) ?? offset;
    if (!places.has(bytes)) {
      places.set(bytes, place);
      data.push(bytes, Buffer.alloc(align(bytes.length) - bytes.length));
      offset += align(bytes.length);
    }
    table.write(name, 4 + index * 12, 'latin1');
    table.writeUInt32BE(place, 8 + index * 12);
    table.writeUInt32BE(bytes.length, 12 + index * 12);
  });
  return Buffer.concat([header(offset), table, ...data]);
}

function header(size: number): Buffer {
  const bytes = Buffer.alloc(128);
  bytes.writeUInt32BE(size, 0);
  bytes.writeUInt32BE(0x02100000, 8);
  bytes.write('mntrRGB XYZ ', 12, 'latin1');
  // A fixed date: year, month, day.
  [2026, 1, 1].forEach((value, index) => {
    bytes.writeUInt16BE(value, 24 + index * 2);
  });
  bytes.write('acsp', 36, 'latin1');
  writeXyz(bytes, 68, WHITE);
  return bytes;
}

function xyzTag(xyz: number[]): Buffer {
  const bytes = Buffer.alloc(20);
  bytes.write('XYZ ', 0, 'latin1');
  writeXyz(bytes, 8, xyz);
  return bytes;
}

/** s15Fixed16Number. */
function writeXyz(bytes: Buffer, at: number, xyz: number[]): void {
  xyz.forEach((value, index) => {
    bytes.writeInt32BE(Math.round(value * 65536), at + index * 4);
  });
}

function curveTag(): Buffer {
  const bytes = Buffer.alloc(12 + CURVE_POINTS * 2);
  bytes.write('curv', 0, 'latin1');
  bytes.writeUInt32BE(CURVE_POINTS, 8);
  for (let index = 0; index < CURVE_POINTS; index += 1) {
    const value = index / (CURVE_POINTS - 1);
    const linear = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    bytes.writeUInt16BE(Math.round(linear * 65535), 12 + index * 2);
  }
  return bytes;
}

/** textDescriptionType: ASCII, and empty Unicode and Macintosh texts. */
function descriptionTag(text: string): Buffer {
  const bytes = Buffer.alloc(12 + text.length + 1 + 8 + 70);
  bytes.write('desc', 0, 'latin1');
  bytes.writeUInt32BE(text.length + 1, 8);
  bytes.write(text, 12, 'latin1');
  return bytes;
}
