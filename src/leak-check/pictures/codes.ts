/** QR and bar codes in pictures. */
import type { Budget } from '../budget';
import { byteAt } from '../bytes/bytes';
import { readingsOf } from '../bytes/encodings';
import type { Drawing, Picture, Pixels } from '../reading';
import { unreadable } from '../unreadable';
import { readGif } from './gif';
import { pixelsIn } from './picture-size';
import { pngChunks } from './png';
import { pngViews } from './png-pixels';
import { type ReaderOptions, type ReadResult, readAll } from './zxing';

/**
 * What the codes in a picture say: QR, Data Matrix, Aztec, PDF417 and the usual bar codes, turned, mirrored or inverted,
 * also where only the transparency draws them.
 * @throws AppError LEAK_DETECTED for a file that is no picture in PNG, JPEG, GIF or BMP, moves, or is too large
 */
export async function readCodes(picture: Picture, budget: Budget): Promise<string[]> {
  const results = await readPicture(picture, budget);
  const texts = results.flatMap(({ text, bytes }) => [text, ...readingsOf(bytes)]);
  return [...new Set(texts)];
}

function readPicture(picture: Picture, budget: Budget): Promise<ReadResult[]> {
  if ('file' in picture) return readFile(picture.file, budget);
  return 'paint' in picture ? readDrawing(picture) : readPixels(picture);
}

/** A sheet of A3 at 400 dots per inch has 31 million. */
const MAX_PIXELS = 40_000_000;

async function readFile(file: Buffer, budget: Budget): Promise<ReadResult[]> {
  const pixels = pixelsIn(file);
  const gif = file.toString('latin1', 0, 3) === 'GIF' ? readGif(file) : undefined;
  if (pixels === undefined || (gif !== undefined && gif.frames > 1) || movesInPng(file)) {
    throw unreadable('a picture in an unusual format', 'unsupported');
  }
  if (pixels > MAX_PIXELS) throw unreadable('a picture of unusual size', 'excessive');
  budget.spend(pixels);
  const bytes = new Uint8Array(file);
  const results = (isBilevel(file) && (await readOneCode(bytes))) || (await readAll(bytes));
  if (results.some(({ error }) => error !== '')) throw unreadable('a picture in an unusual format', 'unsupported');
  if (gif?.opaque !== undefined) results.push(...(await readAll(new Uint8Array(gif.opaque))));
  const views = isPng(file) ? pngViews(file, { budget, isRead: results.length > 0 }) : [];
  for (const view of views) results.push(...(await readAll(toImage(view))));
  return results;
}

const isPng = (file: Buffer) => file.toString('latin1', 1, 4) === 'PNG';

/** Whether a PNG shows one picture after another (PNG, third edition, 11.3.6): the first alone is no proof. */
function movesInPng(file: Buffer): boolean {
  return isPng(file) && file.includes('acTL') && [...pngChunks(file)].some(({ type }) => type === 'acTL');
}

/** The picture of a code is often as small as it can be, a pixel for each module. */
async function readPixels(pixels: Pixels): Promise<ReadResult[]> {
  const image = toImage(pixels);
  return (isSharp(pixels) && (await readOneCode(image))) || readAll(image);
}

/** Enough for a reader that looks for edges. */
const PIXELS_PER_MODULE = 3;

/** One pixel is the middle of a module: round or shrunken ones are squares again, and there is little to look at. */
async function readDrawing({ paint }: Drawing): Promise<ReadResult[]> {
  const modules = paint(1);
  return (isSharp(modules) && (await readOneCode(toImage(modules)))) || readAll(toImage(paint(PIXELS_PER_MODULE)));
}

function isSharp({ grey }: Pixels): boolean {
  for (const value of grey) if (value !== 0 && value !== 255) return false;
  return true;
}

/** A PNG of black and white without transparency: nothing in it can be too pale for the short way. */
function isBilevel(file: Buffer): boolean {
  return file.toString('latin1', 12, 16) === 'IHDR' && file[24] === 1 && file[25] === 0 && !file.includes('tRNS');
}

/**
 * A picture that holds one sharp QR code with its margin and nothing else, as nearly all of them do: found twenty times
 * faster than codes anywhere.
 */
async function readOneCode(image: Parameters<typeof readAll>[0]): Promise<ReadResult[] | undefined> {
  const [code] = await readAll(image, ONE_SHARP_CODE);
  return code === undefined || !code.isValid ? undefined : [code];
}

const ONE_SHARP_CODE: ReaderOptions = {
  ...{ formats: ['QRCode'], isPure: true, maxNumberOfSymbols: 1, binarizer: 'FixedThreshold' },
  ...{ tryRotate: false, tryInvert: false, tryDownscale: false },
};

/** Codes paler than this, from black to white in 255 steps, are taken for dirt by the reader. */
const MIN_CONTRAST = 64;

function toImage({ width, height, grey }: Pixels) {
  const data = new Uint32Array(grey.length);
  let darkest = 255;
  let lightest = 0;
  for (const value of grey) {
    if (value < darkest) darkest = value;
    if (value > lightest) lightest = value;
  }
  const contrast = lightest - darkest;
  const isPale = contrast > 0 && contrast < MIN_CONTRAST;
  for (let index = 0; index < grey.length; index += 1) {
    const value = byteAt(grey, index);
    const shown = isPale ? Math.round(((value - darkest) * 255) / contrast) : value;
    data[index] = 0xff000000 | (shown * 0x010101);
  }
  return { data: new Uint8ClampedArray(data.buffer), width, height, colorSpace: 'srgb' as const };
}
