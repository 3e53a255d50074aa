/** The only door to `zxing-wasm`. */
import { readFileSync } from 'node:fs';
import { prepareZXingModule, type ReaderOptions, type ReadResult, readBarcodes } from 'zxing-wasm/reader';

export type { ReaderOptions, ReadResult };

/**
 * The lists that the program keeps of what it found. The library (3.1.4) never gives them back: 2 kB for each code, which
 * were 2 MB for a thousand documents.
 */
type Kept = { delete(): void };
const kept: Kept[] = [];

/** By default the program would be fetched from the network. */
let ready: Promise<void> | undefined;

async function prepare(): Promise<void> {
  const program = await prepareZXingModule({
    overrides: {
      wasmBinary: new Uint8Array(readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm'))).buffer,
    },
    fireImmediately: true,
  });
  const { readBarcodesFromPixmap, readBarcodesFromImage } = program;
  const readPixmap: typeof readBarcodesFromPixmap = (...given) => keep(readBarcodesFromPixmap(...given));
  const readImage: typeof readBarcodesFromImage = (...given) => keep(readBarcodesFromImage(...given));
  Object.assign(program, { readBarcodesFromPixmap: readPixmap, readBarcodesFromImage: readImage });
}

function keep<T extends object>(list: T): T {
  kept.push(list as T & Kept);
  return list;
}

/** Codes in pixels or in a picture file, as the library reads them. */
export async function readAll(
  image: Parameters<typeof readBarcodes>[0],
  options?: ReaderOptions,
): Promise<ReadResult[]> {
  ready ??= prepare();
  await ready;
  const results = await readBarcodes(image, options);
  // Whatever stands here was turned into results in the moment it was found.
  for (const list of kept.splice(0)) list.delete();
  return results;
}
