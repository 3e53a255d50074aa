/** QR and bar codes in pictures; the only door to `zxing-wasm`. */
import { readFileSync } from 'node:fs';
import { prepareZXingModule, type ReadResult, readBarcodes } from 'zxing-wasm/reader';
import { byteAt } from './bytes';
import { readingsOf } from './encodings';
import { PIXELS_PER_MODULE, type Picture, type Pixels } from './reading';
import { unreadable } from './unreadable';

/** By default the module would be fetched from the network. */
let ready: Promise<unknown> | undefined;

function prepare(): Promise<unknown> {
  ready ??= prepareZXingModule({
    overrides: {
      wasmBinary: new Uint8Array(readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm'))).buffer,
    },
    fireImmediately: true,
  });
  return ready;
}

/**
 * What the codes in a picture say: QR, Data Matrix, Aztec, PDF417 and the usual bar codes, turned, mirrored or inverted.
 * @throws AppError LEAK_DETECTED for a file that is no picture in PNG, JPEG, GIF or BMP
 */
export async function readCodes(picture: Picture): Promise<string[]> {
  await prepare();
  const results = 'file' in picture ? await readFile(picture.file) : await readPixels(picture);
  const texts = results.flatMap(({ text, bytes }) => [text, ...readingsOf(bytes)]);
  return [...new Set(texts)];
}

async function readFile(file: Buffer): Promise<ReadResult[]> {
  const bytes = new Uint8Array(file);
  const results = (isBilevel(file) && (await readOneCode(bytes))) || (await readBarcodes(bytes));
  if (results.some(({ error }) => error !== '')) throw unreadable('a picture in an unusual format', 'unsupported');
  return results;
}

async function readPixels(pixels: Pixels): Promise<ReadResult[]> {
  const { grey, isDrawn } = pixels;
  const isSharp = isDrawn && grey.every((value) => value === 0 || value === 255);
  return (isSharp && (await readOneCode(toImage(squared(pixels))))) || readBarcodes(toImage(pixels));
}

/** Every module by its middle alone: round or shrunken ones become squares again. */
function squared({ width, height, grey, isDrawn }: Pixels): Pixels {
  const squares = new Uint8Array(grey.length);
  const middle = (value: number) => value - (value % PIXELS_PER_MODULE) + (PIXELS_PER_MODULE >> 1);
  for (let row = 0; row < height; row += 1) {
    const from = Math.min(middle(row), height - 1) * width;
    for (let column = 0; column < width; column += 1) {
      squares[row * width + column] = byteAt(grey, from + Math.min(middle(column), width - 1));
    }
  }
  return { width, height, grey: squares, isDrawn };
}

/** A PNG of black and white without transparency: nothing in it can be too pale for the short way. */
function isBilevel(file: Buffer): boolean {
  return file.toString('latin1', 12, 16) === 'IHDR' && file[24] === 1 && file[25] === 0 && !file.includes('tRNS');
}

/**
 * A picture that holds one sharp QR code with its margin and nothing else, as nearly all of them do: found twenty times
 * faster than codes anywhere.
 */
async function readOneCode(image: Parameters<typeof readBarcodes>[0]): Promise<ReadResult[] | undefined> {
  const [code] = await readBarcodes(image, { formats: ['QRCode'], isPure: true, ...PLAIN });
  return code === undefined || !code.isValid ? undefined : [code];
}

const PLAIN = { tryRotate: false, tryInvert: false, tryDownscale: false, binarizer: 'FixedThreshold' } as const;

function toImage({ width, height, grey }: Pixels) {
  const data = new Uint32Array(grey.length);
  for (let index = 0; index < grey.length; index += 1) data[index] = 0xff000000 | (byteAt(grey, index) * 0x010101);
  return { data: new Uint8ClampedArray(data.buffer), width, height, colorSpace: 'srgb' as const };
}
