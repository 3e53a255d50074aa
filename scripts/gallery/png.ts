/** Pictures small enough for git: sixteen colours, four bits a pixel. */
import { writePng } from '../../src/layout/png';

/** Red, green and blue of every pixel, row by row from the top left. */
export type Picture = { width: number; height: number; pixels: Uint8Array };

/** Greys of smoothed type, the blues of a ruler's lines, and a red for its frame. */
const PALETTE: readonly [number, number, number][] = [
  ...[0, 32, 64, 96, 128, 160, 192, 224, 255].map((grey): [number, number, number] => [grey, grey, grey]),
  [222, 236, 250],
  [183, 214, 243],
  [132, 186, 234],
  [70, 140, 210],
  [250, 215, 215],
  [240, 150, 150],
  [205, 50, 50],
];

const BIT_DEPTH = 4;

/** A PNG of the picture, every pixel in the nearest colour of the palette; the same picture gives the same bytes. */
export function toPng({ width, height, pixels }: Picture): Buffer {
  const rowBytes = Math.ceil(width / 2);
  const rows = Buffer.alloc((rowBytes + 1) * height);
  const nearest = nearestColour();
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 3;
      const index = nearest(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0);
      const place = y * (rowBytes + 1) + 1 + (x >> 1);
      rows[place] = (rows[place] ?? 0) | (index << (x % 2 === 0 ? 4 : 0));
    }
  }
  return writePng({ width, height, bitDepth: BIT_DEPTH, rows, palette: Buffer.from(PALETTE.flat()), level: 9 });
}

/** Remembers what it was asked before: a page has few colours and many pixels. */
function nearestColour(): (red: number, green: number, blue: number) => number {
  const known = new Map<number, number>();
  return (red, green, blue) => {
    const key = (red << 16) | (green << 8) | blue;
    const found = known.get(key);
    if (found !== undefined) return found;
    const distances = PALETTE.map(([r, g, b]) => (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2);
    const index = distances.indexOf(Math.min(...distances));
    known.set(key, index);
    return index;
  };
}
