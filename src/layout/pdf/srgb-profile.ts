/**
 * An sRGB display profile (ICC.1:2004-10, version 4.2, as ISO 32000-1, 8.6.5.5 allows): white point, primaries adapted to
 * D50 and the curve of IEC 61966-2-1 as a formula. Made here, so no profile with terms of its own has to be shipped.
 */

/** D50, the white of every profile, and the primaries of sRGB adapted to it (Bradford), as X, Y, Z. */
const WHITE = [0.9642, 1, 0.8249];
const PRIMARIES = { r: [0.43607, 0.22249, 0.01392], g: [0.38515, 0.71687, 0.09708], b: [0.14307, 0.06061, 0.7141] };
/** How D65, the white of sRGB, was adapted to D50: three rows. */
const ADAPTATION = [1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168];
/** From d on (a·x + b) to the power of g, below it c·x: g, a, b, c, d. */
const CURVE = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045];
/** The type of a curve with these five numbers. */
const CURVE_TYPE = 3;
export const SRGB = 'sRGB IEC61966-2.1';
const COPYRIGHT = 'No copyright, use freely';

const align = (length: number) => Math.ceil(length / 4) * 4;

let made: Buffer | undefined;

/** The profile, the same in every file. */
export function srgbProfile(): Buffer {
  made ??= makeProfile();
  return made;
}

function makeProfile(): Buffer {
  const curve = curveTag();
  const tags: [string, Buffer][] = [
    ['desc', textTag(SRGB)],
    ['cprt', textTag(COPYRIGHT)],
    ['wtpt', numbersTag('XYZ ', WHITE)],
    ['chad', numbersTag('sf32', ADAPTATION)],
    ['rXYZ', numbersTag('XYZ ', PRIMARIES.r)],
    ['gXYZ', numbersTag('XYZ ', PRIMARIES.g)],
    ['bXYZ', numbersTag('XYZ ', PRIMARIES.b)],
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
  bytes.writeUInt32BE(0x04200000, 8);
  bytes.write('mntrRGB XYZ ', 12, 'latin1');
  // A fixed date: year, month, day.
  [2026, 1, 1].forEach((value, index) => {
    bytes.writeUInt16BE(value, 24 + index * 2);
  });
  bytes.write('acsp', 36, 'latin1');
  writeNumbers(bytes, 68, WHITE);
  return bytes;
}

function numbersTag(type: 'XYZ ' | 'sf32', numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(8 + numbers.length * 4);
  bytes.write(type, 0, 'latin1');
  writeNumbers(bytes, 8, numbers);
  return bytes;
}

/** s15Fixed16Number. */
function writeNumbers(bytes: Buffer, at: number, numbers: readonly number[]): void {
  numbers.forEach((value, index) => {
    bytes.writeInt32BE(Math.round(value * 65536), at + index * 4);
  });
}

/** parametricCurveType. */
function curveTag(): Buffer {
  const bytes = Buffer.alloc(12 + CURVE.length * 4);
  bytes.write('para', 0, 'latin1');
  bytes.writeUInt16BE(CURVE_TYPE, 8);
  writeNumbers(bytes, 12, CURVE);
  return bytes;
}

const TEXT_START = 28;

/** multiLocalizedUnicodeType with one text in English. */
function textTag(text: string): Buffer {
  const bytes = Buffer.alloc(TEXT_START + text.length * 2);
  bytes.write('mluc', 0, 'latin1');
  bytes.writeUInt32BE(1, 8);
  // The size of a record, then its language and country, its length and its place.
  bytes.writeUInt32BE(12, 12);
  bytes.write('enUS', 16, 'latin1');
  bytes.writeUInt32BE(text.length * 2, 20);
  bytes.writeUInt32BE(TEXT_START, 24);
  bytes.write(text, TEXT_START, 'utf16le');
  bytes.subarray(TEXT_START).swap16();
  return bytes;
}
