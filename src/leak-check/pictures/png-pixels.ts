import type { Budget } from '../budget';
import { byteAt } from '../bytes/bytes';
import { inflate } from '../bytes/inflate';
import { undoPredictor } from '../pdf/images/filters';
import type { Pixels } from '../reading';
import { unreadable } from '../unreadable';
import { pngChunks } from './png';
import { type Samples, samplesOf } from './samples';

/** Larger pictures without transparency are scans and photographs: no pale code needs so many pixels. */
const MAX_OPAQUE = 1_000_000;
/** A seal or a signature at the finest that is in use. */
const MAX_TRANSPARENT = 8_000_000;

/** Codes of less contrast than this the reader of codes takes for dirt. */
const PALE = 64;

type Png = {
  width: number;
  height: number;
  kind: number;
  samples: Samples;
  palette: Buffer;
  alphas: Buffer | undefined;
};

/** Samples of a pixel by the kind of colour (PNG, third edition, 11.2.1). */
const COMPONENTS: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const INDEXED = 3;
const [WITH_ALPHA, COLOURED] = [4, 2];

/**
 * What a reader of codes does not see by itself in a PNG file: the transparency, which may be all that draws a code, and
 * codes in two colours that differ little.
 * @param isRead whether some code was found already: then nothing is looked for in the colours
 * @throws AppError LEAK_DETECTED when the transparency cannot be read
 */
export function pngViews(file: Buffer, { budget, isRead }: { budget: Budget; isRead: boolean }): Pixels[] {
  const parts = partsOf(file);
  const header = parts.get('IHDR') ?? Buffer.alloc(13);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [bits, kind, isInterlaced] = [byteAt(header, 8), byteAt(header, 9), byteAt(header, 12) !== 0];
  const components = COMPONENTS[kind] ?? 1;
  const alphas = parts.get('tRNS');
  const isTransparent = kind >= WITH_ALPHA || (kind === INDEXED && alphas !== undefined);
  if (!isTransparent && (isRead || isInterlaced || width * height > MAX_OPAQUE)) return [];
  if (isInterlaced || width * height > MAX_TRANSPARENT) throw unreadable('a transparent picture', 'unsupported');
  const { data: packed } = inflate(parts.get('IDAT') ?? Buffer.alloc(0), {
    container: 'zlib',
    maxLength: budget.left(),
  });
  budget.spend(packed.length);
  // PDF has taken over the filters of PNG.
  const rows = { Predictor: 15, Colors: components, BitsPerComponent: bits, Columns: width };
  const data = undoPredictor(packed, (key) => rows[key as keyof typeof rows]);
  const samples = samplesOf(data, { stride: Math.ceil((width * components * bits) / 8), bits });
  const png = { width, height, kind, samples, palette: parts.get('PLTE') ?? Buffer.alloc(0), alphas };
  const alpha = isTransparent ? [paint(png, (at) => alphaOf(png, at))] : [];
  return [...alpha, ...(isRead ? [] : paleViews(png))].filter((view) => contrastOf(view) > 0);
}

/** The data of the chunks by their types; those of several of one type put together. */
function partsOf(file: Buffer): Map<string, Buffer> {
  const lists = new Map<string, Buffer[]>();
  for (const { type, data } of pngChunks(file)) {
    const list = lists.get(type);
    if (list === undefined) lists.set(type, [data]);
    else list.push(data);
  }
  return new Map([...lists].map(([type, list]) => [type, Buffer.concat(list)]));
}

/** One component of the pixel whose samples begin at `index` in a row, from 0 to 255. */
type Place = { row: number; index: number };

function paint({ width, height, kind }: Png, shade: (at: Place) => number): Pixels {
  const grey = new Uint8Array(width * height);
  const step = COMPONENTS[kind] ?? 1;
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      grey[row * width + column] = shade({ row, index: column * step });
    }
  }
  return { width, height, grey };
}

function alphaOf({ kind, samples, alphas }: Png, { row, index }: Place): number {
  if (kind === INDEXED) return alphas?.[samples.at(row, index)] ?? 255;
  return samples.at(row, index + (COMPONENTS[kind] ?? 1) - 1);
}

/** A red, green or blue part; in a grey picture all three are the same. */
function colourOf({ kind, samples, palette }: Png, { row, index }: Place, part: number): number {
  const value = samples.at(row, index);
  if (kind === INDEXED) return byteAt(palette, value * 3 + part);
  return (kind & COLOURED) === 0 ? (value / samples.top) * 255 : samples.at(row, index + part);
}

/** The lightness where it hardly differs, and then single colours too. */
function paleViews(png: Png): Pixels[] {
  const part = (number: number) => paint(png, (at) => colourOf(png, at, number));
  const light = paint(
    png,
    (at) => 0.299 * colourOf(png, at, 0) + 0.587 * colourOf(png, at, 1) + 0.114 * colourOf(png, at, 2),
  );
  return contrastOf(light) < PALE ? [light, part(0), part(2)] : [];
}

function contrastOf({ grey }: Pixels): number {
  let [darkest, lightest] = [255, 0];
  for (const value of grey) {
    if (value < darkest) darkest = value;
    if (value > lightest) lightest = value;
  }
  return lightest - darkest;
}
