import { byteAt } from '../../bytes/bytes';
import { readEmbedded } from '../../pictures/embedded';
import { jpegTexts } from '../../pictures/jpeg';
import { samplesOf } from '../../pictures/samples';
import type { Collector, Picture, Pixels, Place } from '../../reading';
import { unreadable } from '../../unreadable';
import type { PlacedImage, Resources } from '../content';
import type { PdfObject, PdfObjects, PictureFilter } from '../syntax/object-index';
import { type Dictionary, itemsOf, nameOf, numberOf, numberOr, type PdfValue, wordOf } from '../syntax/values';
import { decodeFax } from './fax';
import { decodeStream } from './filters';

/** More pixels than a scanned A3 sheet at 400 dots per inch. */
const MAX_PIXELS = 32_000_000;

/** Larger pictures of one shade are empty sheets; no code needs so many pixels. */
const MAX_REPAINTED = 1_000_000;

type Context = { place: Place; objects: PdfObjects; collector: Collector };

/** An object that is a picture. */
export type PictureObject = PdfObject & { value: Dictionary; stream: Buffer };

/** Hands the pixels of a picture on to those who look for codes in it. @throws AppError LEAK_DETECTED */
export function readPicture({ value, stream, picture }: PictureObject, context: Context): void {
  addPicture({ dictionary: value, data: stream, filter: picture }, context);
}

/** The same for a picture inside a content stream. @throws AppError LEAK_DETECTED */
export function readInlinePicture(image: PlacedImage & { raw: Buffer }, context: Context): void {
  addPicture(decodeInline(image, context), context);
}

/** The pixels of an image that a page draws; undefined for JPEG and the like. @throws AppError LEAK_DETECTED */
export function pixelsOf(image: PlacedImage, context: Omit<Context, 'place'>): Pixels | undefined {
  const { dictionary, raw, resources } = image;
  const { objects, collector } = context;
  const owner = objects.ownerOf(dictionary);
  const decoded: Image =
    raw === undefined
      ? { dictionary, data: owner?.stream ?? Buffer.alloc(0), filter: owner?.picture, resources }
      : decodeInline({ ...image, raw }, context);
  const plain = withoutFax(decoded, objects, collector);
  return plain.filter === undefined ? decodePixels(plain, objects, collector) : undefined;
}

function decodeInline(image: PlacedImage & { raw: Buffer }, { objects, collector }: Omit<Context, 'place'>): Image {
  const { dictionary, raw, resources } = image;
  const { data, picture } = decodeStream(raw, { dictionary, objects, budget: collector.budget });
  return { dictionary, data, filter: picture, resources };
}

type Image = {
  dictionary: Dictionary;
  data: Buffer;
  filter: PictureFilter | undefined;
  resources?: Resources;
};

/** Files that a picture's stream may be instead: viewers do not mind what the pixels are. */
const FILE_START = /^(?:%PDF-|PK\x03\x04|\xd0\xcf\x11\xe0|\x1f\x8b\x08|\x89PNG|\{\\rt)/;

function addPicture(picture: Image, { place, objects, collector }: Context): void {
  const image = withoutFax(picture, objects, collector);
  const { filter, data } = image;
  if (FILE_START.test(data.toString('latin1', 0, 8))) collector.file(data, place);
  else readEmbedded(data, 1, place, collector);
  if (filter === 'DCTDecode') addJpeg(data, { place, objects, collector });
  else if (filter === undefined) {
    for (const pixels of viewsOf(image, objects, collector))
      collector.picture({ ...place, ...pixels } satisfies Picture);
  } else throw unreadable(`a PDF picture in ${filter}`, 'unsupported');
}

/** Scans in black and white, and what printer drivers make of codes, are packed as for a fax machine. */
function withoutFax(image: Image, objects: PdfObjects, { budget }: Collector): Image {
  if (image.filter !== 'CCITTFaxDecode') return image;
  const { dictionary, data } = image;
  const { entries } = dictionary;
  const given = objects.resolve(entries.get('DecodeParms') ?? entries.get('DP'));
  // The last one belongs to the last filter; the others are undone already.
  const parameters = given?.kind === 'array' ? objects.resolve(given.items.at(-1)) : given;
  const read = (key: string, fallback: number) => numberOr(objects.entry(parameters, key), fallback);
  const columns = read('Columns', 1728);
  const rows = numberOr(objects.entry(dictionary, 'Height'), 0);
  if (!(columns >= 1 && rows >= 1 && columns * rows <= MAX_PIXELS))
    throw unreadable('a PDF picture of unusual size', 'excessive');
  const isAligned = isTrue(objects.entry(parameters, 'EncodedByteAlign'));
  const blackIsOne = isTrue(objects.entry(parameters, 'BlackIs1'));
  const plain = decodeFax(data, { k: read('K', 0), columns, rows, isAligned, blackIsOne }, budget);
  return { ...image, data: plain, filter: undefined };
}

function addJpeg(file: Buffer, { place, collector }: Context): void {
  for (const text of jpegTexts(file)) collector.text({ ...place, text });
  collector.picture({ ...place, file });
}

/** Pictures with more shades are photographs. */
const MAX_SHADES = 8;

/** A picture as it looks, and one by one the colours of a picture with few shades, which may be all that draws a code. */
function viewsOf(image: Image, objects: PdfObjects, collector: Collector): Pixels[] {
  const { pixels, colours } = decodeColours(image, objects, collector);
  if (colours === 0 || pixels.grey.length > MAX_REPAINTED || new Set(pixels.grey).size > MAX_SHADES) return [pixels];
  const parts = Array.from({ length: colours }, (_, part) => decodeColours(image, objects, collector, part).pixels);
  return [pixels, ...parts];
}

function decodePixels(image: Image, objects: PdfObjects, collector: Collector): Pixels {
  return decodeColours(image, objects, collector).pixels;
}

/**
 * Samples of one picture (ISO 32000-1, 8.9.5) as grey; which of black and white is meant does not matter for codes.
 * @param only the component to look at, instead of the lightness
 * @returns how many components are worth a look of their own besides
 */
function decodeColours(
  { dictionary, data, resources }: Image,
  objects: PdfObjects,
  { budget }: Collector,
  only?: number,
): { pixels: Pixels; colours: number } {
  const read = (key: string) => numberOf(objects.entry(dictionary, key));
  const width = read('Width') ?? 0;
  const height = read('Height') ?? 0;
  const isMask = isTrue(objects.entry(dictionary, 'ImageMask'));
  const bits = isMask ? 1 : (read('BitsPerComponent') ?? 8);
  const space = isMask ? GREY : colorSpace(objects.entry(dictionary, 'ColorSpace'), { objects, resources });
  if (!(width >= 1 && height >= 1 && width * height <= MAX_PIXELS && [1, 2, 4, 8, 16].includes(bits))) {
    throw unreadable('a PDF picture of unusual size', 'excessive');
  }
  budget.spend(width * height);
  const stride = Math.ceil((width * space.components * bits) / 8);
  const grey = new Uint8Array(width * height);
  const { at: sample, top } = samplesOf(data, { stride, bits });
  const paint = (shade: ColorSpace['grey']) => {
    if (bits === 1 && space.components === 1) {
      const shades = [shade(() => 0, top), shade(() => 1, top)] as const;
      paintBits(grey, { data, width, stride, shades });
      return;
    }
    for (let row = 0; row < height; row += 1) {
      for (let column = 0; column < width; column += 1) {
        grey[row * width + column] = shade((part) => sample(row, column * space.components + part), top);
      }
    }
  };
  paint(only === undefined ? space.grey : (samples) => (samples(only) / top) * 255);
  // Colours of one lightness: their first component differs, or the second.
  const others = only === undefined && width * height <= MAX_REPAINTED ? Math.min(2, space.components - 1) : 0;
  for (let part = 0; part < others && grey.every((value) => value === grey[0]); part += 1) {
    paint((samples) => (samples(part) / top) * 255);
  }
  const colours = space.isTable ? 1 : space.components === 1 ? 0 : 3;
  return { pixels: { width, height, grey }, colours };
}

type Bits = { data: Buffer; width: number; stride: number; shades: readonly [number, number] };

/** Scanned sheets and codes of one bit for each pixel have only two shades to work out. */
function paintBits(grey: Uint8Array, { data, width, stride, shades }: Bits): void {
  for (let row = 0, to = 0; to < grey.length; row += 1) {
    for (let column = 0; column < width; column += 1, to += 1) {
      const bit = (byteAt(data, row * stride + (column >> 3)) >> (7 - (column & 7))) & 1;
      grey[to] = bit === 1 ? shades[1] : shades[0];
    }
  }
}

function isTrue(value: PdfValue | undefined): boolean {
  return value?.kind === 'keyword' && value.value === 'true';
}

type Samples = (part: number) => number;
/** `isTable` where samples are numbers of colours. */
type ColorSpace = { components: number; isTable?: boolean; grey(samples: Samples, top: number): number };

const GREY: ColorSpace = { components: 1, grey: (samples, top) => (samples(0) / top) * 255 };
const RGB: ColorSpace = {
  components: 3,
  grey: (samples, top) => ((0.299 * samples(0) + 0.587 * samples(1) + 0.114 * samples(2)) / top) * 255,
};
const INKS: ColorSpace = {
  components: 4,
  grey: (samples, top) =>
    255 - Math.min(255, (Math.max(samples(0), samples(1), samples(2)) + samples(3)) * (255 / top)),
};
/** Lightness comes first; the two others are hues. */
const LIGHTNESS: ColorSpace = { components: 3, grey: (samples, top) => (samples(0) / top) * 255 };
const BY_COMPONENTS: Record<number, ColorSpace> = { 1: GREY, 3: RGB, 4: INKS };
const BY_NAME: Record<string, ColorSpace> = {
  ...{ DeviceGray: GREY, G: GREY, CalGray: GREY, DeviceRGB: RGB, RGB, CalRGB: RGB, Lab: LIGHTNESS },
  ...{ DeviceCMYK: INKS, CMYK: INKS, Separation: GREY },
};

type SpaceContext = { objects: PdfObjects; resources: Resources | undefined };

function colorSpace(value: PdfValue | undefined, { objects, resources }: SpaceContext): ColorSpace {
  const items = itemsOf(value);
  const name = nameOf(value) ?? wordOf(objects.resolve(items[0]));
  const known = Object.hasOwn(BY_NAME, name) ? BY_NAME[name] : undefined;
  if (known !== undefined) return known;
  const named = value?.kind === 'name' ? resources?.colorSpace(name) : undefined;
  if (named !== undefined && nameOf(named) !== name) return colorSpace(named, { objects, resources: undefined });
  if (name === 'ICCBased') return BY_COMPONENTS[numberOr(objects.entry(items[1], 'N'), 3)] ?? RGB;
  if (name === 'Indexed' || name === 'I') return indexed(items, { objects, resources });
  throw unreadable('a PDF picture in an unusual colour space', 'unsupported');
}

/** Samples are numbers of colours in a table. */
function indexed(items: PdfValue[], { objects, resources }: SpaceContext): ColorSpace {
  const base = colorSpace(objects.resolve(items[1]), { objects, resources });
  const table = objects.resolve(items[3]);
  const bytes = (table?.kind === 'string' ? table.bytes : objects.streamOf(table)) ?? Buffer.alloc(0);
  return {
    ...{ components: 1, isTable: true },
    grey(samples) {
      const index = samples(0);
      return base.grey((part) => byteAt(bytes, index * base.components + part), 255);
    },
  };
}
