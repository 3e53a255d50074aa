/** QR and bar codes in pictures; the only door to `zxing-wasm`. */
import { readFileSync } from 'node:fs';
import { prepareZXingModule, type ReadResult, readBarcodes } from 'zxing-wasm/reader';
import { readingsOf } from './encodings';
import type { Picture, Pixels } from './reading';
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
  const { width, height, grey, isDrawn } = pixels;
  const image = { data: toRgba(pixels), width, height, colorSpace: 'srgb' as const };
  const isSharp = isDrawn && grey.every((value) => value === 0 || value === 255);
  return (isSharp && (await readOneCode(image))) || readBarcodes(image);
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

function toRgba({ grey }: Pixels): Uint8ClampedArray<ArrayBuffer> {
  const data = new Uint32Array(grey.length);
  for (let index = 0; index < grey.length; index += 1) data[index] = 0xff000000 | ((grey[index] ?? 0) * 0x010101);
  return new Uint8ClampedArray(data.buffer);
}
