import { byteAt, numberAt } from '../../bytes/bytes';
import { type Matrix, transform } from '../../drawing/matrix';
import type { Shape } from '../../drawing/painter';
import { type Box, boxOf } from '../../drawing/raster';
import type { Collector, Pixels } from '../../reading';
import { unreadable } from '../../unreadable';
import type { PlacedImage } from '../content';
import type { PdfObjects } from '../syntax/object-index';
import { type Dictionary, numberOr } from '../syntax/values';
import { pixelsOf } from './images';

type Context = { objects: PdfObjects; collector: Collector };

/** Enough pixels for the reader of codes where each module is an image of one pixel. */
const ENLARGED = 3;
/** In pixels; a page at 140 dots per inch, where a module of one millimetre has five. */
const MAX_SIDE = 1600;
/** The parts of one code leave no wider gap between them, in points. */
const GAP = 3;

type Tile = { pixels: Pixels; matrix: Matrix; box: Box; isBent: boolean };

/**
 * The images of one page that touch others or are drawn in another shape than they have, as they lie side by side and over each other: a code may be cut into several
 * of them. JPEG pictures are left out. Undefined where none touch.
 * @throws AppError LEAK_DETECTED for more pixels than a document can need, and for a picture that is cut into small ones in
 * JPEG
 */
export function joinImages(images: readonly PlacedImage[], { objects, collector }: Context): Pixels | undefined {
  const isAlone = images.length < 2;
  const known = new Map<Dictionary, Pixels | undefined>();
  const tiles: Tile[] = [];
  const unread: Box[] = [];
  for (const image of images) {
    const { dictionary, matrix } = image;
    if (isAlone && !isBent(dictionary, matrix, objects)) continue;
    if (!known.has(dictionary)) known.set(dictionary, pixelsOf(image, { objects, collector }));
    const pixels = known.get(dictionary);
    const box = boxOf(cornersOf(matrix));
    if (pixels === undefined && isSmall(dictionary, objects)) unread.push(box);
    if (pixels !== undefined && areaOf(matrix) > 0) {
      tiles.push({ pixels, matrix, box, isBent: isBent(dictionary, matrix, objects) });
    }
  }
  if (unread.some((box) => unread.some((other) => other !== box && touches(box, other)))) {
    throw unreadable('a picture cut into small ones in JPEG', 'unsupported');
  }
  collector.budget.spend(tiles.length ** 2);
  const touching = tiles.filter(
    (tile) => tile.isBent || tiles.some((other) => other !== tile && touches(tile.box, other.box)),
  );
  return touching.length === 0 ? undefined : paint(touching, collector);
}

/** Scanners cut a sheet into strips as wide as it is; smaller pieces are parts of a picture on a page. */
const MAX_PIECE = 600;

function isSmall(dictionary: Dictionary, objects: PdfObjects): boolean {
  return ['Width', 'Height'].every((key) => numberOr(objects.entry(dictionary, key), Infinity) <= MAX_PIECE);
}

/** Readers of codes put up with this much between the width and the height of a pixel. */
const MAX_STRETCH = 1.5;
/** As the cosine of the angle between the sides. */
const MAX_SLANT = 0.2;

/** Whether an image is drawn so much wider, higher or more slanted than it is that its own pixels show no code. */
function isBent(dictionary: Dictionary, [a, b, c, d]: Matrix, objects: PdfObjects): boolean {
  const [width, height] = ['Width', 'Height'].map((key) => numberOr(objects.entry(dictionary, key), 1)) as [
    number,
    number,
  ];
  const [across, up] = [Math.hypot(a, b), Math.hypot(c, d)];
  const stretch = (across * height) / (up * width);
  return stretch > MAX_STRETCH || stretch < 1 / MAX_STRETCH || Math.abs(a * c + b * d) > MAX_SLANT * across * up;
}

/** So many pixels at most has an image that is one module of a code. */
const MAX_DOT = 4;

/** Images of one colour that are drawn like modules of a code, as the shapes that they are. */
export function dotsAmong(images: readonly PlacedImage[], { objects, collector }: Context): Shape[] {
  const dots: Shape[] = [];
  for (const image of images) {
    const { dictionary, matrix } = image;
    const sides = ['Width', 'Height'].map((key) => numberOr(objects.entry(dictionary, key), Infinity));
    if (numberAt(sides, 0) * numberAt(sides, 1) > MAX_DOT) continue;
    const pixels = pixelsOf(image, { objects, collector });
    if (pixels === undefined) continue;
    const [a, b, c, d, e, f] = matrix;
    const outline = [e, f, e + a, f + b, e + a + c, f + b + d, e + c, f + d, e, f];
    dots.push({ outlines: [outline], grey: numberAt([...pixels.grey], 0), rule: 'winding' });
  }
  return dots;
}

function touches(one: Box, other: Box): boolean {
  const isBeside = one.left > other.right + GAP || other.left > one.right + GAP;
  return !isBeside && one.bottom <= other.top + GAP && other.bottom <= one.top + GAP;
}

/** An image fills the square from 0 to 1 (ISO 32000-1, 8.9.5). */
function cornersOf(matrix: Matrix): number[] {
  const corners = [0, 1].flatMap((x) => [0, 1].map((y) => transform({ x, y }, matrix)));
  return corners.flatMap(({ x, y }) => [x, y]);
}

const areaOf = (matrix: Matrix) => Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]);

function paint(tiles: readonly Tile[], { budget }: Collector): Pixels {
  const area = boxOf(tiles.flatMap(({ box }) => [box.left, box.bottom, box.right, box.top]));
  const sides = [area.right - area.left, area.top - area.bottom] as const;
  const densities = tiles.map(({ pixels, matrix }) => Math.sqrt((pixels.width * pixels.height) / areaOf(matrix)));
  const scale = Math.min(ENLARGED * Math.max(...densities), MAX_SIDE / Math.max(...sides));
  const [width, height] = [Math.ceil(sides[0] * scale), Math.ceil(sides[1] * scale)];
  budget.spend(width * height);
  const canvas = { width, height, grey: new Uint8Array(width * height).fill(255) };
  for (const tile of tiles) paintTile(tile, canvas, { area, scale, spend: budget.spend });
  return canvas;
}

type View = { area: Box; scale: number; spend(bytes: number): void };

/** Every pixel takes the colour that the image has at its middle. */
function paintTile({ pixels, matrix, box }: Tile, canvas: Pixels, { area, scale, spend }: View): void {
  const [a, b, c, d, e, f] = matrix;
  const determinant = a * d - b * c;
  const left = Math.max(0, Math.floor((box.left - area.left) * scale));
  const right = Math.min(canvas.width, Math.ceil((box.right - area.left) * scale));
  const top = Math.max(0, Math.floor((area.top - box.top) * scale));
  const bottom = Math.min(canvas.height, Math.ceil((area.top - box.bottom) * scale));
  spend((right - left) * (bottom - top));
  for (let row = top; row < bottom; row += 1) {
    const y = area.top - (row + 0.5) / scale - f;
    for (let column = left; column < right; column += 1) {
      const x = area.left + (column + 0.5) / scale - e;
      const across = Math.floor(((d * x - c * y) / determinant) * pixels.width);
      const down = Math.floor((1 - (a * y - b * x) / determinant) * pixels.height);
      if (across < 0 || across >= pixels.width || down < 0 || down >= pixels.height) continue;
      canvas.grey[row * canvas.width + column] = byteAt(pixels.grey, down * pixels.width + across);
    }
  }
}
